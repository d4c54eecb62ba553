// What an edge is called.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "entente/assemble.hpp"
#include "entente/text/utf8.hpp"

namespace entente {

const std::string& date_of(const KnowledgeGraph& graph, const KnowledgeGraph::Support& support) {
    const auto found = support.statement.details.find("date");
    return found != support.statement.details.end() ? found->second : graph.documents()[support.document].date;
}

std::string edge_id(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge) {
    return "e" + hash_hex(fmt::format("{}\n{}\n{}\n{}\n{}", graph.nodes()[edge.subject].id, edge.relation,
                                      graph.nodes()[edge.object].id, name_of(edge.polarity), name_of(edge.modality)));
}

std::string words_of(const Schema& schema, const KnowledgeGraph::Edge& edge) {
    const Relation* relation = schema.find(edge.relation);
    std::string out = relation != nullptr && !relation->label.empty() ? relation->label : edge.relation;
    std::ranges::replace(out, '_', ' ');
    if (edge.polarity == Polarity::negative) out = "not " + out;
    if (edge.modality == Modality::asserted) return out;
    return fmt::format("{} ({})", out, edge.modality == Modality::requested ? "asked for" : name_of(edge.modality));
}

}  // namespace entente
