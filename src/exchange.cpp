// A graph to other programs, and back.
//
//     GraphFile, KnowledgeGraph --table--> columns and cells --graphml | gexf | csv | neo4j--> files
//                               \-------------------------------json | ftm----------------/
// SPDX-License-Identifier: MIT
#include "entente/exchange.hpp"

#include "entente/text/error.hpp"
#include "exchange/formats.hpp"

namespace entente {

const std::vector<ExportFormatName>& export_formats() {
    static const std::vector<ExportFormatName> formats{
        {ExportFormat::graphml, "graphml", "GraphML, for networkx, igraph, Gephi, yEd and Cytoscape"},
        {ExportFormat::gexf, "gexf", "GEXF 1.3, for Gephi and Gephi Lite, with a timeline"},
        {ExportFormat::gexf12, "gexf12", "GEXF 1.2, for older programs"},
        {ExportFormat::csv, "csv", "one table, a row for each sentence, for spreadsheets"},
        {ExportFormat::tables, "tables", "entities.csv, edges.csv and sentences.csv, for R, pandas and Gephi", true},
        {ExportFormat::neo4j, "neo4j", "CSV for neo4j-admin with its command, and a Cypher script", true},
        {ExportFormat::cypher, "cypher", "the Cypher script alone, for any openCypher store"},
        {ExportFormat::ftm, "ftm", "FollowTheMoney entities, for Aleph and OpenAleph"},
        {ExportFormat::json, "json", "everything, and back again by entente import"}};
    return formats;
}

std::vector<ExportFile> export_graph(const GraphFile& file, const KnowledgeGraph& graph, const Knowledge& knowledge,
                                     ExportFormat format, const ExportOptions& options) {
    using namespace exchange;
    const Schema& schema = knowledge.schema;
    switch (format) {
        case ExportFormat::graphml:
            return {{"", to_graphml(graph, schema)}};
        case ExportFormat::gexf:
            return {{"", to_gexf(graph, schema, false)}};
        case ExportFormat::gexf12:
            return {{"", to_gexf(graph, schema, true)}};
        case ExportFormat::csv:
            return {{"", to_csv(graph, schema, options)}};
        case ExportFormat::tables:
            return to_tables(graph, schema, options);
        case ExportFormat::neo4j:
            return to_neo4j(graph, schema);
        case ExportFormat::cypher:
            return {{"", to_cypher(graph, schema)}};
        case ExportFormat::ftm:
            return {{"", to_follow_the_money(graph, knowledge)}};
        case ExportFormat::json:
            return {{"", exchange::to_json(file, graph, schema)}};
    }
    throw Error(Error::Kind::internal, "a format without a writer");
}

GraphFile import_graph(std::string_view bytes, std::string_view file) {
    const std::size_t first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    const char begin = first == std::string_view::npos ? '\0' : bytes[first];
    if (begin == '<') return exchange::from_graphml(bytes, file);
    if (begin == '{') return exchange::from_json(bytes, file);
    throw Error(Error::Kind::data, Error::Place{std::string(file), 0, 0, ""}, "this is neither JSON nor GraphML",
                "entente export --to json or --to graphml writes what can be read here");
}

}  // namespace entente
