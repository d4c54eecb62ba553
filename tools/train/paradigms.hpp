// Words by their frequency to regular verbs' forms and their lemmas.
//
// The treebanks know some two thousand verbs. The word vectors know many more, by form only: "persuaded" is a form of
// "persuade" and not of "persuad", since "persuade" and "persuading" are words and "persuad" is none.
// in        words, the most frequent first
// out       (form, lemma) of forms in -ed and -ing; each form once
// example   "hoped", "hoping": hope; "stopped", "stopping": stop; "bring": nothing
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace train {

[[nodiscard]] std::vector<std::pair<std::string, std::string>> regular_forms(const std::vector<std::string>& words);

}  // namespace train
