// Words to dates.
//
// in        a sentence, the day on which the article was published: "2019-04-16" or ""
// out       "2019", "2019-09" or "2019-09-14"; "" where the words do not say so plainly
// example   "last week" in an article of 2019-04-16 gives "" (no day is meant), "on Monday" "2019-04-15",
//           "in May this year" "2019-05", "last year" "2018"
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "relate/tree.hpp"

namespace entente::relate {

// The first within words [begin, end). `past`: whether a weekday or a month alone is the last one or the next one.
[[nodiscard]] std::string date_in(const Tree& tree, int begin, int end, std::string_view published, bool past);
// Whether the words speak of a time to come: "next week", "tomorrow", "from 1 July".
[[nodiscard]] bool time_to_come(const Tree& tree, int begin, int end);

}  // namespace entente::relate
