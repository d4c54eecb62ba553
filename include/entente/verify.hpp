// Every edge found again.
//
// in        one Extraction, and the text of its article as `read` delivers it
// out       what does not hold, in the order of the line; nothing = every name, cue and end stands at its bytes
// errors    none
// threads   pure function
// cost      linear
// example   verify(extraction, article.text).empty()
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/extraction.hpp"

namespace entente {

struct Fault {
    std::string document;  // its id
    std::string where;     // "mention of Norway at [0, 6)", "statement 5f2c..., cue"
    std::string what;      // what is wrong
};

[[nodiscard]] std::vector<Fault> verify(const Extraction& extraction, std::string_view text);

// How many things verify() looks at: mentions, and four spans a piece of evidence.
[[nodiscard]] std::size_t checks_of(const Extraction& extraction);

}  // namespace entente
