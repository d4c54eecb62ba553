// What the network sees to candidates and votes.
//
// It knows better than the rules where a name ends, but for names that the world knows and that reach further, and for
// titles, which it sometimes takes for a part of the name. It has read the whole sentence, so a capital that is owed to the
// sentence's begin does not mislead it.
// SPDX-License-Identifier: MIT
#include "recognise/network_votes.hpp"

#include <algorithm>

#include "recognise/known_names.hpp"

namespace entente::recognise {
namespace {

constexpr int sees = 4, sees_none = 6;  // weights as in names.patterns
constexpr std::uint32_t no_line = 0;

Vote vote_for(NameKind kind) {
    switch (kind) {
        case NameKind::person:
            return Vote::person;
        case NameKind::organisation:
            return Vote::organisation;
        case NameKind::country:
        case NameKind::adjective:
            return Vote::country;
        case NameKind::place:
            return Vote::place;
        case NameKind::government:
            break;
    }
    return Vote::acts;
}

bool meet(TokenRange a, TokenRange b) {
    return a.begin < b.end && b.begin < a.end;
}

// Without the titles before it: "Captain", "Prime Minister".
TokenRange name_alone(const Reading& reading, const Labelled& name) {
    TokenRange out = name.tokens;
    while (name.kind == NameKind::person) {
        const std::uint32_t title = reading.title(out.begin, out.end);
        if (title == 0 || out.begin + title >= out.end) break;
        out.begin += title;
    }
    return out;
}

std::vector<World::Meaning> meanings_of(const Reading& reading, const World& world, TokenRange range) {
    for (auto& known : known_names(reading, world, range)) {
        if (known.tokens == range) return std::move(known.meanings);
    }
    return {};
}

// "Dravik Holdings", "Heidelberg university".
bool ends_in_head(const Reading& reading, TokenRange tokens) {
    const std::uint32_t last = tokens.end - 1;
    return reading.is(last, also_lower) || (reading.is(last, organisation_head | legal_form) && reading.capital(last));
}

// Whether the rules' candidate stays though the network sees a name with other ends: one that reaches further and that the
// world knows or an organisation's head closes; the "Chinese" of "Chinese Silicon Valley", the "Huawei" of "Huawei Ken Hu".
bool stays(const Reading& reading, const Candidate& c, const Labelled& name) {
    if (c.tokens == name.tokens) return false;
    if (c.tokens.contains(name.tokens)) return !c.meanings.empty() || ends_in_head(reading, c.tokens);
    if (c.meanings.empty() || c.tokens.begin != name.tokens.begin || !name.tokens.contains(c.tokens)) return false;
    const bool adjective = std::any_of(c.meanings.begin(), c.meanings.end(), [](const World::Meaning& m) {
        return m.as == World::As::adjective || m.as == World::As::people;
    });
    return (adjective && name.kind != NameKind::organisation) || reading.is(c.tokens.end, given_name);
}

}  // namespace

std::vector<Candidate> with_network(const Reading& reading, const World& world, std::vector<Candidate> candidates,
                                    std::vector<Labelled> labelled) {
    std::vector<Candidate> out;
    for (Labelled& name : labelled) {
        name.tokens = name_alone(reading, name);
        const auto against = [&](const Candidate& c) { return stays(reading, c, name); };
        if (std::any_of(candidates.begin(), candidates.end(), against)) continue;
        const auto same = [&](const Candidate& c) { return c.tokens == name.tokens; };
        const auto found = std::find_if(candidates.begin(), candidates.end(), same);
        out.push_back(found != candidates.end()
                          ? *found
                          : Candidate{name.tokens, meanings_of(reading, world, name.tokens), false, {}});
        out.back().initial = false;
        out.back().votes.add(vote_for(name.kind), sees, no_line);
    }
    const auto taken = static_cast<std::ptrdiff_t>(out.size());
    for (Candidate& candidate : candidates) {
        const auto meets = [&](const auto& other) { return meet(other.tokens, candidate.tokens); };
        if (std::any_of(out.begin(), out.begin() + taken, meets)) continue;
        const bool overlooked = std::none_of(labelled.begin(), labelled.end(), meets);
        if (overlooked && candidate.meanings.empty()) candidate.votes.add(Vote::thing, sees_none, no_line);
        out.push_back(std::move(candidate));
    }
    std::sort(out.begin(), out.end(),
              [](const Candidate& a, const Candidate& b) { return a.tokens.begin < b.tokens.begin; });
    return out;
}

}  // namespace entente::recognise
