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
    if (tree.is(child, {Deprel::flat, Deprel::appos, Deprel::vocative, Deprel::nsubj})) return Deprel::obj;
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
        if (!tree.is(child, {Deprel::acl, Deprel::ccomp})) continue;
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

// fine/JJ -aux-> may, fine -appos-> Dravik    to    fine/VB -obj-> Dravik
void verb_of_modal(Tree& tree, const Knowledge&) {
    for (std::uint32_t word = tree.words().begin + 1; word < tree.words().end; ++word) {
        const Upos upos = tree.upos(word);
        const bool other = upos == Upos::adj || upos == Upos::noun || upos == Upos::adv;
        if (!other || tree.has(word, {Deprel::cop})) continue;
        const auto modal = tree.child(word, {Deprel::aux});
        if (!modal || *modal > word || tree.xpos(*modal) != Xpos::md) continue;
        std::vector<Change> changes;
        for (const std::uint32_t child : tree.children(word)) {
            if (child > word) changes.push_back({child, {word, of_verb(tree, child)}});
        }
        if (tree.change(changes)) tree.read_as_verb(word, Xpos::vb);
    }
}

// painter/VB -aux-> must, painter -amod-> free, painter -obj-> Ana    to    free/VB -aux-> must, free -obj-> Ana -nmod:desc-> painter
void adjective_of_verb(Tree& tree, const Knowledge&) {
    for (std::uint32_t noun = tree.words().begin + 2; noun + 1 < tree.words().end; ++noun) {
        const std::uint32_t verb = noun - 1;
        if (tree.xpos(noun) != Xpos::vb || tree.head(verb) != noun || !tree.is(verb, {Deprel::amod})) continue;
        const auto modal = tree.child(noun, {Deprel::aux});
        const auto name = tree.child(noun, {Deprel::obj});
        if (!modal || tree.xpos(*modal) != Xpos::md || !name || *name != noun + 1 || tree.upos(*name) != Upos::propn)
            continue;
        std::vector<Change> changes = {
            {verb, tree.root(noun) ? Arc{verb, Deprel::root} : Arc{tree.head(noun), tree.deprel(noun)}},
            {noun, {*name, Deprel::nmod_desc}},
            {*name, {verb, Deprel::obj}}};
        for (const std::uint32_t child : tree.children(noun)) {
            if (child != verb && child != *name) changes.push_back({child, {verb, tree.deprel(child)}});
        }
        if (tree.change(changes)) tree.read_as_verb(verb, Xpos::vb);
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

namespace {

// The verb that takes the infinitive which "to" opens: "plans to", "decided not to", "called on Kenya to".
std::optional<std::uint32_t> taker(const Tree& tree, const Knowledge& english, std::uint32_t to) {
    std::uint32_t before = to;
    while (before > tree.words().begin && (tree.form(before - 1) == "not" || tree.form(before - 1) == "never"))
        --before;
    if (before == tree.words().begin) return {};
    const std::uint32_t last = before - 1;
    if (tree.upos(last) == Upos::verb && is_kind(english, tree.lemma(last), "intends")) return last;
    const std::uint32_t asked = tree.name_head(last);
    const auto intends = [&](std::uint32_t noun) {
        return tree.upos(noun) == Upos::noun && english.lexicon.has("governing_nouns", tree.lemma(noun));
    };
    if (intends(asked)) return asked;  // "its decision to fine Telmar"
    if (tree.root(asked) || !tree.nominal(asked)) return {};
    if (tree.is(asked, {Deprel::nmod}) && intends(tree.head(asked)) && tree.head(asked) < asked)
        return tree.head(asked);
    const std::uint32_t verb = tree.head(asked);
    const bool held = tree.is(asked, {Deprel::obj, Deprel::iobj}) ||
                      (tree.is(asked, {Deprel::obl}) && tree.lemma(verb) == "call" && tree.form(verb + 1) == "on");
    return held && verb < asked && (is_kind(english, tree.lemma(verb), "asks") || tree.lemma(verb) == "call")
               ? std::optional(verb)
               : std::nullopt;
}

// The name that the words from `begin` on lead to, over articles and nouns before it.
std::optional<std::uint32_t> name_from(const Tree& tree, std::uint32_t begin) {
    for (std::uint32_t i = begin; i < tree.words().end && i < begin + 4; ++i) {
        if (tree.upos(i) == Upos::propn) return tree.name_head(i);
        if (tree.xpos(i) != Xpos::dt && tree.upos(i) != Upos::noun && tree.upos(i) != Upos::adj) break;
    }
    return {};
}

}  // namespace

// called -obl-> Telmar -case-> to, Telmar -compound-> audit    to    called -xcomp-> audit -obj-> Telmar
void infinitive_of_noun(Tree& tree, const Knowledge& english) {
    for (std::uint32_t deed = tree.words().begin + 2; deed + 1 < tree.words().end; ++deed) {
        const bool small = tree.form(deed).front() >= 'a' && tree.form(deed).front() <= 'z';
        const bool noun =
            tree.xpos(deed) == Xpos::nn || tree.xpos(deed) == Xpos::jj || (tree.xpos(deed) == Xpos::nnp && small);
        if (!noun || tree.form(deed - 1) != "to" || tree.lemma(deed) == "rival") continue;
        if (english.lexicon.has("person_nouns", tree.lemma(deed)) || organisation(english, tree, deed)) continue;
        const auto verb = taker(tree, english, deed - 1);
        const auto name = verb ? name_from(tree, deed + 1) : std::nullopt;
        const bool object = name && *name > deed && !tree.is(*name, {Deprel::nsubj, Deprel::nmod_poss});
        const bool with = verb && *verb + 2 == deed && tree.form(deed + 1) == "with";  // "aims to partner with"
        if (!object && !with) continue;
        const Deprel depends = tree.nominal(*verb) ? Deprel::acl : Deprel::xcomp;
        std::vector<Change> changes = {{deed, {*verb, depends}}, {deed - 1, {deed, Deprel::mark}}};
        if (object) changes.push_back({*name, {deed, Deprel::obj}});
        for (const std::uint32_t child : tree.children(deed)) {
            if (with && child > deed) changes.push_back({child, {deed, of_verb(tree, child)}});
        }
        if (tree.form(deed - 2) == "not" || tree.form(deed - 2) == "never")
            changes.push_back({deed - 2, {deed, Deprel::advmod}});
        if (tree.change(changes)) tree.read_as_verb(deed, Xpos::vb);
    }
}

// ban -aux-> may, ban -obj-> Telmar -conj-> Norvia -amod-> fine -cc-> and    to    ban -conj-> fine -obj-> Norvia
void joined_to_name(Tree& tree, const Knowledge&) {
    for (std::uint32_t deed = tree.words().begin + 3; deed + 1 < tree.words().end; ++deed) {
        const bool word = tree.xpos(deed) == Xpos::jj || tree.xpos(deed) == Xpos::nn;
        const auto joint = word ? tree.child(deed, {Deprel::cc}) : std::nullopt;
        if (!joint || *joint != deed - 1 || !tree.is(deed, {Deprel::amod, Deprel::compound})) continue;
        const std::uint32_t name = tree.head(deed);
        if (tree.root(name) || tree.upos(name) != Upos::propn || tree.deprel(name) != Deprel::conj) continue;
        const std::uint32_t first = tree.head(name);
        if (tree.root(first) || !tree.is(first, {Deprel::obj}) || !tree.has(tree.head(first), {Deprel::aux})) continue;
        if (tree.change({{deed, {tree.head(first), Deprel::conj}}, {name, {deed, Deprel::obj}}}))
            tree.read_as_verb(deed, Xpos::vb);
    }
}

// demanded -obj-> Telmar -compound-> Kenya, ban, ban -mark-> that    to    demanded -ccomp-> ban -nsubj-> Kenya
void clause_of_noun(Tree& tree, const Knowledge&) {
    for (std::uint32_t deed = tree.words().begin + 3; deed + 1 < tree.words().end; ++deed) {
        if (tree.xpos(deed) != Xpos::nn || tree.deprel(deed) != Deprel::compound) continue;
        const auto that = tree.child(deed, {Deprel::mark});
        const auto who = tree.child(deed, {Deprel::compound});
        const std::uint32_t name = tree.head(deed);
        if (!that || !who || tree.form(*that) != "that" || *who != deed - 1 || tree.upos(*who) != Upos::propn) continue;
        if (tree.root(name) || name < deed || tree.upos(name) != Upos::propn ||
            tree.upos(tree.head(name)) != Upos::verb)
            continue;
        const std::uint32_t verb = tree.head(name);
        if (tree.change({{deed, {verb, Deprel::ccomp}}, {*who, {deed, Deprel::nsubj}}, {name, {deed, Deprel::obj}}}))
            tree.read_as_verb(deed, Xpos::vb);
    }
}

// stopped -obj-> Telmar -compound-> funding    to    stopped -xcomp-> funding -obj-> Telmar
void gerund_of_noun(Tree& tree, const Knowledge& english) {
    for (std::uint32_t deed = tree.words().begin + 1; deed + 1 < tree.words().end; ++deed) {
        if (tree.xpos(deed) != Xpos::nn || !tree.form(deed).ends_with("ing") || tree.upos(deed - 1) != Upos::verb)
            continue;
        const std::uint32_t verb = deed - 1, name = tree.head(deed);
        if (!is_kind(english, tree.lemma(verb), "doing") || tree.deprel(deed) != Deprel::compound) continue;
        if (tree.upos(deed + 1) != Upos::propn || tree.name_head(deed + 1) != name) continue;
        if (tree.head(name) != verb || !tree.is(name, {Deprel::obj})) continue;
        if (tree.change({{deed, {verb, Deprel::xcomp}}, {name, {deed, Deprel::obj}}}))
            tree.read_as_verb(deed, Xpos::vbg);
    }
}

// Telmar -appos-> chairs -amod-> longer -advmod-> no    to    chairs -nsubj-> Telmar, chairs -advmod-> longer
void verb_behind_adverb(Tree& tree, const Knowledge& english) {
    for (std::uint32_t word = tree.words().begin + 3; word + 1 < tree.words().end; ++word) {
        const bool tagged = tree.xpos(word) == Xpos::nns || tree.xpos(word) == Xpos::vbz;
        if (!tagged || tree.form(word - 1) != "longer" || tree.form(word - 2) != "no") continue;
        const std::uint32_t name = tree.name_head(word - 3);
        if (!tree.nominal(name) || tree.head(word) != name || organisation(english, tree, word)) continue;
        std::vector<Change> changes = {
            {word, tree.root(name) ? Arc{word, Deprel::root} : Arc{tree.head(name), tree.deprel(name)}},
            {name, {word, Deprel::nsubj}},
            {word - 1, {word, Deprel::advmod}},
            {word - 2, {word - 1, Deprel::advmod}}};
        for (const std::uint32_t child : tree.children(name)) {
            if (child > word) changes.push_back({child, {word, of_verb(tree, child)}});
        }
        for (const std::uint32_t child : tree.children(word)) {
            if (child > word) changes.push_back({child, {word, of_verb(tree, child)}});
        }
        if (tree.change(changes)) tree.read_as_verb(word, Xpos::vbz);
    }
}

}  // namespace entente::parse
