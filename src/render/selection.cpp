// What of a graph is drawn.
//
// Of a graph too large to read the entities with the greatest sum of belief over their edges are kept. That
// is where a reader is found who walks from entity to entity along what is said, in either direction and by
// how far it is believed: PageRank of the undirected graph, without its leaps. PageRank along the arrows
// would hide those who act and are not acted upon, such as a regulator that bans.
// SPDX-License-Identifier: MIT
#include "render/selection.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace entente::render {
namespace {

// The numbers [0, size) in the order of `before`, cut to `most`, ascending again.
template <typename Before>
std::vector<std::uint32_t> first(std::vector<std::uint32_t> all, std::size_t most, Before before) {
    if (all.size() > most) {
        std::ranges::sort(all, before);
        all.resize(most);
        std::ranges::sort(all);
    }
    return all;
}

std::vector<double> beliefs(const KnowledgeGraph& knowledge) {
    std::vector<double> out(knowledge.nodes().size());
    for (const auto& edge : knowledge.edges()) {
        out[edge.subject] += edge.belief;
        if (edge.object != edge.subject) out[edge.object] += edge.belief;
    }
    return out;
}

std::vector<std::uint32_t> related_nodes(const KnowledgeGraph& knowledge) {
    std::vector<std::uint32_t> out;
    for (const auto& edge : knowledge.edges())
        out.insert(out.end(), {edge.subject, edge.object});
    std::ranges::sort(out);
    const auto repeats = std::ranges::unique(out);
    out.erase(repeats.begin(), repeats.end());
    return out;
}

std::vector<std::uint32_t> ends(const KnowledgeGraph& knowledge, const std::vector<std::uint32_t>& edges) {
    std::vector<bool> is_end(knowledge.nodes().size());
    for (const auto edge : edges)
        is_end[knowledge.edges()[edge].subject] = is_end[knowledge.edges()[edge].object] = true;
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < is_end.size(); ++i) {
        if (is_end[i]) out.push_back(i);
    }
    return out;
}

}  // namespace

Selection select(const KnowledgeGraph& knowledge, const RenderOptions& options) {
    const auto& nodes = knowledge.nodes();
    const auto& edges = knowledge.edges();
    const std::vector<double> weight = beliefs(knowledge);
    const auto weightier = [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(-weight[a], -static_cast<double>(nodes[a].mentions), a) <
               std::tuple(-weight[b], -static_cast<double>(nodes[b].mentions), b);
    };
    const std::vector<std::uint32_t> related = related_nodes(knowledge);
    std::vector<std::uint32_t> kept = first(related, options.most_entities, weightier);

    Selection out;
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        if (std::ranges::binary_search(kept, edges[i].subject) && std::ranges::binary_search(kept, edges[i].object)) {
            out.edges.push_back(i);
        }
    }
    out.edges = first(std::move(out.edges), options.most_relations, [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(-edges[a].belief, edges[b].supports.size(), a) <
               std::tuple(-edges[b].belief, edges[a].supports.size(), b);
    });
    out.nodes = ends(knowledge, out.edges);
    out.cut_nodes = related.size() - out.nodes.size();
    out.cut_edges = edges.size() - out.edges.size();

    std::vector<std::uint32_t> lonely(nodes.size());
    std::iota(lonely.begin(), lonely.end(), 0U);
    std::erase_if(lonely, [&](std::uint32_t node) { return std::ranges::binary_search(related, node); });
    if (options.lonely) {
        const std::size_t room = options.most_entities - std::min(options.most_entities, out.nodes.size());
        const auto shown = first(lonely, room, weightier);
        out.lonely_nodes = lonely.size() - shown.size();
        out.nodes.insert(out.nodes.end(), shown.begin(), shown.end());
        std::ranges::sort(out.nodes);
    } else {
        out.lonely_nodes = lonely.size();
    }
    return out;
}

}  // namespace entente::render
