// Lines to the stretch of them that is the article.
//
// A sentence has an end mark, small words and some length; a link has none of them. Each line gets points for that, and the
// article is the stretch with the largest sum: a subheading inside it does no harm, a menu before it and links after it stay
// outside.
// SPDX-License-Identifier: MIT
#include "read/body.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "entente/data.hpp"
#include "entente/text/utf8.hpp"

namespace entente::read {
namespace {

// Points of a line.
constexpr double end_mark = 1.5, no_end_mark = -1;
constexpr double many_small_words = 1, few_small_words = -1;  // from a share of .30, below one of .15
constexpr double longest = 400, bytes_a_point = 200;
constexpr double short_line = -2, short_sentence = -0.5;  // of less than five words
constexpr double phrase_of_a_page = -4;                   // of less than 25 words

// Only where so much lies outside is the text a page.
constexpr std::size_t least_outside = 10;
constexpr double least_share_outside = 0.3;

constexpr std::size_t heading_lines = 4;  // before the first paragraph, of which one may be the title
constexpr int title_words = 4;

std::set<std::string, std::less<>> load_small_words() {
    std::set<std::string, std::less<>> out;
    const std::string_view text = built_in("src/knowledge/english/function_words.txt");
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (!line.starts_with('#')) out.emplace(line.substr(0, line.find('\t')));
        begin = end + 1;
    }
    return out;
}

struct Words {
    int all = 0, small = 0;
};

Words count_words(std::string_view line) {
    static const std::set<std::string, std::less<>> small_words = load_small_words();
    const std::string folded = fold(line);
    Words out;
    for (std::size_t begin = folded.find_first_not_of(' '); begin < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', begin), folded.size());
        std::string_view word(folded.data() + begin, end - begin);
        while (!word.empty() && std::string_view(".,;:!?()\"'").find(word.back()) != std::string_view::npos)
            word.remove_suffix(1);
        ++out.all;
        if (small_words.contains(word)) ++out.small;
        begin = std::min(folded.find_first_not_of(' ', end), folded.size());
    }
    return out;
}

bool ends_sentence(std::string_view line) {
    for (const std::string_view mark : {"\"", "”", "’", "'", ")"}) {
        if (line.ends_with(mark)) line.remove_suffix(mark.size());
    }
    return line.ends_with('.') || line.ends_with('?') || line.ends_with('!');
}

double points(std::string_view line, bool phrase) {
    const Words words = count_words(line);
    const bool sentence = ends_sentence(line);
    const double share = words.all > 0 ? static_cast<double>(words.small) / words.all : 0;
    double out = sentence ? end_mark : no_end_mark;
    if (share >= 0.30) out += many_small_words;
    if (share < 0.15) out += few_small_words;
    out += std::min(static_cast<double>(line.size()), longest) / bytes_a_point;
    if (words.all < 5) out += sentence ? short_sentence : short_line;
    if (phrase && words.all < 25) out += phrase_of_a_page;
    return out;
}

// The stretch of the lines whose points add up to most.
std::pair<std::size_t, std::size_t> best_stretch(std::string_view text, const std::vector<Span>& lines,
                                                 const std::vector<bool>& phrases) {
    std::pair<std::size_t, std::size_t> best{0, 0};
    double most = 0, sum = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (sum <= 0) {
            sum = 0;
            begin = i;
        }
        sum += points(lines[i].of(text), phrases[i]);
        if (sum > most) {
            most = sum;
            best = {begin, i + 1};
        }
    }
    return best;
}

}  // namespace

std::pair<std::size_t, std::size_t> body_of(std::string_view text, const std::vector<Span>& lines,
                                            const std::vector<bool>& phrases) {
    auto [first, last] = best_stretch(text, lines, phrases);
    const std::size_t outside = lines.size() - (last - first);
    if (last == first || outside < least_outside ||
        static_cast<double>(outside) < least_share_outside * static_cast<double>(lines.size())) {
        return {0, lines.size()};
    }
    for (std::size_t i = first; i-- > 0 && i + heading_lines >= first;) {
        const std::string_view line = lines[i].of(text);
        if (phrases[i] || line.ends_with('.') || count_words(line).all < title_words) continue;
        return {i, last};
    }
    return {first, last};
}

}  // namespace entente::read
