// Numbers, dates, times, telephone numbers.
//
// Digits go on over one of . , : / if a digit follows. Hyphens part a range ("3-4", "1969-1970") but hold a
// telephone number ("555-0100") and a date ("12-31-1999") together: three groups, or two of which the first
// is long.
// SPDX-License-Identifier: MIT
#include "tokenise/numbers.hpp"

#include "tokenise/characters.hpp"

namespace entente::tokenise {
namespace {

bool is_digit_at(std::string_view chunk, std::size_t at) {
    return at < chunk.size() && chunk[at] >= '0' && chunk[at] <= '9';
}

std::size_t digits_end(std::string_view chunk, std::size_t at) {
    while (is_digit_at(chunk, at))
        ++at;
    return at;
}

std::size_t plain_end(std::string_view chunk, std::size_t at) {
    std::size_t end = digits_end(chunk, at);
    while (end < chunk.size() && std::string_view(".,:/").find(chunk[end]) != std::string_view::npos &&
           is_digit_at(chunk, end + 1)) {
        end = digits_end(chunk, end + 1);
    }
    return end;
}

// The end of groups of digits joined by hyphens, if they are no range.
std::size_t hyphenated_end(std::string_view chunk, std::size_t at) {
    std::size_t groups = 1;
    const std::size_t first = digits_end(chunk, at);
    std::size_t end = first, last = at;
    while (end < chunk.size() && chunk[end] == '-' && is_digit_at(chunk, end + 1)) {
        last = end + 1;
        end = digits_end(chunk, last);
        ++groups;
    }
    if (groups == 1) return at;
    const std::size_t left = first - at, right = end - last;
    const bool telephone = (left == 3 && right == 4) || (left == 5 && right == 4);
    return groups > 2 || telephone ? end : at;
}

// The letters that a number keeps: "3rd", "1990s", "5G", "3D"; `begin` where they are a unit or a word of
// their own.
std::size_t letters_end(std::string_view chunk, std::size_t begin, const WordLists& lists) {
    std::size_t end = begin;
    for (Character c = character(chunk, end); in_word(c); c = character(chunk, end))
        end += c.size;
    return lists.unit(chunk.substr(begin, end - begin)) ? begin : end;
}

}  // namespace

std::size_t number_end(std::string_view chunk, std::size_t at, const WordLists& lists) {
    if (at >= chunk.size()) return at;
    std::size_t begin = at;
    // A sign or a leading point belongs to the number only where nothing stands before it.
    const bool free = at == 0 || character(chunk, at - 1).is == Class::open;
    if (free && (chunk[at] == '+' || chunk[at] == '.') && is_digit_at(chunk, at + 1)) ++begin;
    if (!is_digit_at(chunk, begin)) return at;
    if (const std::size_t end = hyphenated_end(chunk, begin); end > begin) return end;
    const std::size_t end = plain_end(chunk, begin);
    return letters_end(chunk, end, lists);
}

}  // namespace entente::tokenise
