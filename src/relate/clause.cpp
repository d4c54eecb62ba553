// The ends of a verb, wherever its clause keeps them.
//
// "Norway agreed to ban Telmar": "ban" has no subject, so the verb above lends its own; "urged Norway to ban" lends its
// object. "Telmar, banned by Norway": the noun above is the object. "which Norway banned": the word before "which" is.
// SPDX-License-Identifier: MIT
#include "relate/clause.hpp"

#include <algorithm>
#include <ranges>

namespace entente::relate {
namespace {

constexpr int deepest = 8, farthest = 12;  // verbs that lend a subject one to another; words up to a verb's particle

bool relative_pronoun(const Tree& tree, int word) {
    return tree.xpos(word) == Xpos::wp || tree.xpos(word) == Xpos::wdt ||
           (tree.is(word, "that") && tree.upos(word) == Upos::pron) || tree.is(word, "who");
}

bool relative_clause(const Tree& tree, int verb) {
    return tree.is(verb, {Deprel::acl}) && tree.head(verb) != none;
}

bool same(const Tree& tree, int word, const std::string& wanted) {
    return tree.folded(word) == wanted || tree.lemma(word) == wanted;
}

// The words from `at` on, over "the" and "its" between them; where they end, or none.
int words_end(const Tree& tree, int at, const std::vector<std::string>& rest) {
    for (std::size_t i = 0; i < rest.size(); ++i, ++at) {
        while (i > 0 && at < tree.size() && !same(tree, at, rest[i]) && tree.is(at, {Deprel::det, Deprel::nmod_poss}))
            ++at;
        if (at >= tree.size() || !same(tree, at, rest[i])) return none;
    }
    return at;
}

bool attached(const Tree& tree, int verb, Particles words) {
    for (int i = words.begin; i < words.end; ++i) {
        if (tree.head(i) == verb) return true;
    }
    return false;
}

// "call on Norway to ban": the object that a preposition opens.
int prepositional_object(const Tree& tree, int verb) {
    for (const int c : tree.children(verb)) {
        if (c < verb || !tree.is(c, {Deprel::obl}) || tree.is(c, {Deprel::obl_unmarked})) continue;
        const std::string opener = tree.opener(c);
        if (opener == "on" || opener == "upon" || opener == "to" || opener == "for" || opener == "with") return c;
    }
    return none;
}

bool reason(const std::string& marks) {
    return marks == "from" || marks == "for" || marks == "of" || marks == "into" || marks == "against" ||
           marks == "out of" || marks == "over";
}

// Whose deed the verb is that depends on `above`: "agreed to ban", "urged Norway to ban", "barred Telmar from selling".
Ends lent(const Tree& tree, int verb, int above, int depth) {
    if (!tree.verb(above) || passive(tree, above)) return surface_subject(tree, above, depth + 1);
    const Governor how = governor_of(tree, above);
    const bool inner = tree.is(verb, {Deprel::xcomp, Deprel::ccomp}) || how.of_object;
    const int object = tree.child(above, {Deprel::iobj}) != none ? tree.child(above, {Deprel::iobj})
                                                                 : tree.child(above, {Deprel::obj});
    const std::string marks = tree.marks(verb);
    const bool of_object = object != none && object < verb && (how.listed ? how.of_object || how.of_other : inner) &&
                           (tree.infinitive(verb) || inner || reason(marks));
    if (of_object) return meant_by(tree, object);
    if (how.of_object && inner) {
        const int behind = prepositional_object(tree, above);
        if (behind != none && behind < verb) return meant_by(tree, behind);
    }
    return surface_subject(tree, above, depth + 1);
}

// Whose the plan, the decision, the refusal is.
Ends owner_of_deed(const Tree& tree, int noun, int depth) {
    Ends out = owner(tree, noun);
    if (!out.empty()) return out;
    const int above = tree.head(noun);
    if (tree.has(noun, {Deprel::nsubj})) return surface_subject(tree, noun, depth + 1);  // "is under pressure to"
    if (above == none) return meant_by(tree, noun);
    if (tree.is(noun, {Deprel::obj, Deprel::obl, Deprel::xcomp}) && tree.verb(above))
        return surface_subject(tree, above, depth + 1);
    return {};
}

Ends described(const Tree& tree, int verb, int depth) {
    const int noun = tree.head(verb);
    if (tree.infinitive(verb) && tree.deprel(verb) != Deprel::acl_relcl) {
        const Ends out = owner_of_deed(tree, noun, depth);
        return out.empty() ? meant_by(tree, noun) : out;
    }
    if (!tree.marks(verb).empty() && !tree.nominal(noun)) return surface_subject(tree, noun, depth + 1);
    if (!tree.marks(verb).empty() && tree.marks(verb) != "that") return owner_of_deed(tree, noun, depth);
    Ends out = antecedent(tree, verb);
    const int above = tree.head(noun);  // "posted a message blaming Telmar"
    if (out.empty() && tree.xpos(verb) == Xpos::vbg && above != none && tree.is(noun, {Deprel::obj}))
        return surface_subject(tree, above, depth + 1);
    return out;
}

// "The engineer Ann Li no longer works": the only finite verb hangs on its subject.
bool hangs_on_subject(const Tree& tree, int verb) {
    const int noun = tree.head(verb);
    return tree.is(verb, {Deprel::appos, Deprel::acl, Deprel::dep, Deprel::parataxis, Deprel::list}) &&
           tree.deprel(verb) != Deprel::acl_relcl && tree.finite(verb) && tree.marks(verb).empty() &&
           tree.head(noun) == none && tree.nominal(noun) && !tree.has(noun, {Deprel::cop, Deprel::nsubj}) &&
           !passive(tree, verb);
}

Ends of_clause(const Tree& tree, int verb, int depth) {
    const int above = tree.head(verb);
    if (above == none) return {};
    if (hangs_on_subject(tree, verb)) return meant_by(tree, above);
    switch (universal(tree.deprel(verb))) {
        case Deprel::conj:
            if (tree.verb(above) || tree.has(above, {Deprel::nsubj, Deprel::cop})) {
                return surface_subject(tree, above, depth + 1);
            }
            return {};
        case Deprel::acl:
            return described(tree, verb, depth);
        case Deprel::amod:
            return meant_alone(tree, above);
        case Deprel::xcomp:
        case Deprel::advcl:
        case Deprel::ccomp:
        case Deprel::obl:
        case Deprel::dep:
            if (tree.finite(verb) && tree.verb(verb) && !tree.is(verb, {Deprel::xcomp}) && !passive(tree, verb) &&
                tree.deprel(verb) != Deprel::dep)
                return {};
            return tree.nominal(above) && !tree.has(above, {Deprel::cop}) ? owner_of_deed(tree, above, depth)
                                                                          : lent(tree, verb, above, depth);
        case Deprel::parataxis:
            return tree.finite(verb) || !tree.verb(above) ? Ends{} : surface_subject(tree, above, depth + 1);
        default:
            return {};
    }
}

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
        if (c > word && of_verb(tree, c)) gather_behind(tree, c, preposition, reach, depth + 1, out);
        if (!out.empty()) return;
    }
}

}  // namespace

std::optional<Particles> particles(const Tree& tree, int verb, const std::vector<std::string>& rest) {
    if (rest.empty()) return Particles{};
    if (const int end = words_end(tree, verb + 1, rest); end != none) return Particles{verb + 1, end};
    for (int at = verb + 2; at < tree.size() && at < verb + farthest; ++at) {
        const int end = words_end(tree, at, rest);
        if (end != none && attached(tree, verb, {at, end})) return Particles{at, end};
    }
    return std::nullopt;
}

Governor governor_of(const Tree& tree, int word) {
    const Word& known = tree.word(word);
    if (tree.upos(word) == Upos::adj)
        return known.adjective_governor.listed ? known.adjective_governor : known.governor;
    if (tree.nominal(word)) return known.noun_governor;
    for (const auto& [rest, how] : known.phrasal) {
        if (particles(tree, word, rest)) return how;
    }
    if (known.governor.listed) return known.governor;
    return tree.vocabulary().find(tree.folded(word)).adjective_governor;  // "poised to", "determined to"
}

namespace {

// "Estonia, which borders Latvia, banned it": the parser hangs the only verb on its subject.
bool describes_root(const Tree& tree, int verb) {
    const int noun = tree.head(verb);
    if (tree.deprel(verb) != Deprel::acl || noun == none || tree.head(noun) != none || !tree.nominal(noun))
        return false;
    if (tree.xpos(verb) != Xpos::vbn && tree.xpos(verb) != Xpos::vbd) return false;
    return !tree.has(noun, {Deprel::cop, Deprel::nsubj}) && tree.has(verb, {Deprel::obj, Deprel::obl}) &&
           !tree.has(verb, {Deprel::obl_agent, Deprel::aux}) && tree.reference(noun) != none;
}

}  // namespace

bool passive(const Tree& tree, int verb) {
    if (describes_root(tree, verb) && tree.has(verb, {Deprel::obj})) return false;
    bool have = false;
    for (const int c : tree.children(verb)) {
        if (tree.is(c, {Deprel::aux}) && tree.deprel(c) == Deprel::aux_pass) return true;
        if (tree.deprel(c) == Deprel::nsubj_pass || tree.deprel(c) == Deprel::csubj_pass) return true;
        if (tree.is(c, {Deprel::aux}) && tree.lemma(c) == "have") have = true;
    }
    const bool participle =
        tree.xpos(verb) == Xpos::vbn || tree.xpos(verb) == Xpos::vbd || tree.upos(verb) == Upos::adj;
    if (!participle || have) return false;
    const bool by = tree.has(verb, {Deprel::obl_agent});
    if (tree.xpos(verb) != Xpos::vbn) return by && !tree.has(verb, {Deprel::obj});
    if (tree.is(verb, {Deprel::conj}) && tree.head(verb) != none && !tree.has(verb, {Deprel::nsubj})) {
        return !tree.verb(tree.head(verb)) || passive(tree, tree.head(verb));
    }
    return by || !tree.has(verb, {Deprel::nsubj});
}

Ends antecedent(const Tree& tree, int verb, Reach reach) {
    const int noun = tree.head(verb);
    if (noun == none) return {};
    Ends out = meant_by(tree, noun, reach);
    // "Norway and Sweden, which": only a list that ends before the clause is meant as a whole
    if (out.size() > 1 && tree.is(noun, {Deprel::conj})) out = meant_alone(tree, noun, reach);
    return out;
}

namespace {

// A name beside a verb that the parser takes for no end of it: an adverb, an address.
int stray_name(const Tree& tree, int verb, bool before) {
    for (const int c : tree.children(verb)) {
        const int reference = tree.reference(c);
        if ((c < verb) != before || reference == none || tree.adjective(reference) || !tree.marks(c).empty()) continue;
        if (tree.is(c, {Deprel::advmod, Deprel::vocative, Deprel::dep, Deprel::discourse, Deprel::flat})) return c;
        if (tree.upos(verb) == Upos::noun && tree.is(c, {Deprel::compound, Deprel::appos, Deprel::nmod, Deprel::obj}))
            return c;
    }
    return none;
}

}  // namespace

Ends surface_subject(const Tree& tree, int verb, int depth) {
    if (depth > deepest || verb == none) return {};
    bool own = false;
    for (const int c : std::views::reverse(tree.children(verb))) {  // of two that the parser left, the nearer
        if (!tree.is(c, {Deprel::nsubj})) continue;
        if (relative_pronoun(tree, c) && tree.reference(c) == none) {
            int clause = verb;  // "which was founded in 1990 and banned in 1999"
            while (tree.is(clause, {Deprel::conj}) && tree.head(clause) != none)
                clause = tree.head(clause);
            return relative_clause(tree, clause) ? antecedent(tree, clause) : Ends{};
        }
        if (Ends out = meant_by(tree, c); !out.empty()) return out;
        own = true;
    }
    if (own || tree.has(verb, {Deprel::csubj})) return {};
    if (tree.head(verb) == none || tree.upos(verb) == Upos::noun) {
        if (const int stray = stray_name(tree, verb, true); stray != none) return meant_by(tree, stray);
    }
    return of_clause(tree, verb, depth);
}

Ends agent(const Tree& tree, int verb) {
    if (passive(tree, verb)) {
        for (const int c : tree.children(verb)) {
            if (tree.is(c, {Deprel::obl, Deprel::nmod}) && tree.opener(c) == "by") return meant_by(tree, c);
        }
        if (Ends out = behind_verb(tree, verb, "by", {}); !out.empty())
            return out;                     // "barred from the tender by Sweden"
        const int above = tree.head(verb);  // "was ordered to be shut by", "was banned and fined by"
        for (const int c : tree.children(verb)) {
            if (!tree.is(c, {Deprel::conj}) || !passive(tree, c)) continue;
            if (Ends shared = tree.has(c, {Deprel::nsubj}) ? Ends{} : agent(tree, c); !shared.empty()) return shared;
        }
        if (above != none && tree.is(verb, {Deprel::xcomp}) && tree.is(above, {Deprel::amod})) return {};
        return possessor(tree, verb);
    }
    Ends out = surface_subject(tree, verb);
    return out.empty() ? possessor(tree, verb) : out;  // "Norway's banning of Telmar"
}

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

// "lent Kenya the money"; also where the parser takes "Kenya two million dollars" for one phrase.
int receiver(const Tree& tree, int verb) {
    if (const int object = tree.child(verb, {Deprel::iobj}); object != none) return object;
    const int sum = tree.child(verb, {Deprel::obj});
    if (sum == none || !tree.has(sum, {Deprel::nummod})) return none;
    for (const int c : tree.children(sum)) {
        const int reference = tree.reference(c);
        if (c < sum && reference != none && !tree.adjective(reference) && tree.is(c, {Deprel::compound})) return c;
    }
    return none;
}

// "accused or suspected Telmar": a verb without an object has that of the one joined to it.
int shared_object(const Tree& tree, int verb) {
    for (const int c : tree.children(verb)) {
        if (tree.is(c, {Deprel::conj}) && tree.verb(c) && !passive(tree, c) && c > verb &&
            !tree.has(c, {Deprel::nsubj}))
            return tree.child(c, {Deprel::obj});
    }
    return none;
}

Ends relative_object(const Tree& tree, int verb, Reach reach) {
    if (!relative_clause(tree, verb) || tree.deprel(verb) != Deprel::acl_relcl) return {};
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
    for (const int c : tree.children(verb)) {
        if (!tree.is(c, {Deprel::obj}) || (phrase.any() && c >= phrase.begin && c < phrase.end)) continue;
        if (relative_pronoun(tree, c) && tree.reference(c) == none) return antecedent(tree, verb, reach);
        if (Ends out = meant_by(tree, c, reach); !out.empty()) return out;
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
    return behind_noun(tree, verb, "of", reach);  // "its banning of Telmar"
}

Ends behind_verb(const Tree& tree, int verb, std::string_view preposition, Reach reach) {
    Ends out;
    gather_behind(tree, verb, preposition, reach, 0, out);
    if (!out.empty()) return out;
    if (preposition == "to") {
        if (const int to_whom = receiver(tree, verb); to_whom != none) return meant_by(tree, to_whom, reach);
    }
    if (tree.is(verb, {Deprel::acl_relcl})) {  // "with whom it signed", "which it belongs to"
        for (const int c : tree.children(verb)) {
            if (relative_pronoun(tree, c) && tree.opener(c) == preposition) return antecedent(tree, verb, reach);
        }
    }
    for (const int c : tree.children(verb)) {  // "sold and delivered radios to Kenya"
        if (tree.is(c, {Deprel::conj}) && tree.verb(c) && !tree.has(c, {Deprel::nsubj}) && c > verb) {
            gather_behind(tree, c, preposition, reach, 0, out);
        }
    }
    return out;
}

int clause_of(const Tree& tree, int word) {
    for (int steps = 0; word != none && steps < tree.size(); ++steps, word = tree.head(word)) {
        if (tree.verb(word) || tree.has(word, {Deprel::cop, Deprel::nsubj})) return word;
    }
    return none;
}

}  // namespace entente::relate
