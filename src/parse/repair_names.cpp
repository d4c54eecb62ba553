// Repairs of names and the titles before them.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "parse/repair.hpp"

namespace entente::parse {

bool determined(const Tree& tree, std::uint32_t noun) {
    return tree.has(noun, {Deprel::det, Deprel::nmod_poss, Deprel::nummod});
}

bool organisation(const Knowledge& english, const Tree& tree, std::uint32_t noun) {
    return english.lexicon.has("organisation_nouns", tree.lemma(noun));
}

namespace {

bool finite(const Tree& tree, std::uint32_t i) {
    return tree.upos(i) == Upos::verb &&
           (tree.xpos(i) == Xpos::vbz || tree.xpos(i) == Xpos::vbd || tree.xpos(i) == Xpos::vbp);
}

// What describes the noun itself and stays with it when it becomes a title.
bool stays_with_title(const Tree& tree, std::uint32_t child, std::uint32_t noun) {
    return child < noun &&
           tree.is(child, {Deprel::amod, Deprel::compound, Deprel::nmod, Deprel::flat, Deprel::nummod, Deprel::det});
}

// "giant" was the phrase, "Telmar" hung somewhere: now the name is the phrase and the noun its title.
void make_title(Tree& tree, std::uint32_t noun, std::uint32_t name) {
    const Arc place = tree.root(noun) ? Arc{name, Deprel::root} : Arc{tree.head(noun), tree.deprel(noun)};
    std::vector<Change> changes = {{name, place}, {noun, {name, Deprel::nmod_desc}}};
    for (const std::uint32_t child : tree.children(noun)) {
        if (child != name && !stays_with_title(tree, child, noun))
            changes.push_back({child, {name, tree.deprel(child)}});
    }
    tree.change(changes);
}

// The title by itself is no phrase: "giant Telmar"; "the operator Orsava" and "Japan's champion Arovela" are.
void describe(Tree& tree, const Knowledge& english, std::uint32_t noun, std::uint32_t name) {
    if (!determined(tree, noun)) {
        make_title(tree, noun, name);
    } else if (organisation(english, tree, noun) || english.lexicon.has("person_nouns", tree.lemma(noun)) ||
               english.lexicon.has("titles", tree.lemma(noun))) {
        tree.change({{name, {noun, Deprel::appos}}});
    }
}

// Two names side by side are one: "Theresa -flat-> May", "Minister <-nmod:desc- Wekesa", "UN <-compound-
// envoy".
void join_names(Tree& tree, const Knowledge& english, std::uint32_t first, std::uint32_t second) {
    if (tree.upos(second) == Upos::propn && english.lexicon.has("given_names", tree.form(first))) {
        tree.change({{second, {first, Deprel::flat}}});
    } else {
        const bool title = english.lexicon.has("titles", tree.form(first));
        tree.change({{first, {second, title ? Deprel::nmod_desc : Deprel::compound}}});
    }
}

}  // namespace

// Minister <-compound- Urges -obj-> Japan    to    Minister <-nsubj- Urges, where the sentence begins
// Quillon <-nsubj- Blames -flat-> Orsava     to    Blames -obj-> Orsava
void nominal_of_verb(Tree& tree, const Knowledge&) {
    for (std::uint32_t verb = tree.words().begin + 1; verb < tree.words().end; ++verb) {
        if (!finite(tree, verb) || !tree.root(verb)) continue;
        const auto before = tree.child(verb, {Deprel::compound}), behind = tree.child(verb, {Deprel::flat});
        if (behind && *behind > verb && tree.nominal(*behind) && !tree.has(verb, {Deprel::obj}))
            tree.change({{*behind, {verb, Deprel::obj}}});
        if (!before || !tree.nominal(*before) || tree.has(verb, {Deprel::nsubj, Deprel::csubj})) continue;
        if (tree.reach(*before) == TokenRange{tree.words().begin, verb})
            tree.change({{*before, {verb, Deprel::nsubj}}});
    }
}

// giant <-nsubj- praised -nsubj-> Telmar    to    giant <-nmod:desc- Telmar <-nsubj- praised; objects and
// conjuncts too UN <-nsubj- meets -nsubj-> envoy          to    UN <-compound- envoy <-nsubj- meets
void two_for_one(Tree& tree, const Knowledge& english) {
    for (std::uint32_t second = tree.words().begin + 1; second < tree.words().end; ++second) {
        const std::uint32_t first = second - 1;
        if (!tree.nominal(first) || !tree.nominal(second) ||
            !tree.is(second, {Deprel::nsubj, Deprel::obj, Deprel::conj, Deprel::xcomp}))
            continue;
        const bool alike = tree.deprel(first) == tree.deprel(second) ||
                           (tree.deprel(first) == Deprel::obj && tree.deprel(second) == Deprel::xcomp);
        if (tree.head(first) != tree.head(second) || !alike || determined(tree, second)) continue;
        if (tree.upos(first) == Upos::noun && tree.upos(second) == Upos::propn) {
            describe(tree, english, first, second);
        } else if (tree.upos(first) == Upos::propn && !determined(tree, first) && tree.is(second, {Deprel::nsubj})) {
            join_names(tree, english, first, second);
        }
    }
}

// executive <-obj- fired -obj-> Piet    to    executive -appos-> Piet, in "its chief executive, Piet Hallam"
void name_behind_comma(Tree& tree, const Knowledge&) {
    for (std::uint32_t name = tree.words().begin + 2; name < tree.words().end; ++name) {
        const std::uint32_t noun = name - 2;
        if (tree.upos(name) != Upos::propn || !tree.comma(name - 1) || tree.root(name) || tree.root(noun) ||
            !determined(tree, noun))
            continue;
        if (tree.head(noun) != tree.head(name) || !tree.is(noun, {Deprel::obj, Deprel::iobj}) ||
            !tree.is(name, {Deprel::obj, Deprel::iobj, Deprel::vocative}))
            continue;
        tree.change({{name, {noun, Deprel::appos}}, {name - 1, {name, Deprel::punct}}});
    }
}

// sold -nsubj-> Capital, sold -nsubj-> investor    to    Capital -appos-> investor, in "Ovelund Capital, an investor, sold"
void second_subject(Tree& tree, const Knowledge&) {
    for (std::uint32_t verb = tree.words().begin; verb < tree.words().end; ++verb) {
        const auto first = tree.child(verb, {Deprel::nsubj});
        if (!first || *first > verb || tree.upos(*first) != Upos::propn) continue;
        for (const std::uint32_t second : tree.children(verb)) {
            if (second <= *first || second > verb || !tree.is(second, {Deprel::nsubj}) || !determined(tree, second))
                continue;
            const TokenRange reach = tree.reach(second);
            const bool commas = tree.comma(reach.begin) && tree.reach(*first).end == reach.begin;
            const bool described = tree.upos(second) == Upos::noun || tree.xpos(second) == Xpos::jjs;
            if (commas && described) tree.change({{second, {*first, Deprel::appos}}});
        }
    }
}

// shielded -parataxis-> owner    to    Gorazd -appos-> owner, in "he shielded Gorazd, the owner of a security company"
void described_behind_comma(Tree& tree, const Knowledge&) {
    for (std::uint32_t noun = tree.words().begin + 2; noun < tree.words().end; ++noun) {
        if (tree.xpos(noun) != Xpos::nn ||
            !tree.is(noun, {Deprel::parataxis, Deprel::appos, Deprel::dep, Deprel::list}))
            continue;
        const auto article = tree.child(noun, {Deprel::det, Deprel::nmod_poss});
        const std::uint32_t comma = tree.reach(noun).begin;
        if (!article || comma == tree.words().begin || !tree.comma(comma) || *article != comma + 1) continue;
        if (tree.has(noun, {Deprel::cop, Deprel::nsubj, Deprel::case_, Deprel::cc, Deprel::aux})) continue;
        const std::uint32_t name = tree.name_head(comma - 1);
        if (tree.upos(name) != Upos::propn || tree.head(noun) == name || tree.reach(name).end != comma) continue;
        tree.change({{noun, {name, Deprel::appos}}});
    }
}

// exporter -flat-> Norvelle, lawyer -appos-> Amina    to    exporter <-nmod:desc- Norvelle, as where it is a compound
// giant <-amod- Telmar                                to    giant <-nmod:desc- Telmar
// A person that is flat ("attorney -flat-> John") stays so: the treebanks write it in both ways.
void title_before_name(Tree& tree, const Knowledge& english) {
    for (std::uint32_t name = tree.words().begin + 1; name < tree.words().end; ++name) {
        const std::uint32_t noun = name - 1;
        if (tree.upos(name) != Upos::propn || tree.upos(noun) != Upos::noun) continue;
        const bool hangs = tree.head(name) == noun && tree.is(name, {Deprel::flat, Deprel::appos});
        const bool person = tree.is(name, {Deprel::appos}) && english.lexicon.has("person_nouns", tree.lemma(noun)) &&
                            !determined(tree, noun);
        // no noun in the singular stands alone before a name but as its title: "rival bidder Telmar"
        const bool bare = tree.head(name) == noun && tree.is(name, {Deprel::appos, Deprel::compound}) &&
                          tree.xpos(noun) == Xpos::nn && !determined(tree, noun) &&
                          tree.is(noun, {Deprel::nsubj, Deprel::obj, Deprel::nmod_poss, Deprel::obl, Deprel::conj});
        if (bare || (hangs && (person || organisation(english, tree, noun)))) describe(tree, english, noun, name);
        if (tree.head(noun) == name && tree.is(noun, {Deprel::amod}) &&
            tree.has(noun, {Deprel::amod, Deprel::compound})) {
            tree.change({{noun, {name, Deprel::nmod_desc}}});
        }
    }
}

// Investor -conj-> Maud -nmod:desc-> senator    to    Maud -nmod:desc-> Investor -conj-> senator
void joined_titles(Tree& tree, const Knowledge& english) {
    for (std::uint32_t first = tree.words().begin; first + 2 < tree.words().end; ++first) {
        if (tree.xpos(first) != Xpos::nn || tree.xpos(first + 1) != Xpos::cc || determined(tree, first)) continue;
        const auto name = tree.child(first, {Deprel::conj});
        if (!name || tree.upos(*name) != Upos::propn || !english.lexicon.has("person_nouns", tree.form(first)))
            continue;
        const auto second = tree.child(*name, {Deprel::nmod_desc});
        if (!second || *second < first || tree.reach(*second).end != *name) continue;
        const Arc place = tree.root(first) ? Arc{*name, Deprel::root} : Arc{tree.head(first), tree.deprel(first)};
        std::vector<Change> changes = {{*name, place},
                                       {first, {*name, Deprel::nmod_desc}},
                                       {*second, {first, Deprel::conj}},
                                       {first + 1, {*second, Deprel::cc}}};
        for (const std::uint32_t child : tree.children(first)) {
            if (child != *name && child != first + 1 && !stays_with_title(tree, child, first))
                changes.push_back({child, {*name, tree.deprel(child)}});
        }
        tree.change(changes);
    }
}

}  // namespace entente::parse
