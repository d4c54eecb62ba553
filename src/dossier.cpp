// All about one entity.
//
//     Telmar (organisation), named 12 times in 4 articles
//
//     is banned by Denmark
//         "Denmark banned Telmar from ..."
//         telecoms-ban/article.txt:1204
//     is banned by Norway [not so, planned]
//         ...
//
// A modality is told beside the words, never by bending the verb: English verb forms are not worth the risk of a
// sentence that says something else than the article.
// SPDX-License-Identifier: MIT
#include "entente/dossier.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ostream>
#include <tuple>

#include "entente/text/utf8.hpp"

namespace entente {
namespace {

// The sentence on one line, for a terminal.
std::string one_line(std::string_view sentence) {
    std::string out;
    for (std::size_t at = 0; at < sentence.size();) {
        const CodePoint c = decode(sentence, at);
        if (!is_space(c.value))
            out.append(sentence.substr(at, c.size));
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
        at += c.size;
    }
    return out;
}

std::string words_of(const Relation* relation, const std::string& name, bool as_subject, const std::string& other) {
    if (relation != nullptr) return (as_subject ? relation->label : relation->inverse) + " " + other;
    std::string label = name;  // a relation that this schema does not know: its name, in words
    std::replace(label.begin(), label.end(), '_', ' ');
    return as_subject ? label + " " + other : "<- " + label + " " + other;
}

std::vector<Dossier::Quote> quotes_of(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge) {
    std::vector<Dossier::Quote> out;
    for (const auto& support : edge.supports) {
        const DocumentInfo& document = graph.documents()[support.document];
        for (const Evidence& evidence : support.statement.evidence) {
            out.push_back({one_line(evidence.text), document.id, document.date, evidence.sentence, support.source,
                           support.statement.rule});
        }
    }
    return out;
}

std::string marks_of(const Dossier::Line& line) {
    std::string out;
    if (line.polarity == Polarity::negative) out = "not so";
    if (line.modality != Modality::asserted) out += (out.empty() ? "" : ", ") + std::string(name_of(line.modality));
    return out.empty() ? out : "  [" + out + "]";
}

}  // namespace

Dossier make_dossier(const KnowledgeGraph& graph, const Schema& schema, std::uint32_t node) {
    Dossier out;
    out.node = graph.nodes()[node];
    const auto add = [&](std::uint32_t number, bool as_subject) {
        const KnowledgeGraph::Edge& edge = graph.edges()[number];
        const std::string& other = graph.nodes()[as_subject ? edge.object : edge.subject].name;
        out.lines.push_back({words_of(schema.find(edge.relation), edge.relation, as_subject, other), edge.modality,
                             edge.polarity, edge.belief, quotes_of(graph, edge)});
    };
    const auto by_belief = [](const Dossier::Line& a, const Dossier::Line& b) {
        return std::tie(b.belief, a.words, a.polarity, a.modality) <
               std::tie(a.belief, b.words, b.polarity, b.modality);
    };
    for (const auto edge : graph.edges_from(node))
        add(edge, true);
    std::sort(out.lines.begin(), out.lines.end(), by_belief);
    const auto subjects = static_cast<std::ptrdiff_t>(out.lines.size());
    for (const auto edge : graph.edges_to(node))
        add(edge, false);
    std::sort(out.lines.begin() + subjects, out.lines.end(), by_belief);
    return out;
}

std::ostream& operator<<(std::ostream& out, const Dossier& dossier) {
    const auto& node = dossier.node;
    out << printable(node.name) << " (" << node.type << (node.wikidata.empty() ? "" : ", " + node.wikidata)
        << "), named "
        << fmt::format("{} {} in {} {}\n", node.mentions, node.mentions == 1 ? "time" : "times", node.documents.size(),
                       node.documents.size() == 1 ? "article" : "articles");
    if (!node.aliases.empty()) {
        out << "also:";
        for (std::size_t i = 0; i < node.aliases.size(); ++i)
            out << (i > 0 ? ", " : " ") << printable(node.aliases[i]);
        out << '\n';
    }
    if (dossier.lines.empty()) out << "\nNo article says what it does or what is done to it.\n";
    for (const auto& line : dossier.lines) {
        out << '\n' << printable(line.words) << marks_of(line) << '\n';
        for (const auto& quote : line.quotes) {
            out << "    \"" << printable(quote.sentence) << "\"\n    " << printable(quote.document) << ':'
                << quote.span.begin;
            if (!quote.date.empty()) out << ", " << quote.date;
            if (!quote.source.empty()) out << ", says " << printable(quote.source);
            out << '\n';
        }
    }
    return out;
}

}  // namespace entente
