// One sentence's tree.
//
// Words count from 0 within the sentence; a root is its own head.
//
// in        a document and one of its sentences; without arcs every word is a root
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/document.hpp"

namespace entente::sketch {

struct Tree {
    std::vector<std::uint32_t> heads;
    std::vector<std::uint32_t> depths;  // 0 = root
    std::vector<std::uint32_t> first,
        last;  // of the word and its dependents, the first and the last in the sentence

    Tree(const Document& document, const Sentence& sentence);
    [[nodiscard]] bool is_root(std::uint32_t word) const { return heads[word] == word; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(heads.size()); }
};

// The lines before each word: "│  ├─ ".
[[nodiscard]] std::vector<std::string> branches(const Tree& tree);

}  // namespace entente::sketch
