// An expression's value for the row at hand: which part of the code gives it, and the logic of three values.
// SPDX-License-Identifier: MIT
#include "cypher/run/evaluate.hpp"

#include <fmt/core.h>

#include <array>
#include <span>

#include "cypher/parse/error.hpp"
#include "cypher/run/functions.hpp"

namespace entente::cypher {
namespace {

using Kind = Expression::Kind;

Value of(std::optional<bool> truth) {
    return truth ? Value{*truth} : Value{};
}

// AND: false if one is false; OR: true if one is true; else null if one is null.
Value joined(const Expression& one, Run& run, bool decisive) {
    bool unknown = false;
    for (const ExpressionPtr& operand : one.operands) {
        const auto truth = truth_of(evaluate(*operand, run));
        if (truth == decisive) return Value{decisive};
        unknown = unknown || !truth;
    }
    return unknown ? Value{} : Value{!decisive};
}

Value exclusive(const Expression& one, Run& run) {
    bool out = false, unknown = false;
    for (const ExpressionPtr& operand : one.operands) {
        const auto truth = truth_of(evaluate(*operand, run));
        unknown = unknown || !truth;
        out = out != truth.value_or(false);
    }
    return unknown ? Value{} : Value{out};
}

Value negated(const Expression& one, Run& run) {
    const auto truth = truth_of(evaluate(*one.operands[0], run));
    if (!truth) return {};
    return Value{one.distinct ? *truth : !*truth};
}

// a < b <= c: each pair must hold.
Value chain_compared(const Expression& one, Run& run) {
    Value left = evaluate(*one.operands[0], run);
    std::optional<bool> all = true;
    for (std::size_t i = 0; i < one.operators.size(); ++i) {
        Value right = evaluate(*one.operands[i + 1], run);
        const auto pair = compared(one.operators[i], left, right);
        if (pair == false) return Value{false};
        if (!pair) all = std::nullopt;
        left = std::move(right);
    }
    return of(all);
}

Value chain_computed(const Expression& one, Run& run) {
    Value left = evaluate(*one.operands[0], run);
    for (std::size_t i = 0; i < one.operators.size(); ++i)
        left = arithmetic(one.operators[i], left, evaluate(*one.operands[i + 1], run));
    return left;
}

Value called(const Expression& one, Run& run) {
    const Function& function = functions()[one.function];
    std::array<Value, 4> few;
    List many;
    std::span<Value> arguments(few.data(), one.operands.size());
    if (one.operands.size() > few.size()) {
        many.resize(one.operands.size());
        arguments = many;
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        arguments[i] = evaluate(*one.operands[i], run);
        if (arguments[i].is_null() && !function.takes_null) return {};
    }
    return function.deed(run, arguments);
}

Value list_of(const Expression& one, Run& run) {
    List out;
    out.reserve(one.operands.size());
    for (const ExpressionPtr& item : one.operands)
        out.push_back(evaluate(*item, run));
    return Value{std::move(out)};
}

Value map_of(const Expression& one, Run& run) {
    Map out;
    for (std::size_t i = 0; i < one.keys.size(); ++i)
        out.insert_or_assign(one.keys[i], evaluate(*one.operands[i], run));
    return Value{std::move(out)};
}

Value sliced(const Expression& one, Run& run) {
    const Value list = evaluate(*one.operands[0], run);
    Value from, to;
    if (one.operands[1]) from = evaluate(*one.operands[1], run);
    if (one.operands[2]) to = evaluate(*one.operands[2], run);
    return slice_of(list, one.operands[1] ? &from : nullptr, one.operands[2] ? &to : nullptr);
}

}  // namespace

std::optional<bool> truth_of(const Value& value) {
    if (value.is(Value::Kind::boolean)) return value.boolean();
    if (value.is_null()) return std::nullopt;
    fail_running("TypeError", "InvalidArgumentType",
                 fmt::format("a condition must be true, false or null, not {}", name_of(value.kind())));
}

bool holds(const Expression& condition, Run& run) {
    return truth_of(evaluate(condition, run)) == true;
}

Value evaluate(const Expression& one, Run& run) {
    switch (one.kind) {
        case Kind::literal:
            return one.value;
        case Kind::parameter:
            return run.parameter(one.name);
        case Kind::variable:
        case Kind::aggregate:
            return run.row[one.slot];
        case Kind::property:
            if (one.operands[0]->kind == Kind::variable) return property_of(one, run.row[one.operands[0]->slot], run);
            return property_of(one, evaluate(*one.operands[0], run), run);
        case Kind::labels:
            return labels_test(one, evaluate(*one.operands[0], run), run);
        case Kind::index:
            return element_of(evaluate(*one.operands[0], run), evaluate(*one.operands[1], run), run);
        case Kind::slice:
            return sliced(one, run);
        case Kind::list:
            return list_of(one, run);
        case Kind::map:
            return map_of(one, run);
        case Kind::map_projection:
            return projected_map(one, run);
        case Kind::conjunction:
            return joined(one, run, false);
        case Kind::disjunction:
            return joined(one, run, true);
        case Kind::exclusion:
            return exclusive(one, run);
        case Kind::negation:
            return negated(one, run);
        case Kind::arithmetic:
            return chain_computed(one, run);
        case Kind::comparison:
            return chain_compared(one, run);
        case Kind::sign:
            return negative(evaluate(*one.operands[0], run));
        case Kind::is_null:
            return Value{evaluate(*one.operands[0], run).is_null()};
        case Kind::is_not_null:
            return Value{!evaluate(*one.operands[0], run).is_null()};
        case Kind::call:
            return called(one, run);
        case Kind::case_of:
            return case_of(one, run);
        case Kind::list_comprehension:
            return list_comprehension(one, run);
        case Kind::quantifier:
            return quantifier(one, run);
        case Kind::reduce:
            return reduce(one, run);
        case Kind::pattern_comprehension:
        case Kind::pattern:
        case Kind::exists:
        case Kind::shortest:
            return pattern_form(one, run);
    }
    return {};
}

}  // namespace entente::cypher
