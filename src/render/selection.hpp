// What of a graph is drawn.
//
// in        any KnowledgeGraph
// out       nodes and edges to draw, ascending; all edges lie between these nodes
// cost      linear but for sorting
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/render.hpp"

namespace entente::render {

struct Selection {
    std::vector<std::uint32_t> nodes, edges;
    std::size_t wanted_nodes = 0, wanted_edges = 0;  // that the filter lets pass: the picture may be too full for all
    std::size_t lonely_nodes = 0;                    // left out, for they have no relation
    std::string filter;                              // "within 2 steps of Telmar; bans", or ""
};

[[nodiscard]] Selection select(const KnowledgeGraph& knowledge, const RenderOptions& options);

}  // namespace entente::render
