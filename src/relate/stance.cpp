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

#include "relate/beside.hpp"
#include "relate/clause.hpp"

namespace entente::relate {
namespace {

constexpr int deepest = 10;

Polarity turned(Polarity p) {
    return p == Polarity::negative ? Polarity::positive : Polarity::negative;
}

Stance joined(Stance outer, Stance inner) {
    if (outer.polarity == Polarity::negative) inner.polarity = turned(inner.polarity);
    inner.modality = weaker(inner.modality, outer.modality);
    return inner;
}

std::optional<Stance> stance_at(const Tree& tree, int word, int depth);
std::optional<Stance> placed(const Tree& tree, int word, Stance inner, int depth);

bool gerund(const Tree& tree, int word) {
    return tree.xpos(word) == Xpos::vbg;
}

std::optional<Stance> under(const Tree& tree, const Governor& how, int above, Stance inner, int depth) {
    const auto outer = stance_at(tree, above, depth + 1);
    return outer ? governed(how, *outer, inner) : outer;
}

// "that Norway ban Telmar"
bool in_subjunctive(const Tree& tree, int word) {
    if (tree.has(word, {Deprel::aux}) || !tree.verb(word)) return false;
    if (tree.xpos(word) == Xpos::vb) return true;
    const int subject = tree.child(word, {Deprel::nsubj});
    const bool one = subject != none && (tree.xpos(subject) == Xpos::nn || tree.xpos(subject) == Xpos::nnp) &&
                     !tree.has(subject, {Deprel::conj});
    return tree.xpos(word) == Xpos::vbp && one;
}

// "said that it had banned", "demanded that Norway ban", "denies that it banned".
std::optional<Stance> told(const Tree& tree, int word, int above, Stance inner, int depth) {
    Governor how = governor_with(tree, above, "that");
    const bool subjunctive = in_subjunctive(tree, word);
    const auto outer = stance_at(tree, above, depth + 1);
    if (!outer) return outer;
    if (tree.word(above).speech && how.polarity == Polarity::positive && !(subjunctive && how.listed)) {
        if (outer->polarity == Polarity::negative) return std::nullopt;  // "did not say that"
        return inner;
    }
    if (!how.listed) return inner;
    if (how.hidden) how.hidden = false, how.modality = Modality::possible;     // "believes that"
    if (how.modality == Modality::planned) how.modality = Modality::asserted;  // its own auxiliaries say so
    return governed(how, *outer, inner);
}

// A clause that depends on a verb or an adjective.
std::optional<Stance> clause(const Tree& tree, int word, Stance inner, int depth) {
    const int above = tree.head(word);
    const bool adverbial = tree.is(word, {Deprel::advcl, Deprel::obl, Deprel::dep});
    const std::string marks = tree.marks(word);
    const bool finite = tree.verb(word) ? tree.finite(word) && !passive(tree, word)
                                        : tree.has(word, {Deprel::cop}) && tree.finite(word);
    const bool finite_passive = tree.verb(word) && passive(tree, word) && tree.has(word, {Deprel::aux});
    if (tree.is(word, {Deprel::ccomp}) && (finite || finite_passive)) return told(tree, word, above, inner, depth);
    if (adverbial && (finite || finite_passive)) return inner;
    Governor how = governor_with(tree, above, marks);
    const bool to = tree.infinitive(word);
    if (how.of_other && (tree.has(above, {Deprel::obj, Deprel::iobj}) || tree.has(word, {Deprel::nsubj})))
        how.modality = Modality::requested;
    bool close = word > above && tree.left(word) <= above + 3;  // "ruled out banning", not "refused, banning"
    for (int i = above + 1; close && i < tree.left(word); ++i)
        close = tree.upos(i) != Upos::punct;
    static constexpr std::array<std::string_view, 13> complements = {
        "to", "of", "from", "about", "against", "into", "on", "for", "in", "with", "over", "at", "out of"};
    const bool complement = std::find(complements.begin(), complements.end(), marks) != complements.end();
    if (how.listed && (!adverbial || to || close || complement)) return under(tree, how, above, inner, depth);
    if (!tree.verb(word) || (tree.is(word, {Deprel::xcomp}) && !to) || marks == "by") {
        const auto outer = stance_at(tree, above, depth + 1);
        return outer ? std::optional(joined(*outer, inner)) : outer;
    }
    if (to && marks == "to") inner.modality = weaker(inner.modality, Modality::planned);
    if (adverbial && marks.empty() && gerund(tree, word)) {  // "will open an office, creating jobs"
        const auto outer = stance_at(tree, above, depth + 1);
        if (outer) inner.modality = weaker(inner.modality, outer->modality);
    }
    return inner;
}

// A noun of a deed that is an end of a verb: "lifted the ban", "imposed a ban", "a ban could follow".
std::optional<Stance> noun_of_verb(const Tree& tree, int word, int above, Stance inner, int depth) {
    const Word& verb = tree.word(above);
    const bool object = object_noun(tree, above) == word || tree.is(word, {Deprel::obj});
    if ((verb.light || verb.undergoes) && !tree.is(word, {Deprel::nsubj, Deprel::obl})) {
        const auto outer = stance_at(tree, above, depth + 1);
        return outer ? std::optional(joined(*outer, inner)) : outer;
    }
    if (verb.light && object) {
        const auto outer = stance_at(tree, above, depth + 1);
        return outer ? std::optional(joined(*outer, inner)) : outer;
    }
    const bool subject = tree.deprel(word) == Deprel::nsubj;
    const Governor how = governor_with(tree, above, tree.marks(word));
    if (subject) {
        if (tree.has(above, {Deprel::obj, Deprel::cop}) || !tree.verb(above)) return inner;
        if (how.listed && how.polarity == Polarity::negative && tree.word(word).lasts)
            return under(tree, how, above, inner, depth);
        const auto outer = stance_at(tree, above, depth + 1);
        if (outer)
            inner.modality =
                weaker(inner.modality, outer->modality == Modality::possible ? Modality::possible : Modality::asserted);
        return inner;
    }
    if (!how.listed || how.firm || (verb.speech && !object)) return inner;
    if (how.polarity == Polarity::negative && inner.modality == Modality::planned) inner.modality = Modality::asserted;
    return under(tree, how, above, inner, depth);
}

// A noun or clause that hangs on a noun: "a plan for a ban", "its refusal to ban".
std::optional<Stance> below_noun(const Tree& tree, int word, int above, Stance inner, int depth) {
    const Governor how = governor_of(tree, above);
    if (how.hidden) return std::nullopt;
    if (!how.listed && tree.verb(word) && tree.infinitive(word))
        inner.modality = weaker(inner.modality, Modality::planned);
    if (how.listed) {
        const auto out = governed(how, beside(tree, above), inner);
        if (!out) return out;
        inner = *out;
    } else if (!tree.verb(word)) {
        return inner;
    }
    return placed(tree, above, inner, depth + 1);
}

bool asked(const Tree& tree) {
    for (int i = tree.size(); i-- > std::max(0, tree.size() - 2);) {
        if (tree.is(i, "?")) return true;
    }
    return false;
}

std::optional<Stance> at_root(const Tree& tree, int word, Stance inner) {
    if (tree.verb(word) && tree.infinitive(word) && inner.modality == Modality::asserted)
        inner.modality = Modality::planned;  // "Norway to ban Telmar"
    const bool wonders = tree.upos(0) == Upos::adv || tree.xpos(0) == Xpos::wp || tree.xpos(0) == Xpos::wrb;
    if (asked(tree) && !wonders) inner.modality = weaker(inner.modality, Modality::possible);
    return inner;
}

std::optional<Stance> placed(const Tree& tree, int word, Stance inner, int depth) {
    const int above = tree.head(word);
    if (above == none || depth > deepest) return at_root(tree, word, inner);
    const bool noun_above = tree.nominal(above) && !tree.has(above, {Deprel::cop});
    switch (universal(tree.deprel(word))) {
        case Deprel::conj:
            if (tree.verb(word) && tree.finite(word) && tree.infinitive(above)) return inner;
            return placed(tree, above, inner, depth + 1);
        case Deprel::acl:
            if (tree.deprel(word) == Deprel::acl_relcl) return inner;
            if (!tree.infinitive(word) && tree.marks(word).empty()) return inner;
            return tree.nominal(above) ? below_noun(tree, word, above, inner, depth) : clause(tree, word, inner, depth);
        case Deprel::xcomp:
        case Deprel::ccomp:
        case Deprel::advcl:
            if (noun_above) return below_noun(tree, word, above, inner, depth);
            return clause(tree, word, inner, depth);
        case Deprel::csubj:
            if (tree.finite(word)) return told(tree, word, above, inner, depth);
            if (governor_of(tree, above).listed) return clause(tree, word, inner, depth);
            return Stance{inner.polarity, weaker(inner.modality, Modality::possible)};
        case Deprel::obl:
            if (tree.verb(word)) return clause(tree, word, inner, depth);
            [[fallthrough]];
        case Deprel::nsubj:
        case Deprel::obj:
        case Deprel::iobj:
            if (tree.verb(above) || tree.upos(above) == Upos::adj) return noun_of_verb(tree, word, above, inner, depth);
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

}  // namespace

std::optional<Stance> governed(const Governor& governor, Stance own, Stance inner) {
    if (governor.hidden) return std::nullopt;
    Stance out = inner;
    out.modality = weaker(inner.modality, weaker(own.modality, governor.modality));
    if (own.polarity == Polarity::negative) {
        if (governor.polarity == Polarity::negative) {
            if (!governor.firm) out.modality = Modality::possible;
            return out;
        }
        if (governor.modality == Modality::requested) return std::nullopt;  // "did not ask Norway to ban"
        out.polarity = turned(inner.polarity);
        return out;
    }
    if (governor.polarity == Polarity::negative) out.polarity = turned(inner.polarity);
    return out;
}

std::optional<Stance> stance_of(const Tree& tree, int word) {
    return stance_at(tree, word, 0);
}

}  // namespace entente::relate
