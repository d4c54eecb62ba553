// Names to entities.
//
// in        tokens, sentences, tags, trees and names; without trees few pronouns are resolved
// out       Document::entities and ::references: who is meant, by name, by description ("the company"), by
// pronoun shape     entities sorted by id, each with at least one mention; references in the order of the
// text, not overlapping, but that two have one span where both are meant;
//           the mentions of an entity are its references; its name is the fullest that the article uses, or
//           the world's
// errors    none
// lifetime  the Knowledge must outlive the Resolver
// threads   one Resolver may serve many threads
// cost      linear but for names that share a word, which are compared with each other
// example   "Telmar Group sued Oslo. The company lost." has one organisation, "Telmar Group", mentioned twice
// source    sieves from certain to less certain: Lee et al. 2013, "Deterministic Coreference Resolution Based
// on
//           Entity-Centric, Precision-Ranked Rules"
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente {

class Resolver {
  public:
    explicit Resolver(const Knowledge& knowledge) : knowledge_(&knowledge) {}

    void annotate(Document& document) const;

  private:
    const Knowledge* knowledge_;
};

}  // namespace entente
