// What stands around a title.
//
// In the order of the words: parsers trained on little news often hang a name elsewhere.
//
// in        a sentence, the last word of a title and its first (`begin`)
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "relate/ends.hpp"
#include "relate/tree.hpp"

namespace entente::relate {

// What the words beside it make of it: "former chairman", "its former partner Telmar", "president-elect".
[[nodiscard]] Rank rank_of(const Tree& tree, int word, int begin);
// "Secretary of State Ann Li", "President-elect Ann Li"
[[nodiscard]] Ends name_behind(const Tree& tree, int word);
// "Special Representative for Iran Ann Li"
[[nodiscard]] Ends name_behind_complement(const Tree& tree, int word);
// The nearest name before it in its phrase: with "'s" or as "its" a possessor, else a modifier.
[[nodiscard]] Ends name_before(const Tree& tree, int begin, bool possessive);
// "Norvia's head of research": of a part of what is named, not of the whole.
[[nodiscard]] bool of_a_part(const Tree& tree, int word);
// "Norvia, whose chairman is Ann Li"
[[nodiscard]] Ends before_whose(const Tree& tree, int begin);
// "the petroleum minister, Ann Li, ..."
[[nodiscard]] Ends name_behind_comma(const Tree& tree, int word);
// "Ann Li, chairman"
[[nodiscard]] Ends name_before_comma(const Tree& tree, int begin);
// The title with what it is for: "minister of transport", "foreign affairs minister".
[[nodiscard]] std::string title_of(const Tree& tree, int word, int begin);
// Whether the title stands alone, so that only the article tells whose it is: "Prime Minister Ann Li".
[[nodiscard]] bool names_no_owner(const Tree& tree, int word, int begin, End bearer);
// "Vietnamese Premier Ann Li and Trade Minister Jon Dahl": the country that the title may share; none.
[[nodiscard]] int shared_country(const Tree& tree, int begin);

}  // namespace entente::relate
