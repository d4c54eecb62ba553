// A graph to Neo4j.
//
// Two ways in: CSV for `neo4j-admin database import`, the quick one for a new database, and a Cypher script that any
// openCypher store replays, twice without harm. In the CSV a list's items are parted by U+001F, for the importer knows no
// escape within lists; quotes are doubled, and no formula guard stands before a cell: Neo4j would keep it.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "entente/text/utf8.hpp"
#include "exchange/csv.hpp"
#include "exchange/formats.hpp"
#include "exchange/table.hpp"

namespace entente::exchange {
namespace {

constexpr std::size_t batch = 500;  // rows a statement

std::string label_of(std::string type) {
    if (!type.empty() && type[0] >= 'a' && type[0] <= 'z') type[0] = static_cast<char>(type[0] - 'a' + 'A');
    return type;
}

std::string type_of(std::string relation) {
    for (char& c : relation) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return relation;
}

std::string header_of(const Column& column) {
    const std::string name(column.name);
    return column.kind == Kind::integer ? name + ":long"
           : column.kind == Kind::real  ? name + ":double"
           : column.kind == Kind::texts ? name + ":string[]"
                                        : name;
}

std::string bulk_cell(const Cell& cell) {
    const auto* texts = std::get_if<Texts>(&cell);
    if (texts == nullptr) return clean_utf8(written(cell));
    std::string out;
    for (std::size_t i = 0; i < texts->size(); ++i) {
        std::string item = clean_utf8((*texts)[i]);
        std::erase(item, '\x1F');
        out += (i > 0 ? "\x1F" : "") + item;
    }
    return out;
}

// Rows of CSV: the columns of `table` after those in front.
std::string bulk(const std::vector<std::string>& front_titles, const std::vector<std::vector<std::string>>& front,
                 const Table& table) {
    std::vector<std::string> titles = front_titles;
    for (const Column& column : table.columns)
        titles.push_back(header_of(column));
    std::string out = csv_line(titles);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        std::vector<std::string> cells = front[i];
        for (const Cell& cell : table.rows[i])
            cells.push_back(bulk_cell(cell));
        out += csv_line(cells);
    }
    return out;
}

// ---- Cypher

std::string cypher_string(std::string_view text) {
    std::string out = "'";
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.size;
        if (c.value == U'\\' || c.value == U'\'')
            out += fmt::format("\\{}", static_cast<char>(c.value));
        else if (c.value == U'\n')
            out += "\\n";
        else if (c.value < 0x20 || c.value == 0x7F)
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c.value));
        else
            append_utf8(out, c.value);
    }
    return out + "'";
}

std::string name_in_backticks(std::string_view name) {
    std::string out = "`";
    for (const char c : name)
        out += c == '`' ? "``" : std::string(1, c);
    return out + "`";
}

std::string cypher_value(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return cypher_string(*text);
    const auto* texts = std::get_if<Texts>(&cell);
    if (const auto* real = std::get_if<double>(&cell)) {
        const std::string out = written(*real);
        return out.find_first_of(".e") == std::string::npos ? out + ".0" : out;
    }
    if (texts == nullptr) return written(cell);
    std::string out;
    for (const auto& text : *texts)
        out += (out.empty() ? "" : ", ") + cypher_string(text);
    return "[" + out + "]";
}

std::string map_of(const Table& table, std::size_t row) {
    std::string out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Cell& cell = table.rows[row][i];
        if (const auto* text = std::get_if<std::string>(&cell); text != nullptr && text->empty()) continue;
        out += (out.empty() ? "" : ", ") + std::string(table.columns[i].name) + ": " + cypher_value(cell);
    }
    return "{" + out + "}";
}

// One statement for each batch of rows: "UNWIND [...] AS row <rest>;"
std::string unwound(const std::vector<std::string>& maps, std::string_view rest) {
    std::string out;
    for (std::size_t from = 0; from < maps.size(); from += batch) {
        out += "UNWIND [\n";
        for (std::size_t i = from; i < std::min(maps.size(), from + batch); ++i)
            out += fmt::format("  {}{}\n", maps[i], i + 1 < std::min(maps.size(), from + batch) ? "," : "");
        out += fmt::format("] AS row\n{};\n", rest);
    }
    return out;
}

Table neo4j_entities(const KnowledgeGraph& graph) {
    return entity_table(graph).only(
        {"id", "name", "aliases", "wikidata", "mentions", "articles", "documents", "first_date", "last_date"});
}

Table neo4j_edges(const Table& edges) {
    return edges.only({"id", "polarity", "modality", "confidence", "belief", "articles", "first_date", "last_date",
                       "dates", "sources", "documents", "evidence", "cameo", "plover", "wikidata", "followthemoney"});
}

constexpr std::string_view import_command =
    "#!/usr/bin/env bash\n"
    "# Makes a new Neo4j database of these files. usage: bash import.sh [DATABASE]\n"
    "# Items of a list are parted by U+001F; articles may have line ends within a sentence.\n"
    "cd \"$(dirname \"$0\")\" || exit 1\n"
    "exec neo4j-admin database import full \"${1:-neo4j}\" --nodes=entities.csv --relationships=relationships.csv \\\n"
    "    --array-delimiter=U+001F --multiline-fields=true --overwrite-destination=true\n";

}  // namespace

std::vector<ExportFile> to_neo4j(const KnowledgeGraph& graph, const Schema& schema) {
    const Table entities = entity_table(graph), edges = edge_table(graph, schema);
    std::vector<std::vector<std::string>> node_front, edge_front;
    for (std::size_t i = 0; i < entities.rows.size(); ++i)
        node_front.push_back({clean_utf8(entities.text(i, "id")), "Entity;" + label_of(entities.text(i, "type"))});
    for (std::size_t i = 0; i < edges.rows.size(); ++i) {
        edge_front.push_back({clean_utf8(edges.text(i, "source")), clean_utf8(edges.text(i, "target")),
                              type_of(edges.text(i, "relation"))});
    }
    Table columns = neo4j_entities(graph);
    columns =
        columns.only({"name", "aliases", "wikidata", "mentions", "articles", "documents", "first_date", "last_date"});
    // The label column's own delimiter is that of arrays.
    for (auto& front : node_front)
        std::ranges::replace(front[1], ';', '\x1F');
    return {{"entities.csv", bulk({"id:ID", ":LABEL"}, node_front, columns)},
            {"relationships.csv", bulk({":START_ID", ":END_ID", ":TYPE"}, edge_front, neo4j_edges(edges))},
            {"import.sh", std::string(import_command)},
            {"graph.cypher", to_cypher(graph, schema)}};
}

std::string to_cypher(const KnowledgeGraph& graph, const Schema& schema) {
    const Table entities = entity_table(graph), nodes = neo4j_entities(graph), edges = edge_table(graph, schema);
    const Table edge_columns = neo4j_edges(edges);
    std::string out =
        "// A graph of Entente: entities first, then what is said of them. It may be run again without harm.\n"
        "// In Neo4j first, for speed: CREATE INDEX entity_id IF NOT EXISTS FOR (n:Entity) ON (n.id);\n";
    std::map<std::string, std::vector<std::string>> by_label, by_type;
    for (std::size_t i = 0; i < nodes.rows.size(); ++i)
        by_label[label_of(entities.text(i, "type"))].push_back(map_of(nodes, i));
    for (const auto& [label, maps] : by_label) {
        out += unwound(maps, fmt::format("MERGE (n:Entity {{id: row.id}})\nSET n:{}, n += row", label));
    }
    for (std::size_t i = 0; i < edges.rows.size(); ++i) {
        by_type[type_of(edges.text(i, "relation"))].push_back(
            fmt::format("{{a: {}, b: {}, edge: {}}}", cypher_string(edges.text(i, "source")),
                        cypher_string(edges.text(i, "target")), map_of(edge_columns, i)));
    }
    for (const auto& [type, maps] : by_type) {
        out += unwound(maps, fmt::format("MATCH (a:Entity {{id: row.a}}), (b:Entity {{id: row.b}})\n"
                                         "MERGE (a)-[r:{} {{id: row.edge.id}}]->(b)\nSET r += row.edge",
                                         name_in_backticks(type)));
    }
    return out;
}

}  // namespace entente::exchange
