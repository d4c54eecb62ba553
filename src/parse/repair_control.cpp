// Repairs of participles and infinitives: who does what they say.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "parse/repair.hpp"

namespace entente::parse {
namespace {

// What a participle behind the noun's comma describes: the noun, or what is in the place that it names,
// "a summit in Rome, opened by Kenya". Nothing where that cannot be told.
std::optional<std::uint32_t> described(const Tree& tree, std::uint32_t noun) {
    std::uint32_t name = tree.name_head(noun);
    if (tree.deprel(name) == Deprel::nmod_unmarked) name = tree.name_head(tree.head(name));
    const auto preposition = tree.child(name, {Deprel::case_});
    const bool place =
        preposition && tree.upos(name) == Upos::propn &&
        (tree.lemma(*preposition) == "in" || tree.lemma(*preposition) == "at" || tree.lemma(*preposition) == "near");
    if (!place) return name;
    if (tree.nominal(tree.head(name)) && !tree.root(name)) return tree.head(name);
    return {};
}

bool can_act(const Tree& tree, const Knowledge& english, std::uint32_t word) {
    return tree.upos(word) == Upos::propn || organisation(english, tree, word) ||
           english.lexicon.has("person_nouns", tree.lemma(word));
}

}  // namespace

// trawler, sailed -advcl-> banned -obl:agent-> Oslo    to    trawler -acl-> banned
void participle_of_name(Tree& tree, const Knowledge& english) {
    for (std::uint32_t verb = tree.words().begin + 2; verb < tree.words().end; ++verb) {
        const bool participle =
            tree.xpos(verb) == Xpos::vbn || tree.xpos(verb) == Xpos::vbd || tree.xpos(verb) == Xpos::vb;
        if (!participle || !tree.comma(verb - 1) || !tree.nominal(verb - 2) || tree.root(verb)) continue;
        const bool of_noun = tree.deprel(verb) == Deprel::acl && tree.head(verb) < verb - 2;  // but perhaps of another
        const bool of_subject = tree.is(verb, {Deprel::ccomp}) && tree.head(verb) > verb &&
                                tree.has(verb, {Deprel::xcomp}) && tree.is(tree.name_head(verb - 2), {Deprel::nsubj});
        if (of_subject && tree.head(tree.name_head(verb - 2)) == tree.head(verb)) {  // "Ann Li, tipped to win, said"
            if (!tree.has(verb, {Deprel::nsubj, Deprel::aux, Deprel::mark}))
                tree.change({{verb, {tree.name_head(verb - 2), Deprel::acl}}});
            continue;
        }
        if (!of_noun && !tree.is(verb, {Deprel::advcl, Deprel::conj, Deprel::xcomp, Deprel::parataxis})) continue;
        if (tree.has(verb, {Deprel::nsubj, Deprel::aux, Deprel::cc, Deprel::mark, Deprel::obj})) continue;
        const auto agent = tree.child(verb, {Deprel::obl_agent});
        if (!agent || *agent < verb || is_kind(english, tree.lemma(verb), "manner")) continue;
        const auto name = described(tree, verb - 2);
        if (!name || *name >= verb || tree.head(verb) == *name || tree.is(*name, {Deprel::obl_unmarked})) continue;
        tree.change({{verb, {*name, Deprel::acl}}});
    }
}

// Ports -acl-> opposed, gave -obl-> Kenya -case-> by    to    opposed -obl:agent-> Kenya
void agent_of_participle(Tree& tree, const Knowledge&) {
    for (std::uint32_t verb = tree.words().begin + 1; verb + 2 < tree.words().end; ++verb) {
        const std::uint32_t by = verb + 1, agent = tree.head(by), other = tree.head(agent);
        if (tree.xpos(verb) != Xpos::vbn || tree.lemma(by) != "by" || tree.deprel(by) != Deprel::case_) continue;
        if (!tree.is(verb, {Deprel::acl, Deprel::advcl}) || !tree.is(agent, {Deprel::obl, Deprel::nmod})) continue;
        if (other != verb && agent > by && !tree.below(other, verb)) tree.change({{agent, {verb, Deprel::obl_agent}}});
    }
}

// urged -obj-> Kenya, urged -advcl-> ban -mark-> to    to    urged -xcomp-> ban
// forced -iobj-> Norvelle, forced -xcomp-> sell        to    forced -obj-> Norvelle
void object_control(Tree& tree, const Knowledge& english) {
    for (std::uint32_t verb = tree.words().begin; verb < tree.words().end; ++verb) {
        if (tree.upos(verb) != Upos::verb || !is_kind(english, tree.lemma(verb), "asks")) continue;
        if (tree.has(verb, {Deprel::xcomp})) {
            const auto only = tree.has(verb, {Deprel::obj}) ? std::nullopt : tree.child(verb, {Deprel::iobj});
            if (only) tree.change({{*only, {verb, Deprel::obj}}});
            continue;
        }
        const bool passive = tree.has(verb, {Deprel::nsubj_pass});
        const auto asked =
            passive ? tree.child(verb, {Deprel::nsubj_pass}) : tree.child(verb, {Deprel::obj, Deprel::iobj});
        if (!asked || (!passive && *asked < verb)) continue;
        for (std::uint32_t deed = verb + 2; deed < tree.words().end; ++deed) {
            if (tree.xpos(deed) != Xpos::vb || tree.xpos(deed - 1) != Xpos::to || tree.head(deed - 1) != deed) continue;
            if (tree.form(deed - 2) == "order" || tree.form(deed - 2) == "as") continue;
            const bool of_verb = tree.head(deed) == verb && tree.is(deed, {Deprel::advcl, Deprel::ccomp});
            // "ordered the crew to leave" is no "asked permission to leave": who is asked can do something
            const std::uint32_t of = tree.head(deed);  // "urged Kenya and its allies to ban"
            const bool of_one = of == *asked || (tree.is(of, {Deprel::conj}) && tree.head(of) == *asked);
            const bool of_asked = !passive && of_one && tree.deprel(deed) == Deprel::acl &&
                                  (can_act(tree, english, *asked) || tree.lemma(verb) == "order");
            // "Spain, which had hesitated, to sign": the clause about Spain has ended
            const bool of_clause = tree.is(deed, {Deprel::advcl, Deprel::xcomp}) && tree.comma(deed - 2) &&
                                   tree.head(deed) > *asked && tree.head(tree.head(deed)) == *asked &&
                                   tree.is(tree.head(deed), {Deprel::acl});
            if ((of_verb || of_asked || of_clause) && tree.change({{deed, {verb, Deprel::xcomp}}})) break;
        }
    }
}

// warned -obj-> citizens -acl-> investing    to    warned -advcl-> investing, in "warned its citizens against investing"
void gerund_of_object(Tree& tree, const Knowledge& english) {
    for (std::uint32_t gerund = tree.words().begin + 2; gerund < tree.words().end; ++gerund) {
        if (tree.xpos(gerund) != Xpos::vbg || tree.deprel(gerund) != Deprel::acl) continue;
        const auto opener = tree.child(gerund, {Deprel::mark, Deprel::case_});
        const std::uint32_t noun = tree.head(gerund);
        if (!opener || *opener > gerund || tree.root(noun) || !tree.is(noun, {Deprel::obj})) continue;
        const std::uint32_t verb = tree.head(noun);
        const std::string phrase = std::string(tree.lemma(verb)) + " " + std::string(tree.lemma(*opener));
        if (english.lexicon.has("governors", phrase)) tree.change({{gerund, {verb, Deprel::advcl}}});
    }
}

// told -iobj-> reporters -acl:relcl-> ignored -mark-> that    to    told -ccomp-> ignored
void told_that(Tree& tree, const Knowledge& english) {
    for (std::uint32_t deed = tree.words().begin; deed < tree.words().end; ++deed) {
        if (tree.root(deed) || tree.deprel(deed) != Deprel::acl_relcl) continue;
        const std::uint32_t told = tree.head(deed), verb = tree.head(told);
        const auto that = tree.child(deed, {Deprel::mark});
        if (!that || tree.lemma(*that) != "that" || !tree.has(deed, {Deprel::nsubj}) ||
            !tree.is(told, {Deprel::obj, Deprel::iobj}))
            continue;
        if (*that != told + 1 || tree.has(verb, {Deprel::ccomp}) || !is_kind(english, tree.lemma(verb), "tells"))
            continue;
        tree.change({{deed, {verb, Deprel::ccomp}}});
    }
}

// assured -ccomp-> stay -nsubj-> Norway, stay -mark-> that, stay -nsubj-> Telmar    to    assured -iobj-> Norway
void hearer(Tree& tree, const Knowledge& english) {
    for (std::uint32_t that = tree.words().begin + 2; that < tree.words().end; ++that) {
        if (tree.deprel(that) != Deprel::mark || tree.lemma(that) != "that") continue;
        const std::uint32_t deed = tree.head(that), verb = tree.head(deed);
        if (tree.deprel(deed) != Deprel::ccomp || !is_kind(english, tree.lemma(verb), "tells")) continue;
        if (tree.has(verb, {Deprel::obj, Deprel::iobj})) continue;
        for (const std::uint32_t child : tree.children(deed)) {
            const bool before = child > verb && child < that && tree.reach(child).end == that;
            if (before && tree.nominal(child) && tree.is(child, {Deprel::nsubj}))
                tree.change({{child, {verb, Deprel::iobj}}});
        }
    }
}

}  // namespace entente::parse
