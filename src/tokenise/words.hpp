// A stretch without white space to words.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "tokenise/lists.hpp"

namespace entente::tokenise {

constexpr std::size_t longest_token = 1000;  // bytes

// Appends the words of text[span], which holds no white space and at most `longest_token` bytes.
void split_words(std::string_view text, Span span, const WordLists& lists, std::vector<Token>& tokens);

// How the letters of a word stand.
[[nodiscard]] Shape shape_of(std::string_view word);

}  // namespace entente::tokenise
