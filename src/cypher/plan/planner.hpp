// A checked query to a plan.
//
// A pattern starts at the node of which there are fewest (one id, one value of a property, the rarest label), goes on
// along relationships from what is known, closes circles as soon as both ends are known, and tests each condition as
// early as it can be.
//
// cost      some microseconds; patterns of n relationships: n^2
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cypher/plan/shortcuts.hpp"
#include "cypher/plan/steps.hpp"

namespace entente::cypher {

class Planner {
  public:
    Planner(std::string_view text, const PropertyGraph& graph, bool writes, bool explains)
        : text_(text), graph_(graph), writes_(writes), explains_(explains) {}

    [[nodiscard]] StepPtr plan(Statement& statement);
    [[nodiscard]] std::vector<std::string> warnings() && { return std::move(warnings_); }

  private:
    StepPtr plan(Statement& statement, bool nested);
    StepPtr plan(SingleQuery& query);
    StepPtr clause(StepPtr input, Clause& clause, const Clause* next);
    StepPtr match(StepPtr input, Clause& clause, const Clause* next);
    StepPtr projection(StepPtr input, Clause& clause);
    StepPtr grouped(StepPtr input, Projection& projection);
    StepPtr written(StepPtr input, Clause& clause);

    // Plans the patterns and queries within an expression.
    void prepare(Expression* expression);
    void prepare_pattern(PathPattern& path);
    // Warns of labels, types and properties that the graph does not have.
    void know(const PathPattern& path);
    void know(const std::vector<LabelExpression>& labels);

    [[nodiscard]] std::string shown(Span span) const;
    StepPtr said(StepPtr step, std::string_view what) const;

    friend class PatternPlanner;
    std::string_view text_;
    const PropertyGraph& graph_;
    bool writes_, explains_;
    std::vector<std::string> warnings_;
};

// Plans the patterns of one MATCH, or of one expression.
class PatternPlanner {
  public:
    PatternPlanner(Planner& planner, std::vector<PathPattern>& patterns);
    void where(std::vector<const Expression*> conjuncts);
    // Slots that the plan gives a value.
    [[nodiscard]] std::vector<Slot> introduced() const { return {introduced_.begin(), introduced_.end()}; }
    // Each end of a path of any length once is enough, and nobody reads how it was reached.
    void want_distinct_ends() { distinct_ends_ = true; }
    // What the rows are for; must outlive the plan().
    void want(const Demand& demand);
    [[nodiscard]] StepPtr plan(StepPtr input);

  private:
    struct Edge {
        const RelationshipPattern* pattern;
        const PathPattern* path;
        Slot left, right;
        bool done = false;
    };
    void add_node(const NodePattern& node);
    void add_edge(const PathPattern& path, std::size_t i);
    void add_properties(const ExpressionPtr& properties, Slot slot);
    void add_condition(Condition condition);
    [[nodiscard]] bool known(Slot slot) const { return bound_.contains(slot); }
    StepPtr tested(StepPtr input);
    [[nodiscard]] Edge* next_edge();
    StepPtr along(StepPtr input, Edge& edge);
    StepPtr start(StepPtr input);
    [[nodiscard]] bool only_types_counted() const;
    [[nodiscard]] bool only_degree_counted(const ExpandPlan& plan, const Edge& edge) const;
    [[nodiscard]] bool better_start(Slot slot, Slot than) const;
    [[nodiscard]] ScanPlan best_scan(Slot slot, double& cost) const;
    [[nodiscard]] const Expression* equal_value(const Condition& condition, Slot slot, std::string& key) const;
    StepPtr paths(StepPtr input);
    void warn_of(const Edge& edge, bool unbounded);

    Planner& planner_;
    std::vector<PathPattern>& patterns_;
    std::vector<Slot> nodes_;  // in the order of the text
    std::vector<Edge> edges_;
    std::vector<Condition> conditions_;
    std::set<Slot> bound_, introduced_;
    std::vector<Slot> used_edges_;
    bool distinct_ends_ = false;
    const Demand* demand_ = nullptr;
    bool started_ = false;
};

}  // namespace entente::cypher
