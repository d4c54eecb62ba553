// A KnowledgeGraph as a property graph.
//
// Edge properties that come from evidence (sources, dates, documents, evidence) are lists of one length, so row i of each
// is the i-th sentence that carries the edge. GraphBuilder numbers nodes as they come; freezing sorts edges anew.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "entente/assemble.hpp"

namespace entente {
namespace {

// "invests_in" -> "INVESTS_IN"
std::string type_name(std::string relation) {
    for (char& c : relation) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return relation;
}

std::string label_name(EntityType type) {
    std::string name(name_of(type));
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

Properties properties_of(const KnowledgeGraph::Node& node) {
    Properties out{{"id", node.id},
                   {"name", node.name},
                   {"aliases", List(node.aliases.begin(), node.aliases.end())},
                   {"mentions", node.mentions},
                   {"documents", node.documents.size()}};
    if (!node.wikidata.empty()) out.push_back({"wikidata", node.wikidata});
    return out;
}

Properties properties_of(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge) {
    List sources, dates, documents, evidence;
    Confidence best = Confidence::low;
    for (const auto& support : edge.supports) {
        const DocumentInfo& document = graph.documents()[support.document];
        best = std::max(best, support.statement.confidence);
        for (const Evidence& piece : support.statement.evidence) {
            sources.emplace_back(support.source);
            dates.emplace_back(document.date);
            documents.emplace_back(document.id);
            evidence.emplace_back(piece.text);
        }
    }
    Properties out{{"polarity", name_of(edge.polarity)},
                   {"modality", name_of(edge.modality)},
                   {"belief", edge.belief},
                   {"confidence", name_of(best)},
                   {"sources", std::move(sources)},
                   {"dates", std::move(dates)},
                   {"documents", std::move(documents)},
                   {"evidence", std::move(evidence)},
                   {"publishers", List(edge.publishers.begin(), edge.publishers.end())},
                   {"independent", edge.independent},
                   {"copies", edge.copies}};
    if (!edge.first_seen.empty()) {
        out.push_back({"first_seen", edge.first_seen});
        out.push_back({"last_seen", edge.last_seen});
    }
    return out;
}

}  // namespace

FrozenGraph freeze(const KnowledgeGraph& knowledge) {
    GraphBuilder builder;
    std::vector<NodeId> nodes;
    for (const auto& node : knowledge.nodes()) {
        const std::string label = label_name(node.type);
        nodes.push_back(builder.add_node({label}, properties_of(node)));
    }
    for (const auto& edge : knowledge.edges()) {
        builder.add_edge(nodes[edge.subject], nodes[edge.object], type_name(edge.relation),
                         properties_of(knowledge, edge));
    }
    return freeze(builder);
}

}  // namespace entente
