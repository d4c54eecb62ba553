// One sentence's tree.
//
// Words stand one below the other in the order of the text, each to the right of its head: what comes before
// the head hangs above it, what follows hangs below it. Since arcs do not cross, no line does.
//
//        ┌─ Norway
//        ├─ will
//     ┌─ ban
//     │  └─ Telmar
//     said
//     └─ Li
// SPDX-License-Identifier: MIT
#include "sketch/tree.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::sketch {
namespace {

// How one level of the tree is drawn: passed by, a branch that goes on below, above, or both ways.
struct Pen {
    std::string_view blank, pass, first, last, between;
};

// A deep tree is drawn with narrower levels.
const Pen& pen_for(std::uint32_t depth) {
    static const std::array<Pen, 3> pens{
        {{"   ", "│  ", "┌─ ", "└─ ", "├─ "}, {"  ", "│ ", "┌ ", "└ ", "├ "}, {" ", "│", "┌", "└", "├"}}};
    return pens[depth <= 12 ? 0 : depth <= 20 ? 1 : 2];
}

std::string_view joint(const Tree& tree, std::uint32_t word, const Pen& pen) {
    const std::uint32_t head = tree.heads[word];
    const bool above = tree.first[head] < word, below = word < tree.last[head];
    return above && below ? pen.between : above ? pen.last : pen.first;
}

std::string branch(const Tree& tree, std::uint32_t word, const Pen& pen) {
    if (tree.depths[word] == 0) return {};
    std::vector<std::string_view> levels(tree.depths[word], pen.blank);
    levels.back() = joint(tree, word, pen);
    std::uint32_t above = tree.heads[word];
    for (std::size_t level = levels.size() - 1; level-- > 0;) {
        above = tree.heads[above];
        if (tree.first[above] < word && word < tree.last[above]) levels[level] = pen.pass;
    }
    std::string out;
    for (const auto& level : levels)
        out += level;
    return out;
}

}  // namespace

Tree::Tree(const Document& document, const Sentence& sentence) {
    const TokenRange words = sentence.tokens;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        const bool hangs = words.end <= document.arcs.size() && words.contains(document.arcs[words.begin + i].head);
        heads.push_back(hangs ? document.arcs[words.begin + i].head - words.begin : i);
        first.push_back(i);
        last.push_back(i);
    }
    for (std::uint32_t i = 0; i < size(); ++i) {
        first[heads[i]] = std::min(first[heads[i]], i);
        last[heads[i]] = std::max(last[heads[i]], i);
        std::uint32_t depth = 0;
        for (std::uint32_t word = i; !is_root(word) && depth < size(); word = heads[word])
            ++depth;
        depths.push_back(depth);
    }
}

std::vector<std::string> branches(const Tree& tree) {
    const std::uint32_t deepest = tree.size() == 0 ? 0 : *std::max_element(tree.depths.begin(), tree.depths.end());
    std::vector<std::string> out;
    for (std::uint32_t word = 0; word < tree.size(); ++word)
        out.push_back(branch(tree, word, pen_for(deepest)));
    return out;
}

}  // namespace entente::sketch
