// Nodes and edges as records.
//
// What all forms of a property graph share: labels, types, properties and ends; not who neighbours whom.
//
// shape     ids count up and are never used again; nodes(), edges() and nodes(label) ascend
// errors    GraphBuilder: Error (internal) for an edge to a node that is not there, and beyond 2^32 - 2 of
// anything lifetime  a `const Value&` lives as long as the graph; ranges and spans until it is changed
// threads   many may read, or one write
// cost      an edge: 12 bytes; a node: 4 bytes and 4 for each label; properties: see columns.hpp
// example   GraphBuilder graph;
//           const NodeId norway = graph.add_node({"Country"}, {{"name", "Norway"}});
//           const NodeId telmar = graph.add_node({"Organisation"}, {{"name", "Telmar"}});
//           graph.add_edge(norway, telmar, "BANS", {{"belief", 0.9}});
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <ranges>
#include <span>
#include <string_view>
#include <vector>

#include "entente/graph/columns.hpp"
#include "entente/graph/ids.hpp"
#include "entente/graph/value.hpp"

namespace entente {

struct Property {
    std::string_view key;
    Value value;
};
using Properties = std::vector<Property>;
using LabelList = std::vector<std::string_view>;

class GraphRecords {
    // Those of the ids below `bound` that are there.
    template <GraphId Id>
    [[nodiscard]] auto ids(std::uint32_t bound) const {
        return std::views::iota(std::uint32_t{0}, bound) |
               std::views::transform([](std::uint32_t i) { return Id{i}; }) |
               std::views::filter([this](Id id) { return contains(id); });
    }

  public:
    [[nodiscard]] std::uint32_t node_count() const { return node_count_; }
    [[nodiscard]] std::uint32_t edge_count() const { return edge_count_; }
    // One past the greatest id so far: the size of an array with a place for each.
    [[nodiscard]] std::uint32_t node_bound() const { return static_cast<std::uint32_t>(label_set_.size()); }
    [[nodiscard]] std::uint32_t edge_bound() const { return static_cast<std::uint32_t>(edges_.size()); }

    [[nodiscard]] bool contains(NodeId node) const {
        return number(node) < node_bound() && label_set_[number(node)] != removed_set;
    }
    [[nodiscard]] bool contains(EdgeId edge) const { return number(edge) < edge_bound() && type(edge) != removed_type; }
    [[nodiscard]] auto nodes() const { return ids<NodeId>(node_bound()); }
    [[nodiscard]] auto edges() const { return ids<EdgeId>(edge_bound()); }
    [[nodiscard]] std::span<const NodeId> nodes(LabelId label) const { return labelled_[number(label)]; }
    [[nodiscard]] std::span<const NodeId> nodes(std::string_view label) const;  // none if nothing is called so

    [[nodiscard]] NodeId source(EdgeId edge) const { return edges_[number(edge)].source; }
    [[nodiscard]] NodeId target(EdgeId edge) const { return edges_[number(edge)].target; }
    [[nodiscard]] TypeId type(EdgeId edge) const { return edges_[number(edge)].type; }
    [[nodiscard]] std::span<const LabelId> labels(NodeId node) const;  // ascending
    [[nodiscard]] bool has_label(NodeId node, LabelId label) const;

    // Null where there is none, and for a key that nobody uses.
    [[nodiscard]] const Value& property(NodeId node, KeyId key) const {
        return values_[node_columns_[number(key)].at(number(node))];
    }
    [[nodiscard]] const Value& property(EdgeId edge, KeyId key) const {
        return values_[edge_columns_[number(key)].at(number(edge))];
    }
    [[nodiscard]] const Value& property(NodeId node, std::string_view key) const;
    [[nodiscard]] const Value& property(EdgeId edge, std::string_view key) const;
    [[nodiscard]] std::vector<KeyId> keys(NodeId node) const;  // of properties that are not null, ascending
    [[nodiscard]] std::vector<KeyId> keys(EdgeId edge) const;

    [[nodiscard]] const Names<LabelId>& label_names() const { return label_names_; }
    [[nodiscard]] const Names<TypeId>& type_names() const { return type_names_; }
    [[nodiscard]] const Names<KeyId>& key_names() const { return key_names_; }

    // The same without gaps and lost values: nodes in their order, edges by source, type, target, then as
    // they were.
    [[nodiscard]] GraphRecords compact() const;

  protected:
    NodeId add_node(const LabelList& labels = {}, const Properties& properties = {});
    EdgeId add_edge(NodeId source, NodeId target, std::string_view type, const Properties& properties = {});
    void set(NodeId node, std::string_view key, Value value);  // null takes the property away
    void set(EdgeId edge, std::string_view key, Value value);
    void set_labels(NodeId node, std::vector<LabelId> labels);
    LabelId intern_label(std::string_view name);
    void remove(NodeId node);  // which has no edges
    void remove(EdgeId edge);

  private:
    struct Edge {
        NodeId source, target;
        TypeId type;
    };
    static constexpr std::uint32_t removed_set{0xFFFFFFFF};  // a removed node's label set
    static constexpr TypeId removed_type{0xFFFFFFFF};        // a removed edge's type

    KeyId intern_key(std::string_view name);
    void unlist(NodeId node);  // from the nodes of its labels
    [[nodiscard]] std::vector<std::uint32_t> sorted_edges() const;
    void copy_properties(const GraphRecords& from, std::span<const std::uint32_t> node_rows,
                         std::span<const std::uint32_t> edge_rows);

    std::uint32_t node_count_ = 0, edge_count_ = 0;
    Names<LabelId> label_names_;
    Names<TypeId> type_names_;
    Names<KeyId> key_names_;
    std::vector<std::uint32_t> label_set_;              // by node, in label_sets_
    std::vector<Edge> edges_;                           // by edge
    std::vector<std::vector<LabelId>> label_sets_{{}};  // set 0 is empty
    std::map<std::vector<LabelId>, std::uint32_t> set_numbers_{{{}, 0}};
    std::vector<std::vector<NodeId>> labelled_;        // by label, ascending
    std::vector<Column> node_columns_, edge_columns_;  // by key
    Values values_;
};

// Collects what freeze() makes a graph of; cheaper than a MutableGraph, as it knows no neighbours.
class GraphBuilder : public GraphRecords {
  public:
    using GraphRecords::add_edge;
    using GraphRecords::add_node;
    using GraphRecords::set;
};

}  // namespace entente
