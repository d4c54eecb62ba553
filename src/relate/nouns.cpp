// Rules of nouns over one sentence.
//
// "Norway's ban on Telmar" has both ends beside the noun; what its clause adds stands in carried.cpp.
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
        case Slot::Kind::infinitive:
            return done_by_infinitive(tree_, word, reach);
        case Slot::Kind::preposition: {
            Ends out = behind_noun(tree_, word, slot.preposition, reach);
            if (!out.empty()) return out;
            for (const int c : tree_.children(word)) {  // "a ban imposed by Norway on Telmar"
                if (!tree_.is(c, {Deprel::acl}) || c < word || tree_.infinitive(c)) continue;
                if (!tree_.verb(c) || tree_.deprel(c) == Deprel::acl_relcl) continue;
                out = behind_verb(tree_, c, slot.preposition, reach);
                if (!out.empty()) return out;
            }
            return slot.preposition == "between" ? paired(tree_, word) : out;
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
    Ends objects = ends(wanted.objects, {wanted.through_goods, wanted.through_deeds});
    Ends subjects = ends(wanted.subjects, {});
    if (subjects == objects && wanted.subjects != wanted.objects) {  // "an audit of Telmar by the board"
        std::vector<Slot> others = wanted.subjects;
        std::erase_if(others, [&](const Slot& slot) {
            return std::find(wanted.objects.begin(), wanted.objects.end(), slot) != wanted.objects.end();
        });
        subjects = ends(others, {});
    }
    carried(wanted, word, subjects, objects);
    if (subjects.empty() && !objects.empty()) subjects = doer_who_speaks(wanted, word, objects);
    if (subjects.empty() || objects.empty()) return;
    const auto stance = stance_of(tree_, word);
    if (!stance) return;
    const int clause = clause_of(tree_, word);
    const bool not_yet = stance->polarity == Polarity::negative && stance->modality != Modality::asserted;
    if (not_yet && tree_.word(word).held && tree_.has(word, {Deprel::nmod_poss}))
        put(cue.rule, subjects, objects, begin, word + 1, {}, clause);  // "will sell its stake": it has one
    put(cue.rule, std::move(subjects), std::move(objects), begin, word + 1, *stance, clause);
}

}  // namespace entente::relate
