// What the article says of each cluster.
//
// in        the document, its clusters
// out       by what nouns a cluster is called ("firm", "bank", "minister"), of what nations it is, he or she
// example   "the Swedish network maker Telmar" : maker, Q34; "Ann Li, the chairwoman of" : chairwoman, f
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "resolve/clauses.hpp"
#include "resolve/clusters.hpp"

namespace entente::resolve {

struct Profile {
    std::set<std::string> nouns;    // folded
    std::set<std::string> kinds;    // of organisation_nouns.txt: "company", "state"
    std::set<std::string> nations;  // ids of countries
    char gender = 0;                // 'm', 'f'; 0 = not known
};

// One profile a cluster, in their order.
[[nodiscard]] std::vector<Profile> profiles_of(const Document& document, const std::vector<Cluster>& clusters,
                                               const Knowledge& knowledge, const Clauses& clauses);

}  // namespace entente::resolve
