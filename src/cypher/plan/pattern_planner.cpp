// A checked query to a plan: patterns.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "cypher/plan/planner.hpp"
#include "cypher/run/functions.hpp"

namespace entente::cypher {
namespace {

using Kind = Expression::Kind;

// A pattern's variable, and what stands around it.
std::string shown_node(const NodePattern& node) {
    return "(" + node.variable + ")";
}

bool is_property_of(const Expression& one, Slot slot) {
    return one.kind == Kind::property && one.operands[0]->kind == Kind::variable && one.operands[0]->slot == slot;
}

bool is_id_of(const Expression& one, Slot slot) {
    return one.kind == Kind::call && functions()[one.function].name == "id" &&
           one.operands[0]->kind == Kind::variable && one.operands[0]->slot == slot;
}

bool reads(const Expression& one, Slot slot) {
    if (one.kind == Kind::variable && one.slot == slot) return true;
    if (!one.patterns.empty() || one.statement) return true;  // rather not looked into
    return std::ranges::any_of(one.operands,
                               [&](const ExpressionPtr& operand) { return operand && reads(*operand, slot); });
}

}  // namespace

PatternPlanner::PatternPlanner(Planner& planner, std::vector<PathPattern>& patterns)
    : planner_(planner), patterns_(patterns) {
    for (const PathPattern& path : patterns_) {
        for (const NodePattern& node : path.nodes)
            add_node(node);
        for (std::size_t i = 0; i < path.relationships.size(); ++i)
            add_edge(path, i);
        if (path.slot != no_slot) introduced_.insert(path.slot);
    }
}

void PatternPlanner::add_node(const NodePattern& node) {
    // What MERGE names twice is bound at its second place, but not before.
    if (node.bound && !introduced_.contains(node.slot)) {
        bound_.insert(node.slot);
    } else {
        introduced_.insert(node.slot);
    }
    if (std::ranges::find(nodes_, node.slot) == nodes_.end()) nodes_.push_back(node.slot);
    if (!node.labels.empty()) {
        Condition labels;
        labels.kind = Condition::Kind::labels;
        labels.slot = node.slot;
        labels.labels = &node.labels;
        labels.needs = {node.slot};
        add_condition(std::move(labels));
    }
    add_properties(node.properties, node.slot);
    if (node.where) where({node.where.get()});
}

void PatternPlanner::add_edge(const PathPattern& path, std::size_t i) {
    const RelationshipPattern& one = path.relationships[i];
    edges_.push_back({&one, &path, path.nodes[i].slot, path.nodes[i + 1].slot, false});
    if (one.bound) {
        bound_.insert(one.slot);
    } else {
        introduced_.insert(one.slot);
    }
    if (!one.variable_length) add_properties(one.properties, one.slot);
    if (one.where) where({one.where.get()});
}

void PatternPlanner::add_properties(const ExpressionPtr& properties, Slot slot) {
    if (!properties) return;
    for (std::size_t i = 0; i < properties->keys.size(); ++i) {
        Condition property;
        property.kind = Condition::Kind::property;
        property.slot = slot;
        property.key = properties->keys[i];
        property.expression = properties->operands[i].get();
        property.needs = property.expression->uses;
        property.needs.push_back(slot);
        add_condition(std::move(property));
    }
}

void PatternPlanner::add_condition(Condition condition) {
    conditions_.push_back(std::move(condition));
}

void PatternPlanner::where(std::vector<const Expression*> conjuncts) {
    for (const Expression* conjunct : conjuncts) {
        Condition condition;
        condition.expression = conjunct;
        condition.needs = conjunct->uses;
        add_condition(std::move(condition));
    }
}

// ---- what need not be made

void PatternPlanner::want(const Demand& demand) {
    demand_ = &demand;
    if (demand.ignores_repeats()) want_distinct_ends();
}

// ()-[r]->(), and of r only its type.
bool PatternPlanner::only_types_counted() const {
    if (!demand_ || !demand_->only_counts() || started_ || edges_.size() != 1 || !conditions_.empty()) return false;
    const Edge& edge = edges_.front();
    return nodes_.size() == 2 && !known(edge.left) && !known(edge.right) && !edge.pattern->variable_length &&
           !known(edge.pattern->slot) && edge.path->slot == no_slot && demand_->only_counted(edge.left) &&
           demand_->only_counted(edge.right) && demand_->only_type(edge.pattern->slot);
}

// Of a relationship and its end only that they are there.
bool PatternPlanner::only_degree_counted(const ExpandPlan& plan, const Edge& edge) const {
    return demand_ && demand_->only_counts() && edges_.size() == 1 && !plan.into && !plan.bound &&
           edge.path->slot == no_slot && std::ranges::all_of(conditions_, &Condition::done) &&
           demand_->only_counted(plan.to) && demand_->only_counted(plan.relationship);
}

// Of two nodes as good as each other, the one that is read comes first: the other may not be needed.
bool PatternPlanner::better_start(Slot slot, Slot than) const {
    return demand_ && demand_->only_counts() && demand_->only_counted(than) && !demand_->only_counted(slot);
}

// ---- the order of steps

StepPtr PatternPlanner::plan(StepPtr input) {
    StepPtr out = tested(std::move(input));
    while (true) {
        if (Edge* edge = next_edge()) {
            out = tested(along(std::move(out), *edge));
            continue;
        }
        const bool all = std::ranges::all_of(nodes_, [&](Slot slot) { return known(slot); });
        if (all) break;
        out = tested(start(std::move(out)));
    }
    out = paths(std::move(out));
    for (const PathPattern& path : patterns_)
        bound_.insert(path.slot);
    return tested(std::move(out));
}

// Adds the conditions that can be tested by now.
StepPtr PatternPlanner::tested(StepPtr input) {
    std::vector<Condition> ready;
    for (Condition& condition : conditions_) {
        if (condition.done) continue;
        const bool can =
            std::ranges::all_of(condition.needs, [&](Slot slot) { return known(slot) || !introduced_.contains(slot); });
        if (!can) continue;
        condition.done = true;
        ready.push_back(condition);
    }
    if (ready.empty()) return input;
    std::string what;
    if (planner_.explains_) {
        for (const Condition& one : ready) {
            std::string text;
            if (one.kind == Condition::Kind::labels) {
                text = "labels";
            } else {
                text = (one.kind == Condition::Kind::property ? "." + one.key + " = " : "") +
                       planner_.shown(one.expression->span);
            }
            what += (what.empty() ? "" : " AND ") + text;
        }
    }
    return planner_.said(filter(std::move(input), std::move(ready)), what);
}

// A relationship that can be followed: best one whose ends are both known, then one of a known end; paths of any length
// last.
PatternPlanner::Edge* PatternPlanner::next_edge() {
    Edge* best = nullptr;
    int best_rank = 99;
    for (Edge& edge : edges_) {
        if (edge.done) continue;
        const bool left = known(edge.left), right = known(edge.right);
        const bool shortest = edge.path->shortest != PathPattern::Shortest::no;
        const bool from_itself = known(edge.pattern->slot) && !edge.pattern->variable_length;
        if (!left && !right && !from_itself) continue;
        if (shortest && !(left && right)) continue;
        int rank = left && right ? 0 : (from_itself ? 1 : 2);
        if (edge.pattern->variable_length) rank += 10;
        if (rank < best_rank) {
            best = &edge;
            best_rank = rank;
        }
    }
    return best;
}

StepPtr PatternPlanner::along(StepPtr input, Edge& edge) {
    const RelationshipPattern& pattern = *edge.pattern;
    edge.done = true;
    ExpandPlan plan;
    const bool forward = known(edge.left) || !known(edge.right);
    plan.from = forward ? edge.left : edge.right;
    plan.to = forward ? edge.right : edge.left;
    plan.relationship = pattern.slot;
    plan.direction = pattern.direction;
    if (!forward && pattern.direction != Direction::both) {
        plan.direction = pattern.direction == Direction::out ? Direction::in : Direction::out;
    }
    plan.types = pattern.types;
    plan.from_unknown = !known(plan.from);
    plan.into = known(plan.to);
    plan.bound = pattern.bound;
    plan.other_than = used_edges_;
    plan.least = pattern.least;
    plan.most = pattern.most;
    plan.reversed = !forward;
    if (pattern.variable_length && pattern.properties) {
        for (std::size_t i = 0; i < pattern.properties->keys.size(); ++i)
            plan.tests.push_back({pattern.properties->keys[i], pattern.properties->operands[i].get()});
    }
    bound_.insert({plan.from, plan.to, pattern.slot});
    used_edges_.push_back(pattern.slot);

    std::string what;
    if (planner_.explains_) what = planner_.shown(edge.path->span);
    if (edge.path->shortest != PathPattern::Shortest::no) {
        plan.all_shortest = edge.path->shortest == PathPattern::Shortest::all;
        plan.path = edge.path->slot;
        if (!pattern.variable_length) plan.least = plan.most = 1;
        return planner_.said(shortest(std::move(input), std::move(plan)), what);
    }
    if (!pattern.variable_length) {
        if (only_degree_counted(plan, edge)) return planner_.said(degrees(std::move(input), std::move(plan)), what);
        return planner_.said(expand(std::move(input), std::move(plan)), what);
    }
    warn_of(edge, !pattern.bounded);
    const bool alone = edges_.size() == 1 && pattern.variable.empty() && edge.path->slot == no_slot;
    plan.keeps_path = !alone;
    // Undirected, a way back over the same edge would count as a path to the start.
    const bool countable = pattern.least == 0 || (pattern.least == 1 && pattern.direction != Direction::both);
    if (alone && distinct_ends_ && countable && !pattern.bound) {
        return planner_.said(reach(std::move(input), std::move(plan)), what);
    }
    return planner_.said(walk(std::move(input), std::move(plan)), what);
}

void PatternPlanner::warn_of(const Edge& edge, bool unbounded) {
    if (!unbounded || distinct_ends_) return;
    planner_.warnings_.push_back(fmt::format("a path of any length may take very long: bound it, *1..5 ({})",
                                             std::string(edge.pattern->span.of(planner_.text_))));
}

// What condition `x.key = value` says of the node, if `value` is known before it.
const Expression* PatternPlanner::equal_value(const Condition& condition, Slot slot, std::string& key) const {
    const auto ready = [&] {
        return std::ranges::all_of(
            condition.needs, [&](Slot need) { return need == slot || known(need) || !introduced_.contains(need); });
    };
    if (condition.done || !ready()) return nullptr;
    if (condition.kind == Condition::Kind::property && condition.slot == slot) {
        if (reads(*condition.expression, slot)) return nullptr;
        key = condition.key;
        return condition.expression;
    }
    if (condition.kind != Condition::Kind::expression) return nullptr;
    const Expression& one = *condition.expression;
    if (one.kind != Kind::comparison || one.operators.size() != 1 || one.operators[0] != Operator::equal)
        return nullptr;
    for (const std::size_t side : {0U, 1U}) {
        const Expression &tested = *one.operands[side], &value = *one.operands[1 - side];
        if (reads(value, slot)) continue;
        if (is_property_of(tested, slot)) {
            key = tested.name;
            return &value;
        }
        if (is_id_of(tested, slot)) {
            key.clear();
            return &value;
        }
    }
    return nullptr;
}

ScanPlan PatternPlanner::best_scan(Slot slot, double& cost) const {
    ScanPlan out;
    out.slot = slot;
    cost = static_cast<double>(planner_.graph_.node_count());
    for (const Condition& condition : conditions_) {
        std::string key;
        if (const Expression* value = equal_value(condition, slot, key); value && !planner_.writes_) {
            const double found = key.empty() ? 0.5 : 1.0;
            if (found >= cost) continue;
            cost = found;
            out.kind = key.empty() ? ScanPlan::Kind::id : ScanPlan::Kind::property;
            out.name = key;
            out.value = value;
        }
        if (condition.kind != Condition::Kind::labels || condition.slot != slot) continue;
        for (const LabelExpression& label : *condition.labels) {
            if (label.kind != LabelExpression::Kind::name) continue;
            const auto found = static_cast<double>(planner_.graph_.nodes(label.name).size());
            if (found > cost || (found == cost && out.kind != ScanPlan::Kind::all)) continue;
            cost = found;
            out.kind = ScanPlan::Kind::label;
            out.name = label.name;
        }
    }
    return out;
}

// A node to begin with, of which there are fewest.
StepPtr PatternPlanner::start(StepPtr input) {
    if (only_types_counted()) {
        Edge& edge = edges_.front();
        edge.done = true;
        bound_.insert({edge.left, edge.right, edge.pattern->slot});
        ExpandPlan plan;
        plan.from = edge.left;
        plan.to = edge.right;
        plan.relationship = edge.pattern->slot;
        plan.direction = edge.pattern->direction;
        plan.types = edge.pattern->types;
        return planner_.said(edges_by_type(std::move(input), std::move(plan)), planner_.shown(edge.path->span));
    }
    ScanPlan best;
    double least = 0;
    for (const Slot slot : nodes_) {
        if (known(slot)) continue;
        double cost = 0;
        ScanPlan plan = best_scan(slot, cost);
        const bool better = cost < least || (cost == least && better_start(slot, best.slot));
        if (best.slot != no_slot && !better) continue;
        best = std::move(plan);
        least = cost;
    }
    if (started_ && least > 1000 && best.kind != ScanPlan::Kind::property) {
        planner_.warnings_.emplace_back(
            "two patterns with nothing in common: each row of one meets each row of the other");
    }
    started_ = true;
    bound_.insert(best.slot);
    std::string what;
    if (planner_.explains_) {
        for (const PathPattern& path : patterns_) {
            for (const NodePattern& node : path.nodes) {
                if (node.slot == best.slot && what.empty())
                    what = shown_node(node) + (best.name.empty() ? "" : " " + best.name);
            }
        }
    }
    return planner_.said(scan(std::move(input), std::move(best)), what);
}

// Paths that have a name.
StepPtr PatternPlanner::paths(StepPtr input) {
    for (const PathPattern& path : patterns_) {
        if (path.slot == no_slot || path.shortest != PathPattern::Shortest::no) continue;
        std::vector<Slot> elements;
        for (std::size_t i = 0; i < path.nodes.size(); ++i) {
            if (i > 0) elements.push_back(path.relationships[i - 1].slot);
            elements.push_back(path.nodes[i].slot);
        }
        input = bind_path(std::move(input), path.slot, std::move(elements));
    }
    return input;
}

}  // namespace entente::cypher
