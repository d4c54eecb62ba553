// Treebanks to rules for lemmas.
//
// out       lines as src/tag/lemmatiser.hpp reads them
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "treebank/conllu.hpp"

namespace train {

// `regular`: forms of verbs and their lemmas, for those that the treebanks do not have.
[[nodiscard]] std::string learn_lemmas(const std::vector<treebank::Sentence>& sentences,
                                       const std::vector<std::pair<std::string, std::string>>& regular);

}  // namespace train
