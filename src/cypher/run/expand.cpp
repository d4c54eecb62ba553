// One relationship on.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "cypher/parse/error.hpp"
#include "cypher/plan/steps.hpp"
#include "cypher/run/edges.hpp"
#include "cypher/run/expand.hpp"

namespace entente::cypher {

std::optional<NodeId> node_at(Slot slot, const Run& run) {
    const Value& value = run.row[slot];
    if (value.is(Value::Kind::node)) {
        if (run.writable && !run.graph.contains(value.node())) return std::nullopt;
        return value.node();
    }
    if (value.is_null()) return std::nullopt;
    fail_running("TypeError", "InvalidArgumentType", fmt::format("a pattern begins at {}", name_of(value.kind())));
}

bool is_used(EdgeId edge, const std::vector<Slot>& slots, const Run& run) {
    return std::ranges::any_of(slots, [&](Slot slot) {
        const Value& value = run.row[slot];
        if (value.is(Value::Kind::relationship)) return value.relationship() == edge;
        if (!value.is(Value::Kind::list)) return false;
        return std::ranges::any_of(value.list(), [&](const Value& one) {
            return one.is(Value::Kind::relationship) && one.relationship() == edge;
        });
    });
}

namespace {

class Expand final : public Step {
  public:
    Expand(StepPtr input, ExpandPlan plan)
        : Step(std::move(input)),
          plan_(std::move(plan)),
          forward_(plan_.direction, plan_.types),
          backward_(forward_.turned()) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        forward_.resolve(run.graph);
        backward_.resolve(run.graph);
        cursor_ = {};
    }

    bool advance(Run& run) override {
        while (true) {
            while (const auto edge = cursor_.next()) {
                if (want_ && cursor_.other() != *want_) continue;
                if (!plan_.other_than.empty() && is_used(*edge, plan_.other_than, run)) continue;
                run.row[plan_.relationship] = Value{*edge};
                if (!plan_.into) run.row[plan_.to] = Value{cursor_.other()};
                return true;
            }
            if (!input_->next(run)) return false;
            start(run);
        }
    }

    std::string_view name() const override { return plan_.into ? "ExpandInto" : "Expand"; }

  private:
    // Between two known nodes the edges of the one that has fewer are looked through.
    void start(Run& run) {
        cursor_ = {};
        want_.reset();
        const auto from = node_at(plan_.from, run);
        if (!from) return;
        if (!plan_.into) {
            cursor_ = EdgeKind::Cursor(forward_, run.graph, *from);
            return;
        }
        const auto to = node_at(plan_.to, run);
        if (!to) return;
        const bool turned = backward_.degree(run.graph, *to) < forward_.degree(run.graph, *from);
        want_ = turned ? from : to;
        cursor_ = turned ? EdgeKind::Cursor(backward_, run.graph, *to) : EdgeKind::Cursor(forward_, run.graph, *from);
    }

    ExpandPlan plan_;
    EdgeKind forward_, backward_;
    EdgeKind::Cursor cursor_;
    std::optional<NodeId> want_;
};

// A relationship that is known already: its ends are looked at, or found.
class ExpandKnown final : public Step {
  public:
    ExpandKnown(StepPtr input, ExpandPlan plan)
        : Step(std::move(input)), plan_(std::move(plan)), kind_(plan_.direction, plan_.types) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        kind_.resolve(run.graph);
        starts_.clear();
    }

    bool advance(Run& run) override {
        while (true) {
            while (!starts_.empty()) {
                const NodeId from = starts_.back();
                starts_.pop_back();
                if (give(run, from)) return true;
            }
            if (!input_->next(run)) return false;
            start(run);
        }
    }

    std::string_view name() const override { return "ExpandKnown"; }

  private:
    void start(Run& run) {
        const Value& value = run.row[plan_.relationship];
        if (value.is_null()) return;
        if (!value.is(Value::Kind::relationship)) {
            fail_running("TypeError", "InvalidArgumentType",
                         fmt::format("a pattern follows {}", name_of(value.kind())));
        }
        edge_ = value.relationship();
        if (!plan_.from_unknown) {
            if (const auto from = node_at(plan_.from, run)) starts_.push_back(*from);
            return;
        }
        starts_.push_back(run.graph.target(edge_));
        if (run.graph.source(edge_) != starts_.front()) starts_.push_back(run.graph.source(edge_));
    }

    bool give(Run& run, NodeId from) {
        const auto to = kind_.other_end(run.graph, edge_, from);
        if (!to || is_used(edge_, plan_.other_than, run)) return false;
        if (plan_.into) {
            const auto wanted = node_at(plan_.to, run);
            if (!wanted || *wanted != *to) return false;
        }
        if (plan_.from_unknown) run.row[plan_.from] = Value{from};
        if (!plan_.into) run.row[plan_.to] = Value{*to};
        return true;
    }

    ExpandPlan plan_;
    EdgeKind kind_;
    EdgeId edge_{};
    std::vector<NodeId> starts_;
};

class BindPath final : public Step {
  public:
    BindPath(StepPtr input, Slot path, std::vector<Slot> elements)
        : Step(std::move(input)), path_(path), elements_(std::move(elements)) {}

  protected:
    bool advance(Run& run) override {
        if (!input_->next(run)) return false;
        run.row[path_] = path_of(elements_, run);
        return true;
    }
    std::string_view name() const override { return "Path"; }

  private:
    Slot path_;
    std::vector<Slot> elements_;
};

}  // namespace

Value path_of(const std::vector<Slot>& elements, const Run& run) {
    Path out;
    const auto follow = [&](EdgeId edge) {
        const NodeId at = out.nodes.back();
        out.edges.push_back(edge);
        out.nodes.push_back(run.graph.source(edge) == at ? run.graph.target(edge) : run.graph.source(edge));
    };
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const Value& value = run.row[elements[i]];
        if (value.is_null()) return {};
        if (i == 0) {
            out.nodes.push_back(value.node());
        } else if (value.is(Value::Kind::relationship)) {
            follow(value.relationship());
        } else if (value.is(Value::Kind::list)) {
            for (const Value& one : value.list())
                follow(one.relationship());
        }
    }
    return Value{std::move(out)};
}

StepPtr expand(StepPtr input, ExpandPlan plan) {
    if (plan.bound) return std::make_unique<ExpandKnown>(std::move(input), std::move(plan));
    return std::make_unique<Expand>(std::move(input), std::move(plan));
}

StepPtr bind_path(StepPtr input, Slot path, std::vector<Slot> elements) {
    return std::make_unique<BindPath>(std::move(input), path, std::move(elements));
}

}  // namespace entente::cypher
