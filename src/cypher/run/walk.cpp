// Any number of relationships on.
//
// Depth first, in a loop: the stack of cursors is the path. No edge twice on a path.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <unordered_set>

#include "cypher/parse/error.hpp"
#include "cypher/plan/steps.hpp"
#include "cypher/run/edges.hpp"
#include "cypher/run/evaluate.hpp"
#include "cypher/run/expand.hpp"

namespace entente::cypher {
namespace {

// The edge's properties are as {key: value} wants them; the values are those of the row at the start.
class EdgeTests {
  public:
    explicit EdgeTests(const std::vector<Test>& tests) : tests_(tests) {}
    void start(Run& run) {
        values_.clear();
        for (const Test& test : tests_)
            values_.push_back(evaluate(*test.value, run));
    }
    [[nodiscard]] bool hold(EdgeId edge, const Run& run) const {
        for (std::size_t i = 0; i < tests_.size(); ++i) {
            if (equal(Value(run.graph.property(edge, tests_[i].key)), values_[i]) != true) return false;
        }
        return true;
    }

  private:
    const std::vector<Test>& tests_;
    std::vector<Value> values_;
};

class Walk final : public Step {
  public:
    Walk(StepPtr input, ExpandPlan plan)
        : Step(std::move(input)), plan_(std::move(plan)), kind_(plan_.direction, plan_.types), tests_(plan_.tests) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        kind_.resolve(run.graph);
        stack_.clear();
        edges_.clear();
        fresh_ = false;
    }

    bool advance(Run& run) override {
        while (true) {
            if (std::exchange(fresh_, false) && plan_.least == 0 && give(run, start_)) return true;
            while (!stack_.empty()) {
                const auto edge = stack_.back().next();
                if (!edge) {
                    step_back();
                    continue;
                }
                run.tick();
                if (!may_follow(*edge, run)) continue;
                const NodeId node = stack_.back().other();
                edges_.push_back(*edge);
                const std::size_t length = edges_.size();
                // The cursor of the new node; one that gives nothing keeps the two stacks of one height.
                stack_.push_back(length < plan_.most ? EdgeKind::Cursor(kind_, run.graph, node) : EdgeKind::Cursor());
                if (length >= plan_.least && give(run, node)) return true;
            }
            if (!input_->next(run)) return false;
            start(run);
        }
    }

    std::string_view name() const override { return "Walk"; }

  private:
    void start(Run& run) {
        stack_.clear();
        edges_.clear();
        const auto from = node_at(plan_.from, run);
        if (!from) return;
        want_.reset();
        if (plan_.into) {
            want_ = node_at(plan_.to, run);
            if (!want_) return;
        }
        start_ = *from;
        tests_.start(run);
        fresh_ = true;
        if (plan_.most > 0) stack_.emplace_back(kind_, run.graph, start_);
    }

    void step_back() {
        stack_.pop_back();
        if (!edges_.empty()) edges_.pop_back();
    }

    bool may_follow(EdgeId edge, const Run& run) const {
        return std::ranges::find(edges_, edge) == edges_.end() && !is_used(edge, plan_.other_than, run) &&
               tests_.hold(edge, run);
    }

    bool give(Run& run, NodeId end) {
        if (want_ && *want_ != end) return false;
        if (plan_.keeps_path) {
            List list(edges_.begin(), edges_.end());
            if (plan_.reversed) std::ranges::reverse(list);
            run.row[plan_.relationship] = Value{std::move(list)};
        }
        if (!plan_.into) run.row[plan_.to] = Value{end};
        return true;
    }

    ExpandPlan plan_;
    EdgeKind kind_;
    EdgeTests tests_;
    std::vector<EdgeKind::Cursor> stack_;
    std::vector<EdgeId> edges_;
    NodeId start_{};
    std::optional<NodeId> want_;
    bool fresh_ = false;
};

// A list of relationships that is known already: it is followed from its start.
class WalkKnown final : public Step {
  public:
    WalkKnown(StepPtr input, ExpandPlan plan)
        : Step(std::move(input)), plan_(std::move(plan)), kind_(plan_.direction, plan_.types) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        kind_.resolve(run.graph);
    }

    bool advance(Run& run) override {
        while (input_->next(run)) {
            const auto from = node_at(plan_.from, run);
            const Value& value = run.row[plan_.relationship];
            if (!from || !value.is(Value::Kind::list)) continue;
            const auto end = follow(*from, value.list(), run);
            if (!end) continue;
            if (plan_.into) {
                const auto wanted = node_at(plan_.to, run);
                if (!wanted || *wanted != *end) continue;
            } else {
                run.row[plan_.to] = Value{*end};
            }
            return true;
        }
        return false;
    }

    std::string_view name() const override { return "WalkKnown"; }

  private:
    [[nodiscard]] std::optional<NodeId> follow(NodeId from, const List& list, const Run& run) const {
        if (list.size() < plan_.least || list.size() > plan_.most) return std::nullopt;
        std::optional<NodeId> at = from;
        for (std::size_t i = 0; i < list.size() && at; ++i) {
            const Value& one = plan_.reversed ? list[list.size() - 1 - i] : list[i];
            if (!one.is(Value::Kind::relationship)) return std::nullopt;
            at = kind_.other_end(run.graph, one.relationship(), *at);
        }
        return at;
    }

    ExpandPlan plan_;
    EdgeKind kind_;
};

// Ends of paths, each once, breadth first: no path is walked twice. Right where the least length is 0 or 1: a shortest
// way uses no edge twice.
class Reach final : public Step {
  public:
    Reach(StepPtr input, ExpandPlan plan)
        : Step(std::move(input)), plan_(std::move(plan)), kind_(plan_.direction, plan_.types), tests_(plan_.tests) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        kind_.resolve(run.graph);
        ends_.clear();
        at_ = 0;
    }

    bool advance(Run& run) override {
        while (true) {
            while (at_ < ends_.size()) {
                const NodeId end = ends_[at_++];
                if (want_ && *want_ != end) continue;
                if (!plan_.into) run.row[plan_.to] = Value{end};
                return true;
            }
            if (!input_->next(run)) return false;
            search(run);
        }
    }

    std::string_view name() const override { return "Reach"; }

  private:
    void search(Run& run) {
        ends_.clear();
        at_ = 0;
        const auto from = node_at(plan_.from, run);
        if (!from) return;
        want_.reset();
        if (plan_.into) {
            want_ = node_at(plan_.to, run);
            if (!want_) return;
        }
        tests_.start(run);
        seen_.resize(run.graph.node_bound(), 0);
        ++round_;
        if (plan_.least == 0) reached(*from);
        std::vector<NodeId> layer{*from}, next;
        for (std::uint64_t length = 1; length <= plan_.most && !layer.empty(); ++length, layer.swap(next)) {
            next.clear();
            for (const NodeId node : layer)
                spread(run, node, next);
        }
    }

    void spread(Run& run, NodeId node, std::vector<NodeId>& next) {
        EdgeKind::Cursor cursor(kind_, run.graph, node);
        while (const auto edge = cursor.next()) {
            run.tick();
            if (!tests_.hold(*edge, run) || is_used(*edge, plan_.other_than, run)) continue;
            if (reached(cursor.other())) next.push_back(cursor.other());
        }
    }

    bool reached(NodeId node) {
        if (std::exchange(seen_[number(node)], round_) == round_) return false;
        ends_.push_back(node);
        return true;
    }

    ExpandPlan plan_;
    EdgeKind kind_;
    EdgeTests tests_;
    std::vector<NodeId> ends_;
    std::vector<std::uint32_t> seen_;  // the round in which a node was reached
    std::uint32_t round_ = 0;
    std::size_t at_ = 0;
    std::optional<NodeId> want_;
};

}  // namespace

StepPtr walk(StepPtr input, ExpandPlan plan) {
    if (plan.bound) return std::make_unique<WalkKnown>(std::move(input), std::move(plan));
    return std::make_unique<Walk>(std::move(input), std::move(plan));
}

StepPtr reach(StepPtr input, ExpandPlan plan) {
    return std::make_unique<Reach>(std::move(input), std::move(plan));
}

}  // namespace entente::cypher
