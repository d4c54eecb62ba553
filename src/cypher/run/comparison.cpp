// An expression's value: comparisons and tests of strings and lists.
// SPDX-License-Identifier: MIT
#include <optional>

#include <fmt/core.h>

#include "cypher/parse/error.hpp"
#include "cypher/run/evaluate.hpp"
#include "entente/text/regex.hpp"

namespace entente::cypher {
namespace {

std::optional<bool> contained(const Value& item, const Value& list) {
    if (list.is_null()) return std::nullopt;
    if (!list.is(Value::Kind::list)) {
        fail_running("TypeError", "InvalidArgumentType", fmt::format("IN takes a list, not {}", name_of(list.kind())));
    }
    bool unknown = false;
    for (const Value& one : list.list()) {
        const auto truth = equal(item, one);
        if (truth == true) return true;
        unknown = unknown || !truth;
    }
    return unknown ? std::nullopt : std::optional(false);
}

// The pattern must fit the whole string, as openCypher has it.
bool matches(const std::string& text, const std::string& pattern) {
    try {
        return Regex(pattern).matches(text);
    } catch (const Error& error) {
        fail_running("ArgumentError", "InvalidRegex", error.text(), error.hint());
    }
}

std::optional<bool> compared_text(Operator op, const Value& a, const Value& b) {
    if (!a.is(Value::Kind::string) || !b.is(Value::Kind::string)) return std::nullopt;
    switch (op) {
        case Operator::starts_with:
            return a.string().starts_with(b.string());
        case Operator::ends_with:
            return a.string().ends_with(b.string());
        case Operator::contains:
            return a.string().find(b.string()) != std::string::npos;
        default:
            return matches(a.string(), b.string());
    }
}

std::optional<bool> negated(std::optional<bool> truth) {
    return truth ? std::optional(!*truth) : std::nullopt;
}

bool is_nan(const Value& value) {
    return value.is(Value::Kind::real) && value.real() != value.real();
}

}  // namespace

std::optional<bool> compared(Operator op, const Value& a, const Value& b) {
    switch (op) {
        case Operator::equal:
            return equal(a, b);
        case Operator::unequal:
            return negated(equal(a, b));
        case Operator::in:
            return contained(a, b);
        case Operator::less:
        case Operator::less_equal:
        case Operator::greater:
        case Operator::greater_equal:
            break;
        default:
            return compared_text(op, a, b);
    }
    if ((is_nan(a) && b.is_number()) || (is_nan(b) && a.is_number())) return false;
    const auto order = compare(a, b);
    if (!order) return std::nullopt;
    switch (op) {
        case Operator::less:
            return *order < 0;
        case Operator::less_equal:
            return *order <= 0;
        case Operator::greater:
            return *order > 0;
        default:
            return *order >= 0;
    }
}

}  // namespace entente::cypher
