// Names typed by a person, looked up in a graph.
//
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "entente/assemble.hpp"

namespace entente::cli {

// All that answer to the name, the best first; Error (missing) with the nearest names where none does.
[[nodiscard]] std::vector<std::uint32_t> find_names(const KnowledgeGraph& graph, const std::string& name);

}  // namespace entente::cli
