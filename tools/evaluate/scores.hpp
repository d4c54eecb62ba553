// Right trees and ours to figures.
//
// source    Zeman et al. (2018), CoNLL 2018 Shared Task: LAS compares universal relations, without subtypes
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "entente/document.hpp"
#include "treebank/conllu.hpp"

namespace evaluate {

// What was found right, of how much; F1 where our words are not the right ones.
struct Figure {
    std::string name;
    double right = 0, gold = 0, ours = 0;
    [[nodiscard]] double percent() const { return gold + ours > 0 ? 200 * right / (gold + ours) : 0; }
};

struct Scores {
    Figure words{"words"}, sentences{"sentences"}, upos{"UPOS"}, xpos{"XPOS"}, uas{"UAS"}, las{"LAS"}, full{"LAS-full"},
        lemma{"lemma"};
    [[nodiscard]] std::vector<Figure> figures(bool raw) const;
};

// Adds one document: its right sentences and ours. Words are matched by the characters, blanks apart, that
// they cover.
void compare(const std::vector<treebank::Sentence>& gold, const entente::Document& ours, Scores& scores);

}  // namespace evaluate
