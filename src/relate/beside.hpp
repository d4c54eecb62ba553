// What stands beside a verb or noun and says how its deed is meant.
// SPDX-License-Identifier: MIT
#pragma once

#include "relate/stance.hpp"
#include "relate/tree.hpp"

namespace entente::relate {

// Of the two the one that promises less.
[[nodiscard]] Modality weaker(Modality a, Modality b);
// What the words that hang on this one say.
[[nodiscard]] Stance beside(const Tree& tree, int word);
// The same, with the auxiliaries that a verb shares with the one that it is joined to.
[[nodiscard]] Stance own_stance(const Tree& tree, int word);
// "an alleged ban": nothing is said of it.
[[nodiscard]] bool hidden_beside(const Tree& tree, int word);

}  // namespace entente::relate
