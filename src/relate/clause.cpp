// The clause of a verb: what belongs to it, and what turn it has.
//
// "Telmar was banned", "Telmar, banned by Norway": passive; "which Norway banned": the word before "which" is an end;
// "ruled the ban out": a verb of two words.
// SPDX-License-Identifier: MIT
#include "relate/clause.hpp"

#include <algorithm>

#include "relate/beside.hpp"
#include "relate/stance.hpp"

namespace entente::relate {
namespace {

constexpr int farthest = 12;  // words up to a verb's particle

bool same(const Tree& tree, int word, const std::string& wanted) {
    return tree.folded(word) == wanted || tree.lemma(word) == wanted;
}

bool of_owner(const Tree& tree, int at) {
    return tree.is(at, {Deprel::nmod_poss}) ||
           (tree.head(at) != none && tree.is(at, {Deprel::case_}) && tree.is(tree.head(at), {Deprel::nmod_poss}));
}

// The words from `at` on, over "the" and "its" between them; where they end, or none. "Came to Norway's aid" is "came to the
// aid of" too; then they are an owner's.
int words_end(const Tree& tree, int at, const std::vector<std::string>& rest, bool& owners) {
    bool owned = false;
    for (std::size_t i = 0; i < rest.size(); ++i, ++at) {
        owners = owned && i + 1 == rest.size() && rest[i] == "of";
        if (owners) return at;
        while (i > 0 && at < tree.size() && !same(tree, at, rest[i]) &&
               (tree.is(at, {Deprel::det}) || of_owner(tree, at))) {
            owned |= of_owner(tree, at);
            ++at;
        }
        if (at >= tree.size() || !same(tree, at, rest[i])) return none;
    }
    return at;
}

bool attached(const Tree& tree, int verb, Particles words) {
    for (int i = words.begin; i < words.end; ++i) {
        const int above = tree.head(i);
        if (above == verb) return true;
        const bool gerund = above != none && tree.xpos(above) == Xpos::vbg && tree.head(above) == verb;
        if (gerund && tree.is(i, {Deprel::mark, Deprel::case_})) return true;  // "stopped Telmar from digging"
    }
    return false;
}

}  // namespace

bool imperative(const Tree& tree, int verb) {
    const int above = tree.head(verb);
    if (above == none || above < verb || !tree.is(verb, {Deprel::ccomp}) || !tree.word(above).speech) return false;
    if (tree.xpos(verb) != Xpos::vb || tree.has(verb, {Deprel::nsubj, Deprel::aux, Deprel::mark})) return false;
    return tree.left(verb) == verb || tree.upos(tree.left(verb)) == Upos::punct;
}

bool relative_pronoun(const Tree& tree, int word) {
    return tree.xpos(word) == Xpos::wp || tree.xpos(word) == Xpos::wdt ||
           (tree.is(word, "that") && tree.upos(word) == Upos::pron) || tree.is(word, "who");
}

bool relative_clause(const Tree& tree, int verb) {
    const int above = tree.head(verb);
    return above != none &&
           (tree.is(verb, {Deprel::acl}) || (tree.deprel(verb) == Deprel::advcl_relcl && tree.nominal(above)));
}

std::optional<Particles> particles(const Tree& tree, int verb, const std::vector<std::string>& rest) {
    if (rest.empty()) return Particles{};
    bool owners = false;
    if (const int end = words_end(tree, verb + 1, rest, owners); end != none) return Particles{verb + 1, end, owners};
    for (int at = verb + 2; at < tree.size() && at < verb + farthest; ++at) {
        const int end = words_end(tree, at, rest, owners);
        if (end != none && attached(tree, verb, {at, end})) return Particles{at, end, owners};
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
    for (const int c : tree.children(word)) {  // "is on course to", "is on track to"
        if (tree.is(c, {Deprel::fixed}) && tree.word(c).adjective_governor.listed)
            return tree.word(c).adjective_governor;
    }
    const bool participle =
        tree.xpos(word) == Xpos::vbn || tree.xpos(word) == Xpos::vbd;  // "poised to", "determined to"
    return participle ? tree.vocabulary().find(tree.folded(word)).adjective_governor : Governor{};
}

namespace {

std::string joined_words(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

}  // namespace

bool governs_with(const Tree& tree, int word, const std::string& marks) {
    const auto& phrases = tree.word(word).phrasal;
    return !marks.empty() && std::any_of(phrases.begin(), phrases.end(),
                                         [&](const auto& phrase) { return joined_words(phrase.first) == marks; });
}

Governor governor_with(const Tree& tree, int word, const std::string& marks) {
    for (const auto& [rest, how] : tree.word(word).phrasal) {
        if (!marks.empty() && joined_words(rest) == marks) return how;
    }
    return governor_of(tree, word);
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

// "The firm Telmar accused Norway": a participle with a name for its object is a verb in the past.
bool past_behind_name(const Tree& tree, int verb) {
    if (tree.xpos(verb) != Xpos::vbn || !tree.is(verb, {Deprel::acl}) || tree.is(verb, {Deprel::acl_relcl}))
        return false;
    if (tree.has(verb, {Deprel::aux, Deprel::obl_agent, Deprel::mark, Deprel::nsubj})) return false;
    if (tree.is(verb - 1, ",") || tree.word(verb).gives || tree.lemma(verb) == "name" || tree.lemma(verb) == "call")
        return false;
    const int object = tree.child(verb, {Deprel::obj}), noun = tree.head(verb);
    return object > verb && noun != none && tree.reference(object) != none && !meant_alone(tree, noun).empty();
}

}  // namespace

bool passive(const Tree& tree, int verb) {
    if (describes_root(tree, verb) && tree.has(verb, {Deprel::obj})) return false;
    if (past_behind_name(tree, verb)) return false;
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

namespace {

// "Telmar, a firm owned by Norway", "Telmar is a firm owned by Norway": whom the noun says more of.
Ends described(const Tree& tree, int noun) {
    if (tree.is(noun, {Deprel::appos}) && tree.head(noun) != none) return meant_alone(tree, tree.head(noun));
    if (!tree.has(noun, {Deprel::cop}) || !tree.has(noun, {Deprel::nsubj})) return {};
    const auto stance = stance_of(tree, noun);
    return stance && *stance == Stance{} ? surface_subject(tree, noun) : Ends{};
}

}  // namespace

Ends antecedent(const Tree& tree, int verb, Reach reach) {
    const int noun = tree.head(verb);
    if (noun == none) return {};
    Ends out = meant_by(tree, noun, reach);
    // "Norway and Sweden, which": only a list that ends before the clause is meant as a whole
    if (out.size() > 1 && tree.is(noun, {Deprel::conj})) out = meant_alone(tree, noun, reach);
    if (out.empty()) out = described(tree, noun);
    const int it = tree.child(noun, {Deprel::nsubj, Deprel::expl});  // "it was not Norway that banned"
    if (it != none && tree.is(it, "it") && tree.has(noun, {Deprel::cop}) &&
        beside(tree, noun).polarity == Polarity::negative) {
        for (End& end : out)
            end.denied |= !end.contrasted;
    }
    return out;
}

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

int clause_of(const Tree& tree, int word) {
    for (int steps = 0; word != none && steps < tree.size(); ++steps, word = tree.head(word)) {
        if (tree.verb(word) || tree.has(word, {Deprel::cop, Deprel::nsubj})) return word;
    }
    return none;
}

}  // namespace entente::relate
