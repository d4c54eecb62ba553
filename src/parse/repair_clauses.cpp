// Repairs of what belongs to which clause.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "parse/repair.hpp"

namespace entente::parse {
namespace {

bool finite(const Tree& tree, std::uint32_t verb) {
    const Xpos xpos = tree.xpos(verb);
    return xpos == Xpos::vbz || xpos == Xpos::vbd || xpos == Xpos::vbp || tree.has(verb, {Deprel::aux, Deprel::cop}) ||
           (xpos == Xpos::vb && !tree.has(verb, {Deprel::mark}));  // "Chile and Bolivia sell"
}

Deprel subject_of(const Tree& tree, std::uint32_t verb) {
    return tree.has(verb, {Deprel::aux_pass}) ? Deprel::nsubj_pass : Deprel::nsubj;
}

// The conjuncts and named appositions of `first` that stand between a comma behind it and `end`, one beside the other;
// empty where there is more.
std::vector<std::uint32_t> list_before(const Tree& tree, std::uint32_t first, std::uint32_t end) {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t child : tree.children(first)) {
        const bool named = tree.is(child, {Deprel::appos}) && tree.upos(child) == Upos::propn;
        if ((!tree.is(child, {Deprel::conj}) && !named) || !tree.nominal(child) || child > end) continue;
        const TokenRange reach = tree.reach(child);
        if (out.empty() ? !tree.comma(reach.begin) : tree.reach(out.back()).end != reach.begin) return {};
        out.push_back(child);
    }
    if (out.empty() || tree.reach(out.back()).end != end) return {};
    return out;
}

}  // namespace

// banned -obl-> Ann -case-> to, Ann -appos-> Norway    to    banned -nsubj-> Norway
void subject_behind_comma(Tree& tree, const Knowledge&) {
    for (std::uint32_t verb = tree.words().begin; verb < tree.words().end; ++verb) {
        if (!tree.root(verb) && !tree.is(verb, {Deprel::ccomp, Deprel::parataxis})) continue;
        if (!finite(tree, verb) || tree.has(verb, {Deprel::nsubj, Deprel::csubj, Deprel::expl})) continue;
        for (const std::uint32_t opening : tree.children(verb)) {
            if (opening > verb || !tree.is(opening, {Deprel::obl}) || !tree.has(opening, {Deprel::case_})) continue;
            const auto name = tree.child(opening, {Deprel::appos});
            if (!name || tree.upos(*name) != Upos::propn) continue;
            const TokenRange reach = tree.reach(*name);
            const std::uint32_t comma = tree.comma(reach.begin) ? reach.begin : reach.begin - 1;
            const bool last = reach.end == tree.reach(opening).end && reach.end <= verb && !tree.comma(reach.end);
            if (!last || !tree.comma(comma)) continue;
            tree.change({{*name, {verb, subject_of(tree, verb)}}, {comma, {verb, Deprel::punct}}});
        }
    }
}

// banned -obj-> Telmar -conj-> Sweden -cc-> and, banned -conj-> follow    to    Sweden <-nsubj- follow -cc-> and
void name_before_verb(Tree& tree, const Knowledge&) {
    for (std::uint32_t verb = tree.words().begin + 2; verb < tree.words().end; ++verb) {
        if (tree.root(verb) || tree.deprel(verb) != Deprel::conj || !finite(tree, verb)) continue;
        if (tree.has(verb, {Deprel::nsubj, Deprel::cc, Deprel::mark, Deprel::expl})) continue;
        const std::uint32_t begin = tree.reach(verb).begin;
        if (begin <= tree.words().begin || tree.comma(begin - 1) || tree.upos(begin - 1) != Upos::propn) continue;
        const std::uint32_t name = tree.name_head(begin - 1);
        const auto joint = tree.child(name, {Deprel::cc});
        if (!joint || tree.deprel(name) != Deprel::conj || tree.reach(name).end != begin) continue;
        if (tree.is(tree.head(name), {Deprel::nsubj})) continue;
        tree.change({{name, {verb, subject_of(tree, verb)}}, {*joint, {verb, Deprel::cc}}});
    }
}

// join -obj-> NATO -conj-> Chile -cc-> and, join -aux-> would -, join -advmod-> not    to    join -conj-> would -nsubj-> Chile
void verb_left_out(Tree& tree, const Knowledge&) {
    for (std::uint32_t aux = tree.words().begin + 3; aux < tree.words().end; ++aux) {
        if (tree.root(aux) || tree.deprel(aux) != Deprel::aux || tree.head(aux) > aux) continue;
        const std::uint32_t verb = tree.head(aux), name = tree.name_head(aux - 1);
        if (tree.upos(aux - 1) != Upos::propn || tree.root(name) || tree.deprel(name) != Deprel::conj) continue;
        const auto joint = tree.child(name, {Deprel::cc});
        if (!joint || tree.reach(name).end != aux) continue;
        std::vector<Change> changes = {
            {aux, {verb, Deprel::conj}}, {name, {aux, Deprel::nsubj}}, {*joint, {aux, Deprel::cc}}};
        if (aux + 1 < tree.words().end && tree.head(aux + 1) == verb && tree.is(aux + 1, {Deprel::advmod}))
            changes.push_back({aux + 1, {aux, Deprel::advmod}});
        tree.change(changes);
    }
}

// Sanctions <-nsubj- confirmed, lifted <-ccomp- confirmed, lawyer <-nsubj- confirmed    to    Sanctions <-nsubj:pass- lifted
// where the words stand in this order: what is said comes first, and its subject is not who says it
void subject_of_what_is_said(Tree& tree, const Knowledge&) {
    for (std::uint32_t said = tree.words().begin + 2; said < tree.words().end; ++said) {
        const auto first = tree.child(said, {Deprel::nsubj});
        if (!first || *first > said) continue;
        for (const std::uint32_t verb : tree.children(said)) {
            if (verb < *first || verb > said || tree.upos(verb) != Upos::verb) continue;
            if (!tree.is(verb, {Deprel::ccomp, Deprel::advcl}) || tree.has(verb, {Deprel::nsubj, Deprel::mark}))
                continue;
            std::vector<Change> changes;
            bool speaker = false;
            for (const std::uint32_t child : tree.children(said)) {
                speaker |= child > verb && child < said && tree.is(child, {Deprel::nsubj});
                const bool beside = child > *first && child < verb && tree.is(child, {Deprel::aux, Deprel::advmod});
                if (beside) changes.push_back({child, {verb, tree.deprel(child)}});
            }
            if (!speaker || (changes.empty() && !finite(tree, verb))) continue;
            changes.push_back({*first, {verb, subject_of(tree, verb)}});
            changes.push_back({verb, {said, Deprel::ccomp}});
            tree.change(changes);
            break;
        }
    }
}

// closed -obj-> ports -conj-> Denmark -conj-> Sweden, closed -conj-> followed    to    Denmark <-nsubj-
// followed closed -obj-> ports -conj-> Israel, States <-nsubj- welcomed                    to    States
// <-conj- Israel <-nsubj- welcomed
void comma_splice(Tree& tree, const Knowledge&) {
    for (std::uint32_t verb = tree.words().begin; verb < tree.words().end; ++verb) {
        if (tree.root(verb) || !tree.is(verb, {Deprel::conj, Deprel::parataxis, Deprel::ccomp}) || !finite(tree, verb))
            continue;
        const std::uint32_t first = tree.head(verb);
        if (first > verb || !tree.has(first, {Deprel::nsubj}) || tree.has(verb, {Deprel::cc})) continue;
        auto subject = tree.child(verb, {Deprel::nsubj});
        if (subject && !(tree.has(*subject, {Deprel::cc}) && *tree.child(*subject, {Deprel::cc}) < *subject)) continue;
        const std::uint32_t end = tree.reach(verb).begin;
        if (tree.comma(end)) continue;  // the names belong to what stands before it
        for (std::uint32_t before = first + 1; before < end; ++before) {
            if (!tree.nominal(before) || !tree.is(before, {Deprel::obj, Deprel::obl, Deprel::nmod})) continue;
            std::vector<std::uint32_t> names = list_before(tree, before, end);
            if (names.empty()) continue;
            const std::uint32_t top = names.front();
            std::vector<Change> changes = {{top, {verb, subject_of(tree, verb)}},
                                           {tree.reach(top).begin, {verb, Deprel::punct}}};
            if (subject) names.push_back(*subject);
            for (const std::uint32_t name : names) {
                if (name != top) changes.push_back({name, {top, Deprel::conj}});
                for (const std::uint32_t child : tree.children(name)) {
                    if (name != top && tree.is(child, {Deprel::conj})) changes.push_back({child, {top, Deprel::conj}});
                }
            }
            tree.change(changes);
            break;
        }
    }
}

// insists -obj-> Oslo    to    insists -nsubj-> Oslo
void inverted_quotation(Tree& tree, const Knowledge& english) {
    for (std::uint32_t verb = tree.words().begin + 2; verb + 1 < tree.words().end; ++verb) {
        if (tree.upos(verb) != Upos::verb || tree.xpos(verb) == Xpos::vbg || tree.xpos(verb) == Xpos::vb) continue;
        if (tree.has(verb, {Deprel::csubj, Deprel::aux, Deprel::mark, Deprel::cc}) ||
            !is_kind(english, tree.lemma(verb), "quotes"))
            continue;
        const bool quote = tree.quote(verb - 1);
        if (!quote && !tree.comma(verb - 1)) continue;
        const auto speaker = tree.child(verb, {Deprel::obj, Deprel::iobj, Deprel::nsubj});
        if (!speaker || tree.reach(*speaker).begin != verb + 1 || !tree.nominal(*speaker)) continue;
        const auto said = tree.child(verb, {Deprel::ccomp});
        const bool clause_before = said && *said < verb;
        if (tree.upos(*speaker) == Upos::noun && !quote && !clause_before && !tree.is(verb, {Deprel::parataxis}))
            continue;
        if (tree.has(verb, {Deprel::conj})) continue;
        std::vector<Change> changes = {{*speaker, {verb, Deprel::nsubj}}};
        for (const std::uint32_t child : tree.children(verb)) {
            if (child > *speaker && tree.deprel(child) == Deprel::advcl_relcl)
                changes.push_back({child, {*speaker, Deprel::acl_relcl}});
            const bool behind_comma = tree.is(child, {Deprel::obj}) && tree.comma(tree.reach(*speaker).end);
            if (child > *speaker && (tree.is(child, {Deprel::vocative}) || behind_comma))
                changes.push_back({child, {*speaker, Deprel::appos}});
        }
        tree.change(changes);
    }
}

// said -ccomp-> ban -obj-> official    to    said -nsubj-> official, in "Norway may ban Telmar, an official said"
void speaker_before_verb(Tree& tree, const Knowledge& english) {
    for (std::uint32_t verb = tree.words().begin + 2; verb < tree.words().end; ++verb) {
        if (!is_kind(english, tree.lemma(verb), "quotes") || !finite(tree, verb)) continue;
        if (tree.has(verb, {Deprel::nsubj, Deprel::csubj, Deprel::mark, Deprel::cc, Deprel::aux_pass})) continue;
        const auto said = tree.child(verb, {Deprel::ccomp});
        if (!said || *said > verb || tree.reach(*said).end != verb) continue;
        for (std::uint32_t word = *said + 1; word < verb; ++word) {
            if (!tree.nominal(word) || !tree.is(word, {Deprel::obj, Deprel::appos, Deprel::conj, Deprel::obl}))
                continue;
            const TokenRange reach = tree.reach(word);
            if (reach.end != verb || !tree.comma(reach.begin) || tree.has(word, {Deprel::case_, Deprel::cc})) continue;
            if (tree.change({{word, {verb, Deprel::nsubj}}, {reach.begin, {verb, Deprel::punct}}})) break;
        }
    }
}

// List/root -appos-> party -acl-> called    to    called/root -nsubj-> List, in "The List, a small party, called on Kenya to"
void verb_behind_apposition(Tree& tree, const Knowledge&) {
    const auto [begin, end] = tree.words();
    for (std::uint32_t verb = begin + 3; verb < end; ++verb) {
        const bool past = tree.xpos(verb) == Xpos::vbn || tree.xpos(verb) == Xpos::vbd;
        if (!past || tree.deprel(verb) != Deprel::acl || !tree.comma(verb - 1)) continue;
        if (tree.has(verb, {Deprel::nsubj, Deprel::obl_agent, Deprel::aux, Deprel::mark})) continue;
        const std::uint32_t noun = tree.head(verb);
        const std::uint32_t name = tree.is(noun, {Deprel::appos}) ? tree.head(noun) : noun;
        if (!tree.root(name) || tree.upos(name) != Upos::propn || tree.has(name, {Deprel::cop, Deprel::nsubj}))
            continue;
        if (tree.xpos(end - 1) != Xpos::full_stop || tree.reach(noun).begin <= name) continue;
        std::vector<Change> changes = {{verb, {verb, Deprel::root}}, {name, {verb, Deprel::nsubj}}};
        if (tree.head(verb - 1) == verb) changes.push_back({verb - 1, {noun, Deprel::punct}});
        for (const std::uint32_t child : tree.children(name)) {
            if (child > verb) changes.push_back({child, {verb, tree.deprel(child)}});
        }
        if (tree.change(changes)) tree.read_as_verb(verb, Xpos::vbd);
    }
}

// review -acl:relcl-> accused, review -nmod-> Board    to    Board -acl:relcl-> accused
void relative_of_name(Tree& tree, const Knowledge& english) {
    for (std::uint32_t verb = tree.words().begin + 2; verb < tree.words().end; ++verb) {
        if (tree.deprel(verb) != Deprel::acl_relcl) continue;
        const auto who = tree.child(verb, {Deprel::nsubj});
        if (!who || (tree.lemma(*who) != "who" && tree.lemma(*who) != "which") || !tree.comma(*who - 1)) continue;
        const std::uint32_t noun = tree.head(verb);
        if (tree.upos(noun) != Upos::noun || organisation(english, tree, noun) ||
            english.lexicon.has("person_nouns", tree.lemma(noun)))
            continue;
        const bool acts = tree.lemma(*who) == "who" || is_kind(english, tree.lemma(verb), "quotes") ||
                          is_kind(english, tree.lemma(verb), "asks") || tree.lemma(verb) == "accuse";
        const auto name = tree.child(noun, {Deprel::nmod});
        if (!acts || !name || *name < noun || tree.upos(*name) != Upos::propn) continue;
        if (tree.reach(*name).end + 1 == *who || tree.reach(*name).end == *who)
            tree.change({{verb, {*name, Deprel::acl_relcl}}});
    }
}

// Quillon -acl-> buy    to    Quillon <-nsubj- buy, in the headline "Quillon to buy Brisco"
void headline_infinitive(Tree& tree, const Knowledge&) {
    const auto [begin, end] = tree.words();
    for (std::uint32_t verb = begin + 2; verb < end; ++verb) {
        const std::uint32_t name = tree.name_head(verb - 2);  // "Quillon boss Maud Tessler to quit" too
        if (tree.xpos(verb) != Xpos::vb || tree.xpos(verb - 1) != Xpos::to || tree.head(verb) != name ||
            !tree.is(verb, {Deprel::acl}))
            continue;
        if (!tree.root(name) || tree.upos(name) != Upos::propn || tree.xpos(end - 1) == Xpos::full_stop) continue;
        const std::vector<std::uint32_t> parts = tree.children(name);
        const auto of_name = [&](std::uint32_t i) {
            return i > name || tree.is(i, {Deprel::compound, Deprel::amod, Deprel::nmod_desc});
        };
        if (!std::all_of(parts.begin(), parts.end(), of_name)) continue;
        std::vector<Change> changes = {{verb, {verb, Deprel::root}}, {name, {verb, Deprel::nsubj}}};
        for (const std::uint32_t child : parts) {
            if (child > verb) changes.push_back({child, {verb, tree.deprel(child)}});
        }
        tree.change(changes);
    }
}

// Reports -ccomp-> untrue -cop-> are    to    Reports <-nsubj- untrue
void predicate_of_subject(Tree& tree, const Knowledge&) {
    for (std::uint32_t word = tree.words().begin + 2; word < tree.words().end; ++word) {
        const std::uint32_t noun = tree.head(word);
        if (!tree.is(word, {Deprel::ccomp, Deprel::acl, Deprel::parataxis}) || noun > word || !tree.root(noun))
            continue;
        const auto copula = tree.child(word, {Deprel::cop});
        if (!copula || tree.reach(word).begin != *copula || tree.has(word, {Deprel::nsubj, Deprel::mark})) continue;
        if (!tree.nominal(noun) || tree.has(noun, {Deprel::cop, Deprel::nsubj})) continue;
        std::vector<Change> changes = {{word, {word, Deprel::root}}, {noun, {word, Deprel::nsubj}}};
        for (const std::uint32_t child : tree.children(noun)) {
            if (child > word) changes.push_back({child, {word, tree.deprel(child)}});
        }
        tree.change(changes);
    }
}

// Nepal <-compound- pact -compound-> shelves/VBZ    to    Nepal <-nsubj- shelves -obj-> pact
void finite_verb_as_modifier(Tree& tree, const Knowledge&) {
    for (std::uint32_t verb = tree.words().begin + 1; verb + 1 < tree.words().end; ++verb) {
        const bool past = tree.xpos(verb) == Xpos::vbd, present = tree.xpos(verb) == Xpos::vbz;
        const std::uint32_t noun = tree.head(verb);
        if (tree.upos(verb) != Upos::verb || !(past || present) || !tree.is(verb, {Deprel::compound, Deprel::amod}))
            continue;
        const std::uint32_t second = tree.head(noun);  // "Nepal shelves pact, turns to India"
        const bool headline = tree.xpos(tree.words().end - 1) != Xpos::full_stop;
        const bool of_second = headline && tree.is(noun, {Deprel::nsubj}) && tree.root(second) && second > noun;
        if (noun < verb || !(tree.root(noun) || of_second) || !tree.children(verb).empty()) continue;
        std::uint32_t name = verb - 1;
        while (tree.head(name) != noun && !tree.root(name))
            name = tree.head(name);
        if (tree.head(name) != noun || !tree.nominal(name) || tree.reach(name).end != verb) continue;
        std::vector<Change> changes = {
            {verb, {verb, Deprel::root}}, {noun, {verb, Deprel::obj}}, {name, {verb, Deprel::nsubj}}};
        if (of_second) changes.push_back({second, {verb, Deprel::parataxis}});
        for (const std::uint32_t child : tree.children(noun)) {
            if (child < verb && child != name) changes.push_back({child, {verb, tree.deprel(child)}});
            if (!of_second && tree.deprel(child) == Deprel::punct) changes.push_back({child, {verb, Deprel::punct}});
        }
        tree.change(changes);
    }
}

// bid -acl-> take -advcl-> collapsed    to    bid <-nsubj- collapsed, where a sentence has no other finite verb
void only_verb(Tree& tree, const Knowledge&) {
    const auto [begin, end] = tree.words();
    if (end < begin + 4 || tree.xpos(end - 1) != Xpos::full_stop) return;
    std::optional<std::uint32_t> only;
    for (std::uint32_t i = begin; i < end; ++i) {
        if (finite(tree, i) || tree.xpos(i) == Xpos::md || tree.upos(i) == Upos::aux) return;
        if (tree.xpos(i) == Xpos::vbn && (only || tree.has(i, {Deprel::obl_agent}))) return;
        if (tree.xpos(i) == Xpos::vbn) only = i;
    }
    if (!only || !tree.is(*only, {Deprel::acl, Deprel::advcl, Deprel::xcomp})) return;
    std::uint32_t subject = tree.head(*only);
    while (!tree.root(subject))
        subject = tree.head(subject);
    const TokenRange reach = tree.reach(*only);
    const bool whole = reach.begin == *only && (reach.end == end || reach.end + 1 == end);
    if (subject > *only || !tree.nominal(subject) || !whole) return;
    std::vector<Change> changes = {{*only, {*only, Deprel::root}}, {subject, {*only, Deprel::nsubj}}};
    for (const std::uint32_t child : tree.children(subject)) {
        if (child > *only) changes.push_back({child, {*only, tree.deprel(child)}});
    }
    if (tree.change(changes)) tree.read_as_verb(*only, Xpos::vbd);
}

}  // namespace entente::parse
