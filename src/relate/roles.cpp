// Rules of roles over one sentence.
//
// "Norvia chairman Ann Li", "Ann Li, chairman of Norvia", "its chairman, Ann Li, said", "Ann Li is chairman
// of Norvia", and "the Dutch company" where the whole phrase is known to mean someone.
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

bool Matcher::of_the_past(const Phrase& phrase) const {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        if (lexicon_.look_up("stance_adjectives", reading_.folded(i)) == "past") return true;  // "former chairman"
    }
    return false;
}

void Matcher::role_at(const NounCue& cue, std::uint32_t begin, std::uint32_t end) {
    const Rule& rule = rules_.rules()[cue.rule];
    const int phrase = reading_.phrase_at(begin);
    if (phrase == none || of_the_past(reading_.phrases()[static_cast<std::size_t>(phrase)])) return;
    const auto bearer = bearer_of(phrase, end);
    if (!bearer) return;
    const auto look = [&](const Slot& slot) -> Ends {
        if (slot.kind == Slot::Kind::self) return bearer->ends;
        if (slot.kind == Slot::Kind::preposition) return ends_.behind_noun(slot.preposition, bearer->after);
        return noun_slot(slot, begin, end);
    };
    Ends subjects = first_of(rule.subjects, look), objects = first_of(rule.objects, look);
    if (subjects.empty() || objects.empty()) return;
    put(cue.rule, std::move(subjects), std::move(objects), begin, end, bearer->stance, bearer->group);
}

// Who bears the role that ends before token `end` of the phrase.
std::optional<Matcher::Bearer> Matcher::bearer_of(int phrase, std::uint32_t end) const {
    const Phrase& p = reading_.phrases()[static_cast<std::size_t>(phrase)];
    const int covering = reading_.reference_at(end - 1);
    const auto& references = reading_.document().references;
    if (covering != none && references[static_cast<std::size_t>(covering)].kind == Reference::Kind::name) return {};
    if (p.end > end) {  // "chairman Ann Li"; nothing may stand between
        if (p.head == none || reading_.range(p.head).end != p.end) return {};
        const std::uint32_t named = reading_.range(p.head).begin;
        if (named < end ? covering != p.head : named != end) return {};
        return Bearer{{p.head}, {}, none, p.end};
    }
    if (covering != none) return Bearer{{covering}, {}, none, end};  // "the Dutch company"
    std::uint32_t before = p.begin;
    while (before > 0 && reading_.skips(before - 1))
        --before;
    const int verb = before > 0 ? reading_.group_at(before - 1) : none;
    if (verb != none) return bearer_by_verb(verb, end);
    Ends named = ends_.apposed(phrase);
    if (named.empty()) named = named_behind(end);
    return Bearer{std::move(named), {}, none, end};
}

// "Ann Li is chairman", "Ann Li will become chairman".
std::optional<Matcher::Bearer> Matcher::bearer_by_verb(int verb, std::uint32_t end) const {
    const Group& g = reading_.groups()[static_cast<std::size_t>(verb)];
    const bool becomes = std::any_of(g.lemmas.begin(), g.lemmas.end(), [&](std::uint32_t id) {
        const std::string& text = reading_.lemma(id).text;
        return text == "become" || text == "remain";
    });
    if (!g.copula && !becomes) return {};
    const auto stance = stance_of(reading_, ends_, verb);
    if (!stance) return {};
    return Bearer{ends_.subject(verb), *stance, verb, end};
}

// "its chairman, Ann Li, said": a name of its own between commas behind the role.
Ends Matcher::named_behind(std::uint32_t end) const {
    std::uint32_t comma = end;
    while (comma < reading_.size() && comma < end + 12 && reading_.kind(comma) != Class::comma) {
        if (reading_.group_at(comma) != none) return {};
        ++comma;
    }
    const int next = reading_.phrase_at(comma + 1);
    if (reading_.kind(comma) != Class::comma || next == none) return {};
    const Phrase& named = reading_.phrases()[static_cast<std::size_t>(next)];
    const Class behind = reading_.kind(named.end);
    if (named.head == none || (behind != Class::comma && behind != Class::stop)) return {};
    const bool name =
        reading_.document().references[static_cast<std::size_t>(named.head)].kind == Reference::Kind::name;
    return name ? Ends{named.head} : Ends{};
}

// "Norway is critical of Telmar"
void Matcher::match_adjective(std::uint32_t token) {
    for (const NounCue& cue : reading_.word(token).adjectives) {
        const Rule& rule = rules_.rules()[cue.rule];
        if (!preceded(cue, token)) continue;
        std::uint32_t before = token - static_cast<std::uint32_t>(cue.before.size());
        const std::uint32_t begin = before;
        while (before > 0 && reading_.skips(before - 1))
            --before;
        int verb = reading_.group_at(token);  // "is opposed", which looks like a passive
        if (verb == none && before > 0) verb = reading_.group_at(before - 1);
        if (verb == none) continue;
        const Group& g = reading_.groups()[static_cast<std::size_t>(verb)];
        if (!g.copula && !(g.passive && g.main == token)) continue;
        const auto stance = stance_of(reading_, ends_, verb);
        if (!stance) continue;
        const auto look = [&](const Slot& slot) {
            return slot.kind == Slot::Kind::self ? ends_.subject(verb) : ends_.behind(slot.preposition, token + 1);
        };
        Ends subjects = first_of(rule.subjects, look), objects = first_of(rule.objects, look);
        if (!subjects.empty() && !objects.empty())
            put(cue.rule, std::move(subjects), std::move(objects), begin, token + 1, *stance, verb);
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
