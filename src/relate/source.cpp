// Who says so.
//
// "X said that A": the clause hangs on the verb of speech. "A, X said" and "A, said X": the verb of speech hangs on A.
// "According to X, A": X hangs on A. Words in quotation marks belong to whoever speaks in a sentence that the quotation
// touches.
// SPDX-License-Identifier: MIT
#include "relate/source.hpp"

#include "relate/clause.hpp"

namespace entente::relate {
namespace {

// The words of a noun with what hangs on it, without its clauses and what stands behind a comma.
std::string phrase(const Tree& tree, int noun) {
    int end = noun + 1;
    for (const int c : tree.children(noun)) {
        const bool part = tree.is(c, {Deprel::nmod, Deprel::flat, Deprel::compound, Deprel::case_, Deprel::conj});
        if (c > noun && part && tree.left(c) == end) end = tree.right(c);
    }
    int begin = tree.left(noun);
    while (begin < noun && (tree.upos(begin) == Upos::punct || tree.is(begin, {Deprel::case_, Deprel::cc})))
        ++begin;
    while (begin < noun && (tree.is(begin, "according") || tree.is(begin, "to")))
        ++begin;
    return std::string(tree.document().text(tree.span(begin, end)));
}

std::optional<Speech> speaker(const Tree& tree, int noun) {
    const Ends ends = meant_alone(tree, noun);
    // "officials in Norway" speak for themselves: who is not named stays as text
    if (!ends.empty() && !ends.front().stands_in) return Speech{ends.front().reference, ""};
    if (tree.upos(noun) == Upos::pron) return std::nullopt;
    return Speech{none, phrase(tree, noun)};
}

std::optional<Speech> spoken_by(const Tree& tree, int verb) {
    if (!tree.verb(verb) || !tree.word(verb).speech) return std::nullopt;
    if (passive(tree, verb)) return std::nullopt;
    if (const int subject = tree.child(verb, {Deprel::nsubj}); subject != none) return speaker(tree, subject);
    const Ends lent = surface_subject(tree, verb);
    return lent.empty() ? std::nullopt : std::optional(Speech{lent.front().reference, ""});
}

std::optional<Speech> according_to(const Tree& tree, int clause) {
    for (const int c : tree.children(clause)) {
        if (!tree.is(c, {Deprel::obl, Deprel::nmod, Deprel::advcl, Deprel::advmod})) continue;
        const std::string opener = tree.marks(c);
        if (opener == "according to" || opener == "according") return speaker(tree, c);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Speech> speech_around(const Tree& tree, int word) {
    for (int steps = 0; word != none && steps < tree.size(); ++steps) {
        if (auto told = according_to(tree, word)) return told;
        for (const int c : tree.children(word)) {
            if (!tree.is(c, {Deprel::parataxis})) continue;
            if (auto told = spoken_by(tree, c)) return told;
        }
        const int above = tree.head(word);
        if (above == none) return std::nullopt;
        if (tree.deprel(word) == Deprel::acl_relcl) return std::nullopt;  // the article explains
        if (tree.is(word, {Deprel::ccomp, Deprel::parataxis, Deprel::xcomp, Deprel::dep})) {
            if (auto told = spoken_by(tree, above)) return told;
        }
        word = above;
    }
    return std::nullopt;
}

Ends speakers_around(const Tree& tree, int word) {
    for (int steps = 0; word != none && steps < tree.size(); ++steps) {
        for (const int c : tree.children(word)) {  // "Telmar will not be banned, Norway said"
            if (tree.is(c, {Deprel::parataxis}) && spoken_by(tree, c)) return surface_subject(tree, c);
        }
        const int above = tree.head(word);
        if (above == none || tree.is(word, {Deprel::acl_relcl})) return {};
        const bool clause = tree.is(word, {Deprel::ccomp, Deprel::parataxis, Deprel::dep});
        if (clause && spoken_by(tree, above)) return surface_subject(tree, above);
        word = above;
    }
    return {};
}

std::optional<Speech> speech_of_sentence(const Tree& tree) {
    for (int i = 0; i < tree.size(); ++i) {
        if (auto told = spoken_by(tree, i)) return told;
    }
    for (int i = 0; i < tree.size(); ++i) {
        if (auto told = according_to(tree, i)) return told;
    }
    return std::nullopt;
}

std::vector<std::uint32_t> quotations(const Document& document) {
    std::vector<std::uint32_t> out(document.tokens.size(), 0);
    std::uint32_t count = 0;
    bool open = false;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        if (open && i > 0) {
            const Span gap{document.tokens[i - 1].span.end, document.tokens[i].span.begin};
            const std::string_view between = document.text(gap);
            const std::size_t line = between.find('\n');
            if (line != std::string_view::npos && between.find('\n', line + 1) != std::string_view::npos) open = false;
        }
        const std::string_view form = document.form(i);
        if (form == "“" || (!open && form == "\"") || form == "``") {
            open = true;
            ++count;
        } else if (form == "”" || form == "\"" || form == "''") {
            open = false;
        } else if (open) {
            out[i] = count;
        }
    }
    return out;
}

}  // namespace entente::relate
