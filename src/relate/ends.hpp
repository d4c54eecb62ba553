// Where the ends of a verb or noun stand.
//
// All answers are references (indices of Document::references), several where they are joined: "Norway and
// Sweden". Nothing is answered where the nearest phrase means no reference: a wrong end is worse than none.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "relate/reading.hpp"

namespace entente::relate {

using Ends = std::vector<int>;

class EndFinder {
  public:
    explicit EndFinder(const Reading& reading) : reading_(reading) {}

    // Who does it, as the words before the verb say (of a passive: to whom it is done).
    [[nodiscard]] Ends subject(int group) const { return subject(group, 0); }
    // The phrase right behind a verb.
    [[nodiscard]] Ends object(int group) const;
    // Who stands behind `preposition` after token `from`, within the clause.
    [[nodiscard]] Ends behind(std::string_view preposition, std::uint32_t from, bool of_verb = true) const;
    // The same, among the phrases that hang on the noun before `from`: no verb and no comma between.
    [[nodiscard]] Ends behind_noun(std::string_view preposition, std::uint32_t from) const;
    // The reference that a phrase means, with those that "and" joins to it.
    [[nodiscard]] Ends joined_left(int phrase) const;
    [[nodiscard]] Ends joined_right(int phrase, bool of_verb) const;
    // The phrase right behind the group, or none.
    [[nodiscard]] int object_phrase(int group) const;
    // The group that this infinitive or gerund depends on, or none.
    [[nodiscard]] int governor(int group) const;
    // The phrase whose last token is `last`, read leftward over "of ..." to the phrase that it belongs to.
    [[nodiscard]] int leftward_host(std::uint32_t last) const;
    // Who is named before the comma that opens this phrase: "Ann Li, chairman of Norvia".
    [[nodiscard]] Ends apposed(int phrase) const;

  private:
    [[nodiscard]] Ends subject(int group, int depth) const;
    [[nodiscard]] Ends controlled_subject(int group, int depth) const;
    [[nodiscard]] Ends shared_subject(int group, int depth) const;
    [[nodiscard]] Ends left_of(std::uint32_t at, int group, int depth) const;
    [[nodiscard]] Ends antecedent(std::uint32_t relative) const;
    [[nodiscard]] Ends before_aside(std::uint32_t comma) const;
    [[nodiscard]] Ends meant_by(int phrase) const;
    [[nodiscard]] std::uint32_t skip_right(std::uint32_t at) const;
    [[nodiscard]] bool stands_aside(int phrase) const;
    [[nodiscard]] Ends place_of(int phrase) const;
    [[nodiscard]] EntityType type(int reference) const;

    const Reading& reading_;
};

}  // namespace entente::relate
