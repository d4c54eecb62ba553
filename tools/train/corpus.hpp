// Treebanks to examples.
//
// A vocabulary is made from the sentences with trees; any sentence becomes an example with it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "network.hpp"
#include "treebank/conllu.hpp"
#include "vectors.hpp"

namespace train {

struct Vocabulary {
    std::vector<std::uint32_t> words;    // keys of words seen twice or more, sorted; row = position + 1
    std::vector<std::uint32_t> vectors;  // keys of words that have a vector, sorted; row = position
    std::vector<std::pair<entente::Upos, entente::Xpos>> tags;  // sorted
};

// Also brings `vectors` into the order of their keys.
[[nodiscard]] Vocabulary make_vocabulary(const std::vector<treebank::Sentence>& sentences, WordVectors& vectors);
[[nodiscard]] std::set<std::string> normal_forms(const std::vector<treebank::Sentence>& sentences);
[[nodiscard]] Example make_example(const treebank::Sentence& sentence, const Vocabulary& vocabulary);

// The sentence as news might set it: without its full stop, as a headline, in capitals; mostly as it is.
// Returns whether it differs.
[[nodiscard]] bool vary(treebank::Sentence& sentence, Random& random);

}  // namespace train
