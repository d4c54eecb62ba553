// Rules of nouns over one sentence.
//
// "Norway's ban on Telmar" has both ends beside the noun. "Norway imposed a ban on Telmar" lends it the
// subject of its verb, and "ruled out a ban" also what the verb says of it. SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/matcher.hpp"

namespace entente::relate {
namespace {

Stance with_adjectives(const Reading& reading, const Lexicon& lexicon, const Phrase& phrase, Stance stance,
                       bool& hidden) {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        if (reading.kind(i) == Class::negative_determiner) stance.polarity = Polarity::negative;
        const std::string_view word = lexicon.look_up("stance_adjectives", reading.folded(i));
        if (word == "hidden") hidden = true;
        if (word == "negative") stance.polarity = Polarity::negative;
        if (const auto named = modality(word); named && *named != Modality::asserted) stance.modality = *named;
    }
    return stance;
}

}  // namespace

bool Matcher::preceded(const NounCue& cue, std::uint32_t token) const {
    const std::size_t n = cue.before.size();
    if (n > token) return false;
    for (std::size_t i = 0; i < n; ++i) {
        if (!reading_.is(static_cast<std::uint32_t>(token - n + i), cue.before[i])) return false;
    }
    return true;
}

Matcher::Carrier Matcher::carrier(int phrase) const {
    const Phrase& p = reading_.phrases()[static_cast<std::size_t>(phrase)];
    for (std::uint32_t at = p.begin; at > 0; --at) {
        if (reading_.skips(at - 1)) continue;
        const int group = reading_.group_at(at - 1);
        if (group != none && ends_.object_phrase(group) == phrase) return {group, false};
        break;
    }
    // "sanctions on Norway were lifted by"
    for (std::uint32_t at = p.end; at < reading_.size(); ++at) {
        const int group = reading_.group_at(at);
        if (group != none) {
            const Group& g = reading_.groups()[static_cast<std::size_t>(group)];
            if (g.passive && g.kind == Group::Kind::finite) return {group, true};
            break;
        }
        const Class c = reading_.kind(at);
        if (c == Class::comma || c == Class::semicolon || c == Class::relative || c == Class::that ||
            c == Class::conjunction)
            break;
    }
    return {};
}

void Matcher::match_noun(std::uint32_t token) {
    const int outer = reading_.reference_at(token);
    for (const NounCue& cue : reading_.word(token).nouns) {
        if (rules_.rules()[cue.rule].kind != Rule::Kind::noun || !preceded(cue, token) || outer != none) continue;
        noun_at(cue, token - static_cast<std::uint32_t>(cue.before.size()), token + 1);
    }
}

// Ends beside the noun: "its ban", "the Norwegian ban", "a ban on Telmar".
Ends Matcher::noun_slot(const Slot& slot, std::uint32_t begin, std::uint32_t end) const {
    const int phrase = reading_.phrase_at(end - 1);
    if (phrase == none) return {};
    const Phrase& p = reading_.phrases()[static_cast<std::size_t>(phrase)];
    if (slot.kind == Slot::Kind::preposition) return ends_.behind_noun(slot.preposition, end);
    const std::vector<int> inside = reading_.references_in(p.begin, begin);
    if (slot.kind == Slot::Kind::possessive) {
        for (auto r = inside.rbegin(); r != inside.rend(); ++r) {
            const TokenRange range = reading_.range(*r);
            if (reading_.kind(range.end) == Class::clitic && range.end < begin) return {*r};
            if (range.size() == 1 && reading_.kind(range.begin) == Class::possessive) return {*r};
        }
    }
    if (slot.kind == Slot::Kind::modifier) {
        for (auto r = inside.rbegin(); r != inside.rend(); ++r) {
            const TokenRange range = reading_.range(*r);
            if (reading_.kind(range.end) != Class::clitic && reading_.kind(range.begin) != Class::possessive)
                return {*r};
        }
    }
    return {};
}

void Matcher::noun_at(const NounCue& cue, std::uint32_t begin, std::uint32_t end) {
    const Rule& rule = rules_.rules()[cue.rule];
    const int phrase = reading_.phrase_at(begin);
    if (phrase == none) return;
    const Phrase& p = reading_.phrases()[static_cast<std::size_t>(phrase)];
    if (p.end != end) return;  // "ban plans", "the ban Norway wants"
    const auto look = [&](const Slot& slot) { return noun_slot(slot, begin, end); };
    Deed deed{first_of(rule.subjects, look), first_of(rule.objects, look), {}};
    const Carrier verb = carrier(phrase);
    if (verb.group != none && !carried(rule, verb, deed)) return;
    bool hidden = false;
    deed.stance = with_adjectives(reading_, lexicon_, p, deed.stance, hidden);
    if (hidden || deed.subjects.empty() || deed.objects.empty()) return;
    put(cue.rule, std::move(deed.subjects), std::move(deed.objects), begin, end, deed.stance, verb.group);
}

// Adds what the verb knows of its noun: who does it, and how it is meant. False where it hides the deed.
bool Matcher::carried(const Rule& rule, Carrier verb, Deed& deed) const {
    const Group& g = reading_.groups()[static_cast<std::size_t>(verb.group)];
    const auto own = stance_of(reading_, ends_, verb.group);
    if (!own) return false;
    const Governor how = reading_.governor(g);
    const bool light =
        std::any_of(g.lemmas.begin(), g.lemmas.end(), [&](std::uint32_t id) { return reading_.lemma(id).light; });
    const bool carries = light || (how.listed && how.modality != Modality::requested);
    if (deed.objects.empty() && carries) {
        deed.objects = first_of(rule.objects, [&](const Slot& s) {
            return s.kind == Slot::Kind::preposition ? ends_.behind(s.preposition, g.end) : Ends{};
        });
    }
    if (carries && (deed.subjects.empty() || light)) {
        Ends doer = verb.passive ? ends_.behind("by", g.end) : ends_.subject(verb.group);
        if (!doer.empty() || (light && !verb.passive)) deed.subjects = std::move(doer);
    }
    if (light) {
        deed.stance = *own;
    } else if (how.listed) {
        const auto outer = governed(how, *own, deed.stance);
        if (!outer) return false;
        deed.stance = *outer;
    }
    return true;
}

}  // namespace entente::relate
