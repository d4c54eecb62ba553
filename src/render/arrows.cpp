// Statements to arrows.
//
// An arrow shows at most four relations, its tooltip up to three sentences of each.
// SPDX-License-Identifier: MIT
#include "render/arrows.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "render/looks.hpp"

namespace entente::render {
namespace {

using Edge = KnowledgeGraph::Edge;

constexpr std::size_t relations_shown = 4, sentences_shown = 3, line_width = 24;

std::string relation_words(const Style& style, const Schema& schema, const Edge& edge) {
    const Relation* relation = schema.find(edge.relation);
    std::string out = relation != nullptr && !relation->label.empty() ? relation->label : edge.relation;
    std::ranges::replace(out, '_', ' ');
    if (edge.polarity == Polarity::negative) out = style.denial.word + " " + out;
    const std::string& word = style.lines[static_cast<std::size_t>(edge.modality)].word;
    return word.empty() ? out : fmt::format("{} ({})", out, word);
}

// "not bans (planned) ×3", a line for each relation.
std::string label(const Arrow& arrow, const KnowledgeGraph& knowledge, const Schema& schema, const Style& style,
                  const Filter& filter) {
    const bool all = arrow.edges.size() <= relations_shown;
    const std::size_t shown = all ? arrow.edges.size() : relations_shown - 1;
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) {
        const Edge& edge = knowledge.edges()[arrow.edges[i]];
        std::string words = relation_words(style, schema, edge);
        if (const auto count = filter.supports(edge).size(); count > 1) words += fmt::format(" ×{}", count);
        out += (i > 0 ? "\\n" : "") + escaped_label(words, line_width);
    }
    return all ? out : out + fmt::format("\\nand {} more", arrow.edges.size() - shown);
}

std::string sentences(const Edge& edge, const KnowledgeGraph& knowledge, const Filter& filter) {
    std::string out;
    const auto supports = filter.supports(edge);
    for (std::size_t i = 0; i < std::min(sentences_shown, supports.size()); ++i) {
        const KnowledgeGraph::Support& support = *supports[i];
        std::string sentence = support.statement.evidence.empty() ? "" : support.statement.evidence.front().text;
        std::ranges::replace(sentence, '\n', ' ');
        out += fmt::format("\n{}\n({}", sentence, knowledge.documents()[support.document].id);
        if (!support.source.empty()) out += fmt::format(", according to {}", support.source);
        out += ")";
    }
    if (supports.size() > sentences_shown) out += fmt::format("\nand {} more", supports.size() - sentences_shown);
    return out;
}

// Each whole statement, and below it the sentences that make it, with their files.
std::string tooltip(const Arrow& arrow, const KnowledgeGraph& knowledge, const Schema& schema, const Style& style,
                    const Filter& filter) {
    std::string out;
    for (const auto index : arrow.edges) {
        const Edge& edge = knowledge.edges()[index];
        if (!out.empty()) out += "\n\n";
        out += fmt::format("{} – {} – {}", knowledge.nodes()[edge.subject].name, relation_words(style, schema, edge),
                           knowledge.nodes()[edge.object].name);
        out += sentences(edge, knowledge, filter);
    }
    return escaped_tooltip(out);
}

}  // namespace

std::vector<Arrow> arrows(const KnowledgeGraph& knowledge, const std::vector<std::uint32_t>& edges,
                          const Schema& schema, bool parallel) {
    using Key = std::tuple<std::uint32_t, std::uint32_t, Polarity, Modality, bool, std::uint32_t>;
    std::map<Key, Arrow> found;
    for (const auto index : edges) {
        const Edge& edge = knowledge.edges()[index];
        const Relation* relation = schema.find(edge.relation);
        const bool both_ways = relation != nullptr && relation->symmetric;
        const std::uint32_t own = parallel ? index : 0;
        Arrow& arrow = found[{edge.subject, edge.object, edge.polarity, edge.modality, both_ways, own}];
        if (arrow.edges.empty()) arrow = {edge.subject, edge.object, edge.polarity, edge.modality, both_ways, {}};
        arrow.edges.push_back(index);
    }
    std::vector<Arrow> out;
    for (auto& [key, arrow] : found) {
        std::ranges::stable_sort(arrow.edges, std::ranges::greater{},
                                 [&](std::uint32_t index) { return knowledge.edges()[index].supports.size(); });
        out.push_back(std::move(arrow));
    }
    return out;
}

std::string arrow_statement(const Arrow& arrow, const KnowledgeGraph& knowledge, const Schema& schema,
                            const Style& style, const Filter& filter) {
    Attributes attributes{{"key", fmt::format("e{}", arrow.edges.front())},
                          {"label", label(arrow, knowledge, schema, style, filter)}};
    for (auto& attribute : look_of(style, arrow.polarity, arrow.modality))
        attributes.push_back(std::move(attribute));
    if (arrow.both_ways) {
        attributes.emplace_back("dir", "both");
        attributes.emplace_back("arrowtail", style.lines[static_cast<std::size_t>(arrow.modality)].head);
    }
    attributes.emplace_back("tooltip", tooltip(arrow, knowledge, schema, style, filter));
    return statement(fmt::format("n{} -> n{}", arrow.subject, arrow.object), attributes);
}

}  // namespace entente::render
