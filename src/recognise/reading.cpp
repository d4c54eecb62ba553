// Tokens to kinds of words.
//
// All lists are poured into one table once, so a token costs one look-up.
// SPDX-License-Identifier: MIT
#include "recognise/reading.hpp"

#include <algorithm>

#include "entente/text/utf8.hpp"

namespace entente::recognise {
namespace {

constexpr std::uint32_t longest_title = 4;   // words of one title: "secretary of state"
constexpr std::uint32_t longest_chain = 12;  // tokens of titles in a row, so that hostile text costs no more

}  // namespace

WordLists::WordLists(const Lexicon& lexicon) {
    const auto add = [&](const char* list, std::uint32_t kind) {
        for (const auto& [word, value] : lexicon.entries(list))
            kinds_[word] |= kind;
    };
    add("common_words", common_word);
    add("not_names", not_name);
    add("given_names", given_name);
    add("legal_forms", legal_form);
    add("place_heads", place_head);
    add("thing_heads", thing_head);
    add("organisation_words", organisation_word);
    add("title_parts", title_part);
    add("particles", particle);
    add("part_names", part_name);
    add("hyphen_ends", hyphen_end);
    add("team_words", team_word);
    add("everyday_words", everyday_word);
    add("person_nouns", person_noun);
    for (const char* list : {"person_nouns", "organisation_nouns", "place_nouns", "titles"})
        add(list, noun);
    for (const auto& [word, value] : lexicon.entries("organisation_heads")) {
        kinds_[word] |= organisation_head;
        if (value.find('o') != std::string::npos) kinds_[word] |= takes_of;
        if (value.find('l') != std::string::npos) kinds_[word] |= also_lower;
        if (value.find('a') != std::string::npos) kinds_[word] |= stands_alone;
        if (value.find('s') != std::string::npos) kinds_[word] |= state_head;
    }
    for (const auto& [title, value] : lexicon.entries("titles"))
        titles_.emplace(title, true);
}

std::uint32_t WordLists::kinds(const std::string& folded) const {
    const auto found = kinds_.find(folded);
    return found == kinds_.end() ? 0 : found->second;
}

Reading::Reading(const Document& of, const WordLists& lists) : document(of), lists_(lists) {
    pieces.reserve(of.tokens.size());
    kinds.reserve(of.tokens.size());
    for (std::uint32_t i = 0; i < of.tokens.size(); ++i) {
        pieces.push_back({fold(of.form(i)), of.tokens[i].space_before});
        kinds.push_back(lists.kinds(pieces.back().folded));
    }
}

bool Reading::capital(std::uint32_t token) const {
    const Shape shape = document.tokens[token].shape;
    return shape == Shape::title || shape == Shape::upper || shape == Shape::mixed;
}

bool Reading::introduces(std::uint32_t token) const {
    const std::string& word = pieces[token].folded;
    if (document.tokens[token].shape != Shape::title || is(token, organisation_head | given_name | state_head) ||
        word.size() < 4 || word.ends_with('.'))
        return false;
    if (is(token, noun)) return true;
    return word.ends_with('s') && (lists_.kinds(word.substr(0, word.size() - 1)) & noun) != 0;
}

std::uint32_t Reading::plain_title(std::uint32_t token, std::uint32_t end) const {
    std::string phrase;
    std::uint32_t longest = 0;
    for (std::uint32_t n = 0; n < longest_title && token + n < end; ++n) {
        if (n > 0 && pieces[token + n].space_before) phrase += ' ';
        phrase += pieces[token + n].folded;
        if (lists_.is_title(phrase)) longest = n + 1;
    }
    return longest;
}

std::uint32_t Reading::title(std::uint32_t token, std::uint32_t end) const {
    end = std::min(end, token + longest_chain);
    std::uint32_t after = token;  // the last title
    for (std::uint32_t at = token; at < end;) {
        // "former Deputy", "Home", "Chief": parts that need a title after them
        std::uint32_t length = plain_title(at, end);
        const auto links = [&] { return at > token && (pieces[at].folded == "-" || pieces[at].folded == "and"); };
        while (length == 0 && at + 1 < end && (is(at, title_part) || links())) {
            length = plain_title(++at, end);
        }
        if (length == 0) break;
        at += length;
        // "Minister of Trade and Industry", "Secretary for Health"
        if (at + 1 < end && (pieces[at].folded == "of" || pieces[at].folded == "for") &&
            is(at + 1, organisation_word) && capital(at + 1)) {
            at += 2;
            while (at < end && capital(at) && is(at, organisation_word))
                ++at;
            if (at + 1 < end && pieces[at].folded == "and" && is(at + 1, organisation_word)) at += 2;
        }
        after = at;  // one title may follow another: "Vice President", "General Secretary"
    }
    return after - token;
}

}  // namespace entente::recognise
