// Lines to blocks.
//
// A blank line ends a block, and so does the begin of a list item. Any other line end is looked at by the
// shape of the lines. A wrapped paragraph
//     The ministry said on Monday that it would not
//     renew the licence of the company.
// goes on, because "renew" would have made its first line longer than the widest of the group. A headline
// above a text, a caption, the items of a list do not.
// SPDX-License-Identifier: MIT
#include "tokenise/lines.hpp"

#include <algorithm>
#include <cstddef>

#include "entente/text/utf8.hpp"
#include "tokenise/characters.hpp"

namespace entente::tokenise {
namespace {

constexpr std::size_t narrowest_column = 40, widest_column = 120;  // characters of a wrapped line

struct Line {
    Span span;                   // without white space at its ends; empty for a blank line
    std::size_t width = 0;       // characters
    std::size_t first_word = 0;  // characters
    bool bullet = false;
    bool lower = false;  // begins with a small letter
    bool ended = false;  // ends in . ! ? : or a closing mark after them
};

bool is_line_end(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_bullet_mark(char32_t c) {
    return c == '-' || c == '*' || c == '+' || c == 0x2013 || c == 0x2014 || c == 0xB7 || c == 0x2022 || c == 0x2023 ||
           c == 0x2043 || c == 0x2219 || (c >= 0x25A0 && c <= 0x25FF) || (c >= 0x2700 && c <= 0x27BF);
}

// "* text", "- text", "1. text", "2) text", "(a) text"
bool begins_item(std::string_view line) {
    const Character first = character(line, 0);
    std::size_t at = first.size;
    if (is_bullet_mark(first.value)) return character(line, at).is == Class::space && at < line.size();
    const bool bracket = first.value == '(';
    std::size_t begin = bracket ? at : 0, digits = begin;
    while (character(line, digits).is == Class::digit)
        ++digits;
    std::size_t end = digits;
    if (digits == begin) end = begin + (character(line, begin).is == Class::letter ? character(line, begin).size : 0);
    if (end == begin || digits > begin + 3 || end >= line.size()) return false;
    const bool closed = line[end] == ')' || (!bracket && digits > begin && line[end] == '.');
    return closed && end + 1 < line.size() && character(line, end + 1).is == Class::space;
}

bool ends_sentence(std::string_view line) {
    for (std::size_t at = line.size(); at > 0;) {
        const CodePoint c = decode_before(line, at);
        at -= c.size;
        const Class is = character(line, at).is;
        if (is == Class::quote || is == Class::close || is == Class::apostrophe) continue;
        return is == Class::stop || c.value == ':' || c.value == ';';
    }
    return false;
}

Line line_of(std::string_view text, Span span) {
    Line line;
    std::size_t begin = span.begin, end = span.end;
    while (begin < end && character(text, begin).is == Class::space)
        begin += character(text, begin).size;
    while (end > begin) {
        const CodePoint c = decode_before(text, end);
        if (character(text, end - c.size).is != Class::space) break;
        end -= c.size;
    }
    line.span = make_span(begin, end);
    const std::string_view words = line.span.of(text);
    bool in_first = true;
    for (std::size_t at = 0; at < words.size(); ++line.width) {
        const Character c = character(words, at);
        in_first = in_first && c.is != Class::space;
        line.first_word += in_first;
        at += c.size;
    }
    line.bullet = !words.empty() && begins_item(words);
    line.lower = !words.empty() && is_lower(character(words, 0).value);
    line.ended = ends_sentence(words);
    return line;
}

std::vector<Line> lines_of(std::string_view text, Span stretch) {
    std::vector<Line> lines;
    const std::string_view inside = text.substr(0, stretch.end);
    std::size_t begin = stretch.begin;
    for (std::size_t at = begin; at < stretch.end;) {
        const Character c = character(inside, at);
        const std::size_t end = at;
        at += c.size;
        if (!is_line_end(c.value)) continue;
        if (c.value == '\r' && at < stretch.end && text[at] == '\n') ++at;
        lines.push_back(line_of(inside, make_span(begin, end)));
        begin = at;
    }
    lines.push_back(line_of(inside, make_span(begin, stretch.end)));
    return lines;
}

// Lines between two blank ones, and how wide they are.
struct Group {
    const Line* begin;
    const Line* end;
    std::size_t width = 0;
    bool wrapped = false;  // most of its lines could not have taken the next one's first word
};

bool was_full(const Line& line, const Line& next, std::size_t width) {
    return line.width + 1 + next.first_word > width;
}

Group group_of(const Line* begin, const Line* end) {
    Group group{begin, end};
    for (const Line* line = begin; line != end; ++line)
        group.width = std::max(group.width, line->width);
    std::ptrdiff_t full = 0;
    for (const Line* line = begin; line + 1 < end; ++line)
        full += was_full(*line, line[1], group.width);
    const bool column = group.width >= narrowest_column && group.width <= widest_column;
    group.wrapped = column && end - begin >= 3 && full * 4 >= (end - begin - 1) * 3;
    return group;
}

bool goes_on(const Line& line, const Line& next, const Group& group) {
    if (next.bullet) return false;
    if (group.wrapped && was_full(line, next, group.width)) return true;
    return next.lower && !line.ended && line.width >= narrowest_column;
}

void add_group(const Group& group, std::vector<Block>& blocks) {
    for (const Line* line = group.begin; line != group.end; ++line) {
        Block block{line->span, line->bullet, true};
        while (line + 1 != group.end && goes_on(*line, line[1], group)) {
            ++line;
            block.span.end = line->span.end;
            block.one_line = false;
        }
        blocks.push_back(block);
    }
}

}  // namespace

std::vector<Block> blocks_of(std::string_view text, Span stretch) {
    const std::vector<Line> lines = lines_of(text, stretch);
    std::vector<Block> blocks;
    const Line* const end = lines.data() + lines.size();
    for (const Line* begin = lines.data(); begin != end;) {
        const Line* blank = std::find_if(begin, end, [](const Line& line) { return line.span.empty(); });
        if (blank != begin) add_group(group_of(begin, blank), blocks);
        begin = blank == end ? end : blank + 1;
    }
    return blocks;
}

}  // namespace entente::tokenise
