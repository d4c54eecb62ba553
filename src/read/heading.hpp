// The head of an article: title, date, author.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/text/span.hpp"

namespace entente::read {

// The lines of a text that are not blank, without white space at their ends.
[[nodiscard]] std::vector<Span> lines_of(std::string_view text);

struct Heading {
    std::string title, date, author;  // "" where it is not clear
};

// `lines` without the furniture.
[[nodiscard]] Heading heading_of(std::string_view text, const std::vector<Span>& lines);

}  // namespace entente::read
