// A checked query to a plan: clauses.
// SPDX-License-Identifier: MIT
#include "cypher/plan/planner.hpp"

#include <algorithm>
#include <optional>

namespace entente::cypher {
namespace {

void aggregates_in(const Expression& expression, std::vector<const Expression*>& out) {
    if (expression.kind == Expression::Kind::aggregate) {
        out.push_back(&expression);
        return;
    }
    for (const ExpressionPtr& operand : expression.operands) {
        if (operand) aggregates_in(*operand, out);
    }
}

bool is_variable(const ProjectionItem& item) {
    return item.expression->kind == Expression::Kind::variable && item.expression->slot == item.slot;
}

Condition condition_of(const Expression& expression) {
    Condition out;
    out.expression = &expression;
    out.needs = expression.uses;
    return out;
}

std::vector<const Expression*> views(const std::vector<ExpressionPtr>& expressions) {
    std::vector<const Expression*> out;
    for (const ExpressionPtr& expression : expressions) {
        if (expression) out.push_back(expression.get());
    }
    return out;
}

}  // namespace

PlanStep Step::described() const {
    PlanStep out{std::string(name()), what_, rows_, {}};
    if (input_) out.children.push_back(input_->described());
    return out;
}

std::string Planner::shown(Span span) const {
    return explains_ ? std::string(span.of(text_)) : std::string();
}

StepPtr Planner::said(StepPtr step, std::string_view what) const {
    if (explains_) step->says(std::string(what));
    return step;
}

StepPtr Planner::plan(Statement& statement) {
    return plan(statement, false);
}

StepPtr Planner::plan(Statement& statement, bool nested) {
    if (statement.parts.size() == 1) return plan(statement.parts.front());
    std::vector<UnionPart> parts;
    for (SingleQuery& query : statement.parts) {
        UnionPart part{plan(query), {}};
        const Clause& last = query.clauses.back();
        for (const ProjectionItem& item : last.projection.items)
            part.columns.push_back(item.slot);
        for (const YieldItem& item : last.yield)
            part.columns.push_back(item.slot);
        parts.push_back(std::move(part));
    }
    StepPtr out = union_of(std::move(parts), statement.column_slots);
    if (statement.all.front() || nested) return out;
    return distinct(std::move(out), statement.column_slots);
}

StepPtr Planner::plan(SingleQuery& query) {
    StepPtr out = one_row();
    for (std::size_t i = 0; i < query.clauses.size(); ++i) {
        const Clause* next = i + 1 < query.clauses.size() ? &query.clauses[i + 1] : nullptr;
        out = clause(std::move(out), query.clauses[i], next);
    }
    return out;
}

StepPtr Planner::clause(StepPtr input, Clause& one, const Clause* next) {
    switch (one.kind) {
        case Clause::Kind::match:
            return match(std::move(input), one, next);
        case Clause::Kind::unwind:
            prepare(one.expression.get());
            return said(unwind(std::move(input), *one.expression, one.slot), shown(one.expression->span));
        case Clause::Kind::with:
        case Clause::Kind::give:
            return projection(std::move(input), one);
        case Clause::Kind::call: {
            for (ExpressionPtr& argument : one.expressions)
                prepare(argument.get());
            StepPtr out = said(call(std::move(input), one), shown(one.span));
            std::vector<Condition> conditions;
            for (ExpressionPtr& conjunct : one.where) {
                prepare(conjunct.get());
                conditions.push_back(condition_of(*conjunct));
            }
            return conditions.empty() ? std::move(out) : filter(std::move(out), std::move(conditions));
        }
        default:
            return written(std::move(input), one);
    }
}

StepPtr Planner::match(StepPtr input, Clause& one, const Clause* next) {
    for (PathPattern& path : one.patterns)
        prepare_pattern(path);
    for (ExpressionPtr& conjunct : one.where)
        prepare(conjunct.get());
    PatternPlanner pattern(*this, one.patterns);
    pattern.where(views(one.where));
    if (!one.optional) {
        std::optional<Demand> demand;
        if (next && (next->kind == Clause::Kind::with || next->kind == Clause::Kind::give)) {
            demand.emplace(next->projection);
            pattern.want(*demand);
        }
        return pattern.plan(std::move(input));
    }
    const std::vector<Slot> introduced = pattern.introduced();
    return optional(std::move(input), pattern.plan(one_row()), introduced);
}

StepPtr Planner::grouped(StepPtr input, Projection& projection) {
    std::vector<Assignment> keys, computed;
    std::vector<const Expression*> aggregates;
    for (const ProjectionItem& item : projection.items) {
        if (item.aggregates) {
            aggregates_in(*item.expression, aggregates);
            computed.push_back({item.expression.get(), item.slot});
        } else {
            keys.push_back({item.expression.get(), item.slot});
        }
    }
    return project(group(std::move(input), std::move(keys), std::move(aggregates)), std::move(computed));
}

StepPtr Planner::projection(StepPtr input, Clause& one) {
    Projection& what = one.projection;
    std::vector<Assignment> computed;
    std::vector<Slot> slots;
    for (ProjectionItem& item : what.items) {
        prepare(item.expression.get());
        slots.push_back(item.slot);
        if (!is_variable(item)) computed.push_back({item.expression.get(), item.slot});
    }
    for (SortItem& item : what.order)
        prepare(item.expression.get());
    prepare(what.where.get());

    StepPtr out = std::move(input);
    if (what.aggregates) {
        out = grouped(std::move(out), what);
    } else if (!computed.empty()) {
        out = project(std::move(out), std::move(computed));
    }
    if (explains_) out->says(shown(one.span));
    if (what.distinct) out = distinct(std::move(out), slots);
    if (!what.order.empty()) {
        std::vector<SortKey> keys;
        for (const SortItem& item : what.order)
            keys.push_back({item.expression.get(), item.descending});
        std::vector<Slot> keep = slots;
        if (what.where) keep.insert(keep.end(), what.where->uses.begin(), what.where->uses.end());
        std::ranges::sort(keep);
        keep.erase(std::ranges::unique(keep).begin(), keep.end());
        out = sort(std::move(out), std::move(keys), std::move(keep), what.skip.get(),
                   writes_ ? nullptr : what.limit.get());
    }
    if (what.skip) out = skip(std::move(out), *what.skip);
    if (what.limit) out = limit(std::move(out), *what.limit, writes_);
    if (what.where) {
        std::vector<Condition> conditions;
        conditions.push_back(condition_of(*what.where));
        out = said(filter(std::move(out), std::move(conditions)), shown(what.where->span));
    }
    return out;
}

StepPtr Planner::written(StepPtr input, Clause& one) {
    for (PathPattern& path : one.patterns)
        prepare_pattern(path);
    for (auto* items : {&one.items, &one.on_create, &one.on_match}) {
        for (SetItem& item : *items) {
            prepare(item.target.get());
            prepare(item.value.get());
        }
    }
    for (ExpressionPtr& expression : one.expressions)
        prepare(expression.get());
    switch (one.kind) {
        case Clause::Kind::create:
            return said(create(std::move(input), one), shown(one.span));
        case Clause::Kind::merge: {
            StepPtr found = PatternPlanner(*this, one.patterns).plan(one_row());
            return said(merge(std::move(input), one, std::move(found)), shown(one.span));
        }
        case Clause::Kind::erase:
            return said(erase(std::move(input), one), shown(one.span));
        default:
            return said(change(std::move(input), one), shown(one.span));
    }
}

// ---- within expressions

void Planner::prepare_pattern(PathPattern& path) {
    if (!writes_) know(path);
    for (NodePattern& node : path.nodes) {
        prepare(node.properties.get());
        prepare(node.where.get());
    }
    for (RelationshipPattern& one : path.relationships) {
        prepare(one.properties.get());
        prepare(one.where.get());
    }
}

void Planner::prepare(Expression* one) {
    if (!one) return;
    for (ExpressionPtr& operand : one->operands)
        prepare(operand.get());
    if (one->patterns.empty() && !one->statement) return;
    one->plan = std::make_shared<Subplan>();
    if (one->statement) {
        one->plan->root = plan(*one->statement, true);
        return;
    }
    for (PathPattern& path : one->patterns)
        prepare_pattern(path);
    PatternPlanner pattern(*this, one->patterns);
    if (!one->operands.empty() && one->operands[0]) pattern.where({one->operands[0].get()});
    if (one->kind == Expression::Kind::exists || one->kind == Expression::Kind::pattern) pattern.want_distinct_ends();
    one->plan->root = pattern.plan(one_row());
}

}  // namespace entente::cypher
