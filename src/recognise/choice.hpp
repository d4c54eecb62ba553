// A candidate to a name.
//
// in        a candidate, the article's votes
// out       its type and, where the world knows it, whom it means; nothing where it is no name
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "recognise/candidate.hpp"
#include "recognise/election.hpp"
#include "recognise/patterns.hpp"
#include "recognise/reading.hpp"

namespace entente::recognise {

class Chooser {
  public:
    Chooser(const Reading& reading, const Election& election, const Patterns& patterns);

    // The names of a candidate: none, one, or two that a hyphen joins ("Li-Harrow").
    [[nodiscard]] std::vector<Name> names(const Candidate& candidate) const;

  private:
    [[nodiscard]] std::optional<Name> name(const Candidate& candidate) const;
    [[nodiscard]] std::optional<Name> unknown(const Candidate& candidate) const;
    [[nodiscard]] const World::Meaning* meaning(const Candidate& candidate) const;
    [[nodiscard]] bool believable(const Candidate& candidate, const World::Meaning& meaning) const;
    [[nodiscard]] bool has_everyday_word(const Candidate& candidate) const;
    [[nodiscard]] bool is_everyday(std::uint32_t token) const;
    [[nodiscard]] Name empty_name(const Candidate& candidate) const;

    const Reading& reading_;
    const Election& election_;
    const Patterns& patterns_;
    std::set<std::string> lower_;  // words that the article also writes without a capital
};

}  // namespace entente::recognise
