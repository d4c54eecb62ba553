// SET, REMOVE and DELETE.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <set>

#include "cypher/parse/error.hpp"
#include "cypher/run/evaluate.hpp"
#include "cypher/run/write.hpp"
#include "entente/graph/mutable.hpp"

namespace entente::cypher {
namespace {

using Kind = Value::Kind;

void set_property(const Value& target, const std::string& key, const Value& value, Run& run) {
    const auto change = [&](auto id) {
        run.need_there(id);
        run.writable->set(id, key, stored(value));
        ++run.changes.properties_set;
    };
    if (target.is(Kind::node)) return change(target.node());
    if (target.is(Kind::relationship)) return change(target.relationship());
    if (target.is_null()) return;
    fail_running("TypeError", "InvalidArgumentType",
                 fmt::format("SET changes nodes and relationships, not {}", name_of(target.kind())));
}

void set_all(const Value& target, const Value& value, bool keeps_others, Run& run) {
    if (target.is_null()) return;
    const Map wanted = value.is_null() ? Map{} : properties_of(value, run);
    if (!keeps_others) {
        for (const auto& [key, old] : properties_of(target, run)) {
            if (!wanted.contains(key)) set_property(target, key, Value{}, run);
        }
    }
    for (const auto& [key, item] : wanted)
        set_property(target, key, item, run);
}

void change_labels(const Value& target, const std::vector<std::string>& labels, bool add, Run& run) {
    if (target.is_null()) return;
    if (!target.is(Kind::node)) {
        fail_running("TypeError", "InvalidArgumentType", fmt::format("{} has no labels", name_of(target.kind())));
    }
    run.need_there(target.node());
    for (const std::string& label : labels) {
        const std::size_t before = run.graph.labels(target.node()).size();
        add ? run.writable->add_label(target.node(), label) : run.writable->remove_label(target.node(), label);
        const std::size_t after = run.graph.labels(target.node()).size();
        run.changes.labels_added += after > before;
        run.changes.labels_removed += after < before;
    }
}

class Change final : public Writing {
  public:
    using Writing::Writing;

  protected:
    void work(Run& run) override {
        clause().kind == Clause::Kind::set ? set_items(clause().items, run) : remove_items(clause().items, run);
        keep(run);
    }
    std::string_view name() const override { return clause().kind == Clause::Kind::set ? "Set" : "Remove"; }
};

// What is to go is collected first: relationships go before the nodes that they hold to.
class Erase final : public Writing {
  public:
    using Writing::Writing;

  protected:
    void work(Run& run) override {
        for (const ExpressionPtr& what : clause().expressions)
            mark(evaluate(*what, run));
        keep(run);
    }

    void finish(Run& run) override {
        for (const EdgeId edge : edges_)
            remove(edge, run);
        for (const NodeId node : nodes_) {
            if (!run.graph.contains(node)) continue;
            if (clause().detach) {
                while (!run.graph.out_edges(node).empty())
                    remove(run.graph.out_edges(node)[0], run);
                while (!run.graph.in_edges(node).empty())
                    remove(run.graph.in_edges(node)[0], run);
            } else if (run.graph.degree(node) > 0) {
                fail_running("ConstraintVerificationFailed", "DeleteConnectedNode", "the node still has relationships",
                             "DETACH DELETE removes them too");
            }
            run.changes.labels_removed += run.graph.labels(node).size();
            run.writable->remove(node);
            ++run.changes.nodes_deleted;
        }
    }
    std::string_view name() const override { return clause().detach ? "DetachDelete" : "Delete"; }

  private:
    void mark(const Value& value) {
        switch (value.kind()) {
            case Kind::null:
                return;
            case Kind::node:
                nodes_.insert(value.node());
                return;
            case Kind::relationship:
                edges_.insert(value.relationship());
                return;
            case Kind::path:
                nodes_.insert(value.path().nodes.begin(), value.path().nodes.end());
                edges_.insert(value.path().edges.begin(), value.path().edges.end());
                return;
            default:
                fail_running(
                    "TypeError", "InvalidArgumentType",
                    fmt::format("DELETE removes nodes, relationships and paths, not {}", name_of(value.kind())));
        }
    }

    static void remove(EdgeId edge, Run& run) {
        if (!run.graph.contains(edge)) return;
        run.deleted_types.emplace(edge, run.graph.type_names()[run.graph.type(edge)]);
        run.writable->remove(edge);
        ++run.changes.relationships_deleted;
    }

    std::set<NodeId> nodes_;
    std::set<EdgeId> edges_;
};

}  // namespace

void set_items(const std::vector<SetItem>& items, Run& run) {
    for (const SetItem& item : items) {
        if (item.kind == SetItem::Kind::labels) {
            change_labels(evaluate(*item.target, run), item.labels, true, run);
        } else if (item.kind == SetItem::Kind::property) {
            const Value target = evaluate(*item.target->operands[0], run);
            set_property(target, item.target->name, evaluate(*item.value, run), run);
        } else {
            set_all(evaluate(*item.target, run), evaluate(*item.value, run), item.kind == SetItem::Kind::add, run);
        }
    }
}

void remove_items(const std::vector<SetItem>& items, Run& run) {
    for (const SetItem& item : items) {
        if (item.kind == SetItem::Kind::labels) {
            change_labels(evaluate(*item.target, run), item.labels, false, run);
        } else {
            set_property(evaluate(*item.target->operands[0], run), item.target->name, Value{}, run);
        }
    }
}

StepPtr change(StepPtr input, const Clause& clause) {
    return std::make_unique<Change>(std::move(input), clause);
}
StepPtr erase(StepPtr input, const Clause& clause) {
    return std::make_unique<Erase>(std::move(input), clause);
}

}  // namespace entente::cypher
