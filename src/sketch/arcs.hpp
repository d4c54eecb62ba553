// Where words and arcs of a picture stand.
//
// in        one sentence's tree, the widths of its words and of the names of its arcs
// units     pixels from the left; levels count from 1, upwards
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "sketch/tree.hpp"

namespace entente::sketch {

// Arcs are known by the word that hangs on them; a root has none.
struct Places {
    std::vector<double> centres;        // of the words
    std::vector<std::uint32_t> levels;  // of the arcs: each above those that it spans; 0 = a root
    std::uint32_t highest = 0;
    double width = 0;
};

[[nodiscard]] Places place(const Tree& tree, const std::vector<double>& words, const std::vector<double>& labels);

}  // namespace entente::sketch
