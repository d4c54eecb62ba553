// To whom a verb does it, and what its prepositions open.
//
// "banned Telmar", "Telmar was banned", "which Norway banned", "cracked down on Telmar", "lent Kenya the money".
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/clause.hpp"
#include "relate/stance.hpp"

namespace entente::relate {
namespace {

bool of_verb(const Tree& tree, int word) {
    return tree.is(word, {Deprel::obl, Deprel::nmod, Deprel::obj, Deprel::iobj});
}

void gather_behind(const Tree& tree, int word, std::string_view preposition, Reach reach, int depth, Ends& out) {
    for (const int c : tree.children(word)) {
        if (!of_verb(tree, c) && !(depth == 0 && tree.is(c, {Deprel::xcomp, Deprel::advmod}) && !tree.verb(c)))
            continue;
        if (c < word && depth > 0) continue;
        if (!tree.is(c, {Deprel::obl, Deprel::nmod}) || tree.opener(c) != preposition) continue;
        Ends found = meant_by(tree, c, reach);
        if (!out.empty()) mark_contrast(tree, c, found);  // "in Australia, not in Chile"
        add(out, found);
    }
    if (!out.empty() || depth > 1) return;
    for (const int c : tree.children(word)) {
        const bool deed = tree.is(c, {Deprel::obl, Deprel::nmod}) && !tree.word(c).nouns.empty() &&
                          (preposition == "on" || preposition == "against");
        if (deed) continue;  // "blamed Norway for the attack on Telmar"
        if (c > word && of_verb(tree, c)) gather_behind(tree, c, preposition, reach, depth + 1, out);
        if (!out.empty()) return;
    }
}

}  // namespace

int object_noun(const Tree& tree, int verb) {
    if (!passive(tree, verb)) {
        if (const int object = tree.child(verb, {Deprel::obj}); object != none) return object;
        // "signed and broke a deal": what the last one has is shared
        for (const int c : tree.children(verb)) {
            if (tree.is(c, {Deprel::conj}) && tree.verb(c) && !passive(tree, c)) return tree.child(c, {Deprel::obj});
        }
        return none;
    }
    if (const int subject = tree.child(verb, {Deprel::nsubj}); subject != none) return subject;
    return tree.is(verb, {Deprel::acl, Deprel::amod}) ? tree.head(verb) : none;
}

namespace {

// Whether the words from the verb to the name are only of its phrase: "fined the battery firm Telmar".
bool right_behind(const Tree& tree, int verb, int name) {
    const int begin = static_cast<int>(tree.range(tree.reference(name)).begin);
    if (begin <= verb || begin > verb + 4) return false;
    for (int i = verb + 1; i < begin; ++i) {
        const bool word = tree.upos(i) == Upos::det || tree.upos(i) == Upos::adj || tree.upos(i) == Upos::noun;
        if (!word || tree.reference(i) != none) return false;
    }
    return true;
}

// "lent Kenya the money", "was lent the money"; also where the parser takes "Kenya two million dollars" for one phrase.
int receiver(const Tree& tree, int verb) {
    if (const int object = tree.child(verb, {Deprel::iobj}); object != none) return object;
    const int thing = tree.child(verb, {Deprel::obj});
    if (thing == none) return none;
    if (passive(tree, verb)) return tree.child(verb, {Deprel::nsubj});
    if (!tree.has(thing, {Deprel::nummod}) && !tree.word(verb).gives) return none;
    for (const int c : tree.children(thing)) {
        const int reference = tree.reference(c);
        if (c > thing || reference == none || tree.adjective(reference) || !tree.is(c, {Deprel::compound})) continue;
        if (tree.has(thing, {Deprel::nummod}) || static_cast<int>(tree.range(reference).begin) == verb + 1) return c;
    }
    return none;
}

// "accused or suspected Telmar", "neither bought nor merged with Telmar": a verb without an object has that of the one
// joined to it.
int shared_object(const Tree& tree, int verb) {
    for (const int c : tree.children(verb)) {
        if (!tree.is(c, {Deprel::conj}) || !tree.verb(c) || passive(tree, c) || c < verb) continue;
        if (tree.has(c, {Deprel::nsubj})) continue;
        if (tree.has(c, {Deprel::aux}) && tree.has(verb, {Deprel::obl}))
            continue;  // "quit as chair and will join Norvia"
        if (const int object = tree.child(c, {Deprel::obj}); object != none) return object;
        const bool close = tree.left(c) <= verb + 2 && !tree.has(verb, {Deprel::obl});
        for (const int behind : tree.children(c)) {
            if (close && behind > c && tree.is(behind, {Deprel::obl}) && tree.left(behind) == c + 1) return behind;
        }
        return none;
    }
    return none;
}

// The name that follows an active verb, whatever the tree makes of it.
int name_behind(const Tree& tree, int verb) {
    if (tree.xpos(verb) == Xpos::vbn && !tree.has(verb, {Deprel::aux})) return none;
    for (int at = verb + 1; at < tree.size() && at <= verb + 4; ++at) {
        const int reference = tree.covering(at);
        if (reference == none) continue;
        const int name = tree.head_of(reference);
        if (tree.adjective(reference) || tree.reference(name) != reference || !tree.marks(name).empty()) return none;
        const bool other = tree.is(name, {Deprel::nsubj, Deprel::nmod_poss, Deprel::compound});
        return !other && right_behind(tree, verb, name) ? name : none;
    }
    return none;
}

// "banned Telmar but not its rival Norvia", where the tree joins the rival to the verb
Ends denied_beside(const Tree& tree, int verb, int object, Reach reach) {
    for (const int c : tree.children(verb)) {
        if (c < object || !tree.is(c, {Deprel::conj}) || !tree.nominal(c) || tree.verb(c)) continue;
        if (tree.has(c, {Deprel::nsubj, Deprel::cop})) continue;
        Ends out = meant_by(tree, c, reach);
        for (const int not_ : tree.children(c)) {
            if (!tree.is(not_, "not")) continue;
            for (End& end : out)
                end.denied = true;
            return out;
        }
    }
    return {};
}

bool object_behind(const Tree& tree, int verb, int pronoun) {
    const auto children = tree.children(verb);
    return std::any_of(children.begin(), children.end(),
                       [&](int c) { return c > verb && c > pronoun && tree.is(c, {Deprel::obj}); });
}

Ends relative_object(const Tree& tree, int verb, Reach reach) {
    if (!relative_clause(tree, verb) || !tree.is(verb, {Deprel::acl_relcl, Deprel::advcl_relcl})) return {};
    for (const int c : tree.children(verb)) {  // "who banned": the pronoun is the subject
        if (tree.is(c, {Deprel::nsubj})) return relative_pronoun(tree, c) ? Ends{} : antecedent(tree, verb, reach);
    }
    return {};
}

}  // namespace

Ends patient(const Tree& tree, int verb, Particles phrase, Reach reach) {
    if (passive(tree, verb)) {
        for (const int c : tree.children(verb)) {
            if (!tree.is(c, {Deprel::nsubj}) || relative_pronoun(tree, c)) continue;
            if (Ends out = meant_by(tree, c, reach); !out.empty()) return out;
        }
        if (tree.has(verb, {Deprel::nsubj}) && !relative_clause(tree, verb)) return {};
        if (tree.is(verb, {Deprel::acl}) && !tree.infinitive(verb)) return antecedent(tree, verb, reach);
        return surface_subject(tree, verb);
    }
    bool own = false;
    for (const int c : tree.children(verb)) {
        const bool opened = phrase.any() && c >= phrase.begin && tree.is(c, {Deprel::obl, Deprel::nmod, Deprel::obj}) &&
                            tree.left(c) < phrase.end;
        if (opened && c >= phrase.end) return meant_by(tree, c, reach);
    }
    if (phrase.owners) {
        if (Ends out = possessor(tree, phrase.end - 1); !out.empty()) return out;
    }
    for (int i = phrase.begin; i < phrase.end; ++i) {  // "sits on the board of the drugmaker Savapharm"
        for (const int c : tree.children(i)) {
            if (c < phrase.end || !tree.is(c, {Deprel::nmod}) || tree.left(c) >= phrase.end) continue;
            if (Ends out = meant_by(tree, c, reach); !out.empty()) return out;
        }
    }
    for (const int c : tree.children(verb)) {
        if (!tree.is(c, {Deprel::obj}) || (phrase.any() && c >= phrase.begin && c < phrase.end)) continue;
        if (relative_pronoun(tree, c) && tree.reference(c) == none) {
            if (object_behind(tree, verb, c)) continue;  // "the claim that Norway banned Telmar"
            return antecedent(tree, verb, reach);
        }
        if (Ends out = meant_by(tree, c, reach); !out.empty()) {
            add(out, denied_beside(tree, verb, c, reach));
            return out;
        }
        own = true;
    }
    if (const int to_whom = receiver(tree, verb); to_whom != none) return meant_by(tree, to_whom, reach);
    if (own) return {};
    if (const int stray = stray_name(tree, verb, false); stray != none) return meant_by(tree, stray, reach);
    if (const int shared = shared_object(tree, verb); shared != none) return meant_by(tree, shared, reach);
    if (phrase.any() && phrase.end < tree.size()) {  // whatever the tree makes of it: the phrase right behind
        int at = phrase.end;
        if (tree.upos(at) == Upos::det && at + 1 < tree.size()) ++at;
        const int reference = tree.covering(at);
        if (reference != none && static_cast<int>(tree.range(reference).begin) >= phrase.end)
            return meant_by(tree, tree.head_of(reference), reach);
    }
    if (Ends object = relative_object(tree, verb, reach); !object.empty()) return object;
    if (const int name = name_behind(tree, verb); name != none && !phrase.any()) return meant_by(tree, name, reach);
    return behind_noun(tree, verb, "of", reach);  // "its banning of Telmar"
}

Ends demanded_of(const Tree& tree, int verb) {
    const int clause = tree.child(verb, {Deprel::ccomp});
    if (clause == none || clause < verb) return {};
    const auto children = tree.children(clause);
    const bool should = std::any_of(children.begin(), children.end(), [&](int c) {
        return tree.is(c, {Deprel::aux}) && (tree.is(c, "should") || tree.is(c, "must"));
    });
    return should || in_subjunctive(tree, clause) ? surface_subject(tree, clause) : Ends{};
}

Ends done_by_infinitive(const Tree& tree, int word, Reach reach) {
    for (const int c : tree.children(word)) {
        if (c < word || !tree.is(c, {Deprel::xcomp, Deprel::acl, Deprel::advcl}) || !tree.verb(c)) continue;
        if (!tree.infinitive(c) || tree.marks(c) != "to") continue;
        if (Ends out = patient(tree, c, {}, reach); !out.empty()) return out;
        for (const std::string_view preposition : {"on", "against", "with", "to"}) {
            if (Ends out = behind_verb(tree, c, preposition, reach); !out.empty()) return out;
        }
    }
    return {};
}

Ends behind_verb(const Tree& tree, int verb, std::string_view preposition, Reach reach) {
    Ends out;
    gather_behind(tree, verb, preposition, reach, 0, out);
    if (!out.empty()) return out;
    if (preposition == "to") {
        if (const int to_whom = receiver(tree, verb); to_whom != none) return meant_by(tree, to_whom, reach);
    }
    if (tree.is(verb, {Deprel::acl_relcl, Deprel::advcl_relcl})) {  // "with whom it signed", "which it belongs to"
        for (const int c : tree.children(verb)) {
            if (relative_pronoun(tree, c) && tree.opener(c) == preposition) return antecedent(tree, verb, reach);
        }
    }
    for (const int c : tree.children(verb)) {  // "sold and delivered radios to Kenya"
        if (tree.is(c, {Deprel::conj}) && tree.verb(c) && !tree.has(c, {Deprel::nsubj}) && c > verb) {
            gather_behind(tree, c, preposition, reach, 0, out);
        }
    }
    if (const int object = object_noun(tree, verb); out.empty() && object != none && preposition == "by") {
        for (const int c : tree.children(object)) {  // "rejected the charges brought against it by Kenya"
            const bool participle = tree.deprel(c) == Deprel::acl && tree.verb(c) && c > object && !tree.infinitive(c);
            if (participle) gather_behind(tree, c, preposition, reach, 0, out);
        }
    }
    const int noun = tree.is(verb, {Deprel::acl}) ? tree.head(verb) : none;
    if (!out.empty() || noun == none) return out;
    for (const int c : tree.children(noun)) {  // "a firm based in Oslo", where Oslo hangs on the firm
        if (tree.left(c) == verb + 1 && tree.opener(c) == preposition) return meant_by(tree, c, reach);
    }
    return out;
}

}  // namespace entente::relate
