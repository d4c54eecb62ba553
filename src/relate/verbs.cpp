// Rules of verbs over one sentence.
//
// In the passive the two places change: "Telmar was banned by Norway" has the object before the verb.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/inflection.hpp"
#include "relate/matcher.hpp"

namespace entente::relate {

std::vector<Find> Matcher::finds() {
    for (std::uint32_t i = 0; i < reading_.size(); ++i) {
        const int group = reading_.group_at(i);
        if (group != none) {
            if (reading_.groups()[static_cast<std::size_t>(group)].main == i) match_verb(group);
        } else {
            match_seat(i);
            match_noun(i);
            match_role(i);
        }
        match_adjective(i);
    }
    return std::move(finds_);
}

Ends Matcher::verb_slot(const Slot& slot, int group) const {
    const Group& g = reading_.groups()[static_cast<std::size_t>(group)];
    switch (slot.kind) {
        case Slot::Kind::subject:
            return g.passive ? ends_.behind("by", g.end) : ends_.subject(group);
        case Slot::Kind::object:
            return g.passive ? ends_.subject(group) : ends_.object(group);
        case Slot::Kind::preposition:
            return ends_.behind(slot.preposition, g.end);
        default:
            return {};
    }
}

Ends Matcher::first_of(const std::vector<Slot>& slots, const std::function<Ends(const Slot&)>& look) const {
    for (const Slot& slot : slots) {
        if (Ends found = look(slot); !found.empty()) return found;
    }
    return {};
}

// Whether the verb's object is one of the nouns that the rule asks for: "opened an office in".
bool Matcher::has_noun(const Rule& rule, int group) const {
    const Group& g = reading_.groups()[static_cast<std::size_t>(group)];
    int phrase = ends_.object_phrase(group);
    if (g.passive) phrase = g.begin > 0 ? ends_.leftward_host(g.begin - 1) : none;
    if (phrase == none) return false;
    const std::string& noun = reading_.folded(reading_.phrases()[static_cast<std::size_t>(phrase)].end - 1);
    return std::any_of(rule.with.begin(), rule.with.end(),
                       [&](const std::string& w) { return noun == w || noun == plural(w); });
}

void Matcher::match_verb(int group) {
    const Group& g = reading_.groups()[static_cast<std::size_t>(group)];
    for (const std::uint32_t id : g.lemmas) {
        for (const std::uint32_t index : reading_.lemma(id).rules) {
            const Rule& rule = rules_.rules()[index];
            if (!rule.with.empty() && !has_noun(rule, group)) continue;
            const auto look = [&](const Slot& slot) { return verb_slot(slot, group); };
            Ends subjects = first_of(rule.subjects, look);
            if (subjects.empty()) continue;
            Ends objects = first_of(rule.objects, look);
            if (objects.empty()) continue;
            if (const auto stance = stance_of(reading_, ends_, group)) {
                put(index, std::move(subjects), std::move(objects), g.main, g.end, *stance, group);
            }
        }
        if (reading_.lemma(id).text.find(' ') != std::string::npos) break;  // "call on" is not "call"
    }
}

void Matcher::put(std::uint32_t index, Ends subjects, Ends objects, std::uint32_t begin, std::uint32_t end,
                  Stance stance, int group) {
    const Rule& rule = rules_.rules()[index];
    Find find;
    find.rule = index;
    find.pairs = rule.subjects == rule.objects;
    find.subjects = std::move(subjects);
    find.objects = std::move(objects);
    find.cue_begin = begin;
    find.cue_end = end;
    find.stance = stance;
    find.group = group;
    if (rule.polarity == Polarity::negative) {
        find.stance.polarity = stance.polarity == Polarity::negative ? Polarity::positive : Polarity::negative;
    }
    if (stance.modality == Modality::asserted) find.stance.modality = rule.modality;
    finds_.push_back(std::move(find));
}

}  // namespace entente::relate
