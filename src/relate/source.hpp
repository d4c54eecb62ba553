// Who says so.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "entente/document.hpp"
#include "relate/ends.hpp"
#include "relate/reading.hpp"

namespace entente::relate {

// Who speaks, and which tokens of the sentence are his words.
struct Speech {
    int speaker = none;                // a reference
    std::string text;                  // an unnamed one: "a senior official in Helsinki"
    std::uint32_t begin = 0, end = 0;  // of what is said, without what stands in quotation marks
};

[[nodiscard]] std::vector<Speech> speeches(const Reading& reading, const EndFinder& ends);

// For every token of the document the number of the quotation that it lies in, from 1; 0 = none. A quotation
// ends with its paragraph.
[[nodiscard]] std::vector<std::uint32_t> quotations(const Document& document);

}  // namespace entente::relate
