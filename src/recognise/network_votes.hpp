// What the network sees to candidates and votes.
//
// in        what it sees in a sentence, and the candidates found there
// out       its vote on each candidate; where it sees other ends, the candidate has them
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/knowledge.hpp"
#include "recognise/candidate.hpp"
#include "recognise/labeller.hpp"
#include "recognise/reading.hpp"

namespace entente::recognise {

[[nodiscard]] std::vector<Candidate> with_network(const Reading& reading, const World& world,
                                                  std::vector<Candidate> candidates, const Seen& seen);

}  // namespace entente::recognise
