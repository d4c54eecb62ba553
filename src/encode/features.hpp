// A word to what the network sees.
//
// in        any bytes
// out       hashes of the form, its ends and its letters' shape; a table takes them modulo its rows
// threads   pure functions
// cost      linear in the word, at most some 60 characters of it
// example   "Telmar’s" has the keys of "telmar's", suf3 "r's", shape "Xx'x"
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::encode {

enum class Affix : std::uint8_t { suffix2, suffix3, suffix4, prefix2, prefix3, shape, full_shape };
inline constexpr int affix_count = 7;

struct WordFeatures {
    std::uint32_t word = 0;                            // of the normal form, every digit 0
    std::uint32_t vector = 0;                          // of the normal form
    std::array<std::uint32_t, affix_count> affixes{};  // of each Affix
};

// Lower case, quotes and dashes in ASCII: the spelling under which word vectors know a word.
[[nodiscard]] std::string normal_form(std::string_view form);
[[nodiscard]] std::uint32_t key_of(std::string_view normal);
[[nodiscard]] WordFeatures features_of(std::string_view form);

}  // namespace entente::encode
