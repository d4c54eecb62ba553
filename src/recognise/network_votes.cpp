// What the network sees to candidates and votes.
//
// It knows better than the rules where a name ends, but for names that the world knows and that reach further.
// SPDX-License-Identifier: MIT
#include "recognise/network_votes.hpp"

#include <algorithm>
#include <cstdlib>

#include "recognise/known_names.hpp"

namespace entente::recognise {
namespace {

static int env(const char* n, int d) { const char* v = std::getenv(n); return v ? std::atoi(v) : d; }
const int sure = env("W_SAME", 4), against = env("W_NONE", 0), known_w = env("W_KNOWN", 1);

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

}  // namespace

std::vector<Candidate> with_network(const Reading& reading, const World& world, const Sentence&,
                                    std::vector<Candidate> candidates, const std::vector<Labelled>& labelled) {
    constexpr std::uint32_t no_line = 0;
    const auto wider = [](const Candidate& c, TokenRange range) {
        return known_w && !c.meanings.empty() && c.tokens.contains(range) && c.tokens != range;
    };
    std::vector<Candidate> out;
    for (const Labelled& name : labelled) {
        const TokenRange tokens = name_alone(reading, name);
        const auto stays = [&](const Candidate& c) { return wider(c, tokens); };
        if (std::any_of(candidates.begin(), candidates.end(), stays)) continue;
        const auto same = [&](const Candidate& c) { return c.tokens == tokens; };
        const auto found = std::find_if(candidates.begin(), candidates.end(), same);
        if (found != candidates.end()) {
            out.push_back(*found);
        } else {
            out.push_back({tokens, meanings_of(reading, world, tokens), false, {}});
        }
        static const int ini = env("W_INI", 1);
        if (ini) out.back().initial = false;
        out.back().votes.add(vote_for(name.kind), sure, no_line);
    }
    const std::size_t seen = out.size();
    for (Candidate& candidate : candidates) {
        const auto meets = [&](const Candidate& c) { return meet(c.tokens, candidate.tokens); };
        if (std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(seen), meets)) continue;
        candidate.votes.add(Vote::thing, against, no_line);
        out.push_back(std::move(candidate));
    }
    std::sort(out.begin(), out.end(),
              [](const Candidate& a, const Candidate& b) { return a.tokens.begin < b.tokens.begin; });
    return out;
}

}  // namespace entente::recognise
