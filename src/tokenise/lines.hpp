// Lines to blocks.
//
// A block is what a sentence cannot leave: a paragraph, a headline, a caption, an item of a list.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "entente/text/span.hpp"

namespace entente::tokenise {

struct Block {
    Span span;            // without white space at its ends
    bool bullet = false;  // begins with a bullet or the number of an item
    bool one_line = false;
};

// The blocks of text[stretch], in order.
[[nodiscard]] std::vector<Block> blocks_of(std::string_view text, Span stretch);

}  // namespace entente::tokenise
