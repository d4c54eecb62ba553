// Whether two names may mean one.
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

#include "entente/assemble.hpp"

namespace entente::judge {

// The words by which a node is looked for: those of its names, and the initials of longer ones.
[[nodiscard]] std::set<std::string> keys_of(const KnowledgeGraph::Node& node);

// How likely two nodes of one type are one, by their names alone: 0 = nothing speaks for it.
[[nodiscard]] double likeness(const KnowledgeGraph::Node& a, const KnowledgeGraph::Node& b);

}  // namespace entente::judge
