// A graph that can be changed.
//
// shape     ids stay what they are, whatever is removed. In boost_graph() vertex v is NodeId{v}; a removed
// node stays
//           there as a vertex without edges, a removed edge is gone
// errors    Error (internal) for a change to a node or an edge that is not there
// threads   many may read, or one write
// cost      about 135 bytes an edge; adding an edge: O(log degree), and moving 4 bytes for each edge of its
// ends;
//           removing: O(degree). Values that no longer stand anywhere are kept until the graph is frozen.
// example   MutableGraph graph;
//           const NodeId norway = graph.add_node({"Country"}, {{"name", "Norway"}});
//           graph.set(norway, "mentions", 3);
//           graph.remove(norway);
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

#include "entente/graph/property_graph.hpp"

namespace entente {

class MutableGraph final : public PropertyGraph {
  public:
    // Numbers of edges, sorted as PropertyGraph promises: Boost keeps edges as they came, and cannot search
    // them.
    struct Neighbours {
        std::vector<std::uint32_t> out, in;
    };
    using Boost = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Neighbours, EdgeId>;

    MutableGraph() = default;
    explicit MutableGraph(const GraphRecords& records);  // a graph to go on from; ids stay

    NodeId add_node(const LabelList& labels = {}, const Properties& properties = {});
    EdgeId add_edge(NodeId source, NodeId target, std::string_view type, const Properties& properties = {});
    using GraphRecords::set;
    void add_label(NodeId node, std::string_view label);
    void remove_label(NodeId node, std::string_view label);
    void remove(NodeId node);  // and its edges
    void remove(EdgeId edge);

    using PropertyGraph::in_edges;
    using PropertyGraph::out_edges;
    [[nodiscard]] EdgeRange out_edges(NodeId node) const override;
    [[nodiscard]] EdgeRange in_edges(NodeId node) const override;

    [[nodiscard]] const Boost& boost_graph() const { return boost_; }
    [[nodiscard]] EdgeId edge_of(const Boost::edge_descriptor& edge) const { return boost_[edge]; }

  private:
    void link(EdgeId edge);
    void unlink_from_source(EdgeId edge);
    void unlink_from_target(EdgeId edge);

    Boost boost_;
};

}  // namespace entente
