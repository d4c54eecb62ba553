// Descriptions and pronouns to entities.
//
// in        the document with its trees and names, and the clusters that the names form
//           `bodies`: where those that have no name are told of, in the order of the text
// out       further references: "the company", "the Norwegian firm", "she", "its", "the two countries", "we";
//           only where it is clear who is meant
// SPDX-License-Identifier: MIT
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

// In the order of the text; names come back too. Of two who are meant by the same words each has its own.
[[nodiscard]] std::vector<Mentioned> mentions_of(const Document& document, const std::vector<Cluster>& clusters,
                                                 const std::vector<Mentioned>& bodies, const Knowledge& knowledge);

}  // namespace entente::resolve
