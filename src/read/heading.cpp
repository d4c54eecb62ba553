// The head of an article: title, date, author.
//
// Only what is clear is taken. The title is a line before the first paragraph, without a full stop. A date
// counts on a short line that begins with it or in a dateline ("OSLO, 12 March 2026 - Norway ..."), not
// inside a sentence, where it may be any date. An author is a byline's: "By Ann Li and Bo Ek in Oslo".
// SPDX-License-Identifier: MIT
#include "read/heading.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>

#include "entente/text/regex.hpp"
#include "entente/text/utf8.hpp"

namespace entente::read {
namespace {

constexpr std::size_t head_lines = 8;           // lines that are looked at
constexpr std::size_t longest_title = 200;      // characters
constexpr std::size_t full_title = 4;           // words; a shorter line may be a name of the site
constexpr std::size_t shortest_paragraph = 20;  // bytes
constexpr std::size_t longest_heading = 300;    // bytes; a longer line is a paragraph
constexpr std::size_t longest_date_line = 70, longest_dateline = 90, longest_byline = 90;  // bytes

// "Ann Li", "Bo van der Ek", "O'Neil" only with a second word.
const std::string capitalised = R"(\p{Lu}[\pL\pM.'’-]*)";
const std::string full_name =
    capitalised + R"((?:\s+(?:(?:de|del|der|van|von|al|bin|da|di|la|le)\s+)*)" + capitalised + "){1,3}";

struct Patterns {
    Regex day_first{
        R"((?i)\b([0-9]{1,2})(?:st|nd|rd|th)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+([0-9]{4})\b)"};
    Regex month_first{
        R"((?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})\b)"};
    Regex iso{R"(\b([0-9]{4})-([0-9]{2})-([0-9]{2})(?:\b|T))"};
    // What may stand before the date on a line of its own: "Published on", "Monday,", "Oslo,".
    Regex date_label{
        R"((?i)(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last )?updated|published|posted|date|on|at|\pL+,)[\s,:|–—-]*)*)"};
    Regex dateline_end{R"(\s(?:-|--|–|—)\s|\)\s*(?:-|–|—))"};
    Regex byline{"(?:By|BY|by|Written by|Reported by|Author:)\\s+(" + full_name + "(?:(?:,| and| &)\\s+" + full_name +
                 ")*)(?:\\s+in\\s.*|\\s*[,|].*)?"};
};

const Patterns& patterns() {
    static const Patterns compiled;
    return compiled;
}

int number_in(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

int month_of(std::string_view name) {
    constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
    return static_cast<int>(months.find(lower(name.substr(0, 3))) / 3) + 1;
}

std::string iso_date(int year, int month, int day) {
    constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1600 || month < 1 || month > 12 || day < 1 || day > days[static_cast<std::size_t>(month - 1)]) return "";
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

// A date as it stands, and where.
struct Date {
    std::string iso;  // "" = none
    std::size_t begin = 0;
};

Date date_in(std::string_view line) {
    const auto found = [&](const Regex::Match& match, std::size_t year, std::size_t month, std::size_t day) {
        const auto part = [&](std::size_t i) { return match.groups[i].of(line); };
        const bool named = part(month)[0] > '9';
        const int number = named ? month_of(part(month)) : number_in(part(month));
        return Date{iso_date(number_in(part(year)), number, number_in(part(day))), match.whole.begin};
    };
    if (const auto match = patterns().day_first.find(line)) return found(*match, 2, 1, 0);
    if (const auto match = patterns().month_first.find(line)) return found(*match, 2, 0, 1);
    if (const auto match = patterns().iso.find(line)) return found(*match, 0, 1, 2);
    return {};
}

bool ends_in_stop(std::string_view line) {
    return line.ends_with('.') || line.ends_with(".\"") || line.ends_with(".\xE2\x80\x9D");
}

// The date of a line that tells when the article was written, or "".
std::string date_of(std::string_view line) {
    if (line.size() <= longest_date_line && !ends_in_stop(line)) {
        const Date date = date_in(line);
        if (patterns().date_label.matches(line.substr(0, date.begin))) return date.iso;
    }
    const std::string_view begin = line.substr(0, longest_dateline);
    const auto end = patterns().dateline_end.find(begin);
    return end ? date_in(begin.substr(0, end->whole.begin)).iso : "";
}

std::string author_in(std::string_view line) {
    if (line.size() > longest_byline) return "";
    const auto match = patterns().byline.find(line);
    return match && match->whole == make_span(0, line.size()) ? std::string(match->groups[0].of(line)) : "";
}

// The first characters of a line, up to a title's length, its white space single.
std::string title_from(std::string_view line) {
    std::string title;
    std::size_t characters = 0;
    bool gap = false;
    for (std::size_t at = 0; at < line.size() && characters < longest_title; ++characters) {
        const CodePoint c = decode(line, at);
        if (!is_space(c.value)) title.append(line.substr(at, c.size));
        if (is_space(c.value) && !gap) title += ' ';
        gap = is_space(c.value);
        at += c.size;
    }
    while (title.ends_with(' '))
        title.pop_back();
    return title;
}

// How many words a headline has; 0 = it is none.
std::size_t words_of_headline(std::string_view line) {
    if (line.size() > longest_heading || ends_in_stop(line) || line.ends_with(':') || line.ends_with(',')) return 0;
    std::size_t words = 0, letters = 0;
    bool gap = true;
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint c = decode(line, at);
        words += gap && is_letter(c.value);
        gap = is_space(c.value);
        letters += is_letter(c.value);
        at += c.size;
    }
    return words >= 2 && letters >= 4 ? words : 0;
}

}  // namespace

std::vector<Span> lines_of(std::string_view text) {
    std::vector<Span> lines;
    const auto is_break = [](char32_t c) {
        return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
    };
    std::size_t begin = 0, end = 0;  // of the line without its white space
    bool blank = true;
    for (std::size_t at = 0; at <= text.size();) {
        const CodePoint c = at < text.size() ? decode(text, at) : CodePoint{'\n', 1, true};
        if (is_break(c.value)) {
            if (!blank) lines.push_back(make_span(begin, end));
            blank = true;
        } else if (!is_space(c.value)) {
            if (blank) begin = at;
            blank = false;
            end = at + c.size;
        }
        at += c.size;
    }
    return lines;
}

Heading heading_of(std::string_view text, const std::vector<Span>& lines) {
    Heading heading;
    bool before_text = true;
    std::size_t title_words = 0;
    for (std::size_t i = 0; i < lines.size() && i < head_lines; ++i) {
        const std::string_view line = lines[i].of(text);
        const std::string author = author_in(line), date = date_of(line);
        if (heading.author.empty()) heading.author = author;
        if (heading.date.empty()) heading.date = date;
        const bool plain = author.empty() && date.empty();
        const std::size_t words = words_of_headline(line);
        before_text = before_text && (words > 0 || !plain || line.size() < shortest_paragraph);
        // A name of the site above the title is short.
        const bool better = title_words == 0 || (title_words < full_title && words >= full_title);
        if (!before_text || !plain || words == 0 || !better) continue;
        heading.title = title_from(line);
        title_words = words;
    }
    return heading;
}

}  // namespace entente::read
