// Betweenness centrality.
//
// Brandes' algorithm from Boost, over the graph without parallel edges and self loops: three articles that
// say the same are no three roads. Paths are counted in doubles, as their number can pass any integer.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/property_map.hpp>
#include <utility>
#include <vector>

#include "entente/analyse.hpp"

namespace entente {
namespace {

using Simple = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                  boost::no_property, std::uint32_t, std::uint32_t>;

Simple simple(const PropertyGraph& graph) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    ends.reserve(graph.edge_count());
    for (const EdgeId edge : graph.edges()) {
        if (graph.source(edge) == graph.target(edge)) continue;
        ends.emplace_back(number(graph.source(edge)), number(graph.target(edge)));
    }
    std::ranges::sort(ends);
    ends.erase(std::ranges::unique(ends).begin(), ends.end());
    return {boost::edges_are_sorted, ends.begin(), ends.end(), graph.node_bound(),
            static_cast<std::uint32_t>(ends.size())};
}

}  // namespace

std::vector<double> betweenness(const PropertyGraph& graph) {
    const Simple roads = simple(graph);
    const std::size_t size = graph.node_bound();
    std::vector<double> centrality(size), distance(size), dependency(size), paths(size);
    std::vector<std::vector<Simple::edge_descriptor>> incoming(size);
    const auto index = get(boost::vertex_index, roads);
    const auto by_node = [&](auto& values) { return boost::make_iterator_property_map(values.begin(), index); };
    boost::brandes_betweenness_centrality(roads, by_node(centrality), boost::dummy_property_map(), by_node(incoming),
                                          by_node(distance), by_node(dependency), by_node(paths), index);
    return centrality;
}

}  // namespace entente
