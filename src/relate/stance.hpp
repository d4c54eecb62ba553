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

struct Stance {
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
    friend bool operator==(const Stance&, const Stance&) = default;
};

// Of a verb, a noun of a deed, or what a copula ascribes.
[[nodiscard]] std::optional<Stance> stance_of(const Tree& tree, int word);
// What `governor`, itself meant as `own`, makes of a deed meant as `inner`.
[[nodiscard]] std::optional<Stance> governed(const Governor& governor, Stance own, Stance inner);

}  // namespace entente::relate
