// Newswire with its names marked to sentences that have names and no trees.
//
// in        files as tools/newswire/README.md says
// out       words as the program's own tokeniser finds them
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "treebank/conllu.hpp"

namespace train {

[[nodiscard]] std::vector<treebank::Sentence> read_newswire(const std::vector<std::string>& paths);

}  // namespace train
