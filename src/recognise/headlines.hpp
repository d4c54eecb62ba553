// Headlines to names.
//
// in        the document, and the names of its running text
// out       names in its headlines: those that the world knows, and those that the running text has
// example   "Telmar Sues Oslo Over Harbour Ban" is no giant name, but holds "Telmar" and "Oslo"; "Telmar to sell its
//           stake in Norvia" is read like running text
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "recognise/reading.hpp"

namespace entente::recognise {

// Whether every word of the sentence that has a meaning of its own has a capital, so that a capital says nothing.
[[nodiscard]] bool in_title_case(const Reading& reading, const Lexicon& lexicon, const Sentence& sentence);

[[nodiscard]] std::vector<Name> names_in_headlines(const Reading& reading, const Knowledge& knowledge,
                                                   const std::vector<Name>& names);

}  // namespace entente::recognise
