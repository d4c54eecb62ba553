// Bytes to characters and back.
//
// utf8proc knows the tables; decoding is our own, because it must give one U+FFFD per maximal subpart of what is not
// UTF-8 ("\xE0\x80" is two, "\xE2\x82" one), and never look behind the end.
// SPDX-License-Identifier: MIT
#include "entente/text/utf8.hpp"

#include <fmt/core.h>
#include <utf8proc.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdlib>
#include <memory>

namespace entente {
namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

// For a lead byte: length of the sequence and the allowed range of its second byte (Unicode, table 3-7).
struct Lead {
    std::uint32_t size;
    unsigned char low, high;
};

Lead lead_of(unsigned char b) {
    if (b >= 0xC2 && b <= 0xDF) return {2, 0x80, 0xBF};
    if (b == 0xE0) return {3, 0xA0, 0xBF};
    if (b == 0xED) return {3, 0x80, 0x9F};
    if (b >= 0xE1 && b <= 0xEF) return {3, 0x80, 0xBF};
    if (b == 0xF0) return {4, 0x90, 0xBF};
    if (b >= 0xF1 && b <= 0xF3) return {4, 0x80, 0xBF};
    if (b == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

utf8proc_category_t category(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

// Zero width and direction: shown nowhere, so they do not make a name another name.
bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
           c == 0xFEFF;
}

char32_t plain_punctuation(char32_t c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x02BC:
        case 0x2032:
        case 0x0060:
        case 0x00B4:
            return U'\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x00AB:
        case 0x00BB:
        case 0x2033:
            return U'"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212:
            return U'-';
        default:
            return c;
    }
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
    const unsigned char first = byte_at(text, at);
    if (first < 0x80) return {first, 1, true};
    const Lead lead = lead_of(first);
    if (lead.size == 0) return {replacement, 1, false};
    char32_t value = first & (0xFFu >> (lead.size + 1));
    for (std::uint32_t i = 1; i < lead.size; ++i) {
        if (at + i >= text.size()) return {replacement, i, false};
        const unsigned char next = byte_at(text, at + i);
        const unsigned char low = i == 1 ? lead.low : 0x80, high = i == 1 ? lead.high : 0xBF;
        if (next < low || next > high) return {replacement, i, false};
        value = (value << 6) | (next & 0x3Fu);
    }
    return {value, lead.size, true};
}

CodePoint decode_before(std::string_view text, std::size_t at) {
    for (std::uint32_t size = 1; size <= 4 && size <= at; ++size) {
        const CodePoint c = decode(text, at - size);
        if (c.valid && c.size == size) return c;
    }
    return {replacement, 1, false};
}

void append_utf8(std::string& out, char32_t value) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint c = decode(bytes, at);
        if (!c.valid) return false;
        at += c.size;
    }
    return true;
}

std::string clean_utf8(std::string_view bytes, std::size_t* replaced) {
    std::string out;
    out.reserve(bytes.size());
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint c = decode(bytes, at);
        if (c.valid && c.value != 0) {
            out.append(bytes.substr(at, c.size));
        } else {
            append_utf8(out, replacement);
            ++count;
        }
        at += c.size;
    }
    if (replaced != nullptr) *replaced = count;
    return out;
}

bool is_upper(char32_t c) {
    const auto k = category(c);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t c) {
    return category(c) == UTF8PROC_CATEGORY_LL;
}

bool is_letter(char32_t c) {
    const auto k = category(c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME;
}

bool is_digit(char32_t c) {
    return category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_space(char32_t c) {
    const auto k = category(c);
    return (c >= 0x09 && c <= 0x0D) || c == 0x85 || (k >= UTF8PROC_CATEGORY_ZS && k <= UTF8PROC_CATEGORY_ZP);
}

bool is_symbol(char32_t c) {
    const auto k = category(c);
    return k >= UTF8PROC_CATEGORY_PC && k <= UTF8PROC_CATEGORY_SO;
}

namespace {

std::string in_case(std::string_view text, utf8proc_int32_t (*change)(utf8proc_int32_t)) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        append_utf8(out, static_cast<char32_t>(change(static_cast<utf8proc_int32_t>(c.value))));
        at += c.size;
    }
    return out;
}

}  // namespace

std::string lower(std::string_view text) {
    return in_case(text, utf8proc_tolower);
}
std::string upper(std::string_view text) {
    return in_case(text, utf8proc_toupper);
}

std::string fold(std::string_view text) {
    std::string visible;
    bool ascii = true;
    visible.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.size;
        if (c.value < 0x80 && c.value > 0x20 && c.value != 0x60 && c.value != 0x7F) {  // most of what there is
            visible += static_cast<char>(c.value >= 'A' && c.value <= 'Z' ? c.value | 0x20 : c.value);
            continue;
        }
        if (is_invisible(c.value)) continue;
        if (!is_space(c.value)) {
            const char32_t plain = plain_punctuation(c.value);
            ascii = ascii && plain < 0x80;
            append_utf8(visible, plain);
        } else if (!visible.empty() && visible.back() != ' ') {
            visible += ' ';
        }
    }
    if (!visible.empty() && visible.back() == ' ') visible.pop_back();
    if (ascii) return visible;
    utf8proc_uint8_t* folded = nullptr;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(visible.data()),
                                   static_cast<utf8proc_ssize_t>(visible.size()), &folded, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
    if (size < 0) return visible;
    return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size)};
}

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        if (!c.valid || c.value < 0x20 || c.value == 0x7F) {
            for (std::size_t i = at; i < at + c.size; ++i)
                out += fmt::format("\\x{:02X}", byte_at(text, i));
        } else if (is_invisible(c.value) || (c.value >= 0x80 && c.value < 0xA0)) {
            out += fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(c.value));
        } else {
            out.append(text.substr(at, c.size));
        }
        at += c.size;
    }
    return out;
}

std::size_t columns(std::string_view text) {
    std::size_t out = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        out += static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value)));
        at += c.size;
    }
    return out;
}

std::string hash_hex(std::string_view bytes) {
    return fmt::format("{:016x}", XXH64(bytes.data(), bytes.size(), 0));
}

std::string hash_hex(std::string_view first, std::string_view second) {
    XXH64_state_t state;
    (void)XXH64_reset(&state, 0);
    (void)XXH64_update(&state, first.data(), first.size());
    (void)XXH64_update(&state, second.data(), second.size());
    return fmt::format("{:016x}", XXH64_digest(&state));
}

}  // namespace entente
