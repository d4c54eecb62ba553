// What a query means: what aggregation may see.
//
// Items without an aggregate are the keys of the groups. An item with one may use, outside of it, constants and keys that
// are a variable or a property; anything else would have many values a group.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "cypher/check/check.hpp"

namespace entente::cypher {
namespace {

using Kind = Expression::Kind;

bool is_key(const Expression& expression, const Projection& projection) {
    return std::ranges::any_of(projection.items, [&](const ProjectionItem& item) {
        return !item.aggregates && same_expression(*item.expression, expression);
    });
}

}  // namespace

void Checker::grouping(Projection& projection, const Scope&) const {
    for (const ProjectionItem& item : projection.items) {
        std::vector<std::string> locals;
        if (item.aggregates) group_leaves(*item.expression, projection, locals);
    }
}

void Checker::group_leaves(const Expression& one, const Projection& projection,
                           std::vector<std::string>& locals) const {
    if (one.kind == Kind::aggregate) return;
    if ((one.kind == Kind::variable || one.kind == Kind::property) && is_key(one, projection)) return;
    if (one.kind == Kind::variable && std::ranges::find(locals, one.name) == locals.end()) {
        source_.fail("AmbiguousAggregationExpression", one.span,
                     fmt::format("'{}' has many values in a group", one.name),
                     "make it a column of its own, or aggregate it");
    }
    const std::size_t known = locals.size();
    if (one.kind == Kind::list_comprehension || one.kind == Kind::quantifier || one.kind == Kind::reduce) {
        locals.push_back(one.name);
        for (const std::string& key : one.keys)
            locals.push_back(key);
    }
    for (const ExpressionPtr& operand : one.operands) {
        if (operand) group_leaves(*operand, projection, locals);
    }
    locals.resize(known);
}

void use_items(ExpressionPtr& expression, const Projection& projection, bool also_aggregates) {
    for (const ProjectionItem& item : projection.items) {
        if (item.aggregates && !also_aggregates) continue;
        if (item.expression == expression || !same_expression(*item.expression, *expression)) continue;
        auto reading = std::make_unique<Expression>();
        reading->kind = Kind::variable;
        reading->name = item.name;
        reading->span = expression->span;
        reading->slot = item.slot;
        expression = std::move(reading);
        return;
    }
    if (expression->kind == Kind::aggregate) return;
    for (ExpressionPtr& operand : expression->operands) {
        if (operand) use_items(operand, projection, also_aggregates);
    }
}

}  // namespace entente::cypher
