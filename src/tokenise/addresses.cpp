// Web addresses, mail, handles, tags.
//
// An address runs to the end of the stretch or to what never stands in one, and gives back the punctuation of
// the sentence around it: in "(see http://a.org/b)." the address ends before ")".
// SPDX-License-Identifier: MIT
#include "tokenise/addresses.hpp"

#include <algorithm>

#include "tokenise/characters.hpp"

namespace entente::tokenise {
namespace {

// Of mail and of names of hosts, by the standards; they also keep the search linear.
constexpr std::size_t longest_local_part = 64, longest_domain = 253;

bool is_ascii_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}
bool is_upper_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower_letter(char c) {
    return c >= 'a' && c <= 'z';
}

bool begins(std::string_view chunk, std::size_t at, std::string_view lower_case) {
    if (chunk.size() - at < lower_case.size()) return false;
    return std::equal(lower_case.begin(), lower_case.end(), chunk.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char want, char have) { return want == (is_upper_letter(have) ? have - 'A' + 'a' : have); });
}

// Without the punctuation that belongs to the sentence; a bracket stays if it was opened inside.
std::size_t without_tail(std::string_view chunk, std::size_t begin, std::size_t end) {
    while (end > begin) {
        const char last = chunk[end - 1];
        if (last == ')' && chunk.substr(begin, end - begin).find('(') != std::string_view::npos) break;
        if (std::string_view(".,;:!?'\")]}*").find(last) == std::string_view::npos) break;
        --end;
    }
    return end;
}

std::size_t run_of_address(std::string_view chunk, std::size_t at) {
    std::size_t end = at;
    while (end < chunk.size()) {
        const Character c = character(chunk, end);
        const bool stops =
            c.value == '<' || c.value == '>' || c.is == Class::quote || c.value == 0x2019 || c.is == Class::dash;
        if (stops) break;
        end += c.size;
    }
    return without_tail(chunk, at, end);
}

}  // namespace

std::size_t url_end(std::string_view chunk, std::size_t at) {
    for (const std::string_view scheme : {"http://", "https://", "ftp://", "mailto:", "www.", "doi:"}) {
        if (!begins(chunk, at, scheme)) continue;
        const std::size_t end = run_of_address(chunk, at);
        if (end > at + scheme.size()) return end;
    }
    return at;
}

std::size_t mail_end(std::string_view chunk, std::size_t at) {
    std::size_t end = at;
    const auto more = [&](std::string_view marks, std::size_t most) {
        const std::size_t begin = end;
        while (end < chunk.size() && end - begin < most &&
               (is_ascii_word(chunk[end]) || marks.find(chunk[end]) != std::string_view::npos))
            ++end;
        return end > begin;
    };
    if (!more(".-+%", longest_local_part) || end >= chunk.size() || chunk[end] != '@') return at;
    ++end;
    if (!more(".-", longest_domain)) return at;
    return without_tail(chunk, at, end);
}

std::size_t tag_end(std::string_view chunk, std::size_t at) {
    if (chunk[at] != '@' && chunk[at] != '#') return at;
    std::size_t end = at + 1;
    bool letters = false;
    for (Character c = character(chunk, end); in_word(c); c = character(chunk, end)) {
        letters = letters || c.is == Class::letter;
        end += c.size;
    }
    return letters ? end : at;
}

std::size_t site_end(std::string_view chunk, std::size_t at, const WordLists& lists, std::size_t& looked) {
    std::size_t& end = looked;
    end = at;
    std::size_t last = at, segments = 0;
    bool lower = true;
    for (;;) {
        const std::size_t begin = end;
        while (end < chunk.size() && (is_ascii_word(chunk[end]) || (chunk[end] == '-' && end > begin)))
            ++end;
        if (end == begin) break;
        lower = lower && std::all_of(chunk.begin() + static_cast<std::ptrdiff_t>(begin),
                                     chunk.begin() + static_cast<std::ptrdiff_t>(end),
                                     [](char c) { return is_lower_letter(c) || c == '-' || (c >= '0' && c <= '9'); });
        last = begin;
        ++segments;
        if (!lower && end - at > longest_domain) return at;
        if (end + 1 >= chunk.size() || chunk[end] != '.' || !is_ascii_word(chunk[end + 1])) break;
        ++end;
    }
    if (segments < 2) return at;
    const std::string_view ending = chunk.substr(last, end - last);
    if (const std::size_t hyphen = ending.find('-');
        hyphen != std::string_view::npos && lists.domain(ending.substr(0, hyphen))) {
        return last + hyphen;  // "norvia.com-backed"
    }
    const bool known = lists.domain(ending);
    const bool group = segments >= 3 && lower && end - at > 2 * segments;  // a newsgroup, not "a.b.c"
    if (!known && !group) return at;
    return known && end < chunk.size() && chunk[end] == '/' ? run_of_address(chunk, at) : end;
}

}  // namespace entente::tokenise
