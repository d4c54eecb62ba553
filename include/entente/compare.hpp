// Two graphs side by side.
//
// in        an older and a newer KnowledgeGraph
// out       entities and edges that came, that went, and edges that more or fewer articles say now. An entity is known by its
//           id, an edge by ends, relation, polarity and modality
// shape     numbers in nodes() and edges() of their graph, ascending
// threads   pure functions
// cost      linear but for sorting
// example   std::cout << to_text(compare(old_graph, new_graph), old_graph, new_graph, schema);
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "entente/assemble.hpp"
#include "entente/knowledge.hpp"

namespace entente {

struct Comparison {
    std::vector<std::uint32_t> entities_gone, edges_gone;                // in the older graph
    std::vector<std::uint32_t> entities_new, edges_new;                  // in the newer graph
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges_changed;  // older, newer: said by other sentences now
    [[nodiscard]] bool equal() const {
        return entities_gone.empty() && edges_gone.empty() && entities_new.empty() && edges_new.empty() &&
               edges_changed.empty();
    }
};

[[nodiscard]] Comparison compare(const KnowledgeGraph& before, const KnowledgeGraph& after);

// For people: a line for each thing, "+" for what came, "-" for what went, "~" for what changed.
[[nodiscard]] std::string to_text(const Comparison& comparison, const KnowledgeGraph& before,
                                  const KnowledgeGraph& after, const Schema& schema);
[[nodiscard]] std::string to_json(const Comparison& comparison, const KnowledgeGraph& before,
                                  const KnowledgeGraph& after, const Schema& schema);

}  // namespace entente
