// What went wrong, where, what to do.
//
// The message is put together once, so what() is enough for any caller. A line of a minified file can be a megabyte
// long: the excerpt is a window around the column, so that the caret stays in sight.
// SPDX-License-Identifier: MIT
#include "entente/text/error.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "entente/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::size_t excerpt_width = 100;  // code points shown before "..."

std::string place_prefix(const Error::Place& place) {
    std::string out;
    if (!place.file.empty()) out += printable(place.file) + ":";
    if (place.line > 0) out += fmt::format("{}:", place.line);
    if (place.line > 0 && place.column > 0) out += fmt::format("{}:", place.column);
    return out.empty() ? out : out + " ";
}

// The excerpt and, below, a caret under the column.
std::string drawn_excerpt(const Error::Place& place) {
    std::u32string letters;
    for (std::size_t at = 0; at < place.excerpt.size();) {
        const CodePoint c = decode(place.excerpt, at);
        letters += c.value == U'\t' || c.value < 0x20 ? U' ' : c.value;
        at += c.size;
    }
    const std::size_t caret = place.column > 0 ? place.column - 1 : 0;
    const std::size_t from = caret > excerpt_width / 2 ? caret - excerpt_width / 2 : 0;
    const std::size_t to = std::min(letters.size(), from + excerpt_width);
    std::string shown;
    for (std::size_t i = from; i < to; ++i)
        append_utf8(shown, letters[i]);
    std::string out = "\n    " + printable(shown);
    if (place.column > 0) out += "\n    " + std::string(caret - from, ' ') + "^";
    return out;
}

std::string whole_message(const Error::Place& place, std::string_view text, std::string_view hint) {
    std::string out = place_prefix(place) + "error: " + std::string(text);
    if (!place.excerpt.empty()) out += drawn_excerpt(place);
    if (!hint.empty()) out += "\n  " + std::string(hint);
    return out;
}

}  // namespace

Error::Error(Kind kind, std::string_view text, std::string_view hint) : Error(kind, Place{}, text, hint) {}

Error::Error(Kind kind, Place place, std::string_view text, std::string_view hint)
    : std::runtime_error(whole_message(place, text, hint)),
      kind_(kind),
      place_(std::move(place)),
      text_(text),
      hint_(hint) {}

Error::Place locate(std::string_view file, std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    const auto before = text.substr(0, offset);
    const std::size_t line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t newline = before.rfind('\n');
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    std::size_t end = text.find('\n', offset);
    if (end == std::string_view::npos) end = text.size();
    std::size_t column = 1;
    for (std::size_t at = begin; at < offset; at += decode(text, at).size)
        ++column;
    return {std::string(file), line, column, std::string(text.substr(begin, end - begin))};
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace entente
