// Right names and ours to figures.
//
// A name is right where its words and its type are; "The" before it does not count. Adjectives of countries, and capitals
// that stand for their governments, name their countries. Universal NER knows places only, not which of them are
// countries, and no adjectives: there both sides are brought to that.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scores.hpp"
#include "treebank/marked.hpp"

namespace evaluate {

struct NameScores {
    bool print_misses = false;
    Figure all{"names"};
    std::vector<Figure> types;  // "names-person" ...
    [[nodiscard]] std::vector<Figure> figures() const;
};

void compare_names(const treebank::MarkedArticle& gold, const entente::Document& ours, NameScores& scores);
void compare_names(const std::vector<treebank::Sentence>& gold, const entente::Document& ours, NameScores& scores);

}  // namespace evaluate
