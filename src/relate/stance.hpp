// How a statement is meant.
//
// out       whether it is so, and whether it is told, planned, possible or asked for; nothing where it is not
// said at all example   "refused to ban": negative, asserted; "may have to stop banning": negative, possible
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "relate/ends.hpp"
#include "relate/reading.hpp"

namespace entente::relate {

struct Stance {
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
    friend bool operator==(const Stance&, const Stance&) = default;
};

// The stance of a verb group within its sentence.
[[nodiscard]] std::optional<Stance> stance_of(const Reading& reading, const EndFinder& ends, int group);
// What `governor`, itself meant as `own`, makes of a deed meant as `inner`.
[[nodiscard]] std::optional<Stance> governed(const Governor& governor, Stance own, Stance inner);

}  // namespace entente::relate
