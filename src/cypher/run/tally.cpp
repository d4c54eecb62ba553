// Relationships counted without being looked at one by one: a row with a weight stands for many.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "cypher/plan/steps.hpp"
#include "cypher/run/edges.hpp"
#include "cypher/run/expand.hpp"

namespace entente::cypher {
namespace {

// One row for each row of the input: its weight is the number of relationships that lead on.
class Degrees final : public Step {
  public:
    Degrees(StepPtr input, ExpandPlan plan)
        : Step(std::move(input)), plan_(std::move(plan)), kind_(plan_.direction, plan_.types) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        kind_.resolve(run.graph);
    }

    bool advance(Run& run) override {
        while (input_->next(run)) {
            const auto from = node_at(plan_.from, run);
            if (!from) continue;
            EdgeKind::Cursor cursor(kind_, run.graph, *from);
            const auto first = cursor.next();
            if (!first) continue;
            run.weight *= 1 + cursor.rest();
            run.row[plan_.relationship] = Value{*first};
            run.row[plan_.to] = Value{cursor.other()};
            return true;
        }
        return false;
    }
    std::string_view name() const override { return "Degrees"; }

  private:
    ExpandPlan plan_;
    EdgeKind kind_;
};

// All relationships of the graph, a row for each type.
class EdgesByType final : public Step {
  public:
    EdgesByType(StepPtr input, ExpandPlan plan) : Step(std::move(input)), plan_(std::move(plan)) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        counts_.clear();
        at_ = 0;
    }

    bool advance(Run& run) override {
        while (true) {
            for (; at_ < counts_.size(); ++at_) {
                if (counts_[at_] == 0) continue;
                const EdgeId edge = examples_[at_];
                run.weight *= counts_[at_++];
                run.row[plan_.relationship] = Value{edge};
                run.row[plan_.from] = Value{run.graph.source(edge)};
                run.row[plan_.to] = Value{run.graph.target(edge)};
                return true;
            }
            if (!input_->next(run)) return false;
            count(run);
        }
    }
    std::string_view name() const override { return "EdgesByType"; }

  private:
    void count(Run& run) {
        const PropertyGraph& graph = run.graph;
        counts_.assign(graph.type_names().size(), 0);
        examples_.resize(counts_.size());
        at_ = 0;
        for (std::uint32_t i = 0; i < graph.edge_bound(); ++i) {
            const EdgeId edge{i};
            if (!graph.contains(edge)) continue;
            const std::uint32_t type = number(graph.type(edge));
            // Without a direction each is found from both of its ends, a loop from its one.
            const bool twice = plan_.direction == Direction::both && graph.source(edge) != graph.target(edge);
            if (counts_[type] == 0) examples_[type] = edge;
            counts_[type] += twice ? 2 : 1;
        }
        if (plan_.types.empty()) return;
        for (std::uint32_t type = 0; type < counts_.size(); ++type) {
            if (std::ranges::find(plan_.types, graph.type_names()[TypeId{type}]) == plan_.types.end())
                counts_[type] = 0;
        }
    }

    ExpandPlan plan_;
    std::vector<std::uint64_t> counts_;
    std::vector<EdgeId> examples_;
    std::size_t at_ = 0;
};

}  // namespace

StepPtr degrees(StepPtr input, ExpandPlan plan) {
    return std::make_unique<Degrees>(std::move(input), std::move(plan));
}
StepPtr edges_by_type(StepPtr input, ExpandPlan plan) {
    return std::make_unique<EdgesByType>(std::move(input), std::move(plan));
}

}  // namespace entente::cypher
