// A graph that can be changed.
// SPDX-License-Identifier: MIT
#include "entente/graph/mutable.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace entente {
namespace {

// Where `edge` stands, or belongs, in a list that is sorted by type, other end, id.
auto place_of(EdgeId edge, std::vector<std::uint32_t>& list, const GraphRecords& graph, auto other_end) {
    const auto rank = [&](std::uint32_t i) { return std::tuple(graph.type(EdgeId{i}), other_end(EdgeId{i}), i); };
    return std::ranges::lower_bound(list, rank(number(edge)), {}, rank);
}

auto place_out(EdgeId edge, std::vector<std::uint32_t>& out, const GraphRecords& graph) {
    return place_of(edge, out, graph, [&](EdgeId e) { return graph.target(e); });
}

auto place_in(EdgeId edge, std::vector<std::uint32_t>& in, const GraphRecords& graph) {
    return place_of(edge, in, graph, [&](EdgeId e) { return graph.source(e); });
}

}  // namespace

MutableGraph::MutableGraph(const GraphRecords& records) : PropertyGraph(records), boost_(records.node_bound()) {
    for (const EdgeId edge : edges())
        link(edge);
}

NodeId MutableGraph::add_node(const LabelList& labels, const Properties& properties) {
    const NodeId node = GraphRecords::add_node(labels, properties);
    boost::add_vertex(boost_);
    return node;
}

EdgeId MutableGraph::add_edge(NodeId source, NodeId target, std::string_view type, const Properties& properties) {
    const EdgeId edge = GraphRecords::add_edge(source, target, type, properties);
    link(edge);
    return edge;
}

void MutableGraph::link(EdgeId edge) {
    const NodeId from = source(edge), to = target(edge);
    std::vector<std::uint32_t>& out = boost_[number(from)].out;
    std::vector<std::uint32_t>& in = boost_[number(to)].in;
    out.insert(place_out(edge, out, *this), number(edge));
    in.insert(place_in(edge, in, *this), number(edge));
    boost::add_edge(number(from), number(to), edge, boost_);
}

void MutableGraph::add_label(NodeId node, std::string_view label) {
    std::vector<LabelId> all(labels(node).begin(), labels(node).end());
    all.push_back(intern_label(label));
    set_labels(node, std::move(all));
}

void MutableGraph::remove_label(NodeId node, std::string_view label) {
    std::vector<LabelId> all(labels(node).begin(), labels(node).end());
    if (const auto known = label_names().find(label)) std::erase(all, *known);
    set_labels(node, std::move(all));
}

void MutableGraph::unlink_from_source(EdgeId edge) {
    std::vector<std::uint32_t>& out = boost_[number(source(edge))].out;
    out.erase(place_out(edge, out, *this));
}

void MutableGraph::unlink_from_target(EdgeId edge) {
    std::vector<std::uint32_t>& in = boost_[number(target(edge))].in;
    in.erase(place_in(edge, in, *this));
}

void MutableGraph::remove(EdgeId edge) {
    if (contains(edge)) {
        unlink_from_source(edge);
        unlink_from_target(edge);
        const auto is_it = [&](const Boost::edge_descriptor& e) { return boost_[e] == edge; };
        boost::remove_out_edge_if(number(source(edge)), is_it, boost_);
    }
    GraphRecords::remove(edge);
}

// A hub's edges go at once: one by one, each would search the hub's whole list in Boost.
void MutableGraph::remove(NodeId node) {
    if (contains(node)) {
        const Neighbours own = std::exchange(boost_[number(node)], {});
        for (const std::uint32_t i : own.out) {
            const EdgeId edge{i};
            if (target(edge) != node) unlink_from_target(edge);
            GraphRecords::remove(edge);
        }
        for (const std::uint32_t i : own.in) {
            const EdgeId edge{i};
            if (!contains(edge)) continue;  // a self loop, gone with the out-edges
            unlink_from_source(edge);
            GraphRecords::remove(edge);
        }
        boost::clear_vertex(number(node), boost_);
    }
    GraphRecords::remove(node);
}

EdgeRange MutableGraph::out_edges(NodeId node) const {
    return EdgeRange(boost_[number(node)].out);
}
EdgeRange MutableGraph::in_edges(NodeId node) const {
    return EdgeRange(boost_[number(node)].in);
}

}  // namespace entente
