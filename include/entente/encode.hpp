// Words to vectors.
//
// in        Document::tokens, ::sentences
// out       Document::encodings: one vector a word, which tag, parse and recognise read
// errors    constructor: Error (config) where the model lacks a layer; annotate(): none
// lifetime  copies of an Encoder share its scratch memory, some twenty megabytes for each thread that is in it
// threads   one Encoder may serve many threads
// cost      some ten microseconds a word; 500 bytes a word; words beyond the first 250,000 get no vector
// example   the same word in two sentences has two vectors: "may" the month, "may" the verb
// source    docs/model.md; Lei et al. (2018), Simple Recurrent Units for Highly Parallelizable Recurrence
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "entente/document.hpp"
#include "entente/model.hpp"

namespace entente {

namespace encode {
class Network;
class Batches;
}

class Encoder {
  public:
    explicit Encoder(const Model& model);

    void annotate(Document& document) const;

  private:
    std::shared_ptr<const encode::Network> network_;
    std::shared_ptr<encode::Batches> batches_;
};

}  // namespace entente
