// A graph to JSON, and back.
//
// The file says everything twice: `entities` and `edges` as they were assembled, for other programs; `lines`, the lines of
// the graph file, from which it is made again, each with its check. A line that JSON would not give back byte by byte
// stands there as a string.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "exchange/formats.hpp"
#include "exchange/table.hpp"

namespace entente::exchange {
namespace {

constexpr std::int64_t version = 1;
constexpr std::string_view form = "entente graph";

void write(JsonWriter& out, const Table& table, std::size_t row) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Cell& cell = table.rows[row][i];
        if (const auto* text = std::get_if<std::string>(&cell)) {
            if (!text->empty()) out.key(table.columns[i].name).value(*text);
            continue;
        }
        out.key(table.columns[i].name);
        if (const auto* number = std::get_if<std::int64_t>(&cell)) out.value(*number);
        if (const auto* real = std::get_if<double>(&cell)) out.value(*real);
        if (const auto* texts = std::get_if<Texts>(&cell)) {
            out.array();
            for (const auto& item : *texts)
                out.value(item);
            out.end();
        }
    }
}

std::string entity_json(const Table& table, std::size_t row) {
    JsonWriter out;
    out.object();
    write(out, table, row);
    return std::string(out.end().text());
}

std::string edge_json(const KnowledgeGraph& graph, const Table& table, std::size_t row) {
    JsonWriter out;
    out.object();
    write(out, table, row);
    out.key("statements").array();
    for (const auto& support : graph.edges()[row].supports)
        exchange::write(out, graph, graph.edges()[row], support);
    return std::string(out.end().end().text());
}

std::string document_json(const DocumentInfo& document) {
    JsonWriter out;
    exchange::write(out, document);
    return std::string(out.text());
}

std::string line_json(std::string_view line) {
    const JsonDocument document(line);
    JsonWriter copy, text;
    if (copy.value(document.root()).text() == line) return std::string(line);
    return std::string(text.value(line).text());
}

// ,"key":[ one item a line ]
std::string list(std::string_view key, const std::vector<std::string>& items) {
    std::string out = fmt::format(",\n\"{}\":[", key);
    for (std::size_t i = 0; i < items.size(); ++i)
        out += (i > 0 ? ",\n" : "\n") + items[i];
    return out + "]";
}

}  // namespace

std::string to_json(const GraphFile& file, const KnowledgeGraph& graph, const Schema& schema) {
    const Table entity_columns = entity_table(graph);
    const Table edge_columns = edge_table(graph, schema)
                                   .only({"id", "source", "target", "relation", "words", "polarity", "modality",
                                          "confidence", "belief", "sentences", "articles", "first_date", "last_date",
                                          "cameo", "plover", "wikidata", "followthemoney"});
    std::vector<std::string> documents, entities, edges, lines;
    for (const DocumentInfo& document : graph.documents())
        documents.push_back(document_json(document));
    for (std::size_t i = 0; i < entity_columns.rows.size(); ++i)
        entities.push_back(entity_json(entity_columns, i));
    for (std::size_t i = 0; i < edge_columns.rows.size(); ++i)
        edges.push_back(edge_json(graph, edge_columns, i));
    const std::string bytes = graph_bytes(file);
    for (std::size_t from = 0; from < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', from), bytes.size());
        lines.push_back(line_json(std::string_view(bytes).substr(from, end - from)));
        from = end + 1;
    }
    return fmt::format("{{\"format\":\"{}\",\"v\":{}", form, version) + list("documents", documents) +
           list("entities", entities) + list("edges", edges) + list("lines", lines) + "}\n";
}

GraphFile from_json(std::string_view bytes, std::string_view file) {
    const JsonDocument document(bytes, file);
    const Json root = document.root();
    if (!root.is_object() || root.text("format") != form) {
        throw root.error("this is no JSON that entente export wrote",
                         "a graph file needs no import: entente show, render and the others read it as it is");
    }
    if (root["v"].integer() > version)
        throw root["v"].error("this version is newer than the one that this program knows");
    std::string lines;
    for (const Json& line : root["lines"].elements()) {
        if (line.is_string()) {
            lines += std::string(line.string()) + "\n";
        } else {
            JsonWriter copy;
            lines += std::string(copy.value(line).text()) + "\n";
        }
    }
    return parse_graph(lines, file);
}

}  // namespace entente::exchange
