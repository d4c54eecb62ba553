// One sentence as a tree with its references.
//
// shape     indices count the sentence's tokens from 0
// lifetime  views into the Document and the Vocabulary
// cost      linear in the sentence
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "relate/vocabulary.hpp"

namespace entente::relate {

constexpr int none = -1;

class Tree {
  public:
    // `adjective`: for every reference of the document whether it is one, "Danish"; the sentence has those of
    // [first, last).
    Tree(const Document& document, std::uint32_t sentence, const Vocabulary& vocabulary, std::size_t first,
         std::size_t last, const std::vector<bool>& adjective);

    [[nodiscard]] int size() const { return static_cast<int>(words_.size()); }
    [[nodiscard]] int head(int i) const { return heads_[at(i)]; }  // none for a root
    [[nodiscard]] Deprel deprel(int i) const { return arc(i).deprel; }
    [[nodiscard]] Upos upos(int i) const { return tag(i).upos; }
    [[nodiscard]] Xpos xpos(int i) const { return tag(i).xpos; }
    [[nodiscard]] const Word& word(int i) const { return *words_[at(i)]; }
    [[nodiscard]] const std::string& lemma(int i) const { return lemmas_[at(i)]; }
    [[nodiscard]] const std::string& folded(int i) const { return folded_[at(i)]; }
    [[nodiscard]] bool is(int i, std::string_view folded) const {
        return i >= 0 && i < size() && folded_[at(i)] == folded;
    }
    [[nodiscard]] std::span<const int> children(int i) const;

    // Whether the word's relation is one of these; one without a subtype stands for all of its subtypes.
    [[nodiscard]] bool is(int i, std::initializer_list<Deprel> relations) const;
    [[nodiscard]] int child(int i, std::initializer_list<Deprel> relations) const;  // the first, or none
    [[nodiscard]] bool has(int i, std::initializer_list<Deprel> relations) const { return child(i, relations) != none; }
    [[nodiscard]] bool below(int i, int top) const;
    [[nodiscard]] int left(int i) const { return left_[at(i)]; }    // the first word of what hangs on i
    [[nodiscard]] int right(int i) const { return right_[at(i)]; }  // one past the last
    // "on", "out of", "according to": the words that open the phrase of i; of a later one of a list, its first one's.
    [[nodiscard]] std::string opener(int i) const;
    [[nodiscard]] std::string marks(int i) const;  // its own alone; "" = none

    // Also what the tagger took for a noun or an adjective but has an auxiliary ("Norway may fine Telmar") or stands
    // between two names ("Norway fines Telmar").
    [[nodiscard]] bool verb(int i) const;
    [[nodiscard]] bool nominal(int i) const;
    [[nodiscard]] bool infinitive(int i) const;
    [[nodiscard]] bool finite(int i) const;  // itself or by an auxiliary

    // The reference whose head word is i, or none; the longest if there are several.
    [[nodiscard]] int reference(int i) const { return reference_[at(i)]; }
    [[nodiscard]] int covering(int i) const { return covering_[at(i)]; }  // that i lies in
    [[nodiscard]] bool adjective(int reference) const { return adjective_[at(reference)]; }
    [[nodiscard]] const Entity& entity(int reference) const;
    [[nodiscard]] const Reference& meant(int reference) const { return document_.references[at(reference)]; }
    [[nodiscard]] int head_of(int reference) const;  // its head word
    [[nodiscard]] TokenRange range(int reference) const;
    [[nodiscard]] const std::vector<int>& references() const { return references_; }

    [[nodiscard]] Span span(int begin, int end) const;
    [[nodiscard]] const Document& document() const { return document_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
    [[nodiscard]] const Sentence& sentence() const { return document_.sentences[sentence_]; }
    [[nodiscard]] std::uint32_t offset() const { return sentence().tokens.begin; }

  private:
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] const Arc& arc(int i) const { return document_.arcs[offset() + at(i)]; }
    [[nodiscard]] const Tag& tag(int i) const { return document_.tags[offset() + at(i)]; }
    [[nodiscard]] bool between_names(int i) const;
    [[nodiscard]] bool joined_verb(int i) const;
    void correct_lemma(Xpos xpos);
    void link();
    void place(int reference);

    const Document& document_;
    const Vocabulary& vocabulary_;
    const std::vector<bool>& adjective_;
    std::uint32_t sentence_;
    std::vector<const Word*> words_;
    std::vector<std::string> lemmas_, folded_;
    std::vector<int> heads_, first_child_, children_, left_, right_, reference_, covering_, references_;
};

}  // namespace entente::relate
