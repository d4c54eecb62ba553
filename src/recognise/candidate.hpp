// What may be a name, and why.
//
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente::recognise {

// What a pattern may speak for: the four types, that it is none of them, that a capital acts here.
enum class Vote : std::uint8_t { person, organisation, country, place, thing, acts };
constexpr std::size_t vote_kinds = 6;

struct Votes {
    std::array<int, vote_kinds> sum{};
    std::array<int, vote_kinds> best{};            // the weight of the strongest pattern
    std::array<std::uint32_t, vote_kinds> line{};  // its line in names.patterns

    void add(Vote kind, int weight, std::uint32_t from_line);
    void add(const Votes& other);
    [[nodiscard]] int of(Vote kind) const { return sum[static_cast<std::size_t>(kind)]; }
};

// How likely each vote is right, as the network sees it; all zero = it has not looked.
using Sight = std::array<float, vote_kinds>;

struct Candidate {
    TokenRange tokens;
    std::vector<World::Meaning> meanings;  // empty = the world does not know it
    bool initial = false;                  // the capital may be owed to the place where it stands
    Votes votes;
    Sight seen;  // what the network says of it at this place
};

inline void Votes::add(Vote kind, int weight, std::uint32_t from_line) {
    const auto k = static_cast<std::size_t>(kind);
    sum[k] += weight;
    if (weight > best[k]) {
        best[k] = weight;
        line[k] = from_line;
    }
}

inline void Votes::add(const Votes& other) {
    for (std::size_t k = 0; k < vote_kinds; ++k) {
        sum[k] += other.sum[k];
        if (other.best[k] > best[k]) {
            best[k] = other.best[k];
            line[k] = other.line[k];
        }
    }
}

}  // namespace entente::recognise
