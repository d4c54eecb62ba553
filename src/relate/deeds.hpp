// How a deed that a noun tells is meant, and what hangs on a noun.
//
// example   "lifted its ban": negative; "a ban would hurt": possible; "its plan to ban": planned; "rejected the
//           accusation": it was made all the same
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "relate/stance.hpp"

namespace entente::relate {

// A noun of a deed that is an end of a verb: "lifted the ban", "imposed a ban", "a ban could follow".
[[nodiscard]] std::optional<Stance> noun_of_verb(const Tree& tree, int word, int above, Stance inner, int depth);
// "the ban ended", "the attempt failed", "a ban is on the cards"
[[nodiscard]] std::optional<Stance> noun_as_subject(const Tree& tree, int word, int above, Stance inner, int depth);
// A noun or clause that hangs on a noun: "a plan for a ban", "its refusal to ban", "a series of bans".
[[nodiscard]] std::optional<Stance> below_noun(const Tree& tree, int word, int above, Stance inner, int depth);

// "denied involvement in the attack", where the tree hangs the attack on the verb: the noun that bears it, or none.
[[nodiscard]] int part_beside(const Tree& tree, int word);
// "the first country to ban", "became the second country to ban": it did.
[[nodiscard]] bool one_of_several(const Tree& tree, int noun);
[[nodiscard]] bool one_of_several_beside(const Tree& tree, int word, int above);
// "the accusation that Telmar spied", where the tree takes "that" for a pronoun
[[nodiscard]] bool content_clause(const Tree& tree, int word, int noun);
// "no chance of Norway banning"
[[nodiscard]] bool gerund_of_noun(const Tree& tree, int word, int above);
// "is reported to have banned": what is over is not planned.
[[nodiscard]] bool perfect(const Tree& tree, int word);

}  // namespace entente::relate
