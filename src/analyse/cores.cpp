// Core numbers.
//
// Batagelj and Zaversnik's algorithm from Boost, over the graph without directions, parallel edges and self loops.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/core_numbers.hpp>
#include <utility>
#include <vector>

#include "entente/analyse.hpp"

namespace entente {

std::vector<std::uint32_t> core_numbers(const PropertyGraph& graph) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    ends.reserve(graph.edge_count());
    for (const EdgeId edge : graph.edges()) {
        const auto pair = std::minmax({number(graph.source(edge)), number(graph.target(edge))});
        if (pair.first != pair.second) ends.emplace_back(pair);
    }
    std::ranges::sort(ends);
    ends.erase(std::ranges::unique(ends).begin(), ends.end());
    using Simple = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
    const Simple simple(ends.begin(), ends.end(), graph.node_bound());
    std::vector<std::uint32_t> cores(graph.node_bound(), 0);
    boost::core_numbers(simple, boost::make_iterator_property_map(cores.begin(), get(boost::vertex_index, simple)));
    return cores;
}

}  // namespace entente
