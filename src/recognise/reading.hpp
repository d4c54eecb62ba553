// Tokens to kinds of words.
//
// in        the tokens of a document and the word lists
// out       for each token its folded form and the lists that it is in
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente::recognise {

// The lists that a word may be in, as bits.
enum WordKind : std::uint32_t {
    common_word = 1 << 0,        // common_words.txt
    not_name = 1 << 1,           // not_names.txt
    given_name = 1 << 2,         // given_names.txt
    organisation_head = 1 << 3,  // organisation_heads.txt
    takes_of = 1 << 4,           //   with the value o
    stands_alone = 1 << 5,       //   with the value a
    also_lower = 1 << 13,        //   with the value l
    part_name = 1 << 14,         // part_names.txt
    legal_form = 1 << 6,         // legal_forms.txt
    place_head = 1 << 7,         // place_heads.txt
    thing_head = 1 << 8,         // thing_heads.txt
    organisation_word = 1 << 9,  // organisation_words.txt
    title_part = 1 << 10,        // title_parts.txt
    particle = 1 << 11,          // particles.txt
    hyphen_end = 1 << 15,        // hyphen_ends.txt
    team_word = 1 << 16,         // team_words.txt
    everyday_word = 1 << 18,     // everyday_words.txt
    person_noun = 1 << 19,       // person_nouns.txt
    state_head = 1 << 17,        // organisation_heads.txt with the value s
    noun = 1 << 12,              // person_nouns.txt, organisation_nouns.txt, place_nouns.txt, titles.txt
};

class WordLists {
  public:
    explicit WordLists(const Lexicon& lexicon);
    [[nodiscard]] std::uint32_t kinds(const std::string& folded) const;
    [[nodiscard]] bool is_title(const std::string& folded) const { return titles_.contains(folded); }

  private:
    std::unordered_map<std::string, std::uint32_t> kinds_;  // only looked up, never walked
    std::unordered_map<std::string, bool> titles_;
};

// A document with what the lists say of its tokens.
struct Reading {
    Reading(const Document& of, const WordLists& lists);

    const Document& document;
    std::vector<Piece> pieces;         // for each token
    std::vector<std::uint32_t> kinds;  // for each token

    [[nodiscard]] bool is(std::uint32_t token, std::uint32_t any_of) const { return (kinds[token] & any_of) != 0; }
    [[nodiscard]] bool capital(std::uint32_t token) const;
    // "Insurer", "Brewers": a noun that says what the name behind it is, where the sentence's begin gives it a capital;
    // but "Bank" and "Radio" are parts of names.
    [[nodiscard]] bool introduces(std::uint32_t token) const;
    // How many tokens from `token` on, before `end`, are a title with all that belongs to it; 0 = none.
    [[nodiscard]] std::uint32_t title(std::uint32_t token, std::uint32_t end) const;

  private:
    [[nodiscard]] std::uint32_t plain_title(std::uint32_t token, std::uint32_t end) const;
    const WordLists& lists_;
};

}  // namespace entente::recognise
