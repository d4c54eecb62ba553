// What a query means: WITH and RETURN.
//
// ORDER BY and WHERE see what is projected and, unless rows were grouped or made distinct, what was there before.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "cypher/check/check.hpp"

namespace entente::cypher {
namespace {

bool is_variable(const Expression& expression) {
    return expression.kind == Expression::Kind::variable;
}

void variables_in(const Expression& expression, std::vector<std::string>& out) {
    if (is_variable(expression)) out.push_back(expression.name);
    for (const ExpressionPtr& operand : expression.operands) {
        if (operand) variables_in(*operand, out);
    }
}

// Variables that grouping keys are computed of, and that are no keys themselves.
std::vector<std::string> variables_of_keys(const Projection& projection) {
    std::vector<std::string> out;
    for (const ProjectionItem& item : projection.items) {
        if (!item.aggregates && !is_variable(*item.expression)) variables_in(*item.expression, out);
    }
    return out;
}

}  // namespace

void Checker::expand_star(Clause& clause, const Scope& scope) const {
    Projection& projection = clause.projection;
    if (!projection.star) return;
    if (scope.empty() && clause.kind == Clause::Kind::give) {
        source_.fail("NoVariablesInScope", clause.span, "RETURN * where nothing has a name",
                     "name what is matched: (n)");
    }
    std::vector<ProjectionItem> all;
    for (const auto& [name, variable] : scope) {
        ProjectionItem item;
        item.expression = std::make_unique<Expression>();
        item.expression->kind = Expression::Kind::variable;
        item.expression->name = item.name = name;
        item.span = item.expression->span = clause.span;
        all.push_back(std::move(item));
    }
    for (ProjectionItem& item : projection.items)
        all.push_back(std::move(item));
    projection.items = std::move(all);
}

void Checker::item_names(const Clause& clause) const {
    std::vector<std::string_view> seen;
    for (const ProjectionItem& item : clause.projection.items) {
        if (clause.kind == Clause::Kind::with && !item.aliased && !is_variable(*item.expression)) {
            source_.fail("NoExpressionAlias", item.span, "what WITH computes needs a name",
                         fmt::format("write {} AS name", item.span.of(source_.text)));
        }
        if (std::ranges::find(seen, item.name) != seen.end()) {
            source_.fail("ColumnNameConflict", item.span, fmt::format("two columns are called '{}'", item.name),
                         "take another name, with AS");
        }
        seen.push_back(item.name);
    }
}

void Checker::projection(Clause& clause, Scope& scope) {
    Projection& projection = clause.projection;
    expand_star(clause, scope);
    projection.aggregates = std::ranges::any_of(projection.items, &ProjectionItem::aggregates);
    Scope after;
    for (ProjectionItem& item : projection.items) {
        const Type type = expression(item.expression, scope, {.aggregates = true, .patterns = false});
        item.slot = is_variable(*item.expression) ? item.expression->slot : new_slot();
        after.insert_or_assign(item.name, Variable{item.slot, type});
    }
    item_names(clause);
    if (projection.aggregates) {
        grouping(projection, scope);
        for (ProjectionItem& item : projection.items) {
            if (item.aggregates) use_items(item.expression, projection, false);
        }
    }
    for (SortItem& item : projection.order)
        after_projection(clause, item.expression, scope, after, false);
    page(projection.skip, "SKIP");
    page(projection.limit, "LIMIT");
    if (projection.where) after_projection(clause, projection.where, scope, after, true);
    scope = std::move(after);
}

void Checker::after_projection(Clause& clause, ExpressionPtr& one, const Scope& before, const Scope& after,
                               bool predicate_place) {
    Projection& projection = clause.projection;
    const bool closed = projection.aggregates || projection.distinct;
    const bool aggregates = has_aggregate(*one);
    if (aggregates && !projection.aggregates) {
        source_.fail("InvalidAggregation", one->span, "an aggregate where rows are not grouped",
                     "aggregate in WITH or RETURN, and sort by its name");
    }
    use_items(one, projection, true);
    Scope visible = after;
    const std::vector<std::string> away = variables_of_keys(projection);
    if (!closed) {
        visible.insert(before.begin(), before.end());
    } else if (projection.aggregates && aggregates) {
        grouped_away_ = &away;
    }
    if (predicate_place) {
        predicate(one, visible);
    } else {
        expression(one, visible, {.aggregates = true, .patterns = false});
    }
    grouped_away_ = nullptr;
    if (has_aggregate(*one)) {
        source_.fail("InvalidAggregation", one->span, "an aggregate that is not among what is projected",
                     "give it a name in WITH or RETURN, and sort by that");
    }
}

// SKIP and LIMIT: a constant, not negative.
void Checker::page(ExpressionPtr& count, std::string_view word) {
    if (!count) return;
    std::vector<std::string> names;
    variables_in(*count, names);
    if (!names.empty()) {
        source_.fail("NonConstantExpression", count->span, fmt::format("{} needs a number that no row changes", word),
                     "write a number or a $parameter");
    }
    const Type type = expression(count, {});
    if (!in(type.kind, only(Type::Kind::integer) | only(Type::Kind::number))) {
        wrong_type(count->span, fmt::format("{} needs an integer, not {}", word, name_of(type.kind)));
    }
    if (count->kind == Expression::Kind::literal && count->value.is(Value::Kind::integer) &&
        count->value.integer() < 0) {
        source_.fail("NegativeIntegerArgument", count->span, fmt::format("{} cannot be negative", word));
    }
}

}  // namespace entente::cypher
