// Trees and names to statements.
//
// A rule lists words and where the ends of its relation stand; how English turns them about, and what it says of them
// ("refused to", "would not", "its plan to"), is known here, once, over the dependency tree.
//
// in        Document::tokens, ::sentences, ::tags, ::arcs, ::names, ::entities, ::references
// out       Document::statements, in the order of the text, each with the words that carry it and the rule that found it
// shape     at most 50 statements a sentence; none between an entity and itself; what an article says twice is one
//           statement with two evidences; none at all where a token has no tag or no arc
// errors    none: any bytes and any trees give an answer
// lifetime  keeps references to the Knowledge, owns its rules
// threads   one Relater may serve many threads
// cost      linear in the tokens
// example   const Relater relater(knowledge, RuleSet::built_in(knowledge.schema));
//           relater.annotate(document);
// source    docs/relate.md
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "entente/rules.hpp"

namespace entente {

namespace relate {
class Vocabulary;
}

class Relater {
  public:
    // `knowledge` must live as long as the Relater; its lexicon has the lists of docs/relate.md.
    Relater(const Knowledge& knowledge, RuleSet rules);

    void annotate(Document& document) const;
    [[nodiscard]] const RuleSet& rules() const { return rules_; }

  private:
    const Knowledge& knowledge_;
    RuleSet rules_;
    std::shared_ptr<const relate::Vocabulary> vocabulary_;
};

}  // namespace entente
