// Bodies without a name of their own.
//
// in        the document with its trees and names, and the clusters that the names form
// out       further clusters, and where in the text these bodies are told of
// example   "Norway's fisheries ministry", "Thai police", "the finance ministry"; not "Norway's regulator, the Network
//           Board", nor "a police officer"
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "resolve/anaphora.hpp"
#include "resolve/clauses.hpp"
#include "resolve/clusters.hpp"

namespace entente::resolve {

// Adds a cluster for each such body. Returns where they are told of, in the order of the text: as a name where the country
// stands beside it, else as a description. One that is told of by the words of a name ("the finance ministry" for the
// Ministry of Finance) is that one.
[[nodiscard]] std::vector<Mentioned> add_bodies(const Document& document, const Knowledge& knowledge,
                                                std::vector<Cluster>& clusters);

}  // namespace entente::resolve
