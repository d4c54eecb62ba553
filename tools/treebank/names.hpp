// Names for the sentences of treebanks.
//
// out       Sentence::names, Sentence::has_names
// errors    entente::Error (data) with the line
// source    https://www.universalner.org; GUM's entities, https://gucorpling.org/gum/guidelines.html
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "conllu.hpp"

namespace treebank {

// The names of an IOB2 file of Universal NER, for the sentences with the same id; where it has other words than the
// treebank, as in a dozen of twelve thousand sentences, the sentence stays without. Its LOC is a location.
void add_uner_names(const std::string& path, std::vector<Sentence>& sentences);

// The names among the entities of GUM: persons, organisations and places whose head is a proper noun, cut to the name
// itself, "General Gordon of the staff" to "Gordon". Where that cannot be told the words are `any`.
void add_gum_names(std::vector<Sentence>& sentences);

}  // namespace treebank
