// How a deed that a noun tells is meant, and what hangs on a noun.
//
// What becomes of the noun tells it: "lifted", "would hurt", "is in sight". Who rejects an accusation does not say that it
// was not made, and who refuses to lift a ban keeps it.
// SPDX-License-Identifier: MIT
#include "relate/deeds.hpp"

#include <algorithm>

#include "relate/beside.hpp"
#include "relate/clause.hpp"

namespace entente::relate {

bool perfect(const Tree& tree, int word) {
    const int aux = tree.child(word, {Deprel::aux});
    return aux != none && tree.lemma(aux) == "have";
}

bool one_of_several(const Tree& tree, int noun) {
    for (const int c : tree.children(noun)) {
        if (c > noun || !tree.is(c, {Deprel::amod, Deprel::nummod, Deprel::advmod})) continue;
        const Governor& how = tree.vocabulary().find(tree.folded(c)).adjective_governor;
        if (how.listed && how.modality == Modality::asserted && how.polarity == Polarity::positive) return true;
    }
    return false;
}

bool one_of_several_beside(const Tree& tree, int word, int above) {
    for (const int c : tree.children(above)) {
        const bool before = tree.is(c, {Deprel::xcomp, Deprel::obj}) && tree.right(c) == tree.left(word);
        if (before && tree.upos(c) == Upos::noun && one_of_several(tree, c)) return true;
    }
    return false;
}

namespace {

// A deed that is done by being said.
bool said(const Tree& tree, int noun) {
    const Answered how = tree.word(noun).answered;
    return how == Answered::said || how == Answered::judged;
}

// "refused to lift the ban": it stands. "Did not rule out a ban" leaves it open.
bool ends_for_good(const Tree& tree, int noun, int verb, const Governor& how) {
    return tree.word(noun).lasts && how.modality == Modality::asserted &&
           tree.word(verb).undergoes == Undergoes::nobody;
}

// "a ban would hurt", where none has been told of
bool supposed(const Tree& tree, int word, int above) {
    const int article = tree.child(word, {Deprel::det});
    if (article == none || (!tree.is(article, "a") && !tree.is(article, "an") && !tree.is(article, "any")))
        return false;
    for (const int c : tree.children(above)) {
        if (tree.is(c, {Deprel::aux}) && (tree.is(c, "would") || tree.is(c, "could") || tree.is(c, "might")))
            return true;
    }
    return false;
}

// "is off the table", "is on the cards": what the phrase says as a whole, else its word.
Governor predicate(const Tree& tree, int above) {
    std::string phrase = tree.marks(above);
    if (phrase.empty() || !tree.nominal(above)) return governor_of(tree, above);
    for (const int c : tree.children(above)) {
        if (c < above && tree.is(c, {Deprel::det})) phrase += " " + tree.folded(c);
    }
    const Governor& whole = tree.vocabulary().marker(phrase + " " + tree.folded(above));
    return whole.listed ? whole : governor_of(tree, above);
}

}  // namespace

// "the ban ended", "the attempt failed", "the claim is false"
std::optional<Stance> noun_as_subject(const Tree& tree, int word, int above, Stance inner, int depth) {
    if (supposed(tree, word, above)) inner.modality = weaker(inner.modality, Modality::possible);
    Governor how = predicate(tree, above);
    how.firm |= ends_for_good(tree, word, above, how);
    if (tree.word(above).undergoes == Undergoes::object) {  // "sanctions will hit Telmar"
        const auto outer = stance_at(tree, above, depth + 1);
        return outer ? std::optional(joined(*outer, inner)) : outer;
    }
    const bool failed = how.listed && how.polarity == Polarity::negative;
    const bool itself = depth == 0;  // not what hangs on it: "the claim that ... is false"
    const bool ascribed =
        tree.has(above, {Deprel::cop}) && how.listed && !how.hidden &&
        (tree.upos(above) == Upos::adj || tree.upos(above) == Upos::adv || !tree.marks(above).empty());
    if (ascribed && !(itself && (said(tree, word) || tree.is(above, "close"))))
        return under(tree, how, above, inner, depth);  // "is not in sight"
    if (tree.has(above, {Deprel::obj, Deprel::cop, Deprel::xcomp, Deprel::ccomp}) || !tree.verb(above)) return inner;
    const bool undone = tree.word(word).lasts || (!itself && tree.word(word).noun_governor.listed);
    if (failed && undone) {
        if (!itself) inner.modality = Modality::asserted;  // "the attempt to buy failed"
        return under(tree, how, above, inner, depth);
    }
    const auto outer = stance_at(tree, above, depth + 1);
    if (!outer) return inner;
    if (outer->modality == Modality::possible) inner.modality = Modality::possible;
    const bool told_by_verb = tree.word(above).light || tree.has(above, {Deprel::expl});
    if (told_by_verb) inner.modality = weaker(inner.modality, outer->modality);  // "talks will resume", "there will be"
    return inner;
}

namespace {

// "sees no reason to ban": the verb is denied by the noun's own word, which counts once.
std::optional<Stance> under_verb(const Tree& tree, const Governor& how, int above, int noun, Stance inner, int depth) {
    auto outer = stance_at(tree, above, depth + 1);
    if (!outer) return outer;
    if (denies(tree, noun)) outer->polarity = Polarity::positive;
    const bool kept = how.polarity == Polarity::negative && outer->polarity == Polarity::negative;
    if (kept && ends_for_good(tree, noun, above, how) && inner == Stance{} && outer->modality != Modality::possible)
        return inner;  // "will not lift its ban", "failed to persuade Norway to lift its ban": it stands
    return governed(how, *outer, inner);
}

}  // namespace

int part_beside(const Tree& tree, int word) {
    const int above = tree.head(word);
    if (above == none || !tree.verb(above) || !tree.is(word, {Deprel::obl})) return none;
    const std::string marks = tree.marks(word);
    const int part = tree.child(above, {Deprel::obj});
    const bool beside = part != none && part < word && tree.right(part) == tree.left(word);
    return beside && (marks == "in" || marks == "for") && tree.word(part).bears == Bears::part ? part : none;
}

std::optional<Stance> noun_of_verb(const Tree& tree, int word, int above, Stance inner, int depth) {
    const Word& verb = tree.word(above);
    const bool object = object_noun(tree, above) == word || tree.is(word, {Deprel::obj});
    Governor how = governor_with(tree, above, tree.marks(word));
    if (how.of_lasting && !tree.word(word).lasts) return inner;
    const bool of_another = !behind_noun(tree, word, "by").empty();
    if (how.of_other && of_another) how.modality = Modality::requested;  // "wants an inquiry by Norway"
    how.firm |= ends_for_good(tree, word, above, how);
    const bool light = verb.light && !(how.listed && tree.has(above, {Deprel::compound_prt}));  // not "gave up"
    const bool ends = how.listed && how.polarity == Polarity::negative;
    if (how.fulfils && depth > 0) {
        if (inner.modality != Modality::requested) inner.modality = Modality::asserted;
        return under_verb(tree, how, above, word, inner, depth);  // "kept its promise to ban"
    }
    if (tree.is(word, {Deprel::obl}) && tree.marks(word) == "under" && !verb.light &&
        verb.undergoes == Undergoes::nobody && word < above)
        return inner;  // "under pressure from Kenya, Norway refused to"
    const int borne = tree.child(above, {Deprel::obj});
    if (const int part = part_beside(tree, word); part != none)
        return noun_of_verb(tree, part, above, joined(own_stance(tree, part), inner), depth);
    if (light && tree.is(word, {Deprel::obl}) &&
        (tree.marks(word) == "into" || (tree.marks(word) == "with" && borne != none && tree.reference(borne) != none) ||
         (borne != none && tree.word(borne).bears == Bears::part))) {
        const auto outer = stance_at(tree, above, depth + 1);  // "did not enter into talks", "claim responsibility for"
        return outer ? std::optional(joined(*outer, inner)) : outer;
    }
    const std::string condition = tree.marks(above);
    if (ends && tree.word(word).lasts && inner == Stance{} && (condition == "unless" || condition == "if"))
        return inner;  // "unless it drops its tariffs": there are some
    if (ends && (verb.undergoes == Undergoes::subject || tree.word(word).lasts)) {
        inner.modality = Modality::asserted;
        return under_verb(tree, how, above, word, inner, depth);  // "avoided a ban", "cut aid to"
    }
    if (verb.undergoes == Undergoes::object && tree.is(word, {Deprel::obl}) && !how.listed) {
        const auto outer = stance_at(tree, above, depth + 1);  // "could be hit with sanctions"
        return outer ? std::optional(joined(*outer, inner)) : outer;
    }
    if (verb.undergoes == Undergoes::subject && how.listed && how.modality == Modality::possible)
        return under_verb(tree, how, above, word, inner, depth);  // "fears a ban", "risks a fine"
    if ((light || verb.undergoes == Undergoes::subject) && !tree.is(word, {Deprel::nsubj, Deprel::obl})) {
        const auto outer = stance_at(tree, above, depth + 1);
        return outer ? std::optional(joined(*outer, inner)) : outer;
    }
    if (light && object) {
        const auto outer = stance_at(tree, above, depth + 1);
        return outer ? std::optional(joined(*outer, inner)) : outer;
    }
    const bool subject = tree.deprel(word) == Deprel::nsubj;
    if (subject) return noun_as_subject(tree, word, above, inner, depth);
    if (!how.listed || (verb.speech && !object && !governs_with(tree, above, tree.marks(word)))) return inner;
    if (how.firm && ends && depth == 0 && !tree.word(word).lasts) return inner;
    const bool stands = tree.word(word).lasts && tree.has(word, {Deprel::nmod_poss});
    if (stands && how.modality == Modality::requested) return inner;  // "backs Norway's ban"
    const bool answers = verb.undergoes == Undergoes::answers ||
                         (verb.undergoes == Undergoes::disowns && tree.word(word).answered != Answered::judged);
    if (ends && depth == 0 && said(tree, word) && answers) return inner;  // "rejected the accusation"
    if (ends && inner.modality != Modality::requested) inner.modality = Modality::asserted;
    return under_verb(tree, how, above, word, inner, depth);
}

namespace {

// "denied reports that", "the claim that ... is false", "there are reports that"
std::optional<Stance> reported_by_noun(const Tree& tree, int noun, Stance inner, int depth) {
    const int judge = tree.head(noun);
    if (judge != none && tree.is(noun, {Deprel::obj, Deprel::nsubj})) {
        const Governor how = governor_of(tree, judge);
        if (how.listed && how.modality == Modality::asserted && !tree.word(judge).speech)
            return under(tree, how, judge, inner, depth);
    }
    inner.modality = weaker(inner.modality, Modality::possible);
    return inner;
}

}  // namespace

std::optional<Stance> below_noun(const Tree& tree, int word, int above, Stance inner, int depth) {
    if (tree.marks(word).starts_with("but") && denies(tree, above))
        return placed(tree, above, inner, depth + 1);  // "no choice but to"
    Governor how = tree.word(above).bears == Bears::nothing || tree.verb(word) ? governor_of(tree, above) : Governor{};
    const bool clause = tree.verb(word) && tree.finite(word);
    if (clause && said(tree, above)) return reported_by_noun(tree, above, inner, depth);
    if (how.hidden) return std::nullopt;
    if (!how.listed && tree.verb(word) && tree.infinitive(word)) {
        if (one_of_several(tree, above)) return joined(own_stance(tree, above), inner);
        if (!perfect(tree, word)) inner.modality = weaker(inner.modality, Modality::planned);
    }
    if (how.listed) {
        if ((how.modality == Modality::possible || how.firm) && denies(tree, above))
            how.modality = Modality::asserted;  // "no reason to"
        const auto out = governed(how, beside(tree, above), inner);
        if (!out) return out;
        inner = *out;
    } else if (!tree.verb(word) && tree.word(above).bears == Bears::nothing) {
        return inner;
    } else if (!tree.verb(word)) {
        inner = joined(own_stance(tree, above), inner);  // "was never the target of an attack"
    }
    return placed(tree, above, inner, depth + 1);
}

bool content_clause(const Tree& tree, int word, int noun) {
    if (!tree.nominal(noun) || !(said(tree, noun) || tree.word(noun).noun_governor.listed)) return false;
    if (!tree.is(noun + 1, "that") || tree.head(noun + 1) != word || !tree.has(word, {Deprel::nsubj})) return false;
    if (tree.is(noun + 1, {Deprel::nsubj})) return false;
    if (tree.xpos(noun + 1) == Xpos::in) return true;
    const auto children = tree.children(word);
    return std::any_of(children.begin(), children.end(), [&](int c) {
        return c > noun + 1 && tree.is(c, {Deprel::obj, Deprel::ccomp});
    });
}

bool gerund_of_noun(const Tree& tree, int word, int above) {
    return tree.xpos(word) == Xpos::vbg && tree.nominal(above) && tree.word(above).noun_governor.listed &&
           !behind_noun(tree, above, "of").empty();
}

}  // namespace entente::relate
