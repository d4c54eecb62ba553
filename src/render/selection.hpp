// What of a graph is drawn.
//
// in        any KnowledgeGraph
// out       nodes and edges to draw, ascending; all edges lie between these nodes
// cost      linear but for sorting
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "entente/render.hpp"

namespace entente::render {

struct Selection {
    std::vector<std::uint32_t> nodes, edges;
    std::size_t cut_nodes = 0;  // with relations, but left out: the picture would be too full
    std::size_t cut_edges = 0;
    std::size_t lonely_nodes = 0;  // left out, for they have no relation
};

[[nodiscard]] Selection select(const KnowledgeGraph& knowledge, const RenderOptions& options);

}  // namespace entente::render
