// A word to what the network sees.
//
// Training and reading share this file. News is set with curly quotes and long dashes that treebanks hardly
// have, so they become ASCII first: ’ and ' must be the same word. A word longer than 60 characters (an
// address, a line without blanks) is seen by its first 60 only. SPDX-License-Identifier: MIT
#include "encode/features.hpp"

#include <algorithm>

#include "entente/text/utf8.hpp"

namespace entente::encode {
namespace {

constexpr std::size_t longest = 60;

std::string_view ascii_of(char32_t c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x02BC:
        case 0x2032:
        case 0x0060:
        case 0x00B4:
            return "'";
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x00AB:
        case 0x00BB:
        case 0x2033:
            return "\"";
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2212:
            return "-";
        case 0x2014:
        case 0x2015:
            return "--";
        case 0x2026:
            return "...";
        default:
            return {};
    }
}

// The letters of a word, each ready to be looked at; the form as it stands, and lower-case.
struct Letters {
    std::string lower;                             // normal form
    std::string shapes;                            // X x 0, or the sign itself; one a character
    std::array<std::uint8_t, longest + 4> ends{};  // where each character of `lower` ends
    std::size_t count = 0;
};

void add(Letters& letters, std::string_view lower, char shape) {
    letters.lower += lower;
    letters.shapes += shape;
    letters.ends[letters.count++] = static_cast<std::uint8_t>(letters.lower.size());
}

char shape_of(char32_t c) {
    if (is_upper(c)) return 'X';
    if (is_letter(c)) return 'x';
    if (is_digit(c)) return '0';
    return '*';
}

Letters letters_of(std::string_view form) {
    Letters out;
    for (std::size_t at = 0; at < form.size() && out.count < longest;) {
        const unsigned char byte = static_cast<unsigned char>(form[at]);
        if (byte < 0x80 && byte != '`') {
            const bool upper = byte >= 'A' && byte <= 'Z', lower = byte >= 'a' && byte <= 'z',
                       digit = byte >= '0' && byte <= '9';
            const char c = static_cast<char>(upper ? byte + 32 : byte);
            add(out, {&c, 1}, upper ? 'X' : lower ? 'x' : digit ? '0' : c);
            ++at;
            continue;
        }
        const CodePoint point = decode(form, at);
        const std::string_view ascii = ascii_of(point.value);
        if (ascii.empty()) {
            add(out, entente::lower(form.substr(at, point.size)), shape_of(point.value));
        } else {
            for (const char& c : ascii)
                add(out, {&c, 1}, c);
        }
        at += point.size;
    }
    return out;
}

std::uint32_t hash(std::string_view bytes, std::uint64_t salt) {
    std::uint64_t h = 0xcbf29ce484222325ULL ^ (salt * 0x9e3779b97f4a7c15ULL);
    for (const char c : bytes)
        h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    h ^= h >> 32;
    h *= 0xd6e8feb86659fd93ULL;
    return static_cast<std::uint32_t>(h >> 32);
}

std::string collapsed(std::string_view shapes) {
    std::string out;
    for (const char c : shapes) {
        if (out.empty() || out.back() != c) out += c;
    }
    return out.substr(0, 10);
}

void digits_to_zero(std::string& text) {
    for (char& c : text) {
        if (c >= '0' && c <= '9') c = '0';
    }
}

}  // namespace

std::string normal_form(std::string_view form) {
    return letters_of(form).lower;
}

std::uint32_t key_of(std::string_view normal) {
    return hash(normal, 1);
}

WordFeatures features_of(std::string_view form) {
    Letters letters = letters_of(form);
    WordFeatures out;
    out.vector = key_of(letters.lower);
    digits_to_zero(letters.lower);
    out.word = key_of(letters.lower);
    const std::string_view whole = letters.lower;
    const auto suffix = [&](std::size_t size) {
        return size >= letters.count ? whole : whole.substr(letters.ends[letters.count - size - 1]);
    };
    const auto prefix = [&](std::size_t size) {
        return size >= letters.count ? whole : whole.substr(0, letters.ends[size - 1]);
    };
    out.affixes = {hash(suffix(2), 2),
                   hash(suffix(3), 3),
                   hash(suffix(4), 4),
                   hash(prefix(2), 5),
                   hash(prefix(3), 6),
                   hash(collapsed(letters.shapes), 7),
                   hash(std::string_view(letters.shapes).substr(0, 16), 8)};
    return out;
}

}  // namespace entente::encode
