// Clusters to ids: when are two articles' entities the same?
//
// in        a cluster, its name, the document
// out       the world's id, else type and folded name; to that is added, in brackets, what keeps apart what only shares a
//           name: of a body that many states have ("Ministry of Finance") its country, of a person of whom the article gives
//           one word ("Li"), or of such a body whose country is not said, the beginning of the text's hash
// example   "organisation:ministry of finance (kenya)", "person:ann li", "person:li (740aadf4)"
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "resolve/clusters.hpp"

namespace entente::resolve {

[[nodiscard]] std::string identity(const Cluster& cluster, const std::string& name, const Document& document,
                                   const Knowledge& knowledge);

}  // namespace entente::resolve
