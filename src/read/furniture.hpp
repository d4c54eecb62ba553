// Page furniture: lines that are not the article.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "entente/text/span.hpp"

namespace entente::read {

// Those of the lines that are furniture: by the phrases of src/knowledge/english/furniture.txt, and what lies around the
// article on a page.
[[nodiscard]] std::vector<Span> furniture_of(std::string_view text, const std::vector<Span>& lines);

}  // namespace entente::read
