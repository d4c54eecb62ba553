// Bytes to characters and back.
//
// in        any bytes; what is not UTF-8 counts as U+FFFD, one per maximal subpart (Unicode 3.9)
// threads   pure functions
// cost      linear
// source    The Unicode Standard, chapters 3.9 and 3.13; tables by utf8proc
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// One decoded character and how many bytes it took (at least 1).
struct CodePoint {
    char32_t value = 0;      // U+FFFD where the bytes are not UTF-8
    std::uint32_t size = 0;  // bytes
    bool valid = true;       // false: the bytes are not UTF-8
};

// The character at byte `at`; `at` must lie inside `text`.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);
// The character that ends before byte `at`; `at` must be greater than 0.
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t value);

[[nodiscard]] bool is_utf8(std::string_view bytes);

// The same text in clean UTF-8: U+FFFD for what is not, and for NUL; `replaced` counts them.
[[nodiscard]] std::string clean_utf8(std::string_view bytes, std::size_t* replaced = nullptr);

// What kind of character it is, by its general category.
[[nodiscard]] bool is_upper(char32_t c);  // upper or title case
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool is_letter(char32_t c);  // letters and combining marks
[[nodiscard]] bool is_digit(char32_t c);   // any decimal digit
[[nodiscard]] bool is_space(char32_t c);   // white space of any width, line ends too
[[nodiscard]] bool is_symbol(char32_t c);  // punctuation and symbols

[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] std::string upper(std::string_view text);

// The key by which two spellings of a name are the same: NFKC, case folded, without zero-width and
// bidirectional controls, quotes and dashes in ASCII, runs of white space one blank, ends trimmed.
// example   "Société  Générale" = "socie\u0301te\u0301 ge\u0301ne\u0301rale" ; "O’Neil" = "o'neil"
[[nodiscard]] std::string fold(std::string_view text);

// For a person to read: control bytes and bidirectional controls as \xNN or \u{NNNN}.
[[nodiscard]] std::string printable(std::string_view text);

// Columns that it takes on a terminal: 2 for wide characters, 0 for combining ones.
[[nodiscard]] std::size_t columns(std::string_view text);

// A hash that stays the same for ever: 16 hexadecimal digits of XXH64.
[[nodiscard]] std::string hash_hex(std::string_view bytes);
// The hash of two texts as if they were one.
[[nodiscard]] std::string hash_hex(std::string_view first, std::string_view second);

}  // namespace entente
