// Trees to clauses: who acts in the clause of a word, and in the clause above it.
//
// in        Document::tags and ::arcs; without them there are no clauses, and every answer is `no_token`
// lifetime  views the Document
// cost      building: linear; an answer: at most the depth of the tree
// example   "Telmar agreed to sell its docks": its own clause is that of "sell", whose actor is "Telmar"
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

#include "entente/document.hpp"

namespace entente::resolve {

constexpr std::uint32_t no_token = 0xFFFFFFFF;

class Clauses {
  public:
    explicit Clauses(const Document& document);

    // The head of the clause in which the word stands: a verb, or the noun of "is a firm".
    [[nodiscard]] std::uint32_t clause_of(std::uint32_t token) const;
    // The clause in which this one stands.
    [[nodiscard]] std::uint32_t above(std::uint32_t clause) const;
    // Who acts in it: its subject; where it has none, who does so in the clause that it hangs on.
    [[nodiscard]] std::uint32_t actor(std::uint32_t clause) const;
    [[nodiscard]] std::uint32_t subject(std::uint32_t clause) const;
    [[nodiscard]] std::uint32_t object(std::uint32_t clause) const;
    [[nodiscard]] std::uint32_t child(std::uint32_t head, std::initializer_list<Deprel> relations) const;
    // The words that hang on it, in the order of the text.
    [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t head) const;
    [[nodiscard]] bool is(std::uint32_t token, std::initializer_list<Deprel> relations) const;
    // Whether a word hangs on another, however far below, or is it.
    [[nodiscard]] bool below(std::uint32_t token, std::uint32_t top) const;
    // The word of the stretch that hangs on none of the others.
    [[nodiscard]] std::uint32_t head_of(TokenRange range) const;
    // The root of a sentence.
    [[nodiscard]] std::uint32_t root(const Sentence& sentence) const;
    [[nodiscard]] Xpos xpos(std::uint32_t token) const { return document_.tags[token].xpos; }

  private:
    [[nodiscard]] bool heads_clause(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t actor(std::uint32_t clause, int depth) const;

    const Document& document_;
    bool parsed_ = false;
    std::vector<std::uint32_t> first_, next_;  // children of a word: the first, and the next one of the same head
};

}  // namespace entente::resolve
