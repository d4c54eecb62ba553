// A graph that only answers.
//
// in        any records: a GraphBuilder's, a MutableGraph's
// out       the same graph without gaps; nodes keep their order, edges are numbered by (source, type, target)
// shape     edges of one node and one type are neighbours in memory
// threads   many may read
// cost      25 MiB for a million edges between 100 000 nodes, properties and strings apart; freezing them:
// half a second example   const FrozenGraph graph = freeze(builder);
//           boost::strong_components(graph.boost_graph(), ...);
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>

#include "entente/graph/property_graph.hpp"

namespace entente {

class FrozenGraph final : public PropertyGraph {
  public:
    // Vertex v is NodeId{v}; get(boost::edge_index, boost_graph(), e) is the number of an EdgeId.
    using Boost = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                     boost::no_property, std::uint32_t, std::uint32_t>;

    FrozenGraph() : FrozenGraph(GraphRecords{}) {}
    explicit FrozenGraph(const GraphRecords& records);

    using PropertyGraph::in_edges;
    using PropertyGraph::out_edges;
    [[nodiscard]] EdgeRange out_edges(NodeId node) const override;
    [[nodiscard]] EdgeRange in_edges(NodeId node) const override;

    [[nodiscard]] const Boost& boost_graph() const { return boost_; }
    [[nodiscard]] EdgeId edge_of(const Boost::edge_descriptor& edge) const {
        return EdgeId{get(boost::edge_index, boost_, edge)};
    }

  private:
    Boost boost_;
};

[[nodiscard]] inline FrozenGraph freeze(const GraphRecords& records) {
    return FrozenGraph(records);
}

}  // namespace entente
