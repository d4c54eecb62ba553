// Repairs of verbs that the tagger took for nouns.
//
// Nouns take no objects, and names no plural head with a full clause behind it: where the tree says so, the
// tag is wrong. SPDX-License-Identifier: MIT
#include <algorithm>

#include "parse/repair.hpp"

namespace entente::parse {
namespace {

// The nominal that ends right before the word and hangs on it.
std::optional<std::uint32_t> subject_before(const Tree& tree, std::uint32_t word) {
    for (const std::uint32_t child : tree.children(word)) {
        if (child < word && tree.nominal(child) && tree.reach(child).end == word && !tree.has(child, {Deprel::case_}))
            return child;
    }
    return {};
}

// What hangs on a noun, as it hangs on a verb.
Deprel of_verb(const Tree& tree, std::uint32_t child) {
    if (tree.is(child, {Deprel::nmod}) && tree.has(child, {Deprel::case_})) return Deprel::obl;
    if (tree.is(child, {Deprel::flat, Deprel::appos})) return Deprel::obj;
    if (tree.is(child, {Deprel::acl})) return tree.has(child, {Deprel::nsubj}) ? Deprel::ccomp : Deprel::xcomp;
    return tree.deprel(child);
}

std::vector<Change> as_verb(const Tree& tree, std::uint32_t word, std::uint32_t subject) {
    std::vector<Change> out = {{subject, {word, Deprel::nsubj}}};
    for (const std::uint32_t child : tree.children(word)) {
        if (child == subject) continue;
        out.push_back(child < word ? Change{child, {subject, tree.deprel(child)}}
                                   : Change{child, {word, of_verb(tree, child)}});
    }
    return out;
}

// Whether what follows can follow a verb only: an object, a clause with "that", a name in a headline.
bool takes_what_a_verb_takes(const Tree& tree, const Knowledge& english, std::uint32_t word) {
    if (tree.upos(word + 1) == Upos::punct) return false;
    for (const std::uint32_t child : tree.children(word)) {
        if (child < word || tree.reach(child).begin != word + 1) continue;
        if (tree.is(child, {Deprel::obj})) return true;
        if (tree.is(child, {Deprel::flat}) && tree.deprel(child) == Deprel::flat) return tree.form(child) != "of";
        if (tree.is(child, {Deprel::appos})) return tree.has(child, {Deprel::det});
        if (!tree.is(child, {Deprel::acl})) continue;
        if (tree.lemma(word + 1) == "that" && tree.has(child, {Deprel::mark}) && tree.has(child, {Deprel::nsubj}))
            return true;
        if (tree.xpos(word + 1) == Xpos::to && is_kind(english, tree.lemma(word), "intends")) return true;
    }
    return false;
}

}  // namespace

// USA <-compound- fears -acl:relcl-> sell -mark-> that    to    USA <-nsubj- fears -ccomp-> sell
// Pentagon <-compound- orders -obj-> drones               to    Pentagon <-nsubj- orders
void verb_behind_name(Tree& tree, const Knowledge& english) {
    for (std::uint32_t word = tree.words().begin + 1; word + 1 < tree.words().end; ++word) {
        if (!tree.root(word) || (tree.xpos(word) != Xpos::nns && tree.xpos(word) != Xpos::nnps)) continue;
        const auto name = subject_before(tree, word);
        if (!name || tree.has(word, {Deprel::nsubj, Deprel::csubj, Deprel::cop, Deprel::nmod_poss})) continue;
        if (!takes_what_a_verb_takes(tree, english, word)) continue;
        if (tree.change(as_verb(tree, word, *name))) tree.read_as_verb(word, Xpos::vbz);
    }
}

// saw -obj-> file -compound-> ministry, file -obj-> suit    to    saw -ccomp-> file -nsubj-> ministry
// heard -obj-> order, heard -obj-> crew                     to    heard -ccomp-> order -obj-> crew
void bare_infinitive(Tree& tree, const Knowledge& english) {
    for (std::uint32_t deed = tree.words().begin + 2; deed + 1 < tree.words().end; ++deed) {
        const std::uint32_t verb = tree.head(deed);
        const bool base = tree.xpos(deed) == Xpos::nn || tree.xpos(deed) == Xpos::vb || tree.xpos(deed) == Xpos::vbp;
        if (!base || tree.deprel(deed) != Deprel::obj || verb > deed || !is_kind(english, tree.lemma(verb), "sees"))
            continue;
        const auto subject = subject_before(tree, deed);
        // "saw the hedge fund"; but what has an object behind it does something: "saw the Treasury fund a bridge"
        const bool object_behind = deed + 1 < tree.words().end && tree.xpos(deed + 1) == Xpos::dt;
        const bool somebody =
            organisation(english, tree, deed) || english.lexicon.has("person_nouns", tree.lemma(deed));
        if (!subject || (somebody && !object_behind)) continue;
        std::vector<Change> changes = as_verb(tree, deed, *subject);
        changes.push_back({deed, {verb, Deprel::ccomp}});
        bool object = false;
        for (std::uint32_t next = deed + 1; next < tree.words().end && !object; ++next) {
            const bool own =
                tree.head(next) == deed && tree.is(next, {Deprel::obj, Deprel::appos, Deprel::flat, Deprel::compound});
            if (!own && (tree.deprel(next) != Deprel::obj || tree.head(next) != verb)) continue;
            object = tree.reach(next).begin == deed + 1;
            if (object) changes.push_back({next, {deed, Deprel::obj}});
        }
        if (object && tree.change(changes)) tree.read_as_verb(deed, Xpos::vb);
    }
}

// refused -xcomp-> license/NN -flat-> Telmar    to    license/VB -obj-> Telmar
void infinitive(Tree& tree, const Knowledge&) {
    for (std::uint32_t word = tree.words().begin + 1; word < tree.words().end; ++word) {
        const bool noun = tree.xpos(word) == Xpos::nn || tree.xpos(word) == Xpos::nnp;
        const bool marked = tree.xpos(word - 1) == Xpos::to && tree.head(word - 1) == word;
        if (!noun || !marked || tree.deprel(word - 1) != Deprel::mark) continue;
        if (tree.has(word, {Deprel::det, Deprel::cop, Deprel::nmod_poss})) continue;
        std::vector<Change> changes;
        for (const std::uint32_t child : tree.children(word)) {
            if (child > word) changes.push_back({child, {word, of_verb(tree, child)}});
        }
        if (tree.change(changes)) tree.read_as_verb(word, Xpos::vb);
    }
}

}  // namespace entente::parse
