// Lines to the stretch of them that is the article.
//
// in        the lines of a text that are not blank, and which of them are phrases of a page
// out       [first, last) of the lines; all of them where the text is no page but an article alone
// cost      linear
// example   a menu, a title, ten paragraphs, twenty links: the title and the paragraphs
// source    line scores and the stretch with the largest sum: docs/read.md; the scores go back to jusText (Pomikálek 2011)
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/text/span.hpp"

namespace entente::read {

[[nodiscard]] std::pair<std::size_t, std::size_t> body_of(std::string_view text, const std::vector<Span>& lines,
                                                          const std::vector<bool>& phrases);

}  // namespace entente::read
