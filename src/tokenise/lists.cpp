// The word lists, ready for looking up.
// SPDX-License-Identifier: MIT
#include "tokenise/lists.hpp"

#include <algorithm>

#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente::tokenise {
namespace {

constexpr std::size_t longest_entry = 40;  // bytes; spares the folding of what cannot be in a list

// fold() for the common case of a short ASCII word, without its cost.
std::string key_of(std::string_view word) {
    std::string key(word);
    for (char& c : key) {
        if (static_cast<unsigned char>(c) >= 0x80) return fold(word);
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return key;
}

Abbreviation kind_of(std::string_view name, std::string_view word) {
    if (name == "title") return Abbreviation::title;
    if (name == "number") return Abbreviation::number;
    if (name == "inside") return Abbreviation::inside;
    if (name == "end") return Abbreviation::end;
    if (name == "word") return Abbreviation::word;
    throw Error(Error::Kind::config, "abbreviation '" + std::string(word) + "' has no kind '" + std::string(name) + "'",
                "kinds: title, number, inside, end, word");
}

}  // namespace

WordLists::WordLists(const Lexicon& lexicon)
    : abbreviations_(list(lexicon, "abbreviations")),
      contractions_(list(lexicon, "contractions")),
      prefixes_(list(lexicon, "prefixes")),
      units_(list(lexicon, "units")),
      domains_(list(lexicon, "domains")),
      function_words_(list(lexicon, "function_words")) {
    for (const auto& [word, kind] : lexicon.entries("abbreviations"))
        static_cast<void>(kind_of(kind, word));
}

WordLists::List WordLists::list(const Lexicon& lexicon, std::string_view name) {
    const auto& entries = lexicon.entries(name);
    return {entries.begin(), entries.end()};
}

bool WordLists::has(const List& list, std::string_view word) {
    return word.size() <= longest_entry && list.find(key_of(word)) != list.end();
}

std::string_view WordLists::look_up(const List& list, std::string_view word) {
    if (word.size() > longest_entry) return {};
    const auto entry = list.find(key_of(word));
    return entry == list.end() ? std::string_view{} : entry->second;
}

Abbreviation WordLists::abbreviation(std::string_view word) const {
    const std::string_view kind = look_up(abbreviations_, word);
    return kind.empty() ? Abbreviation::none : kind_of(kind, word);
}

std::string_view WordLists::contraction(std::string_view word) const {
    // "Im" and "Ive" are names, "im" and "ive" are not.
    const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    return capital && word.size() <= 3 ? std::string_view{} : look_up(contractions_, word);
}

bool WordLists::opener(std::string_view word) const {
    // "the U.S. However", but "the U.S. Monday"
    const std::string_view kind = look_up(function_words_, word);
    return !kind.empty() && kind != "time";
}

bool WordLists::unit(std::string_view word) const {
    const std::string_view spellings = look_up(units_, word);
    for (std::size_t from = 0; from < spellings.size();) {
        const std::size_t blank = std::min(spellings.find(' ', from), spellings.size());
        if (spellings.substr(from, blank - from) == word) return true;
        from = blank + 1;
    }
    return false;
}

}  // namespace entente::tokenise
