// Characters as the tokeniser sees them.
//
// ASCII comes from a table of 128 made at compile time; the rest is asked of utf8proc.
// SPDX-License-Identifier: MIT
#include "tokenise/characters.hpp"

#include <array>

#include "entente/text/utf8.hpp"

namespace entente::tokenise {
namespace {

constexpr Class ascii_class(char c) {
    if ((c >= '\t' && c <= '\r') || c == ' ') return Class::space;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return Class::letter;
    if (c >= '0' && c <= '9') return Class::digit;
    switch (c) {
        case '\'':
        case '`':
            return Class::apostrophe;
        case '"':
            return Class::quote;
        case '(':
        case '[':
        case '{':
            return Class::open;
        case ')':
        case ']':
        case '}':
            return Class::close;
        case '-':
            return Class::hyphen;
        case '.':
        case '!':
        case '?':
            return Class::stop;
        default:
            return Class::other;
    }
}

constexpr auto ascii_table = [] {
    std::array<Class, 128> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = ascii_class(static_cast<char>(i));
    return table;
}();

Class wide_class(char32_t c) {
    if (c == 0x2019 || c == 0x02BC) return Class::apostrophe;
    if (c == 0x2018 || (c >= 0x201A && c <= 0x201F) || c == 0xAB || c == 0xBB) return Class::quote;
    if (c == 0x2010 || c == 0x2011) return Class::hyphen;
    if (c >= 0x2012 && c <= 0x2015) return Class::dash;
    if (c == 0x2026) return Class::stop;
    if (is_space(c)) return Class::space;
    if (is_letter(c) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
        (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF) {
        return Class::letter;
    }
    return is_digit(c) ? Class::digit : Class::other;
}

}  // namespace

Character character(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {0, 0, Class::space};
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1, ascii_table[first]};
    const CodePoint c = decode(text, at);
    return {c.value, c.size, c.valid ? wide_class(c.value) : Class::other};
}

}  // namespace entente::tokenise
