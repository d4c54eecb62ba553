// DOT to the bytes of a picture.
//
// The one door to cgraph and gvc. To be called in a child process only: Graphviz crashes on some graphs,
// leaks on others, and holds global state.
//
// in        DOT text. Subgraphs whose name begins with "margin" are no part of the layout: their nodes stand in
//           rows, those of "margin_above" above the picture, all others below it in their order
// out       the bytes; the same for the same text, fonts and version of Graphviz
// errors    NotDot; std::runtime_error where Graphviz gives up
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

#include "entente/render.hpp"

namespace entente::render {

struct NotDot : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Layout {
    std::string engine;     // dot, sfdp ...; "": what the graph's own attribute `layout` says, else dot
    bool straight = false;  // lines in place of curves
};

[[nodiscard]] std::string paint(const std::string& dot, Picture picture, const Layout& layout);

// Where nodes come to lie, one a line: "n12 104.5 -33". Points, y upwards.
[[nodiscard]] std::string positions(const std::string& dot, const std::string& engine);

// What cgraph reads in a text.
struct Contents {
    std::size_t nodes = 0, edges = 0;
};
[[nodiscard]] Contents contents(const std::string& dot);

}  // namespace entente::render
