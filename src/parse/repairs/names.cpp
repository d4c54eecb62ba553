// Repairs of names and the titles before them.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "parse/repairs/repair.hpp"

namespace entente::parse {
namespace {

bool finite(const Tree& tree, std::uint32_t i) {
    return tree.upos(i) == Upos::verb && (tree.xpos(i) == Xpos::vbz || tree.xpos(i) == Xpos::vbd || tree.xpos(i) == Xpos::vbp);
}

// Whether an article or an owner stands before the noun: "the ferry operator", "Japan's largest lender".
bool determined(const Tree& tree, std::uint32_t noun) { return tree.has(noun, {Deprel::det, Deprel::nmod_poss, Deprel::nummod}); }

// What describes the noun itself and stays with it when it becomes a title.
bool stays_with_title(const Tree& tree, std::uint32_t child, std::uint32_t noun) {
    return child < noun && tree.is(child, {Deprel::amod, Deprel::compound, Deprel::nmod, Deprel::flat, Deprel::nummod, Deprel::det});
}

// "giant" was the phrase, "Telmar" hung somewhere: now the name is the phrase and the noun its title.
void make_title(Tree& tree, std::uint32_t noun, std::uint32_t name) {
    const Arc place = tree.root(noun) ? Arc{name, Deprel::root} : Arc{tree.head(noun), tree.deprel(noun)};
    std::vector<Change> changes = {{name, place}, {noun, {name, Deprel::nmod_desc}}};
    for (const std::uint32_t child : tree.children(noun)) {
        if (child != name && !stays_with_title(tree, child, noun)) changes.push_back({child, {name, tree.deprel(child)}});
    }
    tree.change(changes);
}

bool organisation(const Knowledge& english, const Tree& tree, std::uint32_t noun) {
    return english.lexicon.has("organisation_nouns", tree.lemma(noun));
}

// The title by itself is no phrase: "giant Telmar"; "the operator Orsava" and "Japan's champion Arovela" are.
void describe(Tree& tree, const Knowledge& english, std::uint32_t noun, std::uint32_t name) {
    if (!determined(tree, noun)) {
        make_title(tree, noun, name);
    } else if (organisation(english, tree, noun)) {
        tree.change({{name, {noun, Deprel::appos}}});
    }
}

}  // namespace

// Minister <-compound- Urges -obj-> Japan    to    Minister <-nsubj- Urges, where the sentence begins
// Quillon <-nsubj- Blames -flat-> Orsava     to    Blames -obj-> Orsava
void nominal_of_verb(Tree& tree, const Knowledge&) {
    for (std::uint32_t verb = tree.words().begin + 1; verb < tree.words().end; ++verb) {
        if (!finite(tree, verb) || !tree.root(verb)) continue;
        const auto before = tree.child(verb, {Deprel::compound}), behind = tree.child(verb, {Deprel::flat});
        if (behind && *behind > verb && tree.nominal(*behind) && !tree.has(verb, {Deprel::obj})) tree.change({{*behind, {verb, Deprel::obj}}});
        if (!before || !tree.nominal(*before) || tree.has(verb, {Deprel::nsubj, Deprel::csubj})) continue;
        if (tree.reach(*before) == TokenRange{tree.words().begin, verb}) tree.change({{*before, {verb, Deprel::nsubj}}});
    }
}

// giant <-nsubj- praised -nsubj-> Telmar    to    giant <-nmod:desc- Telmar <-nsubj- praised
// UN <-nsubj- meets -nsubj-> envoy          to    UN <-compound- envoy <-nsubj- meets
void two_subjects(Tree& tree, const Knowledge& english) {
    for (std::uint32_t second = tree.words().begin + 1; second < tree.words().end; ++second) {
        const std::uint32_t first = second - 1;
        if (!tree.nominal(first) || !tree.nominal(second) || !tree.is(second, {Deprel::nsubj})) continue;
        if (tree.head(first) != tree.head(second) || tree.deprel(first) != tree.deprel(second) || determined(tree, second)) continue;
        if (tree.upos(first) == Upos::noun && tree.upos(second) == Upos::propn) {
            describe(tree, english, first, second);
        } else if (tree.upos(first) == Upos::propn && !determined(tree, first)) {
            tree.change({{first, {second, english.lexicon.has("titles", tree.form(first)) ? Deprel::nmod_desc : Deprel::compound}}});
        }
    }
}

// exporter -flat-> Norvelle    to    exporter <-nmod:desc- Norvelle
// giant <-amod- Telmar          to    giant <-nmod:desc- Telmar
// Persons ("lawyer Amina") are left as they are: the treebanks write them in both ways.
void title_before_name(Tree& tree, const Knowledge& english) {
    for (std::uint32_t name = tree.words().begin + 1; name < tree.words().end; ++name) {
        const std::uint32_t noun = name - 1;
        if (tree.upos(name) != Upos::propn || tree.upos(noun) != Upos::noun) continue;
        const bool hangs = tree.head(name) == noun && tree.is(name, {Deprel::flat, Deprel::appos});
        if (hangs && organisation(english, tree, noun)) describe(tree, english, noun, name);
        if (tree.head(noun) == name && tree.is(noun, {Deprel::amod}) && tree.has(noun, {Deprel::amod, Deprel::compound})) {
            tree.change({{noun, {name, Deprel::nmod_desc}}});
        }
    }
}

// Investor -conj-> Maud -nmod:desc-> senator    to    Maud -nmod:desc-> Investor -conj-> senator
void joined_titles(Tree& tree, const Knowledge& english) {
    for (std::uint32_t first = tree.words().begin; first + 2 < tree.words().end; ++first) {
        if (tree.xpos(first) != Xpos::nn || tree.xpos(first + 1) != Xpos::cc || determined(tree, first)) continue;
        const auto name = tree.child(first, {Deprel::conj});
        if (!name || tree.upos(*name) != Upos::propn || !english.lexicon.has("person_nouns", tree.form(first))) continue;
        const auto second = tree.child(*name, {Deprel::nmod_desc});
        if (!second || *second < first || tree.reach(*second).end != *name) continue;
        const Arc place = tree.root(first) ? Arc{*name, Deprel::root} : Arc{tree.head(first), tree.deprel(first)};
        std::vector<Change> changes = {{*name, place}, {first, {*name, Deprel::nmod_desc}}, {*second, {first, Deprel::conj}}, {first + 1, {*second, Deprel::cc}}};
        for (const std::uint32_t child : tree.children(first)) {
            if (child != *name && child != first + 1 && !stays_with_title(tree, child, first)) changes.push_back({child, {*name, tree.deprel(child)}});
        }
        tree.change(changes);
    }
}

}  // namespace entente::parse
