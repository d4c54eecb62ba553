// Sentences to what may be a name.
//
// in        a sentence of running text, and the known names in it
// out       stretches of tokens, in the order of the text, not overlapping
// example   "US President Ann Li of the Bank of Norvia" gives "US", "Ann Li", "Bank of Norvia"
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/knowledge.hpp"
#include "recognise/candidate.hpp"
#include "recognise/reading.hpp"

namespace entente::recognise {

[[nodiscard]] std::vector<Candidate> find_candidates(const Reading& reading, const World& world,
                                                     const Sentence& sentence);

}  // namespace entente::recognise
