// Treebanks to rules for lemmas.
//
// out       lines as src/tag/lemmatiser.hpp reads them
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "treebank/conllu.hpp"

namespace train {

[[nodiscard]] std::string learn_lemmas(const std::vector<treebank::Sentence>& sentences);

}  // namespace train
