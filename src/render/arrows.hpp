// Statements to arrows.
//
// What is said between the same two entities in the same polarity and modality is one arrow, with a line of
// words for each relation; so many articles about two countries do not become a rope of forty lines.
//
// out       in order of subject, object, polarity, modality; an arrow's edges by number of sentences
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/render.hpp"
#include "render/filter.hpp"

namespace entente::render {

struct Arrow {
    std::uint32_t subject = 0, object = 0;  // in nodes()
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
    bool both_ways = false;            // symmetric relations
    std::vector<std::uint32_t> edges;  // in edges(); at least one
};

// `parallel`: an arrow for each edge.
[[nodiscard]] std::vector<Arrow> arrows(const KnowledgeGraph& knowledge, const std::vector<std::uint32_t>& edges,
                                        const Schema& schema, bool parallel = false);

// The whole statement of an arrow in DOT.
[[nodiscard]] std::string arrow_statement(const Arrow& arrow, const KnowledgeGraph& knowledge, const Schema& schema,
                                          const Style& style, const Filter& filter);

}  // namespace entente::render
