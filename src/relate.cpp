// Names and words to statements.
//
// A sentence with fewer than two references says nothing here, so it is not even read.
// SPDX-License-Identifier: MIT
#include "entente/relate.hpp"

#include <set>
#include <utility>

#include "relate/statements.hpp"
#include "relate/vocabulary.hpp"

namespace entente {
namespace {

// For every reference whether it is an adjective: "Danish".
std::vector<bool> adjectives(const Document& document) {
    std::set<Span> spans;
    for (const Name& name : document.names) {
        if (name.adjective) spans.insert(name.span);
    }
    std::vector<bool> out;
    for (const Reference& reference : document.references)
        out.push_back(spans.contains(reference.span));
    return out;
}

}  // namespace

Relater::Relater(const Knowledge& knowledge, RuleSet rules)
    : knowledge_(knowledge),
      rules_(std::move(rules)),
      vocabulary_(std::make_shared<relate::Vocabulary>(rules_, knowledge.lexicon)) {}

void Relater::annotate(Document& document) const {
    document.statements.clear();
    if (document.tags.size() < document.tokens.size() || document.arcs.size() < document.tokens.size()) return;
    const std::vector<bool> adjective = adjectives(document);
    relate::StatementWriter writer(document, knowledge_, rules_);
    std::size_t first = 0;
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const TokenRange tokens = document.sentences[s].tokens;
        while (first < document.references.size() && document.references[first].tokens.begin < tokens.begin)
            ++first;
        std::size_t last = first;
        while (last < document.references.size() && document.references[last].tokens.begin < tokens.end)
            ++last;
        const bool speaks = last > first;
        if (speaks) writer.write(relate::Tree(document, s, *vocabulary_, first, last, adjective));
        first = last;
    }
    writer.finish();
}

}  // namespace entente
