// Vectors to parts of speech.
//
// in        Document::tokens, ::encodings
// out       Document::tags: part of speech, Penn tag and lemma of every token
// errors    constructor: Error (config) where the model lacks tags or lemmas; annotate(): none
// threads   one Tagger may serve many threads
// cost      about a microsecond a word; words without a vector are x, FW
// example   "fears" in "The USA fears that ..." is VERB, VBZ, "fear"
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "entente/document.hpp"
#include "entente/model.hpp"

namespace entente {

namespace tag {
class Lemmatiser;
}

class Tagger {
  public:
    explicit Tagger(const Model& model);

    void annotate(Document& document) const;

  private:
    struct Pair {
        Upos upos;
        Xpos xpos;
    };
    [[nodiscard]] Pair best(const float* scores) const;

    Linear scores_;
    std::vector<Pair> pairs_;  // what each score is of
    std::shared_ptr<const tag::Lemmatiser> lemmatiser_;
};

}  // namespace entente
