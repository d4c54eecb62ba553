// Vectors of words to the names that the network sees.
//
// in        a document that was encoded
// out       stretches of a sentence's tokens, each with a kind; in the order of the text, not overlapping
// errors    constructor: Error (config) where the model's head for names does not fit
// threads   read by many threads
// cost      one small product and some two hundred sums a word
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "entente/document.hpp"
#include "entente/model.hpp"
#include "recognise/labels.hpp"

namespace entente::recognise {

struct Labelled {
    TokenRange tokens;
    NameKind kind = NameKind::person;
};

class Labeller {
  public:
    explicit Labeller(const Model& model);
    // Nothing where the model was trained without a head for names.
    [[nodiscard]] static std::optional<Labeller> of(const Model& model);
    // Nothing for a sentence that has no vectors.
    [[nodiscard]] std::vector<Labelled> find(const Document& document, const Sentence& sentence) const;

  private:
    Linear scores_;
    std::vector<float> transitions_;
};

}  // namespace entente::recognise
