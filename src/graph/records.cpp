// Nodes and edges as records.
//
// A node's labels are one number: that of the set of them. Sets are few, so nodes that look alike share one.
// SPDX-License-Identifier: MIT
#include "entente/graph/records.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "entente/text/error.hpp"

namespace entente {
namespace {

void require(bool holds, std::string_view text) {
    if (!holds) throw Error(Error::Kind::internal, text);
}

constexpr std::uint32_t most = 0xFFFFFFFE;  // nodes or edges; the number after it means "removed"

std::vector<KeyId> filled(const std::vector<Column>& columns, std::uint32_t row) {
    std::vector<KeyId> keys;
    for (std::uint32_t key = 0; key < columns.size(); ++key) {
        if (columns[key].at(row) != ValueId::null) keys.push_back(KeyId{key});
    }
    return keys;
}

void clear_row(std::vector<Column>& columns, std::uint32_t row) {
    for (Column& column : columns) {
        if (column.at(row) != ValueId::null) column.set(row, ValueId::null);
    }
}

}  // namespace

// ---- reading

std::span<const NodeId> GraphRecords::nodes(std::string_view label) const {
    const auto known = label_names_.find(label);
    return known ? nodes(*known) : std::span<const NodeId>{};
}

std::span<const LabelId> GraphRecords::labels(NodeId node) const {
    if (!contains(node)) return {};
    return label_sets_[label_set_[number(node)]];
}

bool GraphRecords::has_label(NodeId node, LabelId label) const {
    return std::ranges::binary_search(labels(node), label);
}

const Value& GraphRecords::property(NodeId node, std::string_view key) const {
    const auto known = key_names_.find(key);
    return known ? property(node, *known) : values_[ValueId::null];
}

const Value& GraphRecords::property(EdgeId edge, std::string_view key) const {
    const auto known = key_names_.find(key);
    return known ? property(edge, *known) : values_[ValueId::null];
}

std::vector<KeyId> GraphRecords::keys(NodeId node) const {
    return filled(node_columns_, number(node));
}
std::vector<KeyId> GraphRecords::keys(EdgeId edge) const {
    return filled(edge_columns_, number(edge));
}

// ---- writing

LabelId GraphRecords::intern_label(std::string_view name) {
    const LabelId label = label_names_.intern(name);
    labelled_.resize(label_names_.size());
    return label;
}

KeyId GraphRecords::intern_key(std::string_view name) {
    const KeyId key = key_names_.intern(name);
    node_columns_.resize(key_names_.size());
    edge_columns_.resize(key_names_.size());
    return key;
}

NodeId GraphRecords::add_node(const LabelList& labels, const Properties& properties) {
    require(node_bound() < most, "too many nodes");
    const NodeId node{node_bound()};
    label_set_.push_back(0);
    ++node_count_;
    std::vector<LabelId> known;
    for (const std::string_view label : labels)
        known.push_back(intern_label(label));
    set_labels(node, std::move(known));
    for (const Property& property : properties)
        set(node, property.key, property.value);
    return node;
}

EdgeId GraphRecords::add_edge(NodeId source, NodeId target, std::string_view type, const Properties& properties) {
    require(contains(source) && contains(target), "an edge from or to a node that is not there");
    require(edge_bound() < most, "too many edges");
    const EdgeId edge{edge_bound()};
    edges_.push_back({source, target, type_names_.intern(type)});
    ++edge_count_;
    for (const Property& property : properties)
        set(edge, property.key, property.value);
    return edge;
}

void GraphRecords::set(NodeId node, std::string_view key, Value value) {
    require(contains(node), "a property of a node that is not there");
    node_columns_[number(intern_key(key))].set(number(node), values_.intern(std::move(value)));
}

void GraphRecords::set(EdgeId edge, std::string_view key, Value value) {
    require(contains(edge), "a property of an edge that is not there");
    edge_columns_[number(intern_key(key))].set(number(edge), values_.intern(std::move(value)));
}

void GraphRecords::set_labels(NodeId node, std::vector<LabelId> labels) {
    require(contains(node), "labels of a node that is not there");
    std::ranges::sort(labels);
    labels.erase(std::ranges::unique(labels).begin(), labels.end());
    const auto [set, is_new] = set_numbers_.try_emplace(labels, static_cast<std::uint32_t>(label_sets_.size()));
    if (is_new) label_sets_.push_back(std::move(labels));
    unlist(node);
    label_set_[number(node)] = set->second;
    for (const LabelId label : set->first) {
        std::vector<NodeId>& nodes = labelled_[number(label)];
        nodes.insert(std::ranges::upper_bound(nodes, node), node);
    }
}

void GraphRecords::unlist(NodeId node) {
    for (const LabelId label : labels(node)) {
        std::vector<NodeId>& nodes = labelled_[number(label)];
        nodes.erase(std::ranges::lower_bound(nodes, node));
    }
}

void GraphRecords::remove(NodeId node) {
    require(contains(node), "a node that is not there cannot be removed");
    unlist(node);
    label_set_[number(node)] = removed_set;
    clear_row(node_columns_, number(node));
    --node_count_;
}

void GraphRecords::remove(EdgeId edge) {
    require(contains(edge), "an edge that is not there cannot be removed");
    edges_[number(edge)].type = removed_type;
    clear_row(edge_columns_, number(edge));
    --edge_count_;
}

// ---- without gaps

GraphRecords GraphRecords::compact() const {
    GraphRecords out;
    out.label_names_ = label_names_;
    out.type_names_ = type_names_;
    out.key_names_ = key_names_;
    out.label_sets_ = label_sets_;
    out.set_numbers_ = set_numbers_;
    out.labelled_.resize(labelled_.size());

    std::vector<std::uint32_t> node_rows, moved(node_bound());  // new to old, old to new
    node_rows.reserve(node_count_);
    for (const NodeId node : nodes()) {
        moved[number(node)] = static_cast<std::uint32_t>(node_rows.size());
        node_rows.push_back(number(node));
        out.label_set_.push_back(label_set_[number(node)]);
        for (const LabelId label : labels(node)) {
            out.labelled_[number(label)].push_back(NodeId{moved[number(node)]});
        }
    }
    const std::vector<std::uint32_t> edge_rows = sorted_edges();
    out.edges_.reserve(edge_count_);
    for (const std::uint32_t row : edge_rows) {
        const auto& [source, target, type] = edges_[row];
        out.edges_.push_back({NodeId{moved[number(source)]}, NodeId{moved[number(target)]}, type});
    }
    out.node_count_ = node_count_;
    out.edge_count_ = edge_count_;
    out.copy_properties(*this, node_rows, edge_rows);
    return out;
}

std::vector<std::uint32_t> GraphRecords::sorted_edges() const {
    std::vector<std::uint32_t> rows;
    rows.reserve(edge_count_);
    for (const EdgeId edge : edges())
        rows.push_back(number(edge));
    std::ranges::sort(rows, {}, [this](std::uint32_t row) {
        const Edge& edge = edges_[row];
        return std::tuple(edge.source, edge.type, edge.target, row);
    });
    return rows;
}

void GraphRecords::copy_properties(const GraphRecords& from, std::span<const std::uint32_t> node_rows,
                                   std::span<const std::uint32_t> edge_rows) {
    std::vector<ValueId> moved(from.values_.size(),
                               ValueId::null);  // a value is looked up once, not at each use
    const auto copy = [&](const std::vector<Column>& columns, std::span<const std::uint32_t> rows) {
        std::vector<Column> copies(columns.size());
        for (std::size_t key = 0; key < columns.size(); ++key) {
            for (std::uint32_t row = 0; row < rows.size(); ++row) {
                const ValueId old = columns[key].at(rows[row]);
                if (old == ValueId::null) continue;
                ValueId& value = moved[static_cast<std::uint32_t>(old)];
                if (value == ValueId::null) value = values_.intern(from.values_[old]);
                copies[key].set(row, value);
            }
            copies[key].compact();
        }
        return copies;
    };
    node_columns_ = copy(from.node_columns_, node_rows);
    edge_columns_ = copy(from.edge_columns_, edge_rows);
}

}  // namespace entente
