// What stands beside a verb or noun and says how its deed is meant.
//
// "will not", "no longer", "a possible ban", "if", "next week". What a word says together with the one beside it counts
// before what it says alone: "not only" denies nothing.
// SPDX-License-Identifier: MIT
#include "relate/beside.hpp"

#include <algorithm>

#include "relate/clause.hpp"
#include "relate/dates.hpp"
#include "relate/ends.hpp"

namespace entente::relate {
namespace {

constexpr int deepest = 10;

int weakness(Modality modality) {
    switch (modality) {
        case Modality::asserted:
            return 0;
        case Modality::planned:
            return 1;
        case Modality::requested:
            return 2;
        case Modality::possible:
            return 3;
    }
    return 0;
}

}  // namespace

Modality weaker(Modality a, Modality b) {
    return weakness(a) >= weakness(b) ? a : b;
}

namespace {

std::string words_below(const Tree& tree, int word) {
    std::string out;
    for (int i = tree.left(word); i < tree.right(word) && i < tree.left(word) + 4; ++i)
        out += (out.empty() ? "" : " ") + tree.folded(i);
    return out;
}

void mark(Stance& stance, const Governor& how) {
    if (!how.listed || how.hidden) return;
    if (how.polarity == Polarity::negative) stance.polarity = Polarity::negative;
    stance.modality = weaker(stance.modality, how.modality);
}

// "not only", "yet to", "no longer": what a word says together with the one beside it, else alone.
const Governor& marker_at(const Tree& tree, int c) {
    const Vocabulary& vocabulary = tree.vocabulary();
    if (const Governor& all = vocabulary.marker(words_below(tree, c)); all.listed && tree.right(c) - tree.left(c) > 1)
        return all;
    if (c + 1 < tree.size()) {
        if (const Governor& next = vocabulary.marker(tree.folded(c) + " " + tree.folded(c + 1)); next.listed)
            return next;
    }
    if (c > 0) {
        if (const Governor& last = vocabulary.marker(tree.folded(c - 1) + " " + tree.folded(c)); last.listed)
            return last;
    }
    return vocabulary.marker(tree.folded(c));
}

// Whether somebody is said to say what the word tells.
bool reported(const Tree& tree, int word) {
    for (int steps = 0; word != none && steps < deepest; ++steps) {
        for (const int c : tree.children(word)) {
            if (tree.is(c, {Deprel::parataxis}) && tree.word(c).speech) return true;
        }
        const int above = tree.head(word);
        const bool told = tree.is(word, {Deprel::ccomp, Deprel::parataxis, Deprel::xcomp});
        if (told && above != none && (tree.word(above).speech || tree.word(above).governor.listed)) return true;
        word = above;
    }
    return false;
}

// "Should Norway ban Telmar, prices would rise", "had it banned", "were it to ban"
bool inverted(const Tree& tree, int word) {
    const int first = tree.left(word), subject = tree.child(word, {Deprel::nsubj, Deprel::compound});
    if (first >= word || subject == none || subject < first || tree.is(tree.size() - 1, "?")) return false;
    const bool turned = tree.is(first, "should") || tree.is(first, "had") || tree.is(first, "were");
    const bool clause = tree.head(word) != none || tree.has(word, {Deprel::ccomp, Deprel::parataxis});
    return turned && tree.head(first) == word && clause;
}

bool conditional(const Tree& tree, int word) {
    const int above = tree.head(word);
    if (above != none && tree.is(word, {Deprel::ccomp, Deprel::parataxis}) && inverted(tree, above)) return true;
    for (const int c : tree.children(word)) {
        if (c < word && tree.is(c, {Deprel::advcl, Deprel::parataxis, Deprel::ccomp}) && inverted(tree, c)) return true;
        if (!tree.is(c, {Deprel::advcl})) continue;
        const std::string marks = tree.marks(c);
        if (marks == "if" || marks == "unless" || marks == "in case") return true;
    }
    return false;
}

Modality modal(const Tree& tree, int word, int auxiliary) {
    const std::string& form = tree.folded(auxiliary);
    if (form == "should" && inverted(tree, word)) return Modality::possible;
    if (form == "would" || form == "'d") {
        if (tree.is(auxiliary, "'d") && tree.xpos(auxiliary) != Xpos::md) return Modality::asserted;
        if (governor_of(tree, word).of_other) return Modality::asserted;  // "would like", "would prefer": it does
        return !conditional(tree, word) && reported(tree, word) ? Modality::planned : Modality::possible;
    }
    return tree.vocabulary().marker(form).modality;
}

// "should have banned", "would have banned": it did not.
bool counterfactual(const Tree& tree, int word, int auxiliary) {
    if (!tree.is(auxiliary, {Deprel::aux})) return false;
    const int above = tree.head(word);  // "a bill that would have banned": the bill's own stance says so
    if (above != none && tree.is(word, {Deprel::acl}) && tree.word(above).text) return false;
    if (!tree.is(auxiliary, "should") && !tree.is(auxiliary, "would")) return false;
    const auto children = tree.children(word);
    const bool have = std::any_of(children.begin(), children.end(), [&](int c) {
        return c > auxiliary && c < word && tree.is(c, {Deprel::aux}) && tree.is(c, "have");
    });
    return have && (tree.xpos(word) == Xpos::vbn || tree.xpos(word) == Xpos::vbd);
}

// "Norway is to ban": an auxiliary before "to".
bool is_to(const Tree& tree, int word) {
    bool be = false;
    for (const int c : tree.children(word)) {
        if (c >= word) break;
        if (tree.is(c, {Deprel::aux, Deprel::cop}) && tree.lemma(c) == "be") be = true;
        if (tree.xpos(c) == Xpos::to && be) return true;
    }
    return false;
}

bool past(const Tree& tree, int word) {
    const auto children = tree.children(word);
    return std::any_of(children.begin(), children.end(), [&](int c) {
        return tree.is(c, {Deprel::aux, Deprel::cop}) && tree.xpos(c) == Xpos::vbd;
    });
}

bool negative_pronoun(const Tree& tree, int c) {
    if (tree.is(c + 1, "but")) return false;  // "nothing but praise"
    return tree.is(c, {Deprel::nsubj, Deprel::obj}) &&
           (tree.is(c, "nobody") || tree.is(c, "nothing") || tree.is(c, "none") || tree.is(c, "neither"));
}

// "Rather than ban Telmar, Norway ...": what stands right before a clause belongs to the clause.
bool before_clause(const Tree& tree, int word, int c) {
    const int end = tree.right(c);
    for (const int other : tree.children(word)) {
        if (tree.is(other, {Deprel::advcl}) && tree.left(other) == end) return true;
    }
    return false;
}

void add_child(const Tree& tree, int word, int c, Stance& out) {
    const Vocabulary& vocabulary = tree.vocabulary();
    if (tree.is(c, {Deprel::aux})) {
        if (counterfactual(tree, word, c)) return;
        out.modality = weaker(out.modality, modal(tree, word, c));
        for (const int below : tree.children(c)) {  // "may not, in the end, sign"
            if (tree.is(below, {Deprel::advmod})) mark(out, marker_at(tree, below));
        }
    } else if (tree.is(c, {Deprel::advmod, Deprel::cc_preconj, Deprel::discourse, Deprel::fixed, Deprel::amod,
                           Deprel::det, Deprel::cc}) ||
               (tree.is(c, {Deprel::compound}) && c < word)) {
        const bool own_clause = tree.has(c, {Deprel::advcl});  // "far from banning Telmar, Norway ..."
        if (!own_clause && !before_clause(tree, word, c)) mark(out, marker_at(tree, c));
    } else if (tree.is(c, {Deprel::obl})) {  // "under no circumstances"
        mark(out, vocabulary.marker(words_below(tree, c)));
    } else if (tree.is(c, {Deprel::mark, Deprel::case_}) && c < word) {
        mark(out, marker_at(tree, c));
    } else if (negative_pronoun(tree, c) || ((tree.deprel(c) == Deprel::nsubj ||
                                              (tree.is(c, {Deprel::obj, Deprel::nsubj}) && !tree.word(word).light)) &&
                                             !tree.has(c, {Deprel::nmod_poss}) && denies(tree, c))) {
        out.polarity = Polarity::negative;
        if (tree.is(c, "nothing") && tree.is(c, {Deprel::nsubj}) && governor_of(tree, word).firm)
            out.modality = Modality::possible;  // "nothing stops Norway from banning"
    }
}

// "takes over from July", "is buying it next week"
bool arranged(const Tree& tree, int word) {
    const Xpos tag = tree.xpos(word);
    if (tag != Xpos::vbz && tag != Xpos::vbp && tag != Xpos::vbg) return false;
    for (const int c : tree.children(word)) {
        const std::string marks = tree.is(c, {Deprel::advcl}) ? tree.marks(c) : "";
        if ((marks == "once" || marks == "as soon as") && tree.has(c, {Deprel::aux, Deprel::nsubj}) &&
            tree.xpos(c) != Xpos::vbd)
            return true;  // "once Kenya has agreed, Norway takes over"
        const bool time = tree.is(c, {Deprel::obl, Deprel::advmod, Deprel::nmod});
        if (time && time_to_come(tree, tree.left(c), tree.right(c))) return true;
    }
    return false;
}

// "will not ban or fine", "has been banned and fined": the auxiliaries of the first are meant for the second too.
bool shares_auxiliaries(const Tree& tree, int word) {
    const int first = tree.head(word);
    if (!tree.verb(word) || !tree.verb(first) || tree.has(word, {Deprel::nsubj})) return false;
    const int own = tree.child(word, {Deprel::aux});  // "will step down and be replaced"
    if (own != none) return tree.xpos(own) == Xpos::vb && tree.xpos(first) == Xpos::vb;
    for (const int c : tree.children(word)) {
        if (tree.is(c, "but") || (tree.is(c, {Deprel::mark}) && !tree.is(tree.left(c), "to"))) return false;
    }
    return tree.xpos(word) == tree.xpos(first);
}

}  // namespace

Stance beside(const Tree& tree, int word) {
    Stance out;
    for (const int c : tree.children(word))
        add_child(tree, word, c, out);
    const auto aux = tree.children(word);
    if (std::any_of(aux.begin(), aux.end(), [&](int c) { return counterfactual(tree, word, c); }))
        out.polarity = out.polarity == Polarity::negative ? Polarity::positive : Polarity::negative;
    const int first = tree.left(word);  // "rather than ban Telmar", where "rather" hangs on the verb above
    if (first > 1) mark(out, tree.vocabulary().marker(tree.folded(first - 2) + " " + tree.folded(first - 1)));
    if (out.modality == Modality::asserted && arranged(tree, word)) out.modality = Modality::planned;
    if (inverted(tree, word)) out.modality = weaker(out.modality, Modality::possible);
    const auto children = tree.children(word);
    const bool yet =
        std::any_of(children.begin(), children.end(), [&](int c) { return c < word && tree.is(c, "yet"); });
    const bool had = std::any_of(children.begin(), children.end(),
                                 [&](int c) { return c < word && tree.is(c, {Deprel::aux}) && tree.is(c, "have"); });
    if (is_to(tree, word) && had && past(tree, word))
        out.polarity = Polarity::negative;  // "was to have banned"
    else if (is_to(tree, word) && yet)
        out.polarity = Polarity::negative;  // "is yet to ban"
    else if (is_to(tree, word))
        out.modality = weaker(out.modality, Modality::planned);
    return out;
}

// "an alleged ban", "the so-called takeover": nothing is said of it.
bool hidden_beside(const Tree& tree, int word) {
    for (const int c : tree.children(word)) {
        if (tree.is(c, {Deprel::amod, Deprel::advmod}) && tree.vocabulary().marker(tree.folded(c)).hidden) return true;
    }
    return false;
}

Stance own_stance(const Tree& tree, int word) {
    Stance out = beside(tree, word);
    for (int steps = 0; steps < deepest && tree.is(word, {Deprel::conj}) && tree.head(word) != none; ++steps) {
        if (!tree.verb(word) || !shares_auxiliaries(tree, word)) break;
        word = tree.head(word);
        const Stance first = beside(tree, word);
        if (first.polarity == Polarity::negative) out.polarity = Polarity::negative;
        out.modality = weaker(out.modality, first.modality);
    }
    return out;
}

}  // namespace entente::relate
