// Numbers, dates, times, telephone numbers.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "tokenise/lists.hpp"

namespace entente::tokenise {

// The end of the number that begins at `at`, or `at`: "1,200", "19.5", "08:30", "9/11", "555-0100", "3rd",
// "1990s"; a range is two numbers, and so is a number before its unit: "3" of "3-4", "1.5" of "1.5bn".
[[nodiscard]] std::size_t number_end(std::string_view chunk, std::size_t at, const WordLists& lists);

}  // namespace entente::tokenise
