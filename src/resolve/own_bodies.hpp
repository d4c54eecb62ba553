// A person's own body.
//
// in        the document, its clusters and all mentions so far, in the order of the text
// out       further mentions: "his government", "Ann Li's party", "her company" of somebody whose office the article tells
// example   "Ann Li leads the Civic League. Her party ..." is the Civic League; "her party, the League" and "her party
//           leader" are none
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "resolve/anaphora.hpp"
#include "resolve/clauses.hpp"
#include "resolve/clusters.hpp"
#include "resolve/profile.hpp"

namespace entente::resolve {

[[nodiscard]] std::vector<Mentioned> own_bodies(const Document& document, const Knowledge& knowledge,
                                                const std::vector<Cluster>& clusters, const Clauses& clauses,
                                                const std::vector<TokenRange>& quotes,
                                                const std::vector<Mentioned>& mentions);

}  // namespace entente::resolve
