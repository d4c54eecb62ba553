// Sums and dates beside a statement.
//
// out       "EUR 70000000"; "2019", "2019-09" or "2019-09-14"; "" where the words do not say so plainly
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "relate/reading.hpp"

namespace entente::relate {

// The first within tokens [begin, end).
[[nodiscard]] std::string amount_in(const Reading& reading, const Lexicon& lexicon, std::uint32_t begin,
                                    std::uint32_t end);
[[nodiscard]] std::string date_in(const Reading& reading, std::uint32_t begin, std::uint32_t end);

}  // namespace entente::relate
