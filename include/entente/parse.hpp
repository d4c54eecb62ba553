// Vectors to dependency trees.
//
// in        Document::tokens, ::sentences, ::encodings, ::tags
// out       Document::arcs: the head of every token and its relation, by Universal Dependencies
// shape     every sentence is one projective tree with one root; a sentence of more than 200 words is parsed
// in parts errors    constructor: Error (config) where the model lacks a layer; annotate(): none threads one
// Parser may serve many threads cost      a few microseconds a word; cubic in a sentence up to 200 words,
// linear beyond example   "Telmar was banned by Oslo": Telmar nsubj:pass, Oslo obl:agent of banned source
// Dozat and Manning (2017), Deep Biaffine Attention; Eisner (1996) SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "entente/document.hpp"
#include "entente/model.hpp"

namespace entente {

namespace parse {
class Scorer;
}

class Parser {
  public:
    explicit Parser(const Model& model);

    void annotate(Document& document) const;

  private:
    std::shared_ptr<const parse::Scorer> scorer_;
};

}  // namespace entente
