// Rules of nouns over one sentence.
//
// "Norway's ban on Telmar" has both ends beside the noun. "Norway imposed a ban on Telmar" lends it the subject of its
// verb; "Telmar faces a ban" makes that subject its object; "the ban that Norway imposed" has it in the clause behind.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/matcher.hpp"

namespace entente::relate {

// Where the cue begins, if the words before are those of the rule.
std::optional<int> Matcher::preceded(const Cue& cue, int word) const {
    const int n = static_cast<int>(cue.rest.size());
    if (n > word) return std::nullopt;
    for (int i = 0; i < n; ++i) {
        const int at = word - n + i;
        const std::string& wanted = cue.rest[static_cast<std::size_t>(i)];
        if (tree_.folded(at) != wanted && tree_.lemma(at) != wanted) return std::nullopt;
    }
    return word - n;
}

void Matcher::noun(int word) {
    std::size_t longest = 0;  // "deputy chairman" is no "chairman"
    for (const Cue& cue : tree_.word(word).nouns) {
        const auto begin = preceded(cue, word);
        if (!begin || cue.rest.size() < longest) continue;
        longest = cue.rest.size();
        if (rule(cue.rule).kind == Rule::Kind::role)
            role(word, cue, *begin);
        else
            deed(word, cue, *begin);
    }
}

Ends Matcher::noun_slot(const Slot& slot, int word, Reach reach) const {
    switch (slot.kind) {
        case Slot::Kind::possessive:
            return possessor(tree_, word);
        case Slot::Kind::modifier:
            return modifier(tree_, word);
        case Slot::Kind::preposition: {
            Ends out = behind_noun(tree_, word, slot.preposition, reach);
            if (!out.empty()) return out;
            for (const int c : tree_.children(word)) {  // "a ban imposed by Norway on Telmar"
                if (!tree_.is(c, {Deprel::acl}) || c < word || tree_.infinitive(c)) continue;
                if (!tree_.verb(c) || tree_.deprel(c) == Deprel::acl_relcl) continue;
                out = behind_verb(tree_, c, slot.preposition, reach);
                if (!out.empty()) return out;
            }
            return out;
        }
        default:
            return {};
    }
}

// "the Li administration": whose it must be is for the article to say.
void Matcher::administration(int word, const Cue& cue, int begin) {
    Ends leaders;
    for (const Slot& slot : rule(cue.rule).subjects) {
        if (leaders.empty()) leaders = noun_slot(slot, word, {});
    }
    if (leaders.size() != 1) return;
    put(cue.rule, std::move(leaders), {{.reference = none, .elsewhere = Elsewhere::understood}}, begin, word + 1, {},
        none);
    finds_.back().title = tree_.lemma(word);
}

void Matcher::deed(int word, const Cue& cue, int begin) {
    const Rule& wanted = rule(cue.rule);
    if (wanted.objects.front().kind == Slot::Kind::understood) return administration(word, cue, begin);
    const int covering = tree_.covering(word);
    if (covering != none && tree_.meant(covering).kind == Reference::Kind::name) return;
    if (tree_.is(word, {Deprel::compound, Deprel::amod}) && !tree_.verb(tree_.head(word))) return;  // "ban plans"
    const auto ends = [&](const std::vector<Slot>& slots, Reach reach) {
        for (const Slot& slot : slots) {
            if (slot.kind == Slot::Kind::understood)
                return Ends{{.reference = none, .elsewhere = Elsewhere::understood}};
            if (Ends found = noun_slot(slot, word, reach); !found.empty()) return found;
        }
        return Ends{};
    };
    Ends subjects = ends(wanted.subjects, {});
    Ends objects = ends(wanted.objects, {wanted.through_goods, wanted.through_deeds});
    if (!carried(wanted, word, subjects, objects)) return;
    if (subjects.empty() || objects.empty()) return;
    const auto stance = stance_of(tree_, word);
    if (!stance) return;
    const int clause = clause_of(tree_, word);
    put(cue.rule, std::move(subjects), std::move(objects), begin, word + 1, *stance, clause);
}

// Adds what the verb knows of its noun: who does it, or to whom it is done.
bool Matcher::carried(const Rule& wanted, int word, Ends& subjects, Ends& objects) const {
    if (wanted.subjects == wanted.objects) return true;  // "announced a deal between Norway and Kenya"
    int noun = word;                                     // "a series of sanctions", "a ban and a fine"
    while (tree_.is(noun, {Deprel::conj}) && tree_.head(noun) != none && tree_.nominal(tree_.head(noun)))
        noun = tree_.head(noun);
    int verb = tree_.head(noun);
    bool object = tree_.is(noun, {Deprel::obj}) || tree_.deprel(noun) == Deprel::nsubj_pass;
    for (const int c : tree_.children(word)) {  // "the ban that Norway imposed", "a ban imposed by Norway"
        if (!tree_.is(c, {Deprel::acl}) || c < word || tree_.infinitive(c) || !tree_.word(c).light) continue;
        if (tree_.has(c, {Deprel::nsubj}) || passive(tree_, c)) verb = c, object = true;
    }
    if (verb == none || !tree_.verb(verb)) {
        if (subjects.empty() && tree_.has(noun, {Deprel::nsubj}) && !tree_.marks(noun).empty())
            subjects = surface_subject(tree_, noun);  // "is in talks with"
        return true;
    }
    const Word& how = tree_.word(verb);
    const auto slot = [&](const std::vector<Slot>& slots) {
        for (const Slot& s : slots) {
            const Reach reach{wanted.through_goods, wanted.through_deeds};
            if (s.kind != Slot::Kind::preposition) continue;
            if (Ends found = behind_verb(tree_, verb, s.preposition, reach); !found.empty()) return found;
        }
        return Ends{};
    };
    const Governor governor = governor_of(tree_, verb);
    const bool wished = governor.listed && governor.modality == Modality::requested;
    const bool carries = object && (how.light || how.undergoes || (governor.listed && !wished));
    const bool within = !object && tree_.is(noun, {Deprel::obl, Deprel::xcomp}) && how.light;  // "entered into a deal"
    if (!carries && !within) return true;
    if (objects.empty() && !how.undergoes) objects = slot(wanted.objects);
    if (how.undergoes && !passive(tree_, verb)) {
        if (subjects.empty()) subjects = slot(wanted.subjects);
        if (objects.empty()) objects = agent(tree_, verb);
        return true;
    }
    const bool own = how.light && !tree_.has(word, {Deprel::nmod_poss});
    if (subjects.empty() || own) {
        Ends doer = agent(tree_, verb);
        if (!doer.empty()) subjects = std::move(doer);
    }
    return true;
}

}  // namespace entente::relate
