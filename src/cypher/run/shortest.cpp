// Shortest paths between two known nodes.
//
// One path: breadth first from both ends, always on from the smaller layer, until they meet; of equals the one that is
// found first, which is the same in each run. All paths: layers from one end, then back through them.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "cypher/plan/steps.hpp"
#include "cypher/run/edges.hpp"
#include "cypher/run/evaluate.hpp"
#include "cypher/run/expand.hpp"

namespace entente::cypher {
namespace {

// What one end has reached: who, in which search, over which edge.
struct Side {
    explicit Side(EdgeKind along) : kind(std::move(along)) {}

    void start(const PropertyGraph& graph, NodeId node, std::uint32_t search) {
        round.resize(graph.node_bound(), 0);
        over.resize(graph.node_bound());
        from.resize(graph.node_bound());
        round[number(node)] = search;
        from[number(node)] = node;
        layer.assign(1, node);
    }

    EdgeKind kind;
    std::vector<std::uint32_t> round;  // the search that reached it last
    std::vector<EdgeId> over;
    std::vector<NodeId> from;
    std::vector<NodeId> layer, next;
};

class Shortest final : public Step {
  public:
    Shortest(StepPtr input, ExpandPlan plan)
        : Step(std::move(input)),
          plan_(std::move(plan)),
          ahead_(EdgeKind(plan_.direction, plan_.types)),
          behind_(ahead_.kind.turned()) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        ahead_.kind.resolve(run.graph);
        behind_.kind.resolve(run.graph);
        found_.clear();
    }

    bool advance(Run& run) override {
        while (found_.empty()) {
            if (!input_->next(run)) return false;
            const auto from = node_at(plan_.from, run), to = node_at(plan_.to, run);
            if (!from || !to) continue;
            start_tests(run);
            ++search_;
            if (*from == *to) {
                if (plan_.least == 0) found_.push_back({{*from}, {}});
            } else if (plan_.all_shortest) {
                all(run, *from, *to);
            } else {
                one(run, *from, *to);
            }
            std::ranges::reverse(found_);
        }
        give(run, std::move(found_.back()));
        found_.pop_back();
        return true;
    }

    std::string_view name() const override { return plan_.all_shortest ? "AllShortestPaths" : "ShortestPath"; }

  private:
    void start_tests(Run& run) {
        values_.clear();
        for (const Test& test : plan_.tests)
            values_.push_back(evaluate(*test.value, run));
    }

    [[nodiscard]] bool wanted(EdgeId edge, const Run& run) const {
        for (std::size_t i = 0; i < plan_.tests.size(); ++i) {
            if (equal(Value(run.graph.property(edge, plan_.tests[i].key)), values_[i]) != true) return false;
        }
        return plan_.other_than.empty() || !is_used(edge, plan_.other_than, run);
    }

    void give(Run& run, Path path) const {
        if (plan_.reversed) {
            std::ranges::reverse(path.nodes);
            std::ranges::reverse(path.edges);
        }
        run.row[plan_.relationship] = Value{List(path.edges.begin(), path.edges.end())};
        if (plan_.path != no_slot) run.row[plan_.path] = Value{std::move(path)};
    }

    void one(Run& run, NodeId from, NodeId to) {
        ahead_.start(run.graph, from, search_);
        behind_.start(run.graph, to, search_);
        for (std::uint64_t length = 0; length < plan_.most; ++length) {
            const bool forward = ahead_.layer.size() <= behind_.layer.size();
            Side &side = forward ? ahead_ : behind_, &other = forward ? behind_ : ahead_;
            if (side.layer.empty()) return;
            if (const auto middle = spread(run, side, other)) return join(*middle);
        }
    }

    // One layer on; where it meets the other side.
    std::optional<NodeId> spread(Run& run, Side& side, const Side& other) const {
        side.next.clear();
        for (const NodeId node : side.layer) {
            EdgeKind::Cursor cursor(side.kind, run.graph, node);
            while (const auto edge = cursor.next()) {
                run.tick();
                const std::uint32_t at = number(cursor.other());
                if (side.round[at] == search_ || !wanted(*edge, run)) continue;
                side.round[at] = search_;
                side.over[at] = *edge;
                side.from[at] = node;
                side.next.push_back(cursor.other());
                if (other.round[at] == search_) return cursor.other();
            }
        }
        side.layer.swap(side.next);
        return std::nullopt;
    }

    void join(NodeId middle) {
        Path path;
        const auto collect = [&](const Side& side) {
            for (NodeId at = middle; side.from[number(at)] != at; at = side.from[number(at)]) {
                path.edges.push_back(side.over[number(at)]);
                path.nodes.push_back(side.from[number(at)]);
            }
        };
        collect(ahead_);
        std::ranges::reverse(path.edges);
        std::ranges::reverse(path.nodes);
        path.nodes.push_back(middle);
        collect(behind_);
        found_.push_back(std::move(path));
    }

    // Distances from `from`, then all ways back from `to` that come nearer at each step.
    void all(Run& run, NodeId from, NodeId to) {
        ahead_.start(run.graph, from, search_);
        distance_.assign(run.graph.node_bound(), 0);
        for (std::uint32_t length = 1; length <= plan_.most && !ahead_.layer.empty(); ++length) {
            ahead_.next.clear();
            for (const NodeId node : ahead_.layer)
                number_neighbours(run, node, length);
            ahead_.layer.swap(ahead_.next);
            if (ahead_.round[number(to)] == search_) {
                Path path{{to}, {}};
                back(run, from, path);
                return;
            }
        }
    }

    void number_neighbours(Run& run, NodeId node, std::uint32_t length) {
        EdgeKind::Cursor cursor(ahead_.kind, run.graph, node);
        while (const auto edge = cursor.next()) {
            run.tick();
            const std::uint32_t at = number(cursor.other());
            if (ahead_.round[at] == search_ || !wanted(*edge, run)) continue;
            ahead_.round[at] = search_;
            distance_[at] = length;
            ahead_.next.push_back(cursor.other());
        }
    }

    void back(Run& run, NodeId from, Path& path) {
        std::vector<EdgeKind::Cursor> stack{EdgeKind::Cursor(behind_.kind, run.graph, path.nodes.back())};
        while (!stack.empty()) {
            const auto edge = stack.back().next();
            if (!edge) {
                stack.pop_back();
                path.nodes.pop_back();
                if (!path.edges.empty()) path.edges.pop_back();
                continue;
            }
            run.tick();
            const NodeId node = stack.back().other();
            const std::uint32_t here = distance_[number(path.nodes.back())];
            if (ahead_.round[number(node)] != search_ || distance_[number(node)] + 1 != here || !wanted(*edge, run)) {
                continue;
            }
            path.edges.push_back(*edge);
            path.nodes.push_back(node);
            if (node != from) {
                stack.emplace_back(behind_.kind, run.graph, node);
                continue;
            }
            Path whole = path;
            std::ranges::reverse(whole.nodes);
            std::ranges::reverse(whole.edges);
            run.charge(64 + 8 * whole.edges.size());
            found_.push_back(std::move(whole));
            path.edges.pop_back();
            path.nodes.pop_back();
        }
    }

    ExpandPlan plan_;
    Side ahead_, behind_;
    std::vector<std::uint32_t> distance_;
    std::vector<Value> values_;
    std::vector<Path> found_;
    std::uint32_t search_ = 0;
};

}  // namespace

StepPtr shortest(StepPtr input, ExpandPlan plan) {
    return std::make_unique<Shortest>(std::move(input), std::move(plan));
}

}  // namespace entente::cypher
