// Names in context to votes on types.
//
// A pattern sees the name alone, or what stands before it, or what stands after it, and always the whole of
// that up to 100 bytes: so it needs no groups, and RE2 can run its fastest automaton.
// SPDX-License-Identifier: MIT
#include "recognise/patterns.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente::recognise {
namespace {

constexpr std::uint32_t window = 100;  // bytes of context on each side

constexpr std::array<std::string_view, vote_kinds> vote_names = {"person", "organisation", "country",
                                                                 "place",  "thing",        "acts"};
constexpr std::array<std::string_view, 3> where_names = {"name", "before", "after"};

template <std::size_t N>
std::optional<std::size_t> index_of(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return {};
    return static_cast<std::size_t>(at - names.begin());
}

// The next word of a line, which loses it.
std::string_view take_word(std::string_view& line) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    const std::size_t end = std::min(line.find_first_of(" \t", begin), line.size());
    const std::string_view word = line.substr(begin, end - begin);
    line.remove_prefix(std::min(line.find_first_not_of(" \t", end), line.size()));
    return word;
}

bool ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Letters beyond ASCII tell their case alone, "Çelik" is "Àelik": RE2's classes of all the letters of the world made up the
// half of the time until the first article.
std::string plain_letters(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        if (c.value < 0x80 || !is_letter(c.value))
            out += text.substr(at, c.size);
        else
            out += is_upper(c.value) ? "À" : "à";
        at += c.size;
    }
    return out;
}

// The classes of letters as they are written there.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> classes = {
    {{"\\p{Lu}", "A-ZÀ"}, {"\\p{Ll}", "a-zà"}, {"\\pL", "A-Za-zÀà"}, {"\\pM", "à"}}};

// A blank stands for any white space, an apostrophe for the curly one too; inside [] both are part of the
// class.
void append_pattern(std::string& out, std::string_view pattern) {
    bool in_class = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const auto letters = std::find_if(classes.begin(), classes.end(),
                                          [&](const auto& each) { return pattern.substr(i).starts_with(each.first); });
        if (letters != classes.end()) {
            out += in_class ? std::string(letters->second) : fmt::format("[{}]", letters->second);
            i += letters->first.size() - 1;
            continue;
        }
        const char c = pattern[i];
        const bool escaped = i > 0 && pattern[i - 1] == '\\';
        if (c == '[' && !escaped) in_class = true;
        if (c == ']' && !escaped) in_class = false;
        if (c == ' ')
            out += in_class ? "\\s" : "\\s+";
        else if (c == '\'')
            out += in_class ? "'’" : "['’]";
        else
            out += c;
    }
}

std::string_view character(std::string_view word, std::size_t at) {
    return word.substr(at, static_cast<unsigned char>(word[at]) < 0x80 ? 1 : 2);  // "à", "À" are the only others
}

// "[aA]" is a hundredth of the work that "(?i:a)" is for RE2.
void append_either_case(std::string& out, std::string_view character) {
    const char small = static_cast<char>(character[0] | 0x20);
    if (small >= 'a' && small <= 'z' && character.size() == 1) {
        out += {'[', small, static_cast<char>(small - 0x20), ']'};
    } else if (character.size() > 1) {
        out += "[àÀ]";
    } else {
        if (std::string_view(".+*?()[]{}|^$\\").find(character[0]) != std::string_view::npos) out += '\\';
        append_pattern(out, character);
    }
}

// The words [begin, end), sorted and alike up to `at`, as a tree of characters: RE2 reads that in a fraction of the time
// that it takes for one word beside the other.
void append_words(std::string& out, const std::vector<std::string>& words, std::size_t begin, std::size_t end,
                  std::size_t at) {
    const bool whole = words[begin].size() == at;  // one word ends here
    if (whole) ++begin;
    if (begin == end) return;
    out += "(?:";
    for (std::size_t i = begin; i < end;) {
        const std::string_view first = character(words[i], at);
        std::size_t next = i;
        while (next < end && character(words[next], at) == first)
            ++next;
        append_either_case(out, first);
        append_words(out, words, i, next, at + first.size());
        i = next;
        if (i < end) out += '|';
    }
    out += whole ? ")?" : ")";
}

// The words of the list, of those with a value that has `wanted` in it alone.
std::string words_of(const Lexicon& lexicon, std::string_view list, std::string_view wanted) {
    std::vector<std::string> words;
    for (const auto& [word, value] : lexicon.entries(list)) {
        if (wanted.empty() || value.find(wanted) != std::string::npos) words.push_back(plain_letters(word));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::string out;
    if (!words.empty()) append_words(out, words, 0, words.size(), 0);
    return out;
}

}  // namespace

// "<titles>" becomes the list's words in either letter case; "<organisation_heads:c>" those whose value has a
// c.
std::string Patterns::expand(std::string_view pattern, const Lexicon& lexicon) {
    const Regex list("<[a-z_]+(?::[a-z]+)?>");
    std::string out;
    std::size_t done = 0;
    for (const auto& match : list.find_all(pattern)) {
        append_pattern(out, pattern.substr(done, match.whole.begin - done));
        done = match.whole.end;
        const std::string name(pattern.substr(match.whole.begin + 1, match.whole.size() - 2));
        const auto [words, fresh] = lists_.try_emplace(name);
        const std::size_t colon = std::min(name.find(':'), name.size());
        if (fresh)
            words->second = words_of(lexicon, name.substr(0, colon), name.substr(std::min(colon + 1, name.size())));
        out += words->second;
    }
    append_pattern(out, pattern.substr(done));
    return out;
}

namespace {

std::uint32_t to_character(std::string_view text, std::uint32_t at, int step) {
    while (at > 0 && at < text.size() && (text[at] & 0xC0) == 0x80)
        at += static_cast<std::uint32_t>(step);
    return at;
}

}  // namespace

Patterns::Patterns(std::string_view text, std::string_view file, const Lexicon& lexicon)
    : file_(file.substr(file.rfind('/') + 1)) {
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        add_line(text.substr(begin, end - begin), ++number, file, lexicon);
        begin = end + 1;
    }
    lists_.clear();
}

void Patterns::add_line(std::string_view line, std::uint32_t number, std::string_view file, const Lexicon& lexicon) {
    const std::string excerpt(line);
    const auto fail = [&](std::string_view word, std::string_view text, std::string_view hint) {
        return Error(Error::Kind::config, {std::string(file), number, excerpt.find(word) + 1, excerpt}, text, hint);
    };
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos || line.starts_with('#')) return;
    const std::string_view type = take_word(line), weight = take_word(line), place = take_word(line);
    const auto vote = index_of(vote_names, type);
    if (!vote) throw fail(type, "no such type", "person, organisation, country, place, thing or acts");
    const bool negative = weight.starts_with('-');
    const std::string_view digit = weight.substr(negative ? 1 : 0);
    if (digit.size() != 1 || digit < "1" || digit > "9") throw fail(weight, "no such weight", "1 to 9, or -1 to -9");
    const auto where = index_of(where_names, place);
    if (!where) throw fail(place, "no such place", "name, before or after");
    std::string pattern = "(?:" + expand(plain_letters(line), lexicon) + ")";
    if (*where == 1) pattern = "(?s:.*)" + pattern;
    if (*where == 2) pattern += "(?s:.*)";
    try {
        const int value = digit[0] - '0';
        patterns_.push_back(
            {static_cast<Vote>(*vote), negative ? -value : value, static_cast<Where>(*where), number, Regex(pattern)});
    } catch (const Error& error) {
        throw fail(line, error.text(), error.hint());
    }
}

void Patterns::add_votes(Votes& votes, Where where, std::string_view view) const {
    const std::string plain = ascii(view) ? std::string() : plain_letters(view);
    if (!plain.empty()) view = plain;
    for (const Pattern& pattern : patterns_) {
        if (pattern.where == where && pattern.regex.matches(view))
            votes.add(pattern.vote, pattern.weight, pattern.line);
    }
}

Votes Patterns::name_votes(std::string_view name) const {
    Votes out;
    add_votes(out, Where::name, name);
    return out;
}

Votes Patterns::context_votes(std::string_view text, Span sentence, Span name) const {
    const std::uint32_t begin = std::max(sentence.begin, name.begin > window ? name.begin - window : 0);
    const std::uint32_t end = std::min(sentence.end, name.end + window);
    Votes out;
    add_votes(out, Where::before, Span{to_character(text, begin, 1), name.begin}.of(text));
    add_votes(out, Where::after, Span{name.end, to_character(text, end, -1)}.of(text));
    return out;
}

}  // namespace entente::recognise
