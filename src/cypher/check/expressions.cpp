// What a query means: names within expressions.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cypher/check/check.hpp"
#include "cypher/parse/parser.hpp"
#include "cypher/run/functions.hpp"

namespace entente::cypher {

using Kind = Expression::Kind;

void Checker::undefined(Span at, std::string_view name, const Scope& scope) const {
    std::vector<std::string> names;
    for (const auto& [known, variable] : scope)
        names.push_back(known);
    const std::string near = nearest(name, names);
    source_.fail("UndefinedVariable", at, fmt::format("'{}' is not defined here", name),
                 near.empty() ? "a string needs quotes: 'text'" : fmt::format("did you mean '{}'?", near));
}

// A condition of WHERE: a boolean; what it reads from outside is written down.
void Checker::predicate(ExpressionPtr& one, const Scope& scope) {
    std::vector<Slot> outer = std::exchange(uses_, {});
    const Slot mark = next_slot_;
    const Type type = expression(one, scope, {.aggregates = false, .patterns = true});
    if (!in(type.kind, only(Type::Kind::boolean))) {
        wrong_type(one->span, fmt::format("a condition must be true or false, not {}", name_of(type.kind)));
    }
    std::erase_if(uses_, [mark](Slot slot) { return slot >= mark; });
    std::ranges::sort(uses_);
    uses_.erase(std::ranges::unique(uses_).begin(), uses_.end());
    one->uses = uses_;
    uses_.insert(uses_.end(), outer.begin(), outer.end());
}

Type Checker::expression(ExpressionPtr& one, const Scope& scope, Place place) {
    return kind_of(one, scope, place);
}

// A part of an expression, where a pattern is no predicate.
Type Checker::operand(ExpressionPtr& one, const Scope& scope, Place place) {
    place.patterns = false;
    return one ? kind_of(one, scope, place) : Type{};
}

void Checker::operands(Expression& one, const Scope& scope, Place place) {
    for (ExpressionPtr& part : one.operands)
        operand(part, scope, place);
}

Type Checker::kind_of(ExpressionPtr& one, const Scope& scope, Place place) {
    using enum Type::Kind;
    switch (one->kind) {
        case Kind::literal: {
            static constexpr std::array<Type::Kind, 10> kinds{any,  boolean, integer, real,         string,
                                                              list, map,     node,    relationship, path};
            return {kinds[static_cast<std::size_t>(one->value.kind())], any};
        }
        case Kind::parameter:
            return parameter(*one);
        case Kind::variable:
            return variable(*one, scope);
        case Kind::property:
            return property(*one, scope, place);
        case Kind::list:
            return list_of(*one, scope, place);
        case Kind::map:
        case Kind::map_projection:
            operands(*one, scope, place);
            return {map, any};
        case Kind::labels:
        case Kind::is_null:
        case Kind::is_not_null:
            operands(*one, scope, place);
            return {boolean, any};
        case Kind::conjunction:
        case Kind::disjunction:
        case Kind::exclusion:
        case Kind::negation:
            return logic(*one, scope, place);
        case Kind::arithmetic:
        case Kind::sign:
            return arithmetic(*one, scope, place);
        case Kind::comparison:
            return comparison(*one, scope, place);
        case Kind::call:
            return call_of(*one, scope, place);
        case Kind::aggregate:
            return aggregate(*one, scope, place);
        case Kind::list_comprehension:
            return list_comprehension(*one, scope, place);
        case Kind::quantifier:
            return quantifier(*one, scope, place);
        case Kind::reduce:
            return reduce(*one, scope, place);
        case Kind::pattern_comprehension:
        case Kind::pattern:
        case Kind::exists:
        case Kind::shortest:
            return pattern_form(*one, scope, place);
        case Kind::index:
        case Kind::case_of:
            operands(*one, scope, place);
            return {};
        case Kind::slice:
            operands(*one, scope, place);
            return {list, any};
    }
    return {};
}

Type Checker::variable(Expression& one, const Scope& scope) {
    if (one.slot != no_slot) {  // an item of the projection, put in by use_items()
        uses_.push_back(one.slot);
        return {};
    }
    const auto known = scope.find(one.name);
    if (known == scope.end()) {
        if (grouped_away_ && std::ranges::find(*grouped_away_, one.name) != grouped_away_->end()) {
            source_.fail("AmbiguousAggregationExpression", one.span,
                         fmt::format("'{}' has many values in a group", one.name), "sort by a column of the result");
        }
        undefined(one.span, one.name, scope);
    }
    one.slot = known->second.slot;
    uses_.push_back(one.slot);
    return known->second.type;
}

Type Checker::parameter(const Expression& one) const {
    if (options_.parameters.contains(one.name)) return {};
    std::vector<std::string> names;
    for (const auto& [name, value] : options_.parameters)
        names.push_back(name);
    const std::string near = nearest(one.name, names);
    source_.fail(
        "MissingParameter", one.span, fmt::format("the parameter ${} is not given", one.name),
        near.empty() ? fmt::format("give it with --param {}=VALUE", one.name) : fmt::format("did you mean ${}?", near),
        "ParameterMissing");
}

Type Checker::call_of(Expression& one, const Scope& scope, Place place) {
    const int found = find_function(one.name);
    if (found < 0) {
        const std::string near = nearest(lower_word(one.name), function_names());
        source_.fail("UnknownFunction", one.span, fmt::format("there is no function '{}'", one.name),
                     near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }
    const Function& function = functions()[static_cast<std::size_t>(found)];
    one.function = static_cast<std::uint32_t>(found);
    if (one.operands.size() < function.least || one.operands.size() > function.most) {
        source_.fail(
            "InvalidNumberOfArguments", one.span,
            fmt::format("{}() takes {} arguments, not {}", one.name,
                        function.least == function.most ? std::to_string(function.least)
                                                        : fmt::format("{} to {}", function.least, function.most),
                        one.operands.size()));
    }
    Type first;
    for (std::size_t i = 0; i < one.operands.size(); ++i) {
        const Type type = operand(one.operands[i], scope, place);
        if (i > 0) continue;
        first = type;
        if (!in(type.kind, function.accepts)) {
            wrong_type(one.operands[i]->span, fmt::format("{}() of {}", one.name, name_of(type.kind)));
        }
    }
    return function.same_type ? first : function.result;
}

Type Checker::aggregate(Expression& one, const Scope& scope, Place place) {
    if (!place.aggregates) {
        source_.fail("InvalidAggregation", one.span, fmt::format("{}() cannot stand here", one.name),
                     "aggregate in WITH or RETURN");
    }
    const std::string name = lower_word(one.name);
    const std::size_t wanted = one.star ? 0 : (name.starts_with("percentile") ? 2 : 1);
    if (one.operands.size() != wanted) {
        source_.fail("InvalidNumberOfArguments", one.span,
                     fmt::format("{}() takes {} arguments, not {}", one.name, wanted, one.operands.size()));
    }
    for (ExpressionPtr& part : one.operands) {
        if (has_aggregate(*part)) {
            source_.fail("NestedAggregation", part->span, "an aggregate within an aggregate",
                         "aggregate first with WITH, then again");
        }
        operand(part, scope, {});
        if (part->kind == Kind::call && lower_word(part->name) == "rand") {
            source_.fail("NonConstantExpression", part->span, "rand() within an aggregate",
                         "give it a name with WITH first");
        }
    }
    one.slot = new_slot();
    if (name == "count") return {Type::Kind::integer, Type::Kind::any};
    if (name == "collect") return {Type::Kind::list, Type::Kind::any};
    return {};
}

// ---- forms with a variable of their own

Type Checker::list_comprehension(Expression& one, const Scope& scope, Place place) {
    const Type list = operand(one.operands[0], scope, place);
    Scope inner = scope;
    one.slot = declare(inner, one.name, {list.kind == Type::Kind::list ? list.element : Type::Kind::any, {}}).slot;
    if (one.operands[1]) expression(one.operands[1], inner, {.aggregates = false, .patterns = true});
    Type item = {list.element, {}};
    if (one.operands[2]) item = operand(one.operands[2], inner, {});
    return {Type::Kind::list, item.kind};
}

Type Checker::quantifier(Expression& one, const Scope& scope, Place place) {
    const Type list = operand(one.operands[0], scope, place);
    if (!in(list.kind, only(Type::Kind::list))) {
        wrong_type(one.operands[0]->span,
                   fmt::format("{}() goes over a list, not {}", one.keys[0], name_of(list.kind)));
    }
    Scope inner = scope;
    one.slot = declare(inner, one.name, {list.element, {}}).slot;
    const Type condition = expression(one.operands[1], inner, {.aggregates = false, .patterns = true});
    if (!in(condition.kind, only(Type::Kind::boolean))) {
        wrong_type(one.operands[1]->span, fmt::format("a condition of {}", name_of(condition.kind)));
    }
    return {Type::Kind::boolean, {}};
}

Type Checker::reduce(Expression& one, const Scope& scope, Place place) {
    operand(one.operands[0], scope, place);
    const Type list = operand(one.operands[1], scope, place);
    Scope inner = scope;
    one.second_slot = declare(inner, one.keys[0], {}).slot;
    one.slot = declare(inner, one.name, {list.element, {}}).slot;
    operand(one.operands[2], inner, {});
    return {};
}

Type Checker::pattern_form(Expression& one, const Scope& scope, Place place) {
    using enum Type::Kind;
    if (one.kind == Kind::pattern && !place.patterns) {
        source_.fail("UnexpectedSyntax", one.span, "a pattern is a condition only in WHERE",
                     "write exists((a)-->(b)), or [(a)-->(b) | b] for what it finds");
    }
    Scope inner = scope;
    if (one.statement) {
        statement(*one.statement, inner, true);
        return {boolean, any};
    }
    const bool introduces = one.kind == Kind::pattern_comprehension || one.kind == Kind::exists;
    matched_patterns(one.patterns, inner, introduces);
    if (one.kind == Kind::shortest) {
        const bool all = one.patterns[0].shortest == PathPattern::Shortest::all;
        one.slot = one.patterns[0].slot = new_slot();
        return all ? Type{list, path} : Type{path, any};
    }
    if (!one.operands.empty() && one.operands[0]) predicate(one.operands[0], inner);
    if (one.kind != Kind::pattern_comprehension) return {boolean, any};
    const Type item = operand(one.operands[1], inner, {});
    return {list, item.kind};
}

}  // namespace entente::cypher
