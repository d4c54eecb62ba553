// How a statement is meant.
//
// A verb brings its own auxiliaries; each verb above it adds what the list of governors says. Of several
// modalities the one that promises least counts. What is denied twice is not taken for a fact: "did not rule
// out" is possible. SPDX-License-Identifier: MIT
#include "relate/stance.hpp"

#include <algorithm>

namespace entente::relate {
namespace {

constexpr int deepest = 6;

int weakness(Modality modality) {
    switch (modality) {
        case Modality::asserted:
            return 0;
        case Modality::planned:
            return 1;
        case Modality::requested:
            return 2;
        case Modality::possible:
            return 3;
    }
    return 0;
}

Modality weaker(Modality a, Modality b) {
    return weakness(a) >= weakness(b) ? a : b;
}

bool clause_edge(Class c) {
    return c == Class::semicolon || c == Class::quote || c == Class::relative || c == Class::but;
}

// "if Norway bans Telmar", "unless ..."; also "no firm", "neither".
Stance with_surroundings(const Reading& reading, const Group& group, Stance stance) {
    for (std::uint32_t at = group.begin; at > 0; --at) {
        const Class c = reading.kind(at - 1);
        if (clause_edge(c) || c == Class::comma || c == Class::that) break;
        if (c == Class::condition) stance.modality = weaker(stance.modality, Modality::possible);
        if (c == Class::negative_determiner && reading.group_at(at - 1) == none) stance.polarity = Polarity::negative;
        if (reading.group_at(at - 1) != none) break;
    }
    return stance;
}

// "would" after "said" is a plan; alone it is a thought.
bool reported(const Reading& reading, const Group& group) {
    for (const Group& other : reading.groups()) {
        if (&other == &group) continue;
        for (const std::uint32_t id : other.lemmas) {
            if (reading.lemma(id).speech) return true;
        }
    }
    return false;
}

Stance own_stance(const Reading& reading, const Group& group) {
    Stance out{group.polarity, group.modality};
    if (group.would && !reported(reading, group)) out.modality = Modality::possible;
    return with_surroundings(reading, group, out);
}

// The group before "that": "denied that Norway banned Telmar".
int that_governor(const Reading& reading, int group) {
    const Group& own = reading.groups()[static_cast<std::size_t>(group)];
    for (std::uint32_t at = own.begin; at > 0; --at) {
        const Class c = reading.kind(at - 1);
        if (c == Class::that) return at > 1 ? reading.group_at(at - 2) : none;
        if (clause_edge(c) || reading.group_at(at - 1) != none) return none;
    }
    return none;
}

std::optional<Stance> stance_at(const Reading& reading, const EndFinder& ends, int group, int depth) {
    const Group& own = reading.groups()[static_cast<std::size_t>(group)];
    const Stance mine = own_stance(reading, own);
    if (depth > deepest) return mine;
    if (own.kind == Group::Kind::finite) {
        const int above = that_governor(reading, group);
        if (above == none) return mine;
        Governor how = reading.governor(reading.groups()[static_cast<std::size_t>(above)]);
        if (!how.listed) return mine;
        for (const std::uint32_t id : reading.groups()[static_cast<std::size_t>(above)].lemmas) {
            if (reading.lemma(id).speech) return mine;
        }
        if (how.hidden) how.hidden = false, how.modality = Modality::possible;
        const auto outer = stance_at(reading, ends, above, depth + 1);
        return outer ? governed(how, *outer, mine) : outer;
    }
    if (own.kind == Group::Kind::participle) return mine;
    const int above = ends.governor(group);
    if (above == none) {
        return own.kind == Group::Kind::gerund
                   ? std::nullopt
                   : std::optional(Stance{mine.polarity, weaker(mine.modality, Modality::planned)});
    }
    const auto outer = stance_at(reading, ends, above, depth + 1);
    if (!outer) return outer;
    Governor how = reading.governor(reading.groups()[static_cast<std::size_t>(above)]);
    if (!how.listed) {
        if (own.kind == Group::Kind::gerund) return std::nullopt;
        how.modality = Modality::planned;  // "met in Oslo to sign", "a plan to buy"
    }
    return governed(how, *outer, mine);
}

}  // namespace

std::optional<Stance> governed(const Governor& governor, Stance own, Stance inner) {
    if (governor.hidden) return std::nullopt;
    Stance out = inner;
    out.modality = weaker(inner.modality, weaker(own.modality, governor.modality));
    if (own.polarity == Polarity::negative) {
        if (governor.polarity == Polarity::negative) {
            out.modality = Modality::possible;
            return out;
        }
        if (governor.modality == Modality::requested) return std::nullopt;  // "did not ask Norway to ban"
        out.polarity = inner.polarity == Polarity::negative ? Polarity::positive : Polarity::negative;
        return out;
    }
    if (governor.polarity == Polarity::negative) {
        out.polarity = inner.polarity == Polarity::negative ? Polarity::positive : Polarity::negative;
    }
    return out;
}

std::optional<Stance> stance_of(const Reading& reading, const EndFinder& ends, int group) {
    return stance_at(reading, ends, group, 0);
}

}  // namespace entente::relate
