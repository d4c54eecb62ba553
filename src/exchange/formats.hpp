// One writer a format.
//
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/exchange.hpp"
#include "entente/json.hpp"

namespace entente::exchange {

[[nodiscard]] std::string to_graphml(const KnowledgeGraph& graph, const Schema& schema);
[[nodiscard]] std::string to_gexf(const KnowledgeGraph& graph, const Schema& schema, bool version_1_2);
[[nodiscard]] std::string to_csv(const KnowledgeGraph& graph, const Schema& schema, const ExportOptions& options);
[[nodiscard]] std::vector<ExportFile> to_tables(const KnowledgeGraph& graph, const Schema& schema,
                                                const ExportOptions& options);
[[nodiscard]] std::vector<ExportFile> to_neo4j(const KnowledgeGraph& graph, const Schema& schema);
[[nodiscard]] std::string to_cypher(const KnowledgeGraph& graph, const Schema& schema);
[[nodiscard]] std::string to_follow_the_money(const KnowledgeGraph& graph, const Knowledge& knowledge);
[[nodiscard]] std::string to_json(const GraphFile& file, const KnowledgeGraph& graph, const Schema& schema);

[[nodiscard]] GraphFile from_graphml(std::string_view bytes, std::string_view file);
[[nodiscard]] GraphFile from_json(std::string_view bytes, std::string_view file);

// What an edge rests on, as JSON: in GraphML a string, in JSON a part.
void write(JsonWriter& out, const DocumentInfo& document);
void write(JsonWriter& out, const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge,
           const KnowledgeGraph::Support& support);
[[nodiscard]] DocumentInfo read_document(const Json& json);
struct SupportRead {
    std::string document, source;  // its id; who says so, as a name
    Statement statement;           // without ends, relation, polarity and modality, which the edge has
};
[[nodiscard]] SupportRead read_support(const Json& json);

}  // namespace entente::exchange
