// One sentence, read into phrases and verbs.
//
// A stand-in for a parser: what lies between verbs, prepositions and commas is a phrase, and its last word is
// its head.
//
// shape     indices count the sentence's tokens from 0; phrases and groups lie in order and do not overlap
// lifetime  views into the Document and the Vocabulary
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "relate/vocabulary.hpp"

namespace entente::relate {

constexpr int none = -1;

// "the Swedish network maker Telmar", "its ban"
struct Phrase {
    std::uint32_t begin = 0, end = 0;
    int head = none;  // the reference that the phrase means, in Document::references
};

// "would not have been banned", "to crack down"
struct Group {
    enum class Kind : std::uint8_t { finite, infinitive, gerund, participle };
    std::uint32_t begin = 0, main = 0, end = 0;  // `end` lies behind the particles
    Kind kind = Kind::finite;
    bool passive = false;
    bool copula = false;  // "is", "was" alone: what follows is a phrase
    bool would = false;
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
    std::vector<std::uint32_t> lemmas;  // that the form may belong to; a phrasal one before its first word
};

class Reading {
  public:
    // `references` are those of the sentence: [first, last) in Document::references.
    Reading(const Document& document, std::uint32_t sentence, const Vocabulary& vocabulary, std::size_t first,
            std::size_t last, const std::vector<bool>& adjectives);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
    [[nodiscard]] const Word& word(std::uint32_t i) const { return *words_[i]; }
    [[nodiscard]] Class kind(std::uint32_t i) const { return i < size() ? words_[i]->kind : Class::stop; }
    [[nodiscard]] const std::string& folded(std::uint32_t i) const { return folded_[i]; }
    [[nodiscard]] bool is(std::uint32_t i, std::string_view word) const { return i < size() && folded_[i] == word; }
    [[nodiscard]] Shape shape(std::uint32_t i) const { return document_.tokens[offset_ + i].shape; }
    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const;

    [[nodiscard]] const std::vector<Phrase>& phrases() const { return phrases_; }
    [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
    [[nodiscard]] int phrase_at(std::uint32_t i) const { return i < size() ? phrase_at_[i] : none; }
    [[nodiscard]] int group_at(std::uint32_t i) const { return i < size() ? group_at_[i] : none; }
    // The outermost reference over token i; those that lie inside it come with `inside`.
    [[nodiscard]] int reference_at(std::uint32_t i) const { return i < size() ? reference_at_[i] : none; }
    [[nodiscard]] TokenRange range(int reference) const;  // its tokens, counted in the sentence
    [[nodiscard]] bool adjective(int reference) const { return adjectives_[static_cast<std::size_t>(reference)]; }
    // References within tokens [begin, end), in order, also those that lie inside others.
    [[nodiscard]] std::vector<int> references_in(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] const Document& document() const { return document_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
    [[nodiscard]] std::uint32_t sentence() const { return sentence_; }
    // What the words of a group are to what depends on them.
    [[nodiscard]] const Lemma& lemma(std::uint32_t id) const { return vocabulary_.lemma(id); }
    [[nodiscard]] Governor governor(const Group& group) const;
    // A preposition that hangs what follows on the phrase before; "after" may open a clause.
    [[nodiscard]] bool joins(std::uint32_t i) const;
    // Tokens that say when and how, and part no phrases: adverbs, "on Monday" by its name of a day.
    [[nodiscard]] bool skips(std::uint32_t i) const;

  private:
    void find_references(std::size_t first, std::size_t last);
    void find_groups();
    void find_phrases();
    [[nodiscard]] bool opens_phrase(std::uint32_t i) const;
    void close_phrase(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] int head_of(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool in_phrase(std::uint32_t i) const;
    [[nodiscard]] bool verb_here(std::uint32_t i, Group& group) const;
    [[nodiscard]] bool unknown_verb(std::uint32_t i, Group& group) const;
    [[nodiscard]] std::uint8_t alone(std::uint32_t i, std::uint32_t before, Group& group) const;
    [[nodiscard]] std::uint8_t behind_auxiliary(std::uint8_t bits, std::uint32_t before, Group& group) const;
    [[nodiscard]] std::uint8_t behind_other(std::uint32_t i, std::uint8_t bits, std::uint32_t before,
                                            Group& group) const;
    [[nodiscard]] bool in_series(std::uint32_t i) const;
    [[nodiscard]] bool subject_ends(std::uint32_t last, bool past) const;
    [[nodiscard]] bool finite_here(std::uint32_t i, std::uint8_t bits, std::uint32_t before) const;
    [[nodiscard]] bool closes_aside(std::uint32_t comma) const;
    [[nodiscard]] bool object_follows(std::uint32_t i) const;
    void widen(Group& group, std::uint32_t main) const;
    void name_lemmas(Group& group, std::uint8_t bits) const;

    const Document& document_;
    const Vocabulary& vocabulary_;
    const std::vector<bool>& adjectives_;  // of Document::references: "Danish"
    std::uint32_t sentence_, offset_;
    std::vector<const Word*> words_;
    std::vector<std::string> folded_;
    std::vector<int> reference_at_, phrase_at_, group_at_, references_;
    std::vector<Phrase> phrases_;
    std::vector<Group> groups_;
};

}  // namespace entente::relate
