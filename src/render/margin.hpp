// Title, legend and caption.
//
// Nodes of subgraphs "margin...", which canvas sets above and below the picture.
//
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "entente/render.hpp"
#include "render/selection.hpp"

namespace entente::render {

[[nodiscard]] std::string margin(const KnowledgeGraph& knowledge, const Selection& selection, const Style& style,
                                 const RenderOptions& options);

}  // namespace entente::render
