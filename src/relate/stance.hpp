// How a statement is meant.
//
// in        the word of a sentence that carries it
// out       whether it is so, and whether it is told, planned, possible or asked for; nothing where it is not said at all
// example   "refused to ban": negative, asserted; "may have to stop banning": negative, possible
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "relate/tree.hpp"

namespace entente::relate {

// "that Norway ban Telmar"
[[nodiscard]] bool in_subjunctive(const Tree& tree, int word);

struct Stance {
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
    friend bool operator==(const Stance&, const Stance&) = default;
};

// Of a verb, a noun of a deed, or what a copula ascribes.
[[nodiscard]] std::optional<Stance> stance_of(const Tree& tree, int word);
// What `governor`, itself meant as `own`, makes of a deed meant as `inner`.
[[nodiscard]] std::optional<Stance> governed(const Governor& governor, Stance own, Stance inner);

// ---- of stance.cpp and deeds.cpp, which ask one another: what a word is meant as, below `depth` others

[[nodiscard]] std::optional<Stance> stance_at(const Tree& tree, int word, int depth);
// What the words above make of `word`, which by itself is meant as `inner`.
[[nodiscard]] std::optional<Stance> placed(const Tree& tree, int word, Stance inner, int depth);
// What the word `above` makes of a deed that depends on it.
[[nodiscard]] std::optional<Stance> under(const Tree& tree, const Governor& how, int above, Stance inner, int depth);
[[nodiscard]] Stance joined(Stance outer, Stance inner);

}  // namespace entente::relate
