// Characters as the tokeniser sees them.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente::tokenise {

enum class Class : std::uint8_t {
    space,
    letter,  // letters, combining marks, "_", and what is invisible: joiners, soft hyphens
    digit,
    apostrophe,  // ' ’ ʼ `
    quote,       // " “ ” « » ‘
    open,        // ( [ {
    close,       // ) ] }
    hyphen,      // - U+2010 U+2011: inside a word
    dash,        // – —
    stop,        // . ! ? …
    other,       // all else: each a token of its own
};

struct Character {
    char32_t value = 0;
    std::uint32_t size = 0;  // bytes
    Class is = Class::other;
};

// The character at byte `at`; at the end of the text a space of no bytes.
[[nodiscard]] Character character(std::string_view text, std::size_t at);

[[nodiscard]] inline bool in_word(Character c) {
    return c.is == Class::letter || c.is == Class::digit;
}

}  // namespace entente::tokenise
