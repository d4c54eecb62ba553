// Names in context to votes on types.
//
// A pattern sees the name alone, or what stands before it, or what stands after it, and always the whole of
// that up to 100 bytes: so it needs no groups, and RE2 can run its fastest automaton.
// SPDX-License-Identifier: MIT
#include "recognise/patterns.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "entente/text/error.hpp"

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

// A blank stands for any white space, an apostrophe for the curly one too; inside [] both are part of the
// class.
void append_pattern(std::string& out, std::string_view pattern) {
    bool in_class = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
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

void append_word(std::string& out, std::string_view word) {
    for (const char c : word) {
        if (std::string_view(".+*?()[]{}|^$\\").find(c) != std::string_view::npos) out += '\\';
        append_pattern(out, {&c, 1});
    }
}

// "<titles>" becomes the list's words in either letter case; "<organisation_heads:c>" those whose value has a
// c.
std::string expand(std::string_view pattern, const Lexicon& lexicon) {
    const Regex list("<[a-z_]+(?::[a-z]+)?>");
    std::string out;
    std::size_t done = 0;
    for (const auto& match : list.find_all(pattern)) {
        append_pattern(out, pattern.substr(done, match.whole.begin - done));
        done = match.whole.end;
        std::string_view name = pattern.substr(match.whole.begin + 1, match.whole.size() - 2);
        const std::size_t colon = std::min(name.find(':'), name.size());
        const std::string_view wanted = name.substr(std::min(colon + 1, name.size()));
        std::string_view bar = "(?i:";
        for (const auto& [word, value] : lexicon.entries(name.substr(0, colon))) {
            if (!wanted.empty() && value.find(wanted) == std::string::npos) continue;
            out += bar;
            append_word(out, word);
            bar = "|";
        }
        out += ')';
    }
    append_pattern(out, pattern.substr(done));
    return out;
}

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
    std::string pattern = "(?:" + expand(line, lexicon) + ")";
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
