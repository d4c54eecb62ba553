// A graph as tables.
// SPDX-License-Identifier: MIT
#include "exchange/table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente::exchange {
namespace {

using Edge = KnowledgeGraph::Edge;

// The earliest and latest of those that are known, or "".
template <typename Dates>
std::pair<std::string, std::string> first_and_last(const Dates& dates) {
    std::set<std::string> known(dates.begin(), dates.end());
    known.erase("");
    return known.empty() ? std::pair<std::string, std::string>{} : std::pair{*known.begin(), *known.rbegin()};
}

// A code is given only to what is told as a fact: CAMEO's 172 on a ban that is denied would be a lie.
std::string code_of(const Relation* relation, const Edge& edge, const std::string& vocabulary) {
    if (relation == nullptr || edge.polarity == Polarity::negative || edge.modality != Modality::asserted) return "";
    const auto found = relation->codes.find(vocabulary);
    if (found == relation->codes.end()) return "";
    return found->second.id + (found->second.inverse ? " inverse " : " ") + found->second.match;
}

struct Lists {
    Texts dates, sources, documents, sentences, when;
    std::set<std::uint32_t> articles;
    Confidence confidence = Confidence::low;
};

Lists lists_of(const KnowledgeGraph& graph, const Edge& edge) {
    Lists out;
    for (const auto& support : edge.supports) {
        const DocumentInfo& document = graph.documents()[support.document];
        out.articles.insert(support.document);
        out.confidence = std::max(out.confidence, support.statement.confidence);
        for (const Evidence& evidence : support.statement.evidence) {
            out.dates.push_back(document.date);
            out.sources.push_back(support.source);
            out.documents.push_back(document.id);
            out.sentences.push_back(evidence.text);
            out.when.push_back(date_of(graph, support));
        }
    }
    return out;
}

}  // namespace

std::size_t Table::index(std::string_view name) const {
    const auto found = std::ranges::find(columns, name, &Column::name);
    if (found == columns.end()) throw Error(Error::Kind::internal, fmt::format("no column {}", name));
    return static_cast<std::size_t>(found - columns.begin());
}

const std::string& Table::text(std::size_t row, std::string_view column) const {
    return std::get<std::string>(rows[row][index(column)]);
}

Table Table::only(const std::vector<std::string_view>& names) const {
    Table out;
    std::vector<std::size_t> from;
    for (const auto name : names) {
        from.push_back(index(name));
        out.columns.push_back(columns[from.back()]);
    }
    for (const auto& row : rows) {
        out.rows.emplace_back();
        for (const auto i : from)
            out.rows.back().push_back(row[i]);
    }
    return out;
}

Table entity_table(const KnowledgeGraph& graph) {
    Table out{{{"id"},
               {"name"},
               {"type"},
               {"aliases", Kind::texts},
               {"wikidata"},
               {"mentions", Kind::integer},
               {"articles", Kind::integer},
               {"documents", Kind::texts},
               {"first_date"},
               {"last_date"}},
              {}};
    for (const auto& node : graph.nodes()) {
        Texts documents, dates;
        for (const auto document : node.documents) {
            documents.push_back(graph.documents()[document].id);
            dates.push_back(graph.documents()[document].date);
        }
        const auto [first, last] = first_and_last(dates);
        out.rows.push_back({node.id, node.name, std::string(name_of(node.type)), node.aliases, node.wikidata,
                            std::int64_t{node.mentions}, static_cast<std::int64_t>(node.documents.size()),
                            std::move(documents), first, last});
    }
    return out;
}

Table edge_table(const KnowledgeGraph& graph, const Schema& schema) {
    Table out{{{"id"},
               {"source"},
               {"target"},
               {"relation"},
               {"words"},
               {"polarity"},
               {"modality"},
               {"confidence"},
               {"belief", Kind::real},
               {"sentences", Kind::integer},
               {"articles", Kind::integer},
               {"first_date"},
               {"last_date"},
               {"dates", Kind::texts},
               {"sources", Kind::texts},
               {"documents", Kind::texts},
               {"evidence", Kind::texts},
               {"when", Kind::texts},
               {"cameo"},
               {"plover"},
               {"wikidata"},
               {"followthemoney"}},
              {}};
    for (const auto& edge : graph.edges()) {
        Lists lists = lists_of(graph, edge);
        const auto [first, last] = first_and_last(lists.when);
        const Relation* relation = schema.find(edge.relation);
        out.rows.push_back({edge_id(graph, edge),
                            graph.nodes()[edge.subject].id,
                            graph.nodes()[edge.object].id,
                            edge.relation,
                            words_of(schema, edge),
                            std::string(name_of(edge.polarity)),
                            std::string(name_of(edge.modality)),
                            std::string(name_of(lists.confidence)),
                            edge.belief,
                            static_cast<std::int64_t>(lists.sentences.size()),
                            static_cast<std::int64_t>(lists.articles.size()),
                            first,
                            last,
                            std::move(lists.dates),
                            std::move(lists.sources),
                            std::move(lists.documents),
                            std::move(lists.sentences),
                            std::move(lists.when),
                            code_of(relation, edge, "cameo"),
                            code_of(relation, edge, "plover"),
                            code_of(relation, edge, "wikidata"),
                            code_of(relation, edge, "ftm")});
    }
    return out;
}

Table sentence_table(const KnowledgeGraph& graph, const Schema& schema) {
    Table out{{{"edge"},
               {"subject"},
               {"relation"},
               {"object"},
               {"polarity"},
               {"modality"},
               {"words"},
               {"said_by"},
               {"event_date"},
               {"amount"},
               {"confidence"},
               {"belief", Kind::real},
               {"sentence"},
               {"document"},
               {"title"},
               {"published"},
               {"site"},
               {"url"},
               {"begin", Kind::integer},
               {"end", Kind::integer},
               {"rule"},
               {"statement"},
               {"subject_id"},
               {"object_id"}},
              {}};
    for (const auto& edge : graph.edges()) {
        const auto &subject = graph.nodes()[edge.subject], &object = graph.nodes()[edge.object];
        for (const auto& support : edge.supports) {
            const Statement& statement = support.statement;
            const DocumentInfo& document = graph.documents()[support.document];
            const auto detail = [&](const char* key) {
                const auto found = statement.details.find(key);
                return found == statement.details.end() ? std::string() : found->second;
            };
            for (const Evidence& evidence : statement.evidence) {
                out.rows.push_back({edge_id(graph, edge),
                                    subject.name,
                                    edge.relation,
                                    object.name,
                                    std::string(name_of(edge.polarity)),
                                    std::string(name_of(edge.modality)),
                                    words_of(schema, edge),
                                    support.source,
                                    detail("date"),
                                    detail("amount"),
                                    std::string(name_of(statement.confidence)),
                                    edge.belief,
                                    evidence.text,
                                    document.id,
                                    document.title,
                                    document.date,
                                    document.site,
                                    document.url,
                                    std::int64_t{evidence.sentence.begin},
                                    std::int64_t{evidence.sentence.end},
                                    statement.rule,
                                    statement.id,
                                    subject.id,
                                    object.id});
            }
        }
    }
    return out;
}

std::string written(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *number);
    if (const auto* number = std::get_if<double>(&cell)) return fmt::format("{}", *number);
    std::string out;
    for (const auto& item : std::get<Texts>(cell))
        out += (out.empty() ? "" : "; ") + item;
    return out;
}

}  // namespace entente::exchange
