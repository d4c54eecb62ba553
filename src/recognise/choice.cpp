// A candidate to a name.
//
// Of a capital's two meanings the government is taken where it acts ("Oslo banned"), the town elsewhere ("in
// Oslo"). A word at the sentence's begin is a name only if it is one elsewhere, or if very much speaks for
// it. SPDX-License-Identifier: MIT
#include "recognise/choice.hpp"

#include <algorithm>

namespace entente::recognise {
namespace {

constexpr int much = 4;  // votes that make up for a capital that says nothing

Vote vote_for(EntityType type) {
    switch (type) {
        case EntityType::person:
            return Vote::person;
        case EntityType::organisation:
            return Vote::organisation;
        case EntityType::country:
            return Vote::country;
        case EntityType::place:
            break;
    }
    return Vote::place;
}

}  // namespace

Chooser::Chooser(const Reading& reading, const Election& election, const Patterns& patterns)
    : reading_(reading), election_(election), patterns_(patterns) {
    for (std::uint32_t i = 0; i < reading.pieces.size(); ++i) {
        if (reading.document.tokens[i].shape == Shape::lower) lower_.insert(reading.pieces[i].folded);
    }
}

Name Chooser::empty_name(const Candidate& candidate) const {
    Name out;
    out.tokens = candidate.tokens;
    out.span = reading_.document.span(candidate.tokens);
    return out;
}

// "Office", "Member", "Fisheries": alone they name nothing, but for "Parliament" and the like.
bool Chooser::is_everyday(std::uint32_t token) const {
    return reading_.is(token, noun | organisation_head | organisation_word | place_head | title_part | common_word |
                                  part_name) &&
           !reading_.is(token, stands_alone);
}

// "Rapid Response", "Physics"
bool Chooser::has_everyday_word(const Candidate& candidate) const {
    for (std::uint32_t i = candidate.tokens.begin; i < candidate.tokens.end; ++i) {
        const bool joined = i > candidate.tokens.begin && reading_.pieces[i - 1].folded == "-";  // "Diallo-Price"
        if (reading_.is(i, everyday_word) && !joined && reading_.capital(i) &&
            !reading_.is(i, given_name | stands_alone))
            return true;
    }
    return false;
}

std::optional<Name> Chooser::unknown(const Candidate& candidate) const {
    Name out = empty_name(candidate);
    const std::string_view form = reading_.document.text(out.span);
    const auto result = election_.result(form);
    if (!result) return {};
    if (candidate.tokens.size() == 1 && !result->short_form && is_everyday(candidate.tokens.begin)) return {};
    if (candidate.initial && !result->certain) {
        const std::uint32_t token = candidate.tokens.begin;
        const Shape shape = reading_.document.tokens[token].shape;
        const bool odd_letters = shape == Shape::upper || shape == Shape::mixed;
        const bool in_use = lower_.contains(reading_.pieces[token].folded);
        if (in_use || (!odd_letters && election_.votes(form, vote_for(result->type)) < much)) return {};
    }
    if (election_.votes(form, vote_for(result->type)) < much && !result->short_form && has_everyday_word(candidate))
        return {};
    out.type = result->type;
    out.found_by = patterns_.origin(result->line);
    return out;
}

// The meaning that fits the place: a government that acts, else the type with most votes, else the first.
const World::Meaning* Chooser::meaning(const Candidate& candidate) const {
    const auto& meanings = candidate.meanings;
    const auto government = std::find_if(meanings.begin(), meanings.end(),
                                         [](const World::Meaning& m) { return m.as == World::As::government; });
    if (government != meanings.end() && candidate.votes.of(Vote::acts) > 0) return &*government;
    const World::Meaning* best = nullptr;
    int most = 0;
    for (const World::Meaning& m : meanings) {
        if (m.as == World::As::government) continue;
        const int country = m.known->entity.type == EntityType::country ? 1 : 0;
        const int votes = candidate.votes.of(vote_for(m.known->entity.type)) + country;
        if (best == nullptr || votes > most) {
            best = &m;
            most = votes;
        }
    }
    return best;
}

// Whether a word that is also an everyday one, or a person's name, means what the world says.
bool Chooser::believable(const Candidate& candidate, const World::Meaning& meaning) const {
    const EntityType type = meaning.known->entity.type;
    const int person = candidate.votes.of(Vote::person), votes = candidate.votes.of(vote_for(type));
    if (type == EntityType::place && person > much && person > votes) return false;  // "Mr Paris"
    const bool capital = meaning.as == World::As::government;  // Georgia is ambiguous, Tbilisi is not
    if (!meaning.known->ambiguous() || capital || candidate.tokens.size() > 1) return true;
    const std::string_view form = reading_.document.text(reading_.document.span(candidate.tokens));
    const int all = election_.votes(form, vote_for(type));
    return all >= (candidate.initial ? much : 1) && all >= election_.votes(form, Vote::person);
}

std::optional<Name> Chooser::name(const Candidate& candidate) const {
    const World::Meaning* chosen = meaning(candidate);
    if (chosen == nullptr || !believable(candidate, *chosen)) return unknown(candidate);
    Name out = empty_name(candidate);
    out.type = chosen->known->entity.type;
    out.known = chosen->known->entity.id;
    out.adjective = chosen->as == World::As::adjective || chosen->as == World::As::people;
    out.acts = chosen->as == World::As::government;
    out.found_by = "world";
    return out;
}

std::vector<Name> Chooser::names(const Candidate& candidate) const {
    std::vector<Name> out;
    const auto [begin, end] = candidate.tokens;
    if (candidate.meanings.empty() && end == begin + 3 && reading_.document.tokens[begin + 1].shape == Shape::other) {
        for (const std::uint32_t i : {begin, begin + 2}) {
            Candidate half = candidate;
            half.tokens = {i, i + 1};
            if (auto found = unknown(half)) out.push_back(std::move(*found));
        }
        if (out.size() == 2) return out;
        out.clear();
    }
    if (auto found = name(candidate)) out.push_back(std::move(*found));
    return out;
}

}  // namespace entente::recognise
