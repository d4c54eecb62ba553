// What the clause behind a MATCH needs of its rows.
// SPDX-License-Identifier: MIT
#include "cypher/plan/shortcuts.hpp"

#include <algorithm>

#include "cypher/parse/parser.hpp"
#include "cypher/run/functions.hpp"

namespace entente::cypher {
namespace {

using Kind = Expression::Kind;

bool is_variable(const ExpressionPtr& expression) {
    return expression && expression->kind == Kind::variable;
}

void aggregates_in(const Expression& expression, std::vector<const Expression*>& out) {
    if (expression.kind == Kind::aggregate) out.push_back(&expression);
    for (const ExpressionPtr& operand : expression.operands) {
        if (operand) aggregates_in(*operand, out);
    }
}

bool has_pattern(const Expression& expression) {
    if (!expression.patterns.empty() || expression.statement) return true;
    return std::ranges::any_of(expression.operands,
                               [](const ExpressionPtr& operand) { return operand && has_pattern(*operand); });
}

bool contains(const std::vector<Slot>& slots, Slot slot) {
    return std::ranges::find(slots, slot) != slots.end();
}

}  // namespace

Demand::Demand(const Projection& projection) {
    std::vector<const Expression*> aggregates;
    bool patterns = false;
    for (const ProjectionItem& item : projection.items) {
        aggregates_in(*item.expression, aggregates);
        patterns = patterns || has_pattern(*item.expression);
        read(*item.expression);
    }
    const auto repeatable = [](const Expression* one) {
        const std::string name = lower_word(one->name);
        return one->distinct || name == "min" || name == "max";
    };
    const auto counts = [&](const Expression* one) { return lower_word(one->name) == "count" || repeatable(one); };
    ignores_repeats_ = projection.aggregates ? std::ranges::all_of(aggregates, repeatable) : projection.distinct;
    only_counts_ = !patterns && projection.aggregates && std::ranges::all_of(aggregates, counts);
}

void Demand::read(const Expression& one) {
    if (one.kind == Kind::aggregate) return read_aggregate(one);
    if (one.kind == Kind::variable) {
        read_.push_back(one.slot);
        return;
    }
    const bool type = one.kind == Kind::call && functions()[one.function].name == "type";
    if (type && is_variable(one.operands[0])) {
        typed_.push_back(one.operands[0]->slot);
        return;
    }
    for (const ExpressionPtr& operand : one.operands) {
        if (operand) read(*operand);
    }
}

// count(x) asks only whether x is there.
void Demand::read_aggregate(const Expression& one) {
    if (lower_word(one.name) == "count" && !one.distinct && (one.star || is_variable(one.operands[0]))) return;
    for (const ExpressionPtr& operand : one.operands)
        read(*operand);
}

bool Demand::only_counted(Slot slot) const {
    return !contains(read_, slot) && !contains(typed_, slot);
}

bool Demand::only_type(Slot slot) const {
    return !contains(read_, slot);
}

}  // namespace entente::cypher
