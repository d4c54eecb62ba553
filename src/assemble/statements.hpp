// Statements to edges.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/assemble.hpp"

namespace entente::assembling {

using Numbers = std::unordered_map<std::string_view, std::uint32_t>;  // an entity's id -> its place in nodes()

// The edges of the articles, sorted and weighed; `articles` are in the order of `graph`'s documents, which with its nodes and
// stories must be there. The statements are moved out of the articles.
[[nodiscard]] std::vector<KnowledgeGraph::Edge> edges_of(const std::vector<Extraction*>& articles,
                                                         const KnowledgeGraph& graph, const Numbers& numbers,
                                                         const Schema& schema);

}  // namespace entente::assembling
