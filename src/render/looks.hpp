// Entities and statements to DOT attributes.
//
// SPDX-License-Identifier: MIT
#pragma once

#include "entente/render.hpp"
#include "render/dot.hpp"

namespace entente::render {

[[nodiscard]] Attributes look_of(const Style& style, EntityType type);
[[nodiscard]] Attributes look_of(const Style& style, Polarity polarity, Modality modality);

// What stands on an arrow: "not bans (planned) ×3".
[[nodiscard]] std::string words_on(const Style& style, const Schema& schema, const KnowledgeGraph::Edge& edge);
// What a reader sees who points at it: the whole statement, and up to three sentences with their files.
[[nodiscard]] std::string words_about(const Style& style, const Schema& schema, const KnowledgeGraph& knowledge,
                                      const KnowledgeGraph::Edge& edge);
[[nodiscard]] std::string words_about(const KnowledgeGraph::Node& node);

}  // namespace entente::render
