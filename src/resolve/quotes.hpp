// Marks of quotation to what is quoted.
//
// in        tokens and sentences
// out       stretches of tokens between quotation marks, without the marks; a stretch ends with its paragraph
//           at the latest, and what is quoted goes on over sentences
// example   "We lost. It hurts," she said.  gives  We lost. It hurts,
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/document.hpp"

namespace entente::resolve {

// In the order of the text, apart from each other.
[[nodiscard]] std::vector<TokenRange> quotes_of(const Document& document);

}  // namespace entente::resolve
