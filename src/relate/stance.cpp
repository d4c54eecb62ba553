// How a statement is meant.
//
// A word brings what stands beside it (auxiliaries, "not", "no longer", "possible", "if"); every word above it, up to the
// clause's edge, adds what the list of governors says: "did not rule out", "its plan to", "is unlikely to". Of several
// modalities the one that promises least counts. What is denied twice is not taken for a fact.
// SPDX-License-Identifier: MIT
#include "relate/stance.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "relate/beside.hpp"
#include "relate/clause.hpp"
#include "relate/deeds.hpp"

namespace entente::relate {

namespace {

constexpr int deepest = 10;

Polarity turned(Polarity p) {
    return p == Polarity::negative ? Polarity::positive : Polarity::negative;
}

bool gerund(const Tree& tree, int word) {
    return tree.xpos(word) == Xpos::vbg;
}

}  // namespace

bool in_subjunctive(const Tree& tree, int word) {
    if (tree.has(word, {Deprel::aux}) || !tree.verb(word)) return false;
    if (tree.xpos(word) == Xpos::vb) return true;
    const int subject = tree.child(word, {Deprel::nsubj});
    const bool one = subject != none && (tree.xpos(subject) == Xpos::nn || tree.xpos(subject) == Xpos::nnp) &&
                     !tree.has(subject, {Deprel::conj});
    return tree.xpos(word) == Xpos::vbp && one;
}

Stance joined(Stance outer, Stance inner) {
    if (outer.polarity == Polarity::negative) inner.polarity = turned(inner.polarity);
    inner.modality = weaker(inner.modality, outer.modality);
    return inner;
}

std::optional<Stance> under(const Tree& tree, const Governor& how, int above, Stance inner, int depth) {
    const auto outer = stance_at(tree, above, depth + 1);
    return outer ? governed(how, *outer, inner) : outer;
}

namespace {

// "discussed why it had banned": it did
bool asks_how(const Tree& tree, int word) {
    const auto children = tree.children(word);
    return std::any_of(children.begin(), children.end(),
                       [&](int c) { return c < word && tree.xpos(c) == Xpos::wrb && tree.is(c, {Deprel::advmod}); });
}

// "said that it had banned", "demanded that Norway ban", "denies that it banned".
std::optional<Stance> told(const Tree& tree, int word, int above, Stance inner, int depth) {
    if (imperative(tree, word)) return Stance{inner.polarity, weaker(inner.modality, Modality::requested)};
    Governor how = governor_with(tree, above, "that");
    const bool subjunctive = in_subjunctive(tree, word);
    const auto outer = stance_at(tree, above, depth + 1);
    if (!outer) return outer;
    if (tree.marks(word).starts_with("whether"))  // "would not say whether it plans to buy"
        return Stance{inner.polarity, weaker(inner.modality, Modality::possible)};
    if (tree.word(above).speech && how.polarity == Polarity::positive && !(subjunctive && how.listed)) {
        if (outer->polarity == Polarity::negative) return std::nullopt;  // "did not say that"
        return inner;
    }
    if (!how.listed || asks_how(tree, word)) return inner;
    if (inner.modality == Modality::requested && how.polarity == Polarity::positive && !how.hidden)
        return inner;                                                          // "thinks that Norway should ban"
    if (how.hidden) how.hidden = false, how.modality = Modality::possible;     // "believes that"
    if (how.modality == Modality::planned) how.modality = Modality::asserted;  // its own auxiliaries say so
    return governed(how, *outer, inner);
}

bool past(const Tree& tree, int word) {
    for (const int c : tree.children(word)) {
        if (tree.is(c, {Deprel::aux, Deprel::cop}) && tree.xpos(c) == Xpos::vbd) return true;
    }
    return false;
}

// "will pay when Norway lifts the ban", "not until it lifts the ban": what is to come is no fact.
Stance at_that_time(const Tree& tree, int word, int above, const std::string& marks, Stance inner) {
    const bool present = tree.xpos(word) == Xpos::vbz || tree.xpos(word) == Xpos::vbp ||
                         (tree.has(word, {Deprel::aux, Deprel::cop}) && !past(tree, word));
    if (!present || inner.modality != Modality::asserted) return inner;
    const Stance outer = own_stance(tree, above);
    if (outer.modality == Modality::asserted) return inner;
    if (marks == "until" || marks == "till") inner.modality = Modality::possible;
    if (marks == "when" || marks == "once" || marks == "after" || marks == "before" || marks == "as soon as")
        inner.modality = Modality::planned;
    return inner;
}

// The noun whose deed an infinitive tells although the tree hangs it on the verb.
int governing_noun_beside(const Tree& tree, int word, int above) {
    const bool there = tree.has(above, {Deprel::expl});
    for (const int c : tree.children(above)) {
        if (c > word || !tree.is(c, {Deprel::nsubj, Deprel::obj}) || tree.upos(c) != Upos::noun) continue;
        const Governor& how = tree.word(c).noun_governor;
        const bool adverbial = tree.is(word, {Deprel::advcl});
        if (how.of_object && adverbial && (there || !governor_of(tree, above).listed)) return c;
        if (how.listed && (there || tree.is(c, {Deprel::obj})) && tree.right(c) == tree.left(word)) return c;
    }
    return none;
}

// A clause that depends on a verb or an adjective.
std::optional<Stance> clause(const Tree& tree, int word, Stance inner, int depth) {
    const int above = tree.head(word);
    const bool adverbial = tree.is(word, {Deprel::advcl, Deprel::obl, Deprel::dep});
    const std::string marks = tree.marks(word);
    const bool finite = tree.verb(word) ? tree.finite(word) && !passive(tree, word)
                                        : tree.has(word, {Deprel::cop}) && tree.finite(word);
    const bool finite_passive = tree.verb(word) && passive(tree, word) && tree.has(word, {Deprel::aux});
    const bool to = tree.infinitive(word);
    if (tree.is(word, {Deprel::ccomp}) && (finite || finite_passive)) return told(tree, word, above, inner, depth);
    if (adverbial && (finite || finite_passive)) return at_that_time(tree, word, above, marks, inner);
    if (to && tree.is(word, {Deprel::xcomp}) && one_of_several_beside(tree, word, above))
        return joined(own_stance(tree, above), inner);  // "became the second country to ban"
    if (to && marks == "to") {
        if (const int noun = governing_noun_beside(tree, word, above); noun != none)
            return below_noun(tree, word, noun, inner, depth);  // "pressure is mounting on Norway to ban"
    }
    if (to && tree.is(above, "ought") && perfect(tree, word)) return Stance{turned(inner.polarity), inner.modality};
    Governor how = governor_with(tree, above, marks);
    if (marks.starts_with("whether") && !how.hidden)  // "has not decided whether to ban"
        return Stance{inner.polarity, weaker(inner.modality, Modality::possible)};
    const bool wished = tree.is(above, "see") && tree.is(above, {Deprel::xcomp}) && tree.head(above) != none &&
                        governor_of(tree, tree.head(above)).of_other;  // "would like to see Norway ban"
    if (wished || (how.of_other && (tree.has(above, {Deprel::obj, Deprel::iobj}) || tree.has(word, {Deprel::nsubj}))))
        how.modality = Modality::requested;
    bool close = word > above && tree.left(word) <= above + 3;  // "ruled out banning", not "refused, banning"
    for (int i = above + 1; close && i < tree.left(word); ++i)
        close = tree.upos(i) != Upos::punct;
    static constexpr std::array<std::string_view, 13> complements = {
        "to", "of", "from", "about", "against", "into", "on", "for", "in", "with", "over", "at", "out of"};
    const bool complement = std::find(complements.begin(), complements.end(), marks) != complements.end();
    if (gerund(tree, word) && marks == "for" && adverbial && (!how.listed || how.modality == Modality::asserted) &&
        how.polarity == Polarity::positive && !how.hidden)
        return inner;  // "did not criticise Norway for banning": it did ban
    const bool before = adverbial && word < above;
    if (how.listed && !before && (!adverbial || to || close || complement))
        return under(tree, how, above, inner, depth);
    if (!tree.verb(word) || (tree.is(word, {Deprel::xcomp}) && !to) || marks == "by") {
        const auto outer = stance_at(tree, above, depth + 1);
        return outer ? std::optional(joined(*outer, inner)) : outer;
    }
    const bool result = tree.is(word, "become") && adverbial && tree.xpos(above) == Xpos::vbd;  // "won to become"
    if (to && marks == "to" && !perfect(tree, word) && !result)
        inner.modality = weaker(inner.modality, Modality::planned);
    if (adverbial && marks.empty() && gerund(tree, word)) {  // "will open an office, creating jobs"
        const auto outer = stance_at(tree, above, depth + 1);
        if (outer) inner.modality = weaker(inner.modality, outer->modality);
    }
    return inner;
}

bool asked(const Tree& tree) {
    for (int i = tree.size(); i-- > std::max(0, tree.size() - 2);) {
        if (tree.is(i, "?")) return true;
    }
    return false;
}

std::optional<Stance> at_root(const Tree& tree, int word, Stance inner) {
    const int first = tree.child(word, {Deprel::advcl});  // "Norvia to drop Telmar, take work to Ilvarro"
    const bool bare = first != none && first < word && tree.xpos(word) == Xpos::vb && tree.marks(first) == "to";
    const bool done = perfect(tree, word) && inner.polarity == Polarity::negative;  // "was to have banned"
    if (tree.verb(word) && (tree.infinitive(word) || bare) && !done && inner.modality == Modality::asserted)
        inner.modality = Modality::planned;  // "Norway to ban Telmar"
    const bool wonders = tree.upos(0) == Upos::adv || tree.xpos(0) == Xpos::wp || tree.xpos(0) == Xpos::wrb;
    if (asked(tree) && !wonders) inner.modality = weaker(inner.modality, Modality::possible);
    return inner;
}

}  // namespace

namespace {

// "rejected a bill that would ban": it does not; "drafts a law that would ban": it may.
std::optional<Stance> of_text(const Tree& tree, int text, Stance inner, int depth) {
    if (!owner(tree, text).empty()) return inner;  // another's: "rejects the US measure that bans"
    const Modality own = std::exchange(inner.modality, Modality::asserted);
    auto out = placed(tree, text, inner, depth + 1);
    if (out && out->polarity == inner.polarity) out->modality = weaker(out->modality, own);
    return out;
}

}  // namespace

std::optional<Stance> placed(const Tree& tree, int word, Stance inner, int depth) {
    const int above = tree.head(word);
    if (above == none || depth > deepest) return at_root(tree, word, inner);
    const bool noun_above = tree.nominal(above) && !tree.has(above, {Deprel::cop});
    switch (universal(tree.deprel(word))) {
        case Deprel::conj:
            if (tree.verb(word) && tree.finite(word) && tree.infinitive(above)) return inner;
            if (gerund(tree, word) && tree.verb(above) && !gerund(tree, above) && !tree.has(word, {Deprel::aux}) &&
                governor_of(tree, above)
                    .listed)  // "has stopped neither funding nor", which the tree joins to "stopped"
                return under(tree, governor_of(tree, above), above, inner, depth);
            return placed(tree, above, inner, depth + 1);
        case Deprel::acl:
            if (tree.word(above).text && !tree.infinitive(word)) return of_text(tree, above, inner, depth);
            if (content_clause(tree, word, above)) return below_noun(tree, word, above, inner, depth);
            if (tree.deprel(word) == Deprel::acl_relcl && tree.verb(above) && tree.marks(word) == "that")
                return told(tree, word, above, inner, depth);  // "doubts that", where the tree errs
            if (tree.deprel(word) == Deprel::acl_relcl) return inner;
            if (!tree.infinitive(word) && tree.marks(word).empty() && !gerund_of_noun(tree, word, above)) return inner;
            return tree.nominal(above) ? below_noun(tree, word, above, inner, depth) : clause(tree, word, inner, depth);
        case Deprel::xcomp:
        case Deprel::ccomp:
        case Deprel::advcl:
            if (tree.deprel(word) == Deprel::advcl_relcl && noun_above) return inner;
            if (noun_above) return below_noun(tree, word, above, inner, depth);
            return clause(tree, word, inner, depth);
        case Deprel::csubj:
            if (tree.finite(word)) return told(tree, word, above, inner, depth);
            if (tree.infinitive(word) && tree.has(above, {Deprel::nsubj})) return clause(tree, word, inner, depth);
            if (governor_of(tree, above).listed) return clause(tree, word, inner, depth);
            return Stance{inner.polarity, weaker(inner.modality, Modality::possible)};
        case Deprel::obl:
            if (tree.verb(word)) return clause(tree, word, inner, depth);
            [[fallthrough]];
        case Deprel::nsubj:
        case Deprel::obj:
        case Deprel::iobj:
            if (tree.verb(above) || tree.upos(above) == Upos::adj) return noun_of_verb(tree, word, above, inner, depth);
            if (tree.has(above, {Deprel::cop}) && !tree.marks(above).empty())
                return noun_as_subject(tree, word, above, inner, depth);  // "a ban is on the cards"
            return inner;
        case Deprel::nmod:
        case Deprel::compound:
            return tree.nominal(above) ? below_noun(tree, word, above, inner, depth) : inner;
        case Deprel::parataxis:
            return tree.verb(word) && tree.infinitive(word) ? at_root(tree, word, inner) : inner;
        default:
            return inner;
    }
}

std::optional<Stance> stance_at(const Tree& tree, int word, int depth) {
    if (hidden_beside(tree, word)) return std::nullopt;
    return placed(tree, word, own_stance(tree, word), depth);
}

std::optional<Stance> governed(const Governor& governor, Stance own, Stance inner) {
    if (governor.hidden) return std::nullopt;
    Stance out = inner;
    if (governor.polarity == Polarity::negative && own.polarity == Polarity::positive &&
        governor.modality == Modality::asserted && inner.modality == Modality::requested)
        inner.modality = Modality::planned;  // "rejected calls to ban": it will not
    out.modality = weaker(inner.modality, weaker(own.modality, governor.modality));
    if (own.polarity == Polarity::negative) {
        if (governor.polarity == Polarity::negative) {
            if (!governor.firm) out.modality = Modality::possible;
            return out;
        }
        if (governor.firm && governor.modality == Modality::possible)
            out.modality = weaker(inner.modality, own.modality);  // "is not interested in buying": it does not buy
        if (own.modality == Modality::requested && governor.modality == Modality::possible)
            out.modality = weaker(inner.modality, own.modality);            // "must not be allowed to ban"
        if (governor.modality == Modality::requested) return std::nullopt;  // "did not ask Norway to ban"
        out.polarity = turned(inner.polarity);
        return out;
    }
    if (governor.polarity == Polarity::negative) {
        out.polarity = turned(inner.polarity);
        if (inner.polarity == Polarity::negative && !governor.firm) out.modality = Modality::possible;
    }
    return out;
}

namespace {

// "Was Telmar banned?", also where the parser hangs the verb on its subject; what a relative clause adds is not asked.
bool in_question(const Tree& tree, int word) {
    if (tree.size() < 3 || tree.upos(0) != Upos::aux || !asked(tree)) return false;
    for (int steps = 0; word != none && steps < tree.size(); ++steps, word = tree.head(word)) {
        if (tree.is(word, {Deprel::acl_relcl, Deprel::advcl, Deprel::appos})) return false;
    }
    return true;
}

}  // namespace

std::optional<Stance> stance_of(const Tree& tree, int word) {
    auto out = stance_at(tree, word, 0);
    if (out && in_question(tree, word)) out->modality = weaker(out->modality, Modality::possible);
    return out;
}

}  // namespace entente::relate
