// Sums beside a statement.
//
// out       "EUR 70000000"; "" where the words do not say so plainly
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "relate/tree.hpp"

namespace entente::relate {

// The first sum within words [begin, end).
[[nodiscard]] std::string amount_in(const Tree& tree, const Lexicon& lexicon, int begin, int end);

}  // namespace entente::relate
