// Two graphs side by side.
//
// Both graphs are laid out by what names a thing (an id, the id of an edge), and walked in step.
// SPDX-License-Identifier: MIT
#include "entente/compare.hpp"

#include <fmt/core.h>

#include <map>
#include <set>

#include "entente/json.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

using Numbers = std::map<std::string, std::uint32_t>;  // by id

Numbers entities_of(const KnowledgeGraph& graph) {
    Numbers out;
    for (std::uint32_t i = 0; i < graph.nodes().size(); ++i)
        out.emplace(graph.nodes()[i].id, i);
    return out;
}

Numbers edges_of(const KnowledgeGraph& graph) {
    Numbers out;
    for (std::uint32_t i = 0; i < graph.edges().size(); ++i)
        out.emplace(edge_id(graph, graph.edges()[i]), i);
    return out;
}

std::vector<std::uint32_t> only_in(const Numbers& one, const Numbers& other) {
    std::set<std::uint32_t> out;
    for (const auto& [id, number] : one) {
        if (!other.contains(id)) out.insert(number);
    }
    return {out.begin(), out.end()};
}

// What an edge rests on: the sentences of its articles.
std::set<std::string> grounds(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge) {
    std::set<std::string> out;
    for (const auto& support : edge.supports) {
        for (const Evidence& evidence : support.statement.evidence)
            out.insert(graph.documents()[support.document].text_hash + fmt::format("@{}", evidence.sentence.begin));
    }
    return out;
}

std::size_t articles(const KnowledgeGraph::Edge& edge) {
    std::set<std::uint32_t> out;
    for (const auto& support : edge.supports)
        out.insert(support.document);
    return out.size();
}

std::string sentence_of(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge) {
    const auto& support = edge.supports.front();
    std::string text = support.statement.evidence.front().text;
    for (char& c : text)
        c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    std::string out =
        fmt::format("      \"{}\"\n      {}", printable(text), printable(graph.documents()[support.document].id));
    if (const std::string& date = graph.documents()[support.document].date; !date.empty())
        out += ", " + printable(date);
    return out + "\n";
}

std::string told(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge, const Schema& schema) {
    return fmt::format("{} – {} – {}", printable(graph.nodes()[edge.subject].name), printable(words_of(schema, edge)),
                       printable(graph.nodes()[edge.object].name));
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string summary(const Comparison& comparison) {
    const auto part = [](std::size_t came, std::size_t went) { return fmt::format("{} came, {} went", came, went); };
    return fmt::format("entities: {}; relations: {}, {} changed\n",
                       part(comparison.entities_new.size(), comparison.entities_gone.size()),
                       part(comparison.edges_new.size(), comparison.edges_gone.size()),
                       comparison.edges_changed.size());
}

std::string entity_lines(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& numbers, char mark) {
    std::string out;
    for (const auto i : numbers)
        out += fmt::format("{} {} ({})\n", mark, printable(graph.nodes()[i].name), name_of(graph.nodes()[i].type));
    return out.empty() ? out : "\n" + out;
}

std::string edge_lines(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& numbers, const Schema& schema,
                       char mark) {
    std::string out;
    for (const auto i : numbers)
        out +=
            fmt::format("{} {}\n{}", mark, told(graph, graph.edges()[i], schema), sentence_of(graph, graph.edges()[i]));
    return out.empty() ? out : "\n" + out;
}

void write_edges(JsonWriter& out, const KnowledgeGraph& graph, const std::vector<std::uint32_t>& numbers,
                 const Schema& schema) {
    out.array();
    for (const auto i : numbers) {
        const auto& edge = graph.edges()[i];
        out.object().key("id").value(edge_id(graph, edge)).key("subject").value(graph.nodes()[edge.subject].id);
        out.key("relation").value(edge.relation).key("object").value(graph.nodes()[edge.object].id);
        out.key("polarity").value(name_of(edge.polarity)).key("modality").value(name_of(edge.modality));
        out.key("words").value(told(graph, edge, schema));
        out.key("sentence").value(edge.supports.front().statement.evidence.front().text);
        out.key("document").value(graph.documents()[edge.supports.front().document].id).end();
    }
    out.end();
}

void write_entities(JsonWriter& out, const KnowledgeGraph& graph, const std::vector<std::uint32_t>& numbers) {
    out.array();
    for (const auto i : numbers) {
        out.object().key("id").value(graph.nodes()[i].id).key("type").value(name_of(graph.nodes()[i].type));
        out.key("name").value(graph.nodes()[i].name).end();
    }
    out.end();
}

}  // namespace

Comparison compare(const KnowledgeGraph& before, const KnowledgeGraph& after) {
    Comparison out;
    const Numbers old_entities = entities_of(before), new_entities = entities_of(after);
    const Numbers old_edges = edges_of(before), new_edges = edges_of(after);
    out.entities_gone = only_in(old_entities, new_entities);
    out.entities_new = only_in(new_entities, old_entities);
    out.edges_gone = only_in(old_edges, new_edges);
    out.edges_new = only_in(new_edges, old_edges);
    std::map<std::uint32_t, std::uint32_t> changed;
    for (const auto& [id, number] : new_edges) {
        const auto old = old_edges.find(id);
        if (old == old_edges.end()) continue;
        if (grounds(before, before.edges()[old->second]) != grounds(after, after.edges()[number]))
            changed.emplace(number, old->second);
    }
    for (const auto& [number, old] : changed)
        out.edges_changed.emplace_back(old, number);
    return out;
}

std::string to_text(const Comparison& comparison, const KnowledgeGraph& before, const KnowledgeGraph& after,
                    const Schema& schema) {
    if (comparison.equal()) return "the graphs say the same\n";
    std::string out = summary(comparison) + entity_lines(after, comparison.entities_new, '+') +
                      entity_lines(before, comparison.entities_gone, '-') +
                      edge_lines(after, comparison.edges_new, schema, '+') +
                      edge_lines(before, comparison.edges_gone, schema, '-');
    if (!comparison.edges_changed.empty()) out += "\n";
    for (const auto& [old, number] : comparison.edges_changed) {
        out +=
            fmt::format("~ {}: {}, now {}\n", told(after, after.edges()[number], schema),
                        counted(articles(before.edges()[old]), "article", "articles"), articles(after.edges()[number]));
    }
    return out;
}

std::string to_json(const Comparison& comparison, const KnowledgeGraph& before, const KnowledgeGraph& after,
                    const Schema& schema) {
    JsonWriter out;
    out.object();
    write_entities(out.key("entities_new"), after, comparison.entities_new);
    write_entities(out.key("entities_gone"), before, comparison.entities_gone);
    write_edges(out.key("relations_new"), after, comparison.edges_new, schema);
    write_edges(out.key("relations_gone"), before, comparison.edges_gone, schema);
    std::vector<std::uint32_t> changed;
    for (const auto& [old, number] : comparison.edges_changed)
        changed.push_back(number);
    write_edges(out.key("relations_changed"), after, changed, schema);
    return std::string(out.end().text()) + "\n";
}

}  // namespace entente
