// A graph to GraphML.
//
// Written by hand, for writers that one finds number nodes anew, write booleans as 0 and 1, and let U+0001 through.
// Ids are xs:NMTOKEN, or the official schema refuses the file. GraphML has no lists: aliases and evidence are JSON in a
// string. Nodes have `name` and `label`, edges `interaction` and `label` too, which Cytoscape, Gephi and yEd look for.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "exchange/formats.hpp"
#include "exchange/table.hpp"
#include "exchange/xml.hpp"

namespace entente::exchange {
namespace {

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
    "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

std::string_view type_of(Kind kind) {
    return kind == Kind::integer ? "long" : kind == Kind::real ? "double" : "string";
}

std::string json_list(const Texts& texts) {
    JsonWriter out;
    out.array();
    for (const auto& text : texts)
        out.value(text);
    return std::string(out.end().text());
}

std::string value_of(const Cell& cell) {
    const auto* list = std::get_if<Texts>(&cell);
    return list == nullptr ? written(cell) : list->empty() ? "" : json_list(*list);
}

std::string keys_of(const Table& table, std::string_view element, char prefix) {
    std::string out;
    for (const Column& column : table.columns) {
        out += fmt::format("  <key id=\"{}_{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", prefix, column.name,
                           element, column.name, type_of(column.kind));
    }
    return out;
}

std::string data_of(const Table& table, std::size_t row, char prefix) {
    std::string out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string value = value_of(table.rows[row][i]);
        if (!value.empty())
            out += fmt::format("<data key=\"{}_{}\">{}</data>", prefix, table.columns[i].name, xml(value));
    }
    return out;
}

void add_column(Table& table, std::string_view name, std::string_view from) {
    const std::size_t index = table.index(from);
    table.columns.push_back({name, table.columns[index].kind});
    for (auto& row : table.rows)
        row.push_back(Cell(row[index]));
}

std::string documents_of(const KnowledgeGraph& graph) {
    JsonWriter out;
    out.array();
    for (const DocumentInfo& document : graph.documents())
        write(out, document);
    return std::string(out.end().text());
}

std::string evidence_of(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge) {
    JsonWriter out;
    out.array();
    for (const auto& support : edge.supports)
        write(out, graph, edge, support);
    return std::string(out.end().text());
}

Table node_data(const KnowledgeGraph& graph) {
    Table out = entity_table(graph);
    add_column(out, "identifier", "id");
    add_column(out, "label", "name");
    return out.only({"identifier", "name", "label", "type", "aliases", "wikidata", "mentions", "articles", "documents",
                     "first_date", "last_date"});
}

Table edge_data(const KnowledgeGraph& graph, const Table& edges) {
    Table out = edges;
    add_column(out, "interaction", "relation");
    add_column(out, "label", "words");
    out.columns.push_back({"weight", Kind::real});
    out.columns.push_back({"sentence"});
    out.columns.push_back({"statements"});
    for (std::size_t i = 0; i < out.rows.size(); ++i) {
        auto& row = out.rows[i];
        row.emplace_back(static_cast<double>(std::get<std::int64_t>(row[out.index("articles")])));
        row.emplace_back(graph.edges()[i].supports.front().statement.evidence.front().text);
        row.emplace_back(evidence_of(graph, graph.edges()[i]));
    }
    return out.only({"relation", "interaction", "label", "polarity", "modality", "confidence", "belief", "weight",
                     "sentences", "articles", "first_date", "last_date", "sources", "sentence", "statements", "cameo",
                     "plover", "wikidata", "followthemoney"});
}

}  // namespace

std::string to_graphml(const KnowledgeGraph& graph, const Schema& schema) {
    const Table edges = edge_table(graph, schema);
    const Table node_columns = node_data(graph), edge_columns = edge_data(graph, edges);
    std::string out(head);
    out += "  <key id=\"g_documents\" for=\"graph\" attr.name=\"documents\" attr.type=\"string\"/>\n" +
           keys_of(node_columns, "node", 'n') + keys_of(edge_columns, "edge", 'e');
    out += "  <graph id=\"entente\" edgedefault=\"directed\">\n    <data key=\"g_documents\">" +
           xml(documents_of(graph)) + "</data>\n";
    for (std::size_t i = 0; i < node_columns.rows.size(); ++i) {
        out += fmt::format("    <node id=\"{}\">{}</node>\n", name_token(graph.nodes()[i].id),
                           data_of(node_columns, i, 'n'));
    }
    for (std::size_t i = 0; i < edges.rows.size(); ++i) {
        out += fmt::format("    <edge id=\"{}\" source=\"{}\" target=\"{}\">{}</edge>\n", edges.text(i, "id"),
                           name_token(edges.text(i, "source")), name_token(edges.text(i, "target")),
                           data_of(edge_columns, i, 'e'));
    }
    return out + "  </graph>\n</graphml>\n";
}

}  // namespace entente::exchange
