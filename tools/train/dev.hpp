// The development parts, scored while the network learns.
//
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "corpus.hpp"

namespace train {

struct DevPart {
    std::string name;
    std::vector<Example> examples;
};

// Of each file one part, and one more of the documents of GUM_news.
[[nodiscard]] std::vector<DevPart> dev_parts(const std::vector<std::vector<treebank::Sentence>>& files,
                                             const Vocabulary& vocabulary);

// A line a part: UPOS, XPOS, UAS, LAS (universal relations) and the F1 of names, as the network alone finds them; names
// whose type the data leave open count as right where ours is one of those that they may be.
void print_scores(const Parameters& parameters, const std::vector<DevPart>& parts, const Vocabulary& vocabulary);

}  // namespace train
