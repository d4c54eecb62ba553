// Names typed by a person, looked up in a graph.
// SPDX-License-Identifier: MIT
#include "cli/names.hpp"

#include <fmt/core.h>

#include "entente/text/error.hpp"

namespace entente::cli {

std::vector<std::uint32_t> find_names(const KnowledgeGraph& graph, const std::string& name) {
    auto found = graph.find(name);
    if (!found.empty()) return found;
    std::string hint;
    for (const auto& near : graph.similar_names(name, 5))
        hint += (hint.empty() ? "near it: " : ", ") + near;
    throw Error(Error::Kind::missing, fmt::format("the graph has no '{}'", name), hint);
}

}  // namespace entente::cli
