// Words of a block to sentences.
// SPDX-License-Identifier: MIT
#pragma once

#include "entente/document.hpp"
#include "tokenise/lines.hpp"
#include "tokenise/lists.hpp"

namespace entente::tokenise {

constexpr std::uint32_t most_tokens = 1000;        // of a sentence
constexpr std::uint32_t longest_sentence = 10000;  // bytes

// Appends the sentences of the tokens from `first` to the last, which are those of the block.
void split_sentences(Document& document, std::uint32_t first, const Block& block, const WordLists& lists);

}  // namespace entente::tokenise
