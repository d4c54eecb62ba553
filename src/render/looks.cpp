// Entities and statements to DOT attributes.
//
// A line tells its modality, a bar and a colour that a thing is denied; the same is said in words on the arrow, so that
// nobody needs the legend, or colours, to tell a ban from one that is only asked for.
// SPDX-License-Identifier: MIT
#include "render/looks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::render {
namespace {

constexpr std::size_t sentences_shown = 3;

std::string relation_label(const Schema& schema, const std::string& name) {
    const Relation* relation = schema.find(name);
    std::string label = relation != nullptr && !relation->label.empty() ? relation->label : name;
    std::ranges::replace(label, '_', ' ');
    return label;
}

std::string statement_words(const Style& style, const Schema& schema, const KnowledgeGraph::Edge& edge) {
    std::string out = relation_label(schema, edge.relation);
    if (edge.polarity == Polarity::negative) out = style.denial.word + " " + out;
    const std::string& word = style.lines[static_cast<std::size_t>(edge.modality)].word;
    return word.empty() ? out : fmt::format("{} ({})", out, word);
}

}  // namespace

Attributes look_of(const Style& style, EntityType type) {
    const Style::Entity& look = style.entities[static_cast<std::size_t>(type)];
    const bool rounded = look.shape == "rounded";
    const std::string shape = rounded ? "box" : look.shape == "plain" ? "plaintext" : look.shape;
    return {{"shape", shape},
            {"style", rounded ? "filled,rounded" : "filled"},
            {"fillcolor", look.fill},
            {"color", look.border},
            {"fontcolor", look.text}};
}

Attributes look_of(const Style& style, Polarity polarity, Modality modality) {
    const Style::Line& line = style.lines[static_cast<std::size_t>(modality)];
    const bool denied = polarity == Polarity::negative;
    const std::string& colour = denied ? style.denial.colour : line.colour;
    const std::string bar = denied && style.denial.head == "tee" ? "tee" : "";
    return {{"style", line.line},
            {"penwidth", fmt::format("{}", line.width)},
            {"color", colour},
            {"fontcolor", colour},
            {"arrowhead", bar + line.head}};
}

std::string words_on(const Style& style, const Schema& schema, const KnowledgeGraph::Edge& edge) {
    const std::string words = statement_words(style, schema, edge);
    return edge.supports.size() > 1 ? fmt::format("{} ×{}", words, edge.supports.size()) : words;
}

std::string words_about(const Style& style, const Schema& schema, const KnowledgeGraph& knowledge,
                        const KnowledgeGraph::Edge& edge) {
    std::string out = fmt::format("{} – {} – {}", knowledge.nodes()[edge.subject].name, statement_words(style, schema, edge),
                                  knowledge.nodes()[edge.object].name);
    for (std::size_t i = 0; i < std::min(sentences_shown, edge.supports.size()); ++i) {
        const KnowledgeGraph::Support& support = edge.supports[i];
        std::string sentence = support.statement.evidence.empty() ? "" : support.statement.evidence.front().text;
        std::ranges::replace(sentence, '\n', ' ');
        out += fmt::format("\n\n{}\n{}", sentence, knowledge.documents()[support.document].id);
        if (!support.source.empty()) out += fmt::format(", according to {}", support.source);
    }
    if (edge.supports.size() > sentences_shown) out += fmt::format("\n\nand {} more", edge.supports.size() - sentences_shown);
    return out;
}

std::string words_about(const KnowledgeGraph::Node& node) {
    std::string out = fmt::format("{}: {}", name_of(node.type), node.name);
    if (!node.aliases.empty()) out += fmt::format("\nalso {}", fmt::join(node.aliases, ", "));
    return out + fmt::format("\nnamed in {} {}", node.documents.size(), node.documents.size() == 1 ? "article" : "articles");
}

}  // namespace entente::render
