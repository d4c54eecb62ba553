// An expression's value: + - * / % ^.
//
// Integers do not wrap around: what does not fit is an error. Floats follow IEEE 754.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <cmath>
#include <limits>

#include "cypher/parse/error.hpp"
#include "cypher/run/evaluate.hpp"

namespace entente::cypher {
namespace {

[[noreturn]] void overflow() {
    fail_running("ArithmeticError", "IntegerOverflow", "the result does not fit into an integer of 64 bits",
                 "make one operand a float: 1.0 * x");
}

std::int64_t in_integers(Operator op, std::int64_t a, std::int64_t b) {
    std::int64_t out = 0;
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    switch (op) {
        case Operator::add:
            if (__builtin_add_overflow(a, b, &out)) overflow();
            return out;
        case Operator::subtract:
            if (__builtin_sub_overflow(a, b, &out)) overflow();
            return out;
        case Operator::multiply:
            if (__builtin_mul_overflow(a, b, &out)) overflow();
            return out;
        default:
            if (b == 0) fail_running("ArithmeticError", "DivisionByZero", "a division by zero");
            if (a == least && b == -1) {
                if (op == Operator::modulo) return 0;
                overflow();
            }
            return op == Operator::divide ? a / b : a % b;
    }
}

double in_reals(Operator op, double a, double b) {
    switch (op) {
        case Operator::add:
            return a + b;
        case Operator::subtract:
            return a - b;
        case Operator::multiply:
            return a * b;
        case Operator::divide:
            return a / b;
        case Operator::modulo:
            return std::fmod(a, b);
        default:
            return std::pow(a, b);
    }
}

std::string text_of_number(const Value& value) {
    if (value.is(Value::Kind::integer)) return std::to_string(value.integer());
    std::string text = fmt::format("{}", value.real());
    if (text.find_first_of(".en") == std::string::npos) text += ".0";
    return text;
}

// Lists grow by lists and by single values, at either end; strings by strings and numbers.
Value joined(const Value& a, const Value& b) {
    if (a.is(Value::Kind::list) || b.is(Value::Kind::list)) {
        List out;
        for (const Value* part : {&a, &b}) {
            if (part->is(Value::Kind::list)) {
                out.insert(out.end(), part->list().begin(), part->list().end());
            } else {
                out.push_back(*part);
            }
        }
        return Value{std::move(out)};
    }
    const auto text = [](const Value& part) {
        return part.is(Value::Kind::string) ? part.string() : text_of_number(part);
    };
    return Value{text(a) + text(b)};
}

}  // namespace

Value arithmetic(Operator op, const Value& a, const Value& b) {
    using enum Value::Kind;
    if (op == Operator::add) {
        const bool list_joined = a.is(list) || b.is(list);
        if (list_joined && !((a.is_null() && b.is(list)) || (b.is_null() && a.is(list)))) return joined(a, b);
        if (a.is_null() || b.is_null()) return {};
        if ((a.is(string) || b.is(string)) && (a.is(string) || a.is_number()) && (b.is(string) || b.is_number())) {
            return joined(a, b);
        }
    }
    if (a.is_null() || b.is_null()) return {};
    if (!a.is_number() || !b.is_number()) {
        static constexpr std::string_view signs = "+-*/%^";
        fail_running(
            "TypeError", "InvalidArgumentType",
            fmt::format("{} {} {}", name_of(a.kind()), signs[static_cast<std::size_t>(op)], name_of(b.kind())));
    }
    if (a.is(integer) && b.is(integer) && op != Operator::power)
        return Value{in_integers(op, a.integer(), b.integer())};
    return Value{in_reals(op, a.number(), b.number())};
}

Value negative(const Value& value) {
    if (value.is_null()) return {};
    if (value.is(Value::Kind::integer)) return Value{in_integers(Operator::subtract, 0, value.integer())};
    if (value.is(Value::Kind::real)) return Value{-value.real()};
    fail_running("TypeError", "InvalidArgumentType", fmt::format("minus {}", name_of(value.kind())));
}

}  // namespace entente::cypher
