// Tokens to names that the world knows.
//
// in        a sentence
// out       where a known name begins: how many tokens it has, and whom it may mean
// example   "us" is no match for "US", "who" none for "WHO", "U.S." is one of "US" or "U.S."
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "recognise/reading.hpp"

namespace entente::recognise {

struct KnownName {
    TokenRange tokens;
    std::vector<World::Meaning> meanings;  // at least one
};

// From left to right, the longest first, not overlapping.
[[nodiscard]] std::vector<KnownName> known_names(const Reading& reading, const World& world, TokenRange range);

}  // namespace entente::recognise
