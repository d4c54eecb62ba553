// Vectors to scores of arcs and labels.
//
// threads   read by many threads; a Views belongs to one call
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/model.hpp"

namespace entente::parse {

// What some words look like as a dependent and as a head, for arcs and for labels; one row a word.
struct Views {
    std::vector<float> all;        // the four views side by side
    std::vector<float> dependent;  // for arcs
    std::vector<float> keys;       // for arcs: heads as dependents look for them, and how much each is a head at all
    Quantised heads, labels;
    std::vector<float> columns, hidden, label_scores;
};

class Scorer {
  public:
    explicit Scorer(const Model& model);

    void look(const Document& document, TokenRange words, Views& views) const;
    // Of `words`, counted from the first word looked at: a row a word, a column a head, then the root.
    // Returns the stride.
    std::size_t arcs(Views& views, TokenRange words, std::vector<float>& scores) const;
    // Of all words looked at; heads are counted like them.
    void labels(Views& views, const std::vector<std::uint32_t>& heads, std::vector<Deprel>& out) const;

  private:
    Model model_;
    Linear views_, keys_, labels_;
    std::vector<float> root_;  // the root's key
    std::vector<Deprel> deprels_;
    std::size_t arc_ = 0, label_ = 0;  // columns of a view
};

}  // namespace entente::parse
