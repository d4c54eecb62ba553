// Text in columns.
//
// in        any bytes; what moves a cursor becomes visible
// units     columns of a terminal
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "entente/text/span.hpp"

namespace entente::sketch {

constexpr std::size_t page_width = 100;

// At most `width` columns, with "…" where something was cut.
[[nodiscard]] std::string clipped(std::string_view text, std::size_t width);

// Rows of cells under each other, two blanks apart, without blanks at the ends of lines.
[[nodiscard]] std::string table(const std::vector<std::vector<std::string>>& rows, std::string_view indent);

// Words in lines of page_width; the first begins with `begin`, the others with `indent` blanks.
[[nodiscard]] std::string wrapped(std::string_view begin, const std::vector<std::string>& words, std::size_t indent);

// A part of a text that is to be underlined with a letter.
struct Mark {
    Span span;  // in the text
    char letter;
};

// The lines of the text that hold marks, each with a line of marks below; "..." stands for the lines between.
[[nodiscard]] std::string underlined(std::string_view text, const std::vector<Mark>& marks, std::size_t indent);

}  // namespace entente::sketch
