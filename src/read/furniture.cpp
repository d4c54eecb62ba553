// Page furniture: lines that are not the article.
//
// "Leave a Reply" alone on a line is furniture; in "Ministers leave a reply to the last day" it is not. So
// each phrase says how much of the line it must be, and a long line never is furniture. Where a whole page has been saved as
// text, what lies before and after the article is furniture as well.
// SPDX-License-Identifier: MIT
#include "read/furniture.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "entente/data.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"
#include "read/body.hpp"

namespace entente::read {
namespace {

constexpr std::string_view file = "src/knowledge/english/furniture.txt";
constexpr std::size_t longest_line = 250;  // bytes; about 40 words

struct Phrases {
    std::set<std::string, std::less<>> whole;  // without the marks around it
    std::vector<std::string> begins, holds;
};

// Without punctuation at the ends: "Share this article:" is "share this article".
std::string_view without_marks(std::string_view line) {
    const auto mark = [](char c) { return std::string_view(" .,:;!?>|*[](){}-").find(c) != std::string_view::npos; };
    while (!line.empty() && mark(line.front()))
        line.remove_prefix(1);
    while (!line.empty() && mark(line.back()))
        line.remove_suffix(1);
    return line;
}

Phrases load() {
    Phrases phrases;
    const std::string_view text = built_in(file);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const std::size_t tab = line.find('\t');
        if (!line.empty() && line[0] != '#') {
            const std::string phrase = fold(line.substr(0, tab));
            const std::string_view how = tab == std::string_view::npos ? "whole" : line.substr(tab + 1);
            if (how == "whole") {
                phrases.whole.insert(phrase);
            } else if (how == "begins" || how == "holds") {
                (how == "begins" ? phrases.begins : phrases.holds).push_back(phrase);
            } else {
                throw Error(Error::Kind::config, locate(file, text, begin), "what is '" + std::string(how) + "'?",
                            "after the tab: whole, begins or holds");
            }
        }
        begin = end + 1;
    }
    return phrases;
}

const Phrases& phrases() {
    static const Phrases loaded = load();
    return loaded;
}

bool is_furniture(std::string_view line) {
    if (line.size() > longest_line) return false;
    const std::string folded = fold(line);
    const std::string_view words = without_marks(folded);
    const auto begins = [&](const std::string& phrase) {
        return words.starts_with(phrase) || folded.starts_with(phrase);
    };
    const auto holds = [&](const std::string& phrase) { return folded.find(phrase) != std::string::npos; };
    return phrases().whole.contains(words) || std::any_of(phrases().begins.begin(), phrases().begins.end(), begins) ||
           std::any_of(phrases().holds.begin(), phrases().holds.end(), holds);
}

}  // namespace

std::vector<Span> furniture_of(std::string_view text, const std::vector<Span>& lines) {
    std::vector<bool> phrase;
    phrase.reserve(lines.size());
    for (const Span line : lines)
        phrase.push_back(is_furniture(line.of(text)));
    const auto [first, last] = body_of(text, lines, phrase);
    std::vector<Span> furniture;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (phrase[i] || i < first || i >= last) furniture.push_back(lines[i]);
    }
    return furniture;
}

}  // namespace entente::read
