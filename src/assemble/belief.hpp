// How far an edge is believed.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/assemble.hpp"

namespace entente::assembling {

// Fills in what an edge's supports say together: belief, first_seen, last_seen, publishers, independent, copies.
// `stories` and `publishers` are by document.
void weigh(KnowledgeGraph::Edge& edge, const std::vector<DocumentInfo>& documents,
           const std::vector<std::uint32_t>& stories, const std::vector<std::string>& publishers);

}  // namespace entente::assembling
