// Text to DOT, safely.
//
// Ids are ours (n0, e0), every value is quoted, data stands in labels and tooltips only, and is escaped
// there.
//
// in        any bytes
// out       escaped_...(): what may stand between two quotes, at most 4,096 bytes and "…"
// threads   pure functions
// source    docs/render.md: what Graphviz 2.42 does with each character
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::render {

// As it is to be seen, on lines of about `width` code points, broken at blanks; 0 = one line.
[[nodiscard]] std::string escaped_label(std::string_view text, std::size_t width = 0);
// Keeps line breaks.
[[nodiscard]] std::string escaped_tooltip(std::string_view text);

// For the name of the graph itself, which becomes the name of the picture.
[[nodiscard]] std::string escaped_name(std::string_view text);

// Names are DOT's own; values are escaped already.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

// "  n0 [label="Norway" color="#123456"];", with a line end.
[[nodiscard]] std::string statement(std::string_view head, const Attributes& attributes);

}  // namespace entente::render
