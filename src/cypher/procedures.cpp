// CALL entente.pagerank() and its like: the algorithms of `analyse`, a row for each node.
// SPDX-License-Identifier: MIT
#include "entente/analyse.hpp"
#include "entente/cypher.hpp"

namespace entente::cypher {
namespace {

template <typename Numbers>
std::vector<Row> row_by_node(const PropertyGraph& graph, const Numbers& numbers) {
    std::vector<Row> rows;
    for (const NodeId node : graph.nodes())
        rows.push_back({Value{node}, Value{numbers[number(node)]}});
    return rows;
}

// One row a node: the node and its number.
template <typename Deed>
Procedure by_node(std::string output, std::string type, std::string summary, Deed deed) {
    Procedure out;
    out.outputs = {{"node", "NODE"}, {std::move(output), std::move(type)}};
    out.summary = std::move(summary);
    out.deed = [deed](const PropertyGraph& graph, const Row&) { return row_by_node(graph, deed(graph)); };
    return out;
}

Procedures all_procedures() {
    Procedures out;
    out["entente.pagerank"] = by_node("score", "FLOAT", "the share of time that a random reader spends at a node",
                                      [](const PropertyGraph& graph) { return page_rank(graph); });
    out["entente.betweenness"] = by_node("score", "FLOAT", "on how many shortest paths between others a node lies",
                                         [](const PropertyGraph& graph) { return betweenness(graph); });
    out["entente.components"] = by_node("component", "INTEGER", "which part of the graph a node lies in",
                                        [](const PropertyGraph& graph) { return components(graph).of; });
    out["entente.communities"] = by_node("community", "INTEGER", "which group of close nodes a node belongs to",
                                         [](const PropertyGraph& graph) { return communities(graph).of; });
    out["entente.kcore"] = by_node("core", "INTEGER", "the greatest k for which a node lies in the k-core",
                                   [](const PropertyGraph& graph) { return core_numbers(graph); });
    return out;
}

}  // namespace

const Procedures& graph_procedures() {
    static const Procedures procedures = all_procedures();
    return procedures;
}

}  // namespace entente::cypher
