// What a query means: operators and the types that they take.
//
// Only what is certain to fail is an error here: a value of an unknown type is for the run to judge.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "cypher/check/check.hpp"

namespace entente::cypher {

using Kind = Expression::Kind;

std::string_view name_of(Type::Kind kind) {
    static constexpr std::array<std::string_view, 11> names{"something", "a boolean",      "an integer", "a float",
                                                            "a number",  "a string",       "a list",     "a map",
                                                            "a node",    "a relationship", "a path"};
    return names[static_cast<std::size_t>(kind)];
}

void Checker::wrong_type(Span at, std::string_view what, std::string_view type) const {
    source_.fail("InvalidArgumentType", at, what, {}, type);
}

Type Checker::property(Expression& one, const Scope& scope, Place place) {
    using enum Type::Kind;
    const Type base = operand(one.operands[0], scope, place);
    if (!in(base.kind, only(node) | only(relationship) | only(map))) {
        wrong_type(one.span, fmt::format("'{}' of {}, which has no properties", one.name, name_of(base.kind)),
                   base.kind == path ? "SyntaxError" : "TypeError");
    }
    return {};
}

Type Checker::list_of(Expression& one, const Scope& scope, Place place) {
    Type out{Type::Kind::list, Type::Kind::any};
    bool first = true;
    for (ExpressionPtr& item : one.operands) {
        const Type::Kind kind = operand(item, scope, place).kind;
        out.element = first || out.element == kind ? kind : Type::Kind::any;
        first = false;
    }
    return out;
}

// Patterns are conditions also within AND, OR and NOT.
Type Checker::logic(Expression& one, const Scope& scope, Place place) {
    for (ExpressionPtr& part : one.operands) {
        const Type type = expression(part, scope, place);
        if (!in(type.kind, only(Type::Kind::boolean))) {
            wrong_type(part->span, fmt::format("AND, OR, XOR and NOT take booleans, not {}", name_of(type.kind)));
        }
    }
    return {Type::Kind::boolean, Type::Kind::any};
}

Type Checker::arithmetic(Expression& one, const Scope& scope, Place place) {
    using enum Type::Kind;
    const bool adds = one.kind == Kind::arithmetic &&
                      std::ranges::all_of(one.operators, [](Operator op) { return op == Operator::add; });
    bool integers = true, certain = true, lists = false;
    for (ExpressionPtr& part : one.operands) {
        const Type type = operand(part, scope, place);
        if (!adds && !in(type.kind, numbers)) {
            wrong_type(part->span, fmt::format("arithmetic with {}", name_of(type.kind)));
        }
        integers = integers && type.kind == integer;
        certain = certain && in(type.kind, numbers) && type.kind != any;
        lists = lists || type.kind == list;
    }
    const bool powers = std::ranges::find(one.operators, Operator::power) != one.operators.end();
    if (lists) return {list, any};
    if (!certain) return {};
    return {integers && !powers ? integer : (powers ? real : number), any};
}

Type Checker::comparison(Expression& one, const Scope& scope, Place place) {
    for (std::size_t i = 0; i < one.operands.size(); ++i) {
        const Type type = operand(one.operands[i], scope, place);
        if (i > 0 && one.operators[i - 1] == Operator::in && !in(type.kind, only(Type::Kind::list))) {
            wrong_type(one.operands[i]->span, fmt::format("IN takes a list, not {}", name_of(type.kind)));
        }
    }
    return {Type::Kind::boolean, Type::Kind::any};
}

}  // namespace entente::cypher
