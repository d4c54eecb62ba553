// Repairs of what English does not have: a passive with "have", a pronoun with a name before it, a name that opens a clause.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "parse/repair.hpp"

namespace entente::parse {

// spied -aux:pass-> having    to    spied -aux-> having
void perfect(Tree& tree, const Knowledge&) {
    for (std::uint32_t word = tree.words().begin; word < tree.words().end; ++word) {
        if (tree.deprel(word) != Deprel::aux_pass || tree.lemma(word) != "have") continue;
        const std::uint32_t verb = tree.head(word);
        std::vector<Change> changes = {{word, {verb, Deprel::aux}}};
        if (const auto subject = tree.child(verb, {Deprel::nsubj_pass}))
            changes.push_back({*subject, {verb, Deprel::nsubj}});
        tree.change(changes);
    }
}

// promise -obj-> anything -compound-> Norway    to    promise -iobj-> Norway
void name_before_pronoun(Tree& tree, const Knowledge&) {
    for (std::uint32_t name = tree.words().begin; name + 1 < tree.words().end; ++name) {
        const std::uint32_t pronoun = tree.head(name), verb = tree.head(pronoun);
        if (!tree.nominal(name) || !tree.is(name, {Deprel::compound, Deprel::nsubj})) continue;
        if (tree.upos(pronoun) != Upos::pron || pronoun != name + 1 || verb > name) continue;
        if (tree.deprel(pronoun) == Deprel::obj && !tree.has(verb, {Deprel::iobj}))
            tree.change({{name, {verb, Deprel::iobj}}});
    }
}

// fined -mark-> Norvia    to    fined -nsubj:pass-> Norvia, in "Norvia to be fined by Kenya"
void name_as_mark(Tree& tree, const Knowledge&) {
    for (std::uint32_t name = tree.words().begin; name < tree.words().end; ++name) {
        if (tree.deprel(name) != Deprel::mark || !tree.nominal(name)) continue;
        const std::uint32_t verb = tree.head(name);
        if (verb < name || tree.has(verb, {Deprel::nsubj, Deprel::csubj})) continue;
        const bool passive = tree.has(verb, {Deprel::aux_pass});
        tree.change({{name, {verb, passive ? Deprel::nsubj_pass : Deprel::nsubj}}});
    }
}

// holds -obj-> Ports -amod-> responsible    to    holds -xcomp-> responsible, where the adjective stands behind its noun
void result(Tree& tree, const Knowledge& english) {
    for (std::uint32_t adjective = tree.words().begin + 2; adjective < tree.words().end; ++adjective) {
        const std::uint32_t noun = tree.head(adjective);
        if (tree.upos(adjective) != Upos::adj || !tree.is(adjective, {Deprel::amod, Deprel::acl})) continue;
        if (noun + 1 != tree.reach(adjective).begin || !tree.is(noun, {Deprel::obj})) continue;
        const std::uint32_t verb = tree.head(noun);
        if (is_kind(english, tree.lemma(verb), "makes")) tree.change({{adjective, {verb, Deprel::xcomp}}});
    }
}

// granted -obj-> Jon, granted -obj-> asylum    to    granted -iobj-> Jon
void two_objects(Tree& tree, const Knowledge&) {
    for (std::uint32_t second = tree.words().begin + 1; second < tree.words().end; ++second) {
        if (tree.deprel(second) != Deprel::obj || tree.upos(second) != Upos::noun) continue;
        const std::uint32_t verb = tree.head(second);
        const auto first = tree.child(verb, {Deprel::obj});
        if (!first || *first >= second || *first < verb || tree.upos(*first) != Upos::propn) continue;
        if (tree.has(verb, {Deprel::iobj}) || tree.reach(*first).end != tree.reach(second).begin) continue;
        if (tree.comma(tree.reach(second).begin)) continue;
        tree.change({{*first, {verb, Deprel::iobj}}});
    }
}

// course -csubj-> acquire, course -nsubj-> Dravik    to    course -xcomp-> acquire, in "Dravik is on course to acquire"
void infinitive_behind(Tree& tree, const Knowledge&) {
    for (std::uint32_t deed = tree.words().begin + 2; deed < tree.words().end; ++deed) {
        const std::uint32_t head = tree.head(deed);
        if (tree.deprel(deed) != Deprel::csubj || head > deed || tree.xpos(deed - 1) != Xpos::to) continue;
        const auto subject = tree.child(head, {Deprel::nsubj});
        if (subject && *subject < head && tree.lemma(*subject) != "it") tree.change({{deed, {head, Deprel::xcomp}}});
    }
}

// bid -xcomp-> take    to    bid -acl-> take
void infinitive_below_noun(Tree& tree, const Knowledge&) {
    for (std::uint32_t verb = tree.words().begin + 2; verb < tree.words().end; ++verb) {
        if (tree.deprel(verb) != Deprel::xcomp || tree.xpos(verb) != Xpos::vb || tree.form(verb - 1) != "to") continue;
        const std::uint32_t noun = tree.head(verb);
        if (tree.upos(noun) == Upos::noun && noun < verb && !tree.has(noun, {Deprel::cop}))
            tree.change({{verb, {noun, Deprel::acl}}});
    }
}

// merge -aux-> will -nsubj-> retailer    to    merge -nsubj-> retailer
void subject_of_auxiliary(Tree& tree, const Knowledge&) {
    for (std::uint32_t aux = tree.words().begin + 1; aux < tree.words().end; ++aux) {
        if (!tree.is(aux, {Deprel::aux, Deprel::cop}) || tree.root(aux)) continue;
        for (const std::uint32_t child : tree.children(aux)) {
            if (tree.is(child, {Deprel::nsubj})) tree.change({{child, {tree.head(aux), tree.deprel(child)}}});
        }
    }
}

// has -conj-> gone    to    gone -aux-> has, in "has not, however, gone so far"
void verb_of_auxiliary(Tree& tree, const Knowledge&) {
    for (std::uint32_t aux = tree.words().begin; aux + 1 < tree.words().end; ++aux) {
        if (tree.upos(aux) != Upos::aux || tree.is(aux, {Deprel::aux, Deprel::cop})) continue;
        const bool have = tree.lemma(aux) == "have", modal = tree.xpos(aux) == Xpos::md;
        if ((!have && !modal) || tree.has(aux, {Deprel::obj, Deprel::xcomp})) continue;
        for (const std::uint32_t verb : tree.children(aux)) {
            const bool fits = tree.xpos(verb) == (have ? Xpos::vbn : Xpos::vb);
            if (verb < aux + 3 || !fits || !tree.is(verb, {Deprel::conj, Deprel::ccomp, Deprel::parataxis})) continue;
            if (tree.has(verb, {Deprel::nsubj, Deprel::aux, Deprel::mark, Deprel::cc})) continue;
            std::vector<Change> changes = {
                {verb, tree.root(aux) ? Arc{verb, Deprel::root} : Arc{tree.head(aux), tree.deprel(aux)}},
                {aux, {verb, Deprel::aux}}};
            for (const std::uint32_t child : tree.children(aux)) {
                if (child != verb) changes.push_back({child, {verb, tree.deprel(child)}});
            }
            if (tree.change(changes)) break;
        }
    }
}

// broken -obl-> talks -case-> off/RP    to    broken -compound:prt-> off, broken -obj-> talks
void particle_of_verb(Tree& tree, const Knowledge&) {
    for (std::uint32_t particle = tree.words().begin + 1; particle < tree.words().end; ++particle) {
        if (tree.xpos(particle) != Xpos::rp || !tree.is(particle, {Deprel::case_})) continue;
        const std::uint32_t noun = tree.head(particle), verb = particle - 1;
        if (tree.head(noun) != verb || tree.upos(verb) != Upos::verb || tree.deprel(noun) != Deprel::obl) continue;
        if (!tree.has(verb, {Deprel::obj}))
            tree.change({{particle, {verb, Deprel::compound_prt}}, {noun, {verb, Deprel::obj}}});
    }
}

// said -ccomp-> will, said -ccomp-> ban    to    ban -aux-> will, ban -parataxis-> said, in "Norway will, he said, ban Telmar"
void auxiliary_before_speech(Tree& tree, const Knowledge&) {
    for (std::uint32_t aux = tree.words().begin; aux + 2 < tree.words().end; ++aux) {
        if (tree.upos(aux) != Upos::aux || !tree.is(aux, {Deprel::ccomp})) continue;
        const std::uint32_t speech = tree.head(aux);
        const Xpos wanted = tree.lemma(aux) == "have" ? Xpos::vbn : Xpos::vb;
        for (const std::uint32_t verb : tree.children(speech)) {
            if (speech < aux || verb < speech || !tree.is(verb, {Deprel::ccomp}) || tree.xpos(verb) != wanted) continue;
            if (tree.has(verb, {Deprel::nsubj, Deprel::aux, Deprel::mark})) continue;
            std::vector<Change> changes = {
                {verb, tree.root(speech) ? Arc{verb, Deprel::root} : Arc{tree.head(speech), tree.deprel(speech)}},
                {speech, {verb, Deprel::parataxis}},
                {aux, {verb, Deprel::aux}}};
            for (const std::uint32_t child : tree.children(aux))
                changes.push_back({child, {verb, tree.deprel(child)}});
            for (const std::uint32_t child : tree.children(speech)) {
                if (child > verb) changes.push_back({child, {verb, tree.deprel(child)}});
            }
            if (tree.change(changes)) break;
        }
    }
}

// remain -obj-> rivals    to    remain -xcomp-> rivals: such verbs have no objects
void predicate_as_object(Tree& tree, const Knowledge& english) {
    for (std::uint32_t noun = tree.words().begin + 1; noun < tree.words().end; ++noun) {
        if (tree.deprel(noun) != Deprel::obj || tree.head(noun) > noun) continue;
        if (is_kind(english, tree.lemma(tree.head(noun)), "is"))
            tree.change({{noun, {tree.head(noun), Deprel::xcomp}}});
    }
}

// dismissed -obl-> claim, called -obl-> merger    to    -obj->, where no preposition opens it: "dismissed as absurd the claim that"
void object_without_preposition(Tree& tree, const Knowledge&) {
    for (std::uint32_t noun = tree.words().begin + 2; noun < tree.words().end; ++noun) {
        if (tree.deprel(noun) != Deprel::obl || tree.upos(noun) != Upos::noun) continue;
        if (tree.has(noun, {Deprel::case_, Deprel::mark, Deprel::nummod})) continue;
        const std::uint32_t verb = tree.head(noun);
        if (tree.upos(verb) != Upos::verb || verb > noun || tree.has(verb, {Deprel::obj, Deprel::aux_pass})) continue;
        const bool particle = tree.has(verb, {Deprel::compound_prt});
        if (particle || tree.lemma(verb + 1) == "as") tree.change({{noun, {verb, Deprel::obj}}});
    }
}

// failed -nsubj-> attempt -acl-> arrest, failed -nsubj-> Jon    to    arrest -obj-> Jon
void object_of_infinitive(Tree& tree, const Knowledge&) {
    for (std::uint32_t deed = tree.words().begin + 2; deed + 1 < tree.words().end; ++deed) {
        if (tree.xpos(deed) != Xpos::vb || !tree.is(deed, {Deprel::acl}) || tree.form(deed - 1) != "to") continue;
        const std::uint32_t noun = tree.head(deed);
        if (tree.root(noun) || !tree.is(noun, {Deprel::nsubj}) || tree.has(deed, {Deprel::obj, Deprel::obl})) continue;
        for (const std::uint32_t other : tree.children(tree.head(noun))) {
            if (other > deed && tree.is(other, {Deprel::nsubj}) && tree.reach(other).begin == deed + 1 &&
                !tree.comma(deed + 1))
                tree.change({{other, {deed, Deprel::obj}}});
        }
    }
}

}  // namespace entente::parse
