// A stretch of a text.
//
// units     bytes of UTF-8, half-open [begin, end); a document's text is at most 64 MiB, so 32 bits do
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string_view>

namespace entente {

struct Span {
    std::uint32_t begin = 0;  // first byte
    std::uint32_t end = 0;    // one past the last byte

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

    // The bytes of `text` that the span covers; the span must lie inside.
    [[nodiscard]] constexpr std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }

    friend constexpr auto operator<=>(Span, Span) = default;
};

// The smallest span that covers both.
[[nodiscard]] constexpr Span cover(Span a, Span b) {
    return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

// A span from sizes: for code that counts in std::size_t.
[[nodiscard]] constexpr Span make_span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::ostream& operator<<(std::ostream& out, Span span);

}  // namespace entente
