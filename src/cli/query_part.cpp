// A query's answer as a part of the graph.
//
// The query runs over the frozen graph, whose nodes stand in the order of the KnowledgeGraph's; its edges are sorted
// anew, so they are found again by what makes an edge: ends, relation, polarity and modality.
// SPDX-License-Identifier: MIT
#include "cli/query_part.hpp"

#include <map>
#include <tuple>

#include "cli/messages.hpp"
#include "entente/cypher.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {

RenderOptions::Part part_of(const KnowledgeGraph& knowledge, const std::string& query) {
    using Key = std::tuple<std::uint32_t, std::string, std::uint32_t, std::string, std::string>;
    std::map<Key, std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < knowledge.edges().size(); ++i) {
        const auto& edge = knowledge.edges()[i];
        numbers.emplace(Key{edge.subject, lower(edge.relation), edge.object, std::string(name_of(edge.polarity)),
                            std::string(name_of(edge.modality))},
                        i);
    }
    const FrozenGraph graph = freeze(knowledge);
    cypher::Session session(graph);
    const cypher::Result result = session.run(query);
    for (const auto& warning : result.warnings)
        warn(warning);
    RenderOptions::Part out;
    for (const NodeId node : result.nodes())
        out.nodes.push_back(number(node));
    for (const EdgeId edge : result.edges()) {
        const auto found = numbers.find(Key{number(graph.source(edge)), lower(graph.type_names()[graph.type(edge)]),
                                            number(graph.target(edge)), graph.property(edge, "polarity").string(),
                                            graph.property(edge, "modality").string()});
        if (found != numbers.end()) out.edges.push_back(found->second);
    }
    return out;
}

}  // namespace entente::cli
