// The word lists, ready for looking up.
//
// A copy of what the lexicon holds, hashed, so that the tokeniser needs no lexicon later and a look-up of an
// ASCII word costs no folding.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "entente/knowledge.hpp"

namespace entente::tokenise {

// What a full stop after an abbreviation says about the end of the sentence.
enum class Abbreviation : std::uint8_t {
    none,    // no abbreviation
    title,   // "Mr.": a name follows
    number,  // "No.": a number follows, else it is no abbreviation
    inside,  // "e.g.": the sentence goes on
    end,     // "Inc.", "U.S.": may also end a sentence
    word,    // "Yahoo!": the mark is a part of the word and says nothing
};

class WordLists {
  public:
    explicit WordLists(const Lexicon& lexicon);

    [[nodiscard]] Abbreviation abbreviation(std::string_view word) const;                         // with its full stop
    [[nodiscard]] std::string_view contraction(std::string_view word) const;                      // "gon na", or ""
    [[nodiscard]] bool elision(std::string_view word) const { return has(contractions_, word); }  // "'em"
    [[nodiscard]] bool prefix(std::string_view word) const { return has(prefixes_, word); }
    [[nodiscard]] bool unit(std::string_view word) const;  // upper and lower case differ: "m" is no "M"
    [[nodiscard]] bool domain(std::string_view word) const { return has(domains_, word); }
    [[nodiscard]] bool function_word(std::string_view word) const { return has(function_words_, word); }
    [[nodiscard]] bool opener(std::string_view word) const;  // may begin a sentence: "The", "However"

  private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using List = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;
    [[nodiscard]] static List list(const Lexicon& lexicon, std::string_view name);
    [[nodiscard]] static bool has(const List& list, std::string_view word);
    [[nodiscard]] static std::string_view look_up(const List& list, std::string_view word);

    List abbreviations_, contractions_, prefixes_, units_, domains_, function_words_;
};

}  // namespace entente::tokenise
