// A query's answer as a part of the graph: what `entente render --query` draws.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "entente/assemble.hpp"
#include "entente/render.hpp"

namespace entente::cli {

[[nodiscard]] RenderOptions::Part part_of(const KnowledgeGraph& knowledge, const std::string& query);

}  // namespace entente::cli
