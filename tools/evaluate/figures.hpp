// Files to figures.
//
// in        treebanks (.conllu), with names of Universal NER for some of them (.iob2); newswire with its names marked (.txt)
// out       lines such as "EWT-dev LAS 84.1"
// errors    entente::Error for a file that cannot be read
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "pipeline.hpp"
#include "scores.hpp"

namespace evaluate {

struct Line {
    std::string part;  // "EWT-dev", "GUM-dev-news", "newswire"
    Figure figure;
};

// UPOS, XPOS, UAS, LAS, LAS-full, lemma of the treebank's own words; of raw text, `raw`, words and sentences too. The
// documents of GUM_news are told again on their own. With `names`, the F1 of names found in raw text. `misses`: names that
// are not right are printed.
[[nodiscard]] std::vector<Line> treebank_figures(const Pipeline& pipeline, const std::string& path, bool raw,
                                                 const std::vector<std::string>& names, bool misses = false);
// F1 of names, and of each type.
[[nodiscard]] std::vector<Line> newswire_figures(const Pipeline& pipeline, const std::vector<std::string>& paths,
                                                 bool misses = false);

}  // namespace evaluate
