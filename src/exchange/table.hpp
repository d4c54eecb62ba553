// A graph as tables.
//
// What GraphML, GEXF, CSV and Neo4j share: the columns of entities, edges and sentences, and their cells. A format
// picks the columns that it can hold.
//
// shape     rows in the order of the graph; in an edge's lists place i is its i-th sentence
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "entente/assemble.hpp"
#include "entente/knowledge.hpp"

namespace entente::exchange {

enum class Kind : std::uint8_t { text, integer, real, texts };  // in the order of Cell

using Texts = std::vector<std::string>;
using Cell = std::variant<std::string, std::int64_t, double, Texts>;

struct Column {
    std::string_view name;
    Kind kind = Kind::text;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;

    [[nodiscard]] std::size_t index(std::string_view name) const;
    [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
    // The columns of these names, in this order.
    [[nodiscard]] Table only(const std::vector<std::string_view>& names) const;
};

[[nodiscard]] Table entity_table(const KnowledgeGraph& graph);
[[nodiscard]] Table edge_table(const KnowledgeGraph& graph, const Schema& schema);
[[nodiscard]] Table sentence_table(const KnowledgeGraph& graph, const Schema& schema);

// Numbers as they are written everywhere: shortest form, no locale.
[[nodiscard]] std::string written(const Cell& cell);

}  // namespace entente::exchange
