// Graph to numbers.
//
// All sums run over nodes and their edges in the graph's own order, so a graph gives the same bits in both
// its forms. SPDX-License-Identifier: MIT
#include "entente/analyse.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace entente {

std::vector<Degree> degrees(const PropertyGraph& graph) {
    std::vector<Degree> degrees(graph.node_bound());
    for (const NodeId node : graph.nodes()) {
        degrees[number(node)] = {.in = graph.in_degree(node), .out = graph.out_degree(node)};
    }
    return degrees;
}

// Union-find; the root of a tree is its smallest node, so roots come in the order of their components.
Components components(const PropertyGraph& graph) {
    std::vector<std::uint32_t> parent(graph.node_bound());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](NodeId node) {
        std::uint32_t at = number(node);
        while (parent[at] != at)
            at = parent[at] = parent[parent[at]];
        return at;
    };
    for (const EdgeId edge : graph.edges()) {
        const auto [least, other] = std::minmax({root(graph.source(edge)), root(graph.target(edge))});
        parent[other] = least;
    }
    Components found{0, std::vector<std::uint32_t>(graph.node_bound(), no_component)};
    for (const NodeId node : graph.nodes()) {
        const std::uint32_t first = root(node);
        found.of[number(node)] = first == number(node) ? found.count++ : found.of[first];
    }
    return found;
}

namespace {

// One step of all readers at once; what it returns is how much the ranks changed.
double follow_edges(const PropertyGraph& graph, double damping, std::vector<double>& ranks) {
    const double nodes = graph.node_count();
    std::vector<double> next(ranks.size(), 0.0);
    double dangling = 0.0;
    for (const NodeId node : graph.nodes()) {
        const EdgeRange out = graph.out_edges(node);
        if (out.empty()) {
            dangling += ranks[number(node)];
            continue;
        }
        const double share = ranks[number(node)] / out.size();
        for (const EdgeId edge : out)
            next[number(graph.target(edge))] += share;
    }
    double change = 0.0;
    for (const NodeId node : graph.nodes()) {
        double& rank = next[number(node)];
        rank = damping * (rank + dangling / nodes) + (1.0 - damping) / nodes;
        change += std::abs(rank - ranks[number(node)]);
    }
    ranks = std::move(next);
    return change;
}

}  // namespace

std::vector<double> page_rank(const PropertyGraph& graph, PageRank settings) {
    std::vector<double> ranks(graph.node_bound(), 0.0);
    for (const NodeId node : graph.nodes())
        ranks[number(node)] = 1.0 / graph.node_count();
    for (std::uint32_t round = 0; round < settings.most_rounds; ++round) {
        if (follow_edges(graph, settings.damping, ranks) < settings.tolerance) break;
    }
    return ranks;
}

}  // namespace entente
