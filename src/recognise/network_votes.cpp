// What the network sees to candidates and votes.
//
// It knows better than the rules where a name ends, but for names that the world knows and that reach further, and for
// titles, which it sometimes takes for a part of the name. It has read the whole sentence, so a capital that is owed to the
// sentence's begin does not mislead it.
// SPDX-License-Identifier: MIT
#include "recognise/network_votes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "recognise/known_names.hpp"

namespace entente::recognise {
namespace {

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

// What it sees in the stretch as it is. Which countries there are is known, so a name that the world does not have is a place
// where the network sees a country, and none where it sees a nation's adjective ("Swahili").
Sight sight(const Candidate& candidate, const Seen& seen) {
    const Chances chances = seen.chances(candidate.tokens);
    const float none = 1 - std::accumulate(chances.begin(), chances.end(), 0.0F);
    Sight out{};
    for (std::size_t k = 0; k < chances.size(); ++k) {
        const auto kind = static_cast<NameKind>(k);
        Vote to = vote_for(kind);
        if (candidate.meanings.empty() && to == Vote::country)
            to = kind == NameKind::adjective ? Vote::thing : Vote::place;
        if (candidate.meanings.empty() && to == Vote::acts) to = Vote::place;
        out[static_cast<std::size_t>(to)] += chances[k];
    }
    if (candidate.meanings.empty()) out[static_cast<std::size_t>(Vote::thing)] += none;
    return out;
}

bool meet(TokenRange a, TokenRange b) {
    return a.begin < b.end && b.begin < a.end;
}

std::vector<World::Meaning> meanings_of(const Reading& reading, const World& world, TokenRange range) {
    for (auto& known : known_names(reading, world, range)) {
        if (known.tokens == range) return std::move(known.meanings);
    }
    return {};
}

// The end of a firm's name without the country behind it: "Norvia Power" and "India" of "Norvia Power of India"; but "Bank of
// India" has a head that takes a complement.
std::uint32_t without_country(const Reading& reading, const World& world, TokenRange name) {
    for (std::uint32_t i = name.begin + 2; i + 1 < name.end; ++i) {
        if (reading.is(i - 1, takes_of | place_head)) return name.end;
        if (reading.pieces[i].folded != "of" || i + 1 >= name.end) continue;
        if (!reading.is(name.begin, takes_of) && !meanings_of(reading, world, {i + 1, name.end}).empty()) return i;
    }
    return name.end;
}

// Without what is said of it before it, "Lahti biotech Norvia", and without titles: "Captain", "Prime Minister".
TokenRange name_alone(const Reading& reading, const World& world, const Labelled& name) {
    TokenRange out = name.tokens;
    for (std::uint32_t i = out.begin + 1; i + 1 < out.end; ++i) {
        if (reading.document.tokens[i].shape == Shape::lower && reading.is(i, noun) && reading.capital(i + 1))
            out.begin = i + 1;
    }
    const bool capitals = reading.document.tokens[out.begin].shape == Shape::upper && reading.is(out.begin, noun);
    if (capitals && out.size() > 2) ++out.begin;  // "NGO Clean Coast"
    const bool first = out.begin == reading.document.sentences[reading.document.sentence_of(out.begin)].tokens.begin;
    if (first && out.size() > 1 && reading.introduces(out.begin) && reading.capital(out.begin + 1)) ++out.begin;
    if (name.kind == NameKind::organisation) out.end = without_country(reading, world, out);
    while (name.kind == NameKind::person) {
        const std::uint32_t title = reading.title(out.begin, out.end);
        if (title == 0 || out.begin + title >= out.end) break;
        out.begin += title;
    }
    return out;
}

// "Dravik Holdings", "Heidelberg university".
bool ends_in_head(const Reading& reading, TokenRange tokens) {
    const std::uint32_t last = tokens.end - 1;
    return reading.is(last, also_lower) || (reading.is(last, organisation_head | legal_form) && reading.capital(last));
}

bool is_nation(const Candidate& c) {
    return std::any_of(c.meanings.begin(), c.meanings.end(),
                       [](const World::Meaning& m) { return m.known->entity.type == EntityType::country; });
}

// "CBN" of "ABS-CBN"
bool cuts_hyphen(const Reading& reading, TokenRange name, TokenRange whole) {
    const auto hyphen = [&](std::uint32_t token) {
        return reading.pieces[token].folded == "-" && !reading.pieces[token].space_before;
    };
    return (name.begin > whole.begin && hyphen(name.begin - 1)) || (name.end < whole.end && hyphen(name.end));
}

// Whether the rules' candidate stays though the network sees a name with other ends: one that reaches further and that the
// world knows or an organisation's head closes; the "Chinese" of "Chinese Silicon Valley", the "Huawei" of "Huawei Ken Hu".
bool stays(const Reading& reading, const std::vector<Candidate>& all, const Candidate& c, const Labelled& name) {
    if (c.tokens == name.tokens) return false;
    if (c.tokens.contains(name.tokens) && cuts_hyphen(reading, name.tokens, c.tokens)) return true;
    if (is_nation(c) && c.tokens.begin == name.tokens.begin && name.tokens.contains(c.tokens)) {
        const TokenRange rest{c.tokens.end, name.tokens.end};  // "US" and "Department of Justice"
        if (std::any_of(all.begin(), all.end(), [&](const Candidate& d) { return d.tokens == rest; })) return true;
    }
    if (c.tokens.contains(name.tokens)) return !c.meanings.empty() || ends_in_head(reading, c.tokens);
    if (c.meanings.empty() || c.tokens.begin != name.tokens.begin || !name.tokens.contains(c.tokens)) return false;
    const bool adjective = std::any_of(c.meanings.begin(), c.meanings.end(), [](const World::Meaning& m) {
        return m.as == World::As::adjective || m.as == World::As::people;
    });
    return (adjective && name.kind != NameKind::organisation) || reading.is(c.tokens.end, given_name);
}

}  // namespace

std::vector<Candidate> with_network(const Reading& reading, const World& world, std::vector<Candidate> candidates,
                                    const Seen& seen) {
    std::vector<Candidate> out;
    for (Labelled name : seen.names()) {
        name.tokens = name_alone(reading, world, name);
        const auto against = [&](const Candidate& c) { return stays(reading, candidates, c, name); };
        if (std::any_of(candidates.begin(), candidates.end(), against)) continue;
        const auto same = [&](const Candidate& c) { return c.tokens == name.tokens; };
        const auto found = std::find_if(candidates.begin(), candidates.end(), same);
        out.push_back(found != candidates.end()
                          ? *found
                          : Candidate{name.tokens, meanings_of(reading, world, name.tokens), false, {}, {}});
        out.back().initial = false;
    }
    const auto taken = static_cast<std::ptrdiff_t>(out.size());
    for (Candidate& candidate : candidates) {
        const auto meets = [&](const Candidate& other) { return meet(other.tokens, candidate.tokens); };
        if (std::none_of(out.begin(), out.begin() + taken, meets)) out.push_back(std::move(candidate));
    }
    for (Candidate& candidate : out)
        candidate.seen = sight(candidate, seen);
    std::sort(out.begin(), out.end(),
              [](const Candidate& a, const Candidate& b) { return a.tokens.begin < b.tokens.begin; });
    return out;
}

}  // namespace entente::recognise
