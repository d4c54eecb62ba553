// Where patterns start: nodes, all or those of a label, a property's value, an id.
// SPDX-License-Identifier: MIT
#include <span>

#include "cypher/plan/steps.hpp"
#include "cypher/run/evaluate.hpp"
#include "cypher/run/index.hpp"

namespace entente::cypher {
namespace {

class OneRow final : public Step {
  public:
    OneRow() : Step(nullptr) {}

  protected:
    void begin(Run&) override { given_ = false; }
    bool advance(Run&) override { return !std::exchange(given_, true); }
    std::string_view name() const override { return "Row"; }

  private:
    bool given_ = true;
};

class Scan final : public Step {
  public:
    Scan(StepPtr input, ScanPlan plan) : Step(std::move(input)), plan_(std::move(plan)) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        active_ = false;
    }

    bool advance(Run& run) override {
        while (true) {
            if (active_ && give(run)) return true;
            active_ = false;
            if (!input_->next(run)) return false;
            start(run);
            active_ = true;
        }
    }

    std::string_view name() const override {
        switch (plan_.kind) {
            case ScanPlan::Kind::all:
                return "AllNodes";
            case ScanPlan::Kind::label:
                return "NodesOfLabel";
            case ScanPlan::Kind::property:
                return "NodesByProperty";
            default:
                return "NodeById";
        }
    }

  private:
    void start(Run& run) {
        at_ = 0;
        if (plan_.kind == ScanPlan::Kind::label) {
            labelled_ = run.graph.nodes(plan_.name);
        } else if (plan_.value) {
            value_ = evaluate(*plan_.value, run);
            if (plan_.kind == ScanPlan::Kind::property) found_ = run.index->find(plan_.name, value_);
        } else {
            end_ = run.graph.node_bound();  // nodes that this query adds are not seen
        }
    }

    bool give(Run& run) {
        switch (plan_.kind) {
            case ScanPlan::Kind::all:
                while (at_ < end_) {
                    const NodeId node{at_++};
                    if (run.graph.contains(node)) return put(run, node);
                }
                return false;
            case ScanPlan::Kind::label:
                return at_ < labelled_.size() && put(run, labelled_[at_++]);
            case ScanPlan::Kind::property:
                return at_ < found_.size() && put(run, found_[at_++].second);
            default: {
                const bool there = at_++ == 0 && value_.is(Value::Kind::integer) && value_.integer() >= 0 &&
                                   value_.integer() < run.graph.node_bound() &&
                                   run.graph.contains(NodeId{static_cast<std::uint32_t>(value_.integer())});
                return there && put(run, NodeId{static_cast<std::uint32_t>(value_.integer())});
            }
        }
    }

    bool put(Run& run, NodeId node) const {
        run.row[plan_.slot] = Value{node};
        return true;
    }

    ScanPlan plan_;
    bool active_ = false;
    std::uint32_t at_ = 0, end_ = 0;
    std::span<const NodeId> labelled_;
    std::span<const PropertyIndex::Entry> found_;
    Value value_;
};

}  // namespace

StepPtr one_row() {
    return std::make_unique<OneRow>();
}

StepPtr scan(StepPtr input, ScanPlan plan) {
    return std::make_unique<Scan>(std::move(input), std::move(plan));
}

}  // namespace entente::cypher
