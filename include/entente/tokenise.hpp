// An article to words and sentences.
//
// in        any text; words follow Universal Dependencies: "do n't", "Norway 's", "US - China", "pro-Beijing"
// out       Document::tokens and ::sentences; parts of the page that are furniture get none
// shape     every byte that is not white space lies in exactly one token, every token in exactly one sentence
// units     a token has at most 1,000 bytes; a sentence at most 1,000 tokens and 10,000 bytes: more is cut
// errors    constructor: Error (internal) where the lexicon lacks a list, Error (config) for a kind of
//           abbreviation that is none; annotate(): none, any bytes give an answer
// threads   one Tokeniser may serve many threads
// cost      linear
// example   "Mr. Li didn't sell." is one sentence: Mr. Li did n't sell .
// source    docs/tokenise.md
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

namespace tokenise {
class WordLists;
}

class Tokeniser {
  public:
    // The lists "abbreviations", "contractions", "prefixes", "units", "domains" and "function_words".
    explicit Tokeniser(const Lexicon& lexicon);

    void annotate(Document& document) const;

  private:
    std::shared_ptr<const tokenise::WordLists> lists_;
};

}  // namespace entente
