// Where words and arcs of a picture stand.
//
// Short arcs are set first; an arc lies one level above the highest that lies between its ends. A word moves
// to the right until every arc that ends at it has room for its name. SPDX-License-Identifier: MIT
#include "sketch/arcs.hpp"

#include <algorithm>
#include <numeric>

namespace entente::sketch {
namespace {

constexpr double gap = 14, stem = 26;  // between words; what an arc needs beside its name

std::vector<std::uint32_t> levels_of(const Tree& tree) {
    const auto left = [&](std::uint32_t word) { return std::min(word, tree.heads[word]); };
    const auto right = [&](std::uint32_t word) { return std::max(word, tree.heads[word]); };
    std::vector<std::uint32_t> order(tree.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return right(a) - left(a) < right(b) - left(b); });
    std::vector<std::uint32_t> out(tree.size(), 0), heights(tree.size(), 0);  // heights: above the gap after each word
    for (const std::uint32_t word : order) {
        if (tree.is_root(word)) continue;
        const auto begin = heights.begin() + left(word), end = heights.begin() + right(word);
        out[word] = *std::max_element(begin, end) + 1;
        std::fill(begin, end, out[word]);
    }
    return out;
}

}  // namespace

Places place(const Tree& tree, const std::vector<double>& words, const std::vector<double>& labels) {
    Places out{{}, levels_of(tree), 0, 0};
    std::vector<std::vector<std::uint32_t>> arcs_to(tree.size());  // by their right ends
    for (std::uint32_t i = 0; i < tree.size(); ++i)
        arcs_to[std::max(i, tree.heads[i])].push_back(i);
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        out.highest = std::max(out.highest, out.levels[i]);
        out.centres.push_back(i == 0 ? gap + words[0] / 2 : out.centres[i - 1] + (words[i - 1] + words[i]) / 2 + gap);
        for (const std::uint32_t arc : arcs_to[i]) {
            const std::uint32_t left = std::min(arc, tree.heads[arc]);
            if (left < i) out.centres[i] = std::max(out.centres[i], out.centres[left] + labels[arc] + stem);
        }
        out.width = out.centres[i] + words[i] / 2 + gap;
    }
    return out;
}

}  // namespace entente::sketch
