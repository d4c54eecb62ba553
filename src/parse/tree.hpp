// One sentence's arcs, to be changed.
//
// in        a sentence of a Document with tags and arcs; words are indices into Document::tokens
// shape     stays a tree with one root: a change that would break it, or cross another arc, is refused as a
// whole lifetime  views the Document cost      each question and each change: linear in the sentence
// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <optional>
#include <vector>

#include "entente/document.hpp"

namespace entente::parse {

// A word's new arc; a new root is its own head.
struct Change {
    std::uint32_t word = 0;
    Arc arc;
};

class Tree {
  public:
    Tree(Document& document, TokenRange words) : document_(document), words_(words) {}

    [[nodiscard]] TokenRange words() const { return words_; }
    [[nodiscard]] std::string_view form(std::uint32_t i) const { return document_.form(i); }
    [[nodiscard]] std::string_view lemma(std::uint32_t i) const { return document_.tags[i].lemma; }
    [[nodiscard]] Upos upos(std::uint32_t i) const { return document_.tags[i].upos; }
    [[nodiscard]] Xpos xpos(std::uint32_t i) const { return document_.tags[i].xpos; }
    [[nodiscard]] std::uint32_t head(std::uint32_t i) const { return document_.arcs[i].head; }
    [[nodiscard]] Deprel deprel(std::uint32_t i) const { return document_.arcs[i].deprel; }

    // Whether the word's relation is one of these; a relation without a subtype stands for all of its
    // subtypes.
    [[nodiscard]] bool is(std::uint32_t i, std::initializer_list<Deprel> relations) const;
    [[nodiscard]] bool root(std::uint32_t i) const { return head(i) == i; }
    [[nodiscard]] bool nominal(std::uint32_t i) const { return upos(i) == Upos::propn || upos(i) == Upos::noun; }
    [[nodiscard]] bool comma(std::uint32_t i) const { return xpos(i) == Xpos::comma; }
    [[nodiscard]] bool quote(std::uint32_t i) const {
        return xpos(i) == Xpos::close_quote || xpos(i) == Xpos::open_quote;
    }

    // In the order of the text.
    [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t head) const;
    // The first child with one of these relations.
    [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t head, std::initializer_list<Deprel> relations) const;
    [[nodiscard]] bool has(std::uint32_t head, std::initializer_list<Deprel> relations) const {
        return child(head, relations).has_value();
    }
    // Whether the word lies in what hangs on `top`, or is it.
    [[nodiscard]] bool below(std::uint32_t i, std::uint32_t top) const;
    // The first and one past the last word of what hangs on the word.
    [[nodiscard]] TokenRange reach(std::uint32_t top) const;
    // The head of the name or title that the word is part of.
    [[nodiscard]] std::uint32_t name_head(std::uint32_t i) const;

    // All of them or none; false where none.
    bool change(const std::vector<Change>& changes);
    // What the tagger took for a noun is a verb.
    void read_as_verb(std::uint32_t word, Xpos xpos);

  private:
    [[nodiscard]] bool is_tree() const;
    [[nodiscard]] bool crosses(std::uint32_t word) const;

    Document& document_;
    TokenRange words_;
};

}  // namespace entente::parse
