// Bytes of some encoding to UTF-8.
//
// A byte order mark decides. Without one: NULs at every other byte are UTF-16; what is UTF-8 is UTF-8. The
// rest is either UTF-8 with damage, which becomes U+FFFD, or Windows-1252. It is the latter if there are more
// bytes that are not UTF-8 than characters that are, and nearly all of them stand where their letter would:
//     caf\xE9   \x93Yes\x94   it\x92s      but not   \xC0\x80   \xED\xA0\x80   caf\xC3 at the end
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "entente/read.hpp"
#include "entente/text/utf8.hpp"
#include "read/decode.hpp"

namespace entente::read {
namespace {

constexpr char32_t replacement = 0xFFFD;

// What Windows-1252 has at 0x80 to 0x9F; 0 = nothing.
constexpr std::array<char16_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

// ---- wide encodings

struct Wide {
    std::string_view name;
    std::size_t unit;  // bytes
    bool big;          // the high byte comes first
};

char32_t unit_at(std::string_view bytes, std::size_t at, const Wide& wide) {
    char32_t value = 0;
    for (std::size_t i = 0; i < wide.unit; ++i) {
        const std::size_t place = wide.big ? wide.unit - 1 - i : i;
        value |= static_cast<char32_t>(byte_at(bytes, at + i)) << (8 * place);
    }
    return value;
}

Decoded decode_wide(std::string_view bytes, const Wide& wide) {
    Decoded out{{}, wide.name, 0};
    std::size_t at = 0;
    while (at + wide.unit <= bytes.size()) {
        char32_t value = unit_at(bytes, at, wide);
        at += wide.unit;
        const bool high = wide.unit == 2 && value >= 0xD800 && value < 0xDC00;
        if (high && at + 2 <= bytes.size()) {
            const char32_t low = unit_at(bytes, at, wide);
            if (low >= 0xDC00 && low < 0xE000) {
                value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        const bool valid = value != 0 && value <= 0x10FFFF && (value < 0xD800 || value >= 0xE000);
        out.replaced += !valid;
        append_utf8(out.text, valid ? value : replacement);
    }
    if (at < bytes.size()) {
        ++out.replaced;
        append_utf8(out.text, replacement);
    }
    return out;
}

// ---- Windows-1252

bool is_ascii_letter(unsigned b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
}
bool is_high_letter(unsigned b) {
    return b >= 0xC0 && b <= 0xFD && b != 0xD7 && b != 0xF7;
}

// Whether the byte stands where its character would in a text.
bool at_home(std::string_view bytes, std::size_t at) {
    const unsigned b = byte_at(bytes, at);
    const unsigned before = at > 0 ? byte_at(bytes, at - 1) : ' ';
    const unsigned after = at + 1 < bytes.size() ? byte_at(bytes, at + 1) : ' ';
    const bool closes = after == 0x92 || after == 0x94 || after == 0x85;
    if (is_high_letter(b)) {
        const bool next = after < 0x80 || closes || is_high_letter(after);
        if (b < 0xDF)
            return next && (before < 0x80 || before == 0x93 || before == 0x91) && !(before >= 'a' && before <= 'z');
        if (is_high_letter(before)) return next && at > 1 && is_ascii_letter(byte_at(bytes, at - 2));  // "cr\xE9\xE9"
        return next && (is_ascii_letter(before) || is_ascii_letter(after)) && (before < 0x80 || before == 0x93);
    }
    if (b >= 0xFE) return false;
    const bool spaced = before <= ' ' || before == '(' || before == 0x93;
    if (b == 0x91 || b == 0x93) return spaced && after > ' ';
    if (b == 0x92 || b == 0x94 || b == 0x85) return before > ' ' || after <= ' ';
    if (b == 0x96 || b == 0x97 || b == 0xA0) return before < 0x80 && after < 0x80;
    if (b < 0xA0 && windows_1252[b - 0x80] == 0) return false;
    return before < 0x80 && after < 0x80 && !(is_ascii_letter(before) && is_ascii_letter(after));
}

bool looks_like_windows_1252(std::string_view bytes) {
    std::size_t characters = 0, damage = 0, high = 0, home = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint c = decode(bytes, at);
        if (c.valid && c.size > 1) ++characters;
        if (!c.valid) ++damage;
        for (std::size_t i = at; i < at + c.size; ++i) {
            if (byte_at(bytes, i) < 0x80) continue;
            ++high;
            home += at_home(bytes, i);
        }
        at += c.size;
    }
    return characters < damage && home * 10 >= high * 9;
}

Decoded decode_windows_1252(std::string_view bytes) {
    Decoded out{{}, "windows-1252", 0};
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const unsigned b = byte_at(bytes, at);
        const char32_t value = b >= 0x80 && b < 0xA0 ? windows_1252[b - 0x80] : b;
        out.replaced += value == 0;
        append_utf8(out.text, value == 0 ? replacement : value);
    }
    return out;
}

// UTF-16 without a mark: ASCII text has a NUL in every unit, always on the same side.
const Wide* wide_without_mark(std::string_view bytes) {
    static constexpr Wide little{"UTF-16LE", 2, false}, big{"UTF-16BE", 2, true};
    const std::size_t units = std::min<std::size_t>(bytes.size(), 8192) / 2;
    std::size_t first = 0, second = 0;
    for (std::size_t i = 0; i < units; ++i) {
        first += bytes[2 * i] == '\0';
        second += bytes[2 * i + 1] == '\0';
    }
    if (units < 4) return nullptr;
    if (second * 10 > units * 6 && first * 20 < units) return &little;
    if (first * 10 > units * 6 && second * 20 < units) return &big;
    return nullptr;
}

}  // namespace

bool is_wide(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
           bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)) || wide_without_mark(bytes) != nullptr;
}

}  // namespace entente::read

namespace entente {

Decoded decode_text(std::string_view bytes) {
    using namespace read;
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)))
        return decode_wide(bytes.substr(4), {"UTF-32LE", 4, false});
    if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
        return decode_wide(bytes.substr(4), {"UTF-32BE", 4, true});
    if (bytes.starts_with("\xFF\xFE")) return decode_wide(bytes.substr(2), {"UTF-16LE", 2, false});
    if (bytes.starts_with("\xFE\xFF")) return decode_wide(bytes.substr(2), {"UTF-16BE", 2, true});
    const bool marked = bytes.starts_with("\xEF\xBB\xBF");
    if (marked) bytes.remove_prefix(3);
    if (const Wide* wide = read::wide_without_mark(bytes); wide != nullptr && !marked) return decode_wide(bytes, *wide);
    if (!marked && !is_utf8(bytes) && read::looks_like_windows_1252(bytes)) return read::decode_windows_1252(bytes);
    Decoded out{{}, "UTF-8", 0};
    out.text = clean_utf8(bytes, &out.replaced);
    return out;
}

}  // namespace entente
