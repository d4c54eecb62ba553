// Rules of roles over one sentence.
//
// "Norvia chairman Ann Li", "Ann Li, chairman of Norvia", "its chairman, Ann Li, said", "Ann Li is chairman of Norvia",
// and "the Dutch company" where the whole phrase is known to mean someone.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/matcher.hpp"

namespace entente::relate {

void Matcher::match_role(std::uint32_t token) {
    for (const NounCue& cue : reading_.word(token).nouns) {
        if (rules_.rules()[cue.rule].kind != Rule::Kind::role || !preceded(cue, token)) continue;
        role_at(cue, token - static_cast<std::uint32_t>(cue.before.size()), token + 1);
    }
}

void Matcher::role_at(const NounCue& cue, std::uint32_t begin, std::uint32_t end) {
    const Rule& rule = rules_.rules()[cue.rule];
    const int phrase = reading_.phrase_at(begin);
    if (phrase == none) return;
    const Phrase& p = reading_.phrases()[static_cast<std::size_t>(phrase)];
    const int covering = reading_.reference_at(end - 1);
    if (covering != none && reading_.document().references[static_cast<std::size_t>(covering)].kind == Reference::Kind::name) return;
    Ends self;
    Stance stance;
    int group = none;
    std::uint32_t after = end;  // where "of Norvia" may stand
    if (p.end > end) {          // "chairman Ann Li"; nothing may stand between
        if (p.head == none || reading_.range(p.head).end != p.end) return;
        const TokenRange named = reading_.range(p.head);
        if (named.begin < end) {
            if (covering != p.head) return;
        } else if (named.begin != end) {
            return;
        }
        self = {p.head};
        after = p.end;
    } else if (covering != none) {  // "the Dutch company"
        self = {covering};
    } else {
        std::uint32_t before = p.begin;
        while (before > 0 && reading_.skips(before - 1)) --before;
        const int verb = before > 0 ? reading_.group_at(before - 1) : none;
        if (verb != none) {
            const Group& g = reading_.groups()[static_cast<std::size_t>(verb)];
            const bool becomes = std::any_of(g.lemmas.begin(), g.lemmas.end(), [&](std::uint32_t id) {
                const std::string& text = reading_.lemma(id).text;
                return text == "become" || text == "remain";
            });
            if (!g.copula && !becomes) return;
            const auto own = stance_of(reading_, ends_, verb);
            if (!own) return;
            stance = *own;
            group = verb;
            self = ends_.subject(verb);
        } else {
            self = ends_.apposed(phrase);
        }
    }
    const auto look = [&](const Slot& slot) -> Ends {
        if (slot.kind == Slot::Kind::self) return self;
        if (slot.kind == Slot::Kind::preposition && after != end) {
            if (Ends found = ends_.behind_noun(slot.preposition, after); !found.empty()) return found;
            return {};
        }
        return noun_slot(slot, begin, end);
    };
    if (self.empty()) {  // "its chairman, Ann Li, said"
        std::uint32_t comma = end;
        while (comma < reading_.size() && comma < end + 12 && reading_.kind(comma) != Class::comma) {
            if (reading_.group_at(comma) != none) return;
            ++comma;
        }
        const int next = reading_.phrase_at(comma + 1);
        if (reading_.kind(comma) != Class::comma || next == none) return;
        const Phrase& named = reading_.phrases()[static_cast<std::size_t>(next)];
        const Class behind = reading_.kind(named.end);
        if (named.head == none || (behind != Class::comma && behind != Class::stop)) return;
        if (reading_.document().references[static_cast<std::size_t>(named.head)].kind != Reference::Kind::name) return;
        self = {named.head};
    }
    Ends subjects = first_of(rule.subjects, look), objects = first_of(rule.objects, look);
    if (subjects.empty() || objects.empty()) return;
    put(cue.rule, std::move(subjects), std::move(objects), begin, end, stance, group);
}

// "Norway is critical of Telmar"
void Matcher::match_adjective(std::uint32_t token) {
    for (const NounCue& cue : reading_.word(token).adjectives) {
        const Rule& rule = rules_.rules()[cue.rule];
        if (!preceded(cue, token)) continue;
        std::uint32_t before = token - static_cast<std::uint32_t>(cue.before.size());
        const std::uint32_t begin = before;
        while (before > 0 && reading_.skips(before - 1)) --before;
        const int verb = before > 0 ? reading_.group_at(before - 1) : none;
        if (verb == none || !reading_.groups()[static_cast<std::size_t>(verb)].copula) continue;
        const auto stance = stance_of(reading_, ends_, verb);
        if (!stance) continue;
        const auto look = [&](const Slot& slot) {
            return slot.kind == Slot::Kind::self ? ends_.subject(verb) : ends_.behind(slot.preposition, token + 1);
        };
        Ends subjects = first_of(rule.subjects, look), objects = first_of(rule.objects, look);
        if (!subjects.empty() && !objects.empty()) put(cue.rule, std::move(subjects), std::move(objects), begin, token + 1, *stance, verb);
    }
}

// "the Malmö-based firm Telmar": the participle of a verb of which a place hangs by a hyphen.
void Matcher::match_seat(std::uint32_t token) {
    if (token < 2 || !reading_.is(token - 1, "-")) return;
    const int seat = reading_.reference_at(token - 2), phrase = reading_.phrase_at(token);
    if (seat == none || phrase == none) return;
    const int head = reading_.phrases()[static_cast<std::size_t>(phrase)].head;
    if (head == none || head == seat) return;
    for (const Form& form : reading_.word(token).verbs) {
        if ((form.bits & Form::participle) == 0) continue;
        for (const std::uint32_t index : reading_.lemma(form.lemma).rules) {
            const Rule& rule = rules_.rules()[index];
            if (rule.subjects.front().kind == Slot::Kind::object && rule.objects.front().preposition == "in") {
                put(index, {head}, {seat}, token, token + 1, {}, none);
            }
        }
    }
}

}  // namespace entente::relate
