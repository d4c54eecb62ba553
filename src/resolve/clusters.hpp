// Names to clusters of one meaning.
//
// in        the names of a document
// out       clusters: names that mean the same, "Telmar Group" and "Telmar", "Ann Li" and "Li", "EU" and
// "Brussels said" SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente::resolve {

struct Cluster {
    EntityType type = EntityType::organisation;
    const Known* known = nullptr;      // nullptr = the world does not know it
    std::vector<std::uint32_t> names;  // indices into Document::names, ascending; empty for a body that has none
    std::string body;                  // what such a body is: "fisheries ministry"
    std::string called;                // and what it is called at its first place: "Norway's fisheries ministry"
    std::string owner;                 // whose it is: id of a country, or a place's name; "" = the article does not say
};

// In the order of their first names.
[[nodiscard]] std::vector<Cluster> cluster_names(const Document& document, const Knowledge& knowledge);

// What the cluster is best called: the fullest form that the article uses; for a known one the world's name,
// unless the article adds to it ("Telmar Group" to "Telmar").
[[nodiscard]] std::string canonical_name(const Cluster& cluster, const Document& document);

}  // namespace entente::resolve
