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

void describe(Tree& tree, std::uint32_t noun, std::uint32_t name) {
    if (determined(tree, noun)) {
        tree.change({{name, {noun, Deprel::appos}}});
    } else {
        make_title(tree, noun, name);
    }
}

}  // namespace

// Minister <-compound- Urges -obj-> Japan    to    Minister <-nsubj- Urges
// Quillon <-nsubj- Blames -flat-> Orsava     to    Blames -obj-> Orsava
void nominal_of_verb(Tree& tree, const Knowledge&) {
    for (std::uint32_t verb = tree.words().begin; verb < tree.words().end; ++verb) {
        if (!finite(tree, verb)) continue;
        std::vector<std::uint32_t> before;
        for (const std::uint32_t child : tree.children(verb)) {
            if (!tree.nominal(child) || !tree.is(child, {Deprel::compound, Deprel::flat})) continue;
            if (child < verb) before.push_back(child);
            if (child > verb && tree.is(child, {Deprel::flat}) && !tree.has(verb, {Deprel::obj})) tree.change({{child, {verb, Deprel::obj}}});
        }
        if (before.empty() || tree.has(verb, {Deprel::nsubj, Deprel::csubj})) continue;
        std::vector<Change> changes = {{before.back(), {verb, Deprel::nsubj}}};
        for (const std::uint32_t word : before) {
            if (word != before.back()) changes.push_back({word, {before.back(), Deprel::compound}});
        }
        tree.change(changes);
    }
}

// giant <-nsubj- praised -nsubj-> Telmar    to    giant <-nmod:desc- Telmar <-nsubj- praised
// UN <-nsubj- meets -nsubj-> envoy          to    UN <-compound- envoy <-nsubj- meets
void two_subjects(Tree& tree, const Knowledge&) {
    for (std::uint32_t second = tree.words().begin; second < tree.words().end; ++second) {
        if (!tree.nominal(second) || !tree.is(second, {Deprel::nsubj})) continue;
        for (const std::uint32_t first : tree.children(tree.head(second))) {
            if (first >= second || !tree.nominal(first) || tree.deprel(first) != tree.deprel(second)) continue;
            if (tree.reach(first).end != tree.reach(second).begin || determined(tree, second)) continue;
            if (tree.upos(first) == Upos::noun && tree.upos(second) == Upos::propn) {
                describe(tree, first, second);
            } else if (!determined(tree, first)) {
                tree.change({{first, {second, Deprel::compound}}});
            }
            break;
        }
    }
}

// exporter -flat-> Norvelle, lawyer -appos-> Amina    to    exporter <-nmod:desc- Norvelle
// giant <-amod- Telmar                                to    giant <-nmod:desc- Telmar
void title_before_name(Tree& tree, const Knowledge&) {
    for (std::uint32_t name = tree.words().begin + 1; name < tree.words().end; ++name) {
        if (tree.upos(name) != Upos::propn || tree.upos(name - 1) != Upos::noun) continue;
        const std::uint32_t noun = name - 1;
        if (tree.head(name) == noun && tree.is(name, {Deprel::flat, Deprel::appos})) describe(tree, noun, name);
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
