// Quotations to speakers: who "I" and "we" are.
//
// in        the quotations, and everybody who is mentioned outside them
// out       mentions by "I", "my", "we", "our": a person is his "I"; "we" is the organisation for which he speaks, or the
//           speaker itself where a firm or a government speaks; nobody where that is not said
// example   "We lost," said Ann Li, a spokeswoman for Norvia: "We" is Norvia
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "resolve/anaphora.hpp"
#include "resolve/clauses.hpp"
#include "resolve/clusters.hpp"

namespace entente::resolve {

// The mentions of the first person; `mentions` are all others, in the order of the text.
[[nodiscard]] std::vector<Mentioned> first_persons(const Document& document, const Knowledge& knowledge,
                                                   const std::vector<Cluster>& clusters, const Clauses& clauses,
                                                   const std::vector<TokenRange>& quotes,
                                                   const std::vector<Mentioned>& mentions);

}  // namespace entente::resolve
