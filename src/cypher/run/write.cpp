// CREATE and MERGE.
// SPDX-License-Identifier: MIT
#include "cypher/run/write.hpp"

#include <fmt/core.h>

#include "cypher/parse/error.hpp"
#include "cypher/run/evaluate.hpp"
#include "cypher/run/expand.hpp"
#include "cypher/run/tuple.hpp"
#include "entente/graph/mutable.hpp"

namespace entente::cypher {

// ---- all rows first

void Writing::begin(Run& run) {
    input_->open(run);
    rows_.clear();
    at_ = 0;
    done_ = false;
}

void Writing::restore(Run& run, const Row& row) const {
    for (std::size_t i = 0; i < clause_.live.size(); ++i)
        run.row[clause_.live[i]] = row[i];
}

void Writing::keep(Run& run) {
    Row row;
    row.reserve(clause_.live.size());
    for (const Slot slot : clause_.live)
        row.push_back(run.row[slot]);
    run.charge(bytes_of(row));
    rows_.push_back(std::move(row));
}

bool Writing::advance(Run& run) {
    if (!std::exchange(done_, true)) {
        while (input_->next(run))
            keep(run);
        std::vector<Row> drawn = std::exchange(rows_, {});
        for (const Row& row : drawn) {
            run.tick();
            restore(run, row);
            work(run);
        }
        finish(run);
    }
    if (at_ == rows_.size()) return false;
    restore(run, rows_[at_++]);
    return true;
}

entente::Value stored(const Value& value) {
    if (auto out = value.property()) return *std::move(out);
    fail_running(
        "TypeError", "InvalidPropertyType",
        fmt::format("a property cannot hold {}", value.is(Value::Kind::list) ? "such a list" : name_of(value.kind())),
        "properties are booleans, numbers, strings and lists of those");
}

namespace {

struct Held {  // names that Properties refers to
    Map map;
    Properties properties;
};

Held properties_in(const ExpressionPtr& expression, Run& run) {
    Held out;
    if (!expression) return out;
    const Value value = evaluate(*expression, run);
    if (value.is_null()) return out;
    out.map = properties_of(value, run);
    for (const auto& [key, item] : out.map) {
        if (!item.is_null()) out.properties.push_back({key, stored(item)});
    }
    return out;
}

NodeId create_node(const NodePattern& pattern, Run& run) {
    if (pattern.bound) {
        const auto node = node_at(pattern.slot, run);
        if (node) return *node;
        fail_running("EntityNotFound", "MissingNode",
                     fmt::format("'{}' is null: nothing can be written at it", pattern.variable));
    }
    const Held held = properties_in(pattern.properties, run);
    LabelList labels;
    for (const LabelExpression& label : pattern.labels)
        labels.emplace_back(label.name);
    const NodeId node = run.writable->add_node(labels, held.properties);
    ++run.changes.nodes_created;
    run.changes.labels_added += run.graph.labels(node).size();
    run.changes.properties_set += held.properties.size();
    run.row[pattern.slot] = Value{node};
    return node;
}

void create_edge(const RelationshipPattern& pattern, NodeId left, NodeId right, Run& run) {
    const Held held = properties_in(pattern.properties, run);
    if (pattern.direction == Direction::in) std::swap(left, right);
    const EdgeId edge = run.writable->add_edge(left, right, pattern.types.front(), held.properties);
    ++run.changes.relationships_created;
    run.changes.properties_set += held.properties.size();
    run.row[pattern.slot] = Value{edge};
}

std::vector<Slot> elements_of(const PathPattern& path) {
    std::vector<Slot> out;
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        if (i > 0) out.push_back(path.relationships[i - 1].slot);
        out.push_back(path.nodes[i].slot);
    }
    return out;
}

class Create final : public Writing {
  public:
    using Writing::Writing;

  protected:
    void work(Run& run) override {
        for (const PathPattern& path : clause().patterns)
            create_path(path, run);
        keep(run);
    }
    std::string_view name() const override { return "Create"; }
};

class Merge final : public Writing {
  public:
    Merge(StepPtr input, const Clause& clause, StepPtr match)
        : Writing(std::move(input), clause), match_(std::move(match)) {}

  protected:
    void work(Run& run) override {
        const PathPattern& path = clause().patterns.front();
        for (const NodePattern& node : path.nodes)
            need_values(node.properties, run);
        for (const RelationshipPattern& one : path.relationships)
            need_values(one.properties, run);
        std::vector<Row> found;
        match_->open(run);
        while (match_->next(run))
            found.push_back(run.row);
        for (Row& row : found) {
            run.row = std::move(row);
            set_items(clause().on_match, run);
            keep(run);
        }
        if (!found.empty()) return;
        create_path(path, run);
        set_items(clause().on_create, run);
        keep(run);
    }
    std::string_view name() const override { return "Merge"; }

  private:
    // Null equals nothing: what is merged with it would be written anew each time.
    static void need_values(const ExpressionPtr& properties, Run& run) {
        if (!properties) return;
        for (std::size_t i = 0; i < properties->keys.size(); ++i) {
            if (!evaluate(*properties->operands[i], run).is_null()) continue;
            fail_running("SemanticError", "MergeReadOwnWrites",
                         fmt::format("MERGE with '{}' null finds nothing, ever", properties->keys[i]),
                         "leave the property out, or filter nulls before");
        }
    }
    StepPtr match_;
};

}  // namespace

void create_path(const PathPattern& path, Run& run) {
    std::vector<NodeId> nodes;
    for (const NodePattern& node : path.nodes) {
        // A variable that stands twice in the clause: the first place writes it, the second finds it.
        nodes.push_back(create_node(node, run));
    }
    for (std::size_t i = 0; i < path.relationships.size(); ++i)
        create_edge(path.relationships[i], nodes[i], nodes[i + 1], run);
    if (path.slot != no_slot) run.row[path.slot] = path_of(elements_of(path), run);
}

StepPtr create(StepPtr input, const Clause& clause) {
    return std::make_unique<Create>(std::move(input), clause);
}
StepPtr merge(StepPtr input, const Clause& clause, StepPtr match) {
    return std::make_unique<Merge>(std::move(input), clause, std::move(match));
}

}  // namespace entente::cypher
