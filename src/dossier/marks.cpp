// Words that all forms of a dossier share.
// SPDX-License-Identifier: MIT
#include "dossier/marks.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <tuple>

#include "entente/text/utf8.hpp"

namespace entente::dossier {
namespace {

// The sentence on one line, and where the spans lie in it.
struct Line {
    std::string text;
    std::vector<std::uint32_t> places;  // of each byte of the sentence, and of its end
};

Line lined(std::string_view sentence) {
    Line out;
    for (std::size_t at = 0; at < sentence.size();) {
        const CodePoint c = decode(sentence, at);
        for (std::uint32_t i = 0; i < c.size; ++i)
            out.places.push_back(static_cast<std::uint32_t>(out.text.size()));
        if (!is_space(c.value))
            out.text.append(sentence.substr(at, c.size));
        else if (!out.text.empty() && out.text.back() != ' ')
            out.text += ' ';
        at += c.size;
    }
    out.places.push_back(static_cast<std::uint32_t>(out.text.size()));
    return out;
}

Span within(const Line& line, Span sentence, Span part) {
    const auto place = [&](std::uint32_t offset) {
        const std::size_t at = offset < sentence.begin ? 0 : offset - sentence.begin;
        return line.places[std::min(at, line.places.size() - 1)];
    };
    return {place(part.begin), place(part.end)};
}

}  // namespace

std::string marks_of(Polarity polarity, Modality modality) {
    std::string out = polarity == Polarity::negative ? "not so" : "";
    if (modality != Modality::asserted) out += (out.empty() ? "" : ", ") + std::string(name_of(modality));
    return out;
}

std::string one_line(std::string_view sentence) {
    return lined(sentence).text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string fame_of(const KnowledgeGraph::Node& node) {
    return fmt::format("named {} in {}", counted(node.mentions, "time", "times"),
                       counted(node.documents.size(), "article", "articles"));
}

std::string origin_of(const Dossier::Quote& quote) {
    std::string out = fmt::format("{}:{}", quote.document, quote.span.begin);
    if (!quote.date.empty()) out += ", " + quote.date;
    if (!quote.source.empty()) out += ", says " + quote.source;
    return out;
}

std::string verb_of(const Schema& schema, const std::string& name, bool as_subject) {
    const Relation* relation = schema.find(name);
    if (relation != nullptr) return as_subject ? relation->label : relation->inverse;
    std::string label = name;  // a relation that this schema does not know: its name, in words
    std::ranges::replace(label, '_', ' ');
    return as_subject ? label : "<- " + label;
}

std::vector<Dossier::Quote> quotes_of(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge) {
    std::vector<Dossier::Quote> out;
    for (const auto& support : edge.supports) {
        const DocumentInfo& document = graph.documents()[support.document];
        for (const Evidence& evidence : support.statement.evidence) {
            Line line = lined(evidence.text);
            Dossier::Quote quote{
                {}, document.id, document.date, evidence.sentence, support.source, support.statement.rule};
            quote.when = date_of(graph, support);
            quote.title = document.title;
            quote.url = document.url;
            quote.confidence = support.statement.confidence;
            quote.subject = within(line, evidence.sentence, evidence.subject);
            quote.object = within(line, evidence.sentence, evidence.object);
            quote.cue = within(line, evidence.sentence, evidence.cue);
            quote.sentence = std::move(line.text);
            out.push_back(std::move(quote));
        }
    }
    std::ranges::stable_sort(out, [](const Dossier::Quote& a, const Dossier::Quote& b) {
        return std::tuple(b.confidence, a.date.empty(), a.date) < std::tuple(a.confidence, b.date.empty(), b.date);
    });
    return out;
}

}  // namespace entente::dossier
