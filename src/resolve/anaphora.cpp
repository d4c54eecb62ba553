// Descriptions and pronouns to entities.
// SPDX-License-Identifier: MIT
#include "resolve/anaphora.hpp"

#include <algorithm>

namespace entente::resolve {

std::vector<Mentioned> mentions_of(const Document& document, const std::vector<Cluster>& clusters, const Knowledge&) {
    std::vector<Mentioned> out;
    for (std::size_t c = 0; c < clusters.size(); ++c) {
        for (const std::uint32_t i : clusters[c].names) out.push_back({c, document.names[i].tokens, Reference::Kind::name});
    }
    std::sort(out.begin(), out.end(),
              [](const Mentioned& a, const Mentioned& b) { return a.tokens.begin < b.tokens.begin; });
    return out;
}

}  // namespace entente::resolve
