// A document drawn in characters.
//
// One section a layer, in the order in which the stages wrote them, so that what is wrong can be followed up
// to the stage that was wrong first. SPDX-License-Identifier: MIT
#include "entente/sketch.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "entente/text/utf8.hpp"
#include "sketch/lines.hpp"
#include "sketch/tree.hpp"

namespace entente {
namespace {

using namespace sketch;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t word_width = 24, name_width = 36;

std::string_view kind_of(const Sentence& sentence) {
    switch (sentence.kind) {
        case Sentence::Kind::headline:
            return ", headline";
        case Sentence::Kind::bullet:
            return ", bullet";
        case Sentence::Kind::line:
            return ", line";
        default:
            return "";
    }
}

// A word's number, branch, relation, tags and lemma.
std::vector<std::string> word_row(const Document& document, std::uint32_t token, std::uint32_t number,
                                  const std::string& branch) {
    std::string place = fmt::format("{:>3}", number);
    std::vector<std::string> row{std::move(place), branch + clipped(document.form(token), word_width)};
    row.emplace_back(token < document.arcs.size() ? name(document.arcs[token].deprel) : "");
    if (token >= document.tags.size()) return row;
    const Tag& tag = document.tags[token];
    row.insert(row.end(), {std::string(name(tag.upos)), std::string(name(tag.xpos)), clipped(tag.lemma, word_width)});
    return row;
}

std::string sentences_of(const Document& document) {
    std::string out;
    std::size_t number = 0;
    for (const Sentence& sentence : document.sentences) {
        out += fmt::format("{}Sentence {}{}\n", number > 0 ? "\n" : "", number + 1, kind_of(sentence));
        ++number;
        const std::vector<std::string> before = branches(Tree(document, sentence));
        Rows rows;
        for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
            rows.push_back(word_row(document, sentence.tokens.begin + i, i + 1, before[i]));
        }
        out += table(rows, "");
    }
    return out;
}

std::string names_of(const Document& document) {
    Rows rows;
    for (const Name& name : document.names) {
        std::string how = printable(name.found_by);
        if (name.adjective) how += ", adjective";
        if (name.acts) how += ", its government";
        rows.push_back({clipped(document.text(name.span), name_width), std::string(name_of(name.type)),
                        printable(name.known), how});
    }
    return rows.empty() ? "" : "\nNames\n" + table(rows, "  ");
}

std::string_view kind_of(const Reference& reference) {
    switch (reference.kind) {
        case Reference::Kind::description:
            return " (description)";
        case Reference::Kind::pronoun:
            return " (pronoun)";
        default:
            return "";
    }
}

// Each entity with the words that mean it, in the order of the text.
std::string entities_of(const Document& document) {
    std::vector<std::vector<std::string>> words(document.entities.size());
    for (const Reference& reference : document.references) {
        auto& of_this = words[number(reference.entity)];
        of_this.push_back((of_this.empty() ? "" : "· ") + printable(document.text(reference.span)) +
                          std::string(kind_of(reference)));
    }
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Entity& entity = document.entities[i];
        const std::string begin =
            fmt::format("  {}, {}, {}:", printable(entity.name), name_of(entity.type), printable(entity.id));
        out += wrapped(begin, words[i], 6);
    }
    return out.empty() ? "" : "\nEntities\n" + out;
}

std::string name_of_entity(const Document& document, const std::string& id) {
    const auto found =
        std::find_if(document.entities.begin(), document.entities.end(), [&](const Entity& e) { return e.id == id; });
    return printable(found == document.entities.end() ? id : found->name);
}

std::string source_of(const Document& document, const Statement& statement) {
    if (!statement.source.empty()) return name_of_entity(document, statement.source);
    return statement.source_text.empty() ? "the article" : '"' + printable(statement.source_text) + '"';
}

std::string statement_lines(const Document& document, const Statement& statement) {
    std::string out = fmt::format("  {}  {}  {}\n", name_of_entity(document, statement.subject),
                                  printable(statement.relation), name_of_entity(document, statement.object));
    out += fmt::format("      {}, {}, confidence {}; says {}\n", name_of(statement.polarity),
                       name_of(statement.modality), name_of(statement.confidence), source_of(document, statement));
    for (const auto& [key, value] : statement.details)
        out += fmt::format("      {}: {}\n", printable(key), printable(value));
    out += fmt::format("      found by {}\n", printable(statement.rule));
    for (const Evidence& evidence : statement.evidence) {
        const std::uint32_t from = evidence.sentence.begin;
        const auto mark = [&](Span span, char letter) { return sketch::Mark{{span.begin - from, span.end - from}, letter}; };
        out += underlined(document.text(evidence.sentence),
                          {mark(evidence.subject, 's'), mark(evidence.object, 'o'), mark(evidence.cue, 'c')}, 6);
    }
    return out;
}

std::string statements_of(const Document& document) {
    std::string out;
    for (const Statement& statement : document.statements)
        out += (out.empty() ? "" : "\n") + statement_lines(document, statement);
    return out.empty() ? "" : "\nStatements (s subject, c cue, o object)\n" + out;
}

}  // namespace

std::string to_text(const Document& document) {
    return sentences_of(document) + names_of(document) + entities_of(document) + statements_of(document);
}

}  // namespace entente
