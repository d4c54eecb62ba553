// Rules of adjectives over one sentence.
//
// "Norway is critical of Telmar", "Telmar, critical of Norway, ...", "remained at odds with".
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/matcher.hpp"

namespace entente::relate {

void Matcher::adjective(int word) {
    const Word& by_lemma = tree_.word(word);
    const Word& known = by_lemma.adjectives.empty() ? tree_.vocabulary().find(tree_.folded(word)) : by_lemma;
    for (const Cue& cue : known.adjectives) {
        const auto begin = preceded(cue, word);
        if (!begin) continue;
        const Rule& wanted = rule(cue.rule);
        const int above = tree_.head(word);
        Ends self;
        int place = word;
        if (tree_.has(word, {Deprel::nsubj})) {
            self = surface_subject(tree_, word);
        } else if (above != none && tree_.verb(above) &&
                   tree_.is(word, {Deprel::xcomp, Deprel::obl, Deprel::advmod, Deprel::advcl, Deprel::obj})) {
            const int object = tree_.child(above, {Deprel::obj});
            self = object != none && object != word && !passive(tree_, above) ? meant_by(tree_, object)
                                                                              : surface_subject(tree_, above);
            place = above;
        } else if (above != none &&
                   tree_.is(word, {Deprel::amod, Deprel::acl, Deprel::nmod, Deprel::appos, Deprel::conj})) {
            self = tree_.is(word, {Deprel::conj}) ? surface_subject(tree_, above) : meant_alone(tree_, above);
        }
        if (self.empty()) continue;
        const auto ends = [&](const std::vector<Slot>& slots) {
            for (const Slot& slot : slots) {
                Ends found = slot.kind == Slot::Kind::self ? self : noun_slot(slot, word, {});
                if (found.empty() && slot.kind == Slot::Kind::preposition) {
                    found = behind_verb(tree_, word, slot.preposition, {});
                    if (found.empty() && place != word) found = behind_verb(tree_, place, slot.preposition, {});
                }
                if (!found.empty()) return found;
            }
            return Ends{};
        };
        Ends subjects = ends(wanted.subjects), objects = ends(wanted.objects);
        const bool of_verb = place != word && !tree_.is(word, {Deprel::xcomp, Deprel::advcl});
        const auto stance = stance_of(tree_, of_verb ? place : word);  // "will not leave Telmar under its supervision"
        if (subjects.empty() || objects.empty() || !stance) continue;
        put(cue.rule, std::move(subjects), std::move(objects), *begin, word + 1, *stance, clause_of(tree_, word));
        break;
    }
}

}  // namespace entente::relate
