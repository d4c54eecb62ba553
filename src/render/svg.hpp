// Graphviz's SVG to a clean one.
//
// in        what Graphviz writes for our DOT or for a user's
// out       well-formed XML of shapes and text alone: no comments, links, scripts, images or ids; tooltips are
//           <title> elements; the root has a role and a name, and shrinks with the page
// errors    none: what is not known is left out
// cost      linear
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace entente::render {

[[nodiscard]] std::string clean_svg(std::string_view svg);

}  // namespace entente::render
