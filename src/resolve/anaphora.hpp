// Descriptions and pronouns to entities.
//
// in        the document with its names, and the clusters that they form
// out       further references: "the company", "the Norwegian firm", "she", "its"; only where one entity
// alone fits SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "resolve/clusters.hpp"

namespace entente::resolve {

// A reference to a cluster, before the entities have their final order.
struct Mentioned {
    std::size_t cluster = 0;
    TokenRange tokens;
    Reference::Kind kind = Reference::Kind::name;
};

// In the order of the text; names come back too.
[[nodiscard]] std::vector<Mentioned> mentions_of(const Document& document, const std::vector<Cluster>& clusters,
                                                 const Knowledge& knowledge);

}  // namespace entente::resolve
