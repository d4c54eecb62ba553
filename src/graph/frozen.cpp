// A graph that only answers.
//
// Boost numbers edges as they lie in memory, by source; ours are sorted before, so the two numbers are one.
// Its links from a target back to its edges come in the order of edges, by source first; they are put in the
// order of types here. SPDX-License-Identifier: MIT
#include "entente/graph/frozen.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace entente {
namespace {

FrozenGraph::Boost rows_of(const GraphRecords& records) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    ends.reserve(records.edge_count());
    for (const EdgeId edge : records.edges()) {
        ends.emplace_back(number(records.source(edge)), number(records.target(edge)));
    }
    return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), records.node_count()};
}

// The numbers of a node's in-edges, as they lie in Boost's rows. Its members are public: see its own free
// functions.
template <typename Graph>
auto in_row(Graph& graph, std::uint32_t node) {
    const auto& starts = graph.m_backward.m_rowstart;
    return std::span(graph.m_backward.m_edge_properties).subspan(starts[node], starts[node + 1] - starts[node]);
}

}  // namespace

FrozenGraph::FrozenGraph(const GraphRecords& records) : PropertyGraph(records.compact()), boost_(rows_of(*this)) {
    for (const NodeId node : nodes()) {
        // Within a type the order by source, type, target leaves what is promised: by source, then id.
        std::ranges::stable_sort(in_row(boost_, number(node)), {}, [this](std::uint32_t i) { return type(EdgeId{i}); });
    }
    std::ranges::transform(boost_.m_backward.m_edge_properties, boost_.m_backward.m_column.begin(),
                           [this](std::uint32_t i) { return number(source(EdgeId{i})); });
}

EdgeRange FrozenGraph::out_edges(NodeId node) const {
    const auto& starts = boost_.m_forward.m_rowstart;
    return {starts[number(node)], starts[number(node) + 1]};
}

EdgeRange FrozenGraph::in_edges(NodeId node) const {
    return EdgeRange(in_row(boost_, number(node)));
}

}  // namespace entente
