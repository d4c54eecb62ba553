// Graph to numbers.
//
// in        either form of a property graph
// shape     one number a node id (node_bound() of them); removed nodes have 0, in components no_component
// threads   pure functions; the same bits for the same graph, frozen or mutable
// source    docs/analyse.md
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "entente/graph/property_graph.hpp"

namespace entente {

struct Degree {
    std::uint32_t in = 0, out = 0;  // a self loop counts in both
    [[nodiscard]] std::uint32_t total() const { return in + out; }
    friend bool operator==(Degree, Degree) = default;
};
[[nodiscard]] std::vector<Degree> degrees(const PropertyGraph& graph);

// Weakly connected: the direction of edges does not matter. Component 0 holds the smallest node id, component
// 1 the smallest that is not in component 0 ...
struct Components {
    std::uint32_t count = 0;
    std::vector<std::uint32_t> of;  // by node
};
inline constexpr std::uint32_t no_component = 0xFFFFFFFF;
[[nodiscard]] Components components(const PropertyGraph& graph);

// The share of time that a random reader spends at each node; the sum is 1. Each of parallel edges is a way
// to go. A reader at a node without out-edges goes on anywhere. source    Page, Brin, Motwani, Winograd 1999,
// with dangling mass spread evenly
struct PageRank {
    double damping = 0.85;     // [0, 1): how often a reader follows an edge
    double tolerance = 1e-12;  // stops when the ranks change by less in sum
    std::uint32_t most_rounds = 200;
};
[[nodiscard]] std::vector<double> page_rank(const PropertyGraph& graph, PageRank settings = {});

// On how many shortest directed paths between others a node lies, ties shared. Parallel edges count once.
// cost      O(nodes x edges): minutes beyond some 20 000 nodes
// source    Brandes 2001
[[nodiscard]] std::vector<double> betweenness(const PropertyGraph& graph);

// The greatest k such that a node lies in a part of the graph where each node has k neighbours. Direction, parallel edges
// and self loops do not count.
// source    Batagelj and Zaversnik 2003
[[nodiscard]] std::vector<std::uint32_t> core_numbers(const PropertyGraph& graph);

// Groups of nodes that hold together more than chance would have it, by modularity; each of them is connected. Direction
// does not matter, parallel edges weigh more. Community 0 holds the smallest node id. A greater resolution gives smaller
// communities.
// cost      about edges x log(nodes); a million edges take some seconds
// source    Traag, Waltman and van Eck 2019, "From Louvain to Leiden"; without lots, so the same each time
struct Communities {
    std::uint32_t count = 0;
    std::vector<std::uint32_t> of;  // by node; removed nodes: no_component
    double modularity = 0;
};
[[nodiscard]] Communities communities(const PropertyGraph& graph, double resolution = 1.0);

}  // namespace entente
