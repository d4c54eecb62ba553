// Trees mended after the parser.
//
// in        Document::tokens, ::sentences, ::tags, ::arcs
// out       Document::arcs, where a pattern that parsers get wrong on news is unmistakable;
//           and Document::tags of a word that turns out to be no noun but the verb: "The USA fears that ..."
// shape     as the Parser leaves it: a tree with one root stays one, and no new arc crosses another
// errors    constructor: Error (internal) where the lexicon lacks a list; annotate(): none
// lifetime  views the Knowledge that it was given
// threads   one Repairs may serve many threads
// cost      less than a tenth of the parser's
// example   "..., insists Oslo, which banned it": Oslo obj of insists becomes its nsubj
// source    docs/repairs.md
// SPDX-License-Identifier: MIT
#pragma once

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

class Repairs {
  public:
    explicit Repairs(const Knowledge& knowledge);

    void annotate(Document& document) const;

  private:
    const Knowledge* knowledge_;
};

}  // namespace entente
