// Words of a block to sentences.
//
// A sentence ends after a stop and what closes behind it - quotes, brackets, "[3]" - if what follows can
// begin one:
//     "We sell." | He left.        "Do we sell?" he asked. (a small letter follows)
// An abbreviation ends one by its kind: "Mr." never, "Inc." where a common word with a capital follows
// ("Inc. The").
// SPDX-License-Identifier: MIT
#include "tokenise/sentences.hpp"

#include <algorithm>
#include <string_view>

#include "entente/text/utf8.hpp"
#include "tokenise/characters.hpp"

namespace entente::tokenise {
namespace {

constexpr std::uint32_t longest_line = 30;  // tokens of a headline or a caption

class Sentences {
  public:
    Sentences(Document& document, std::uint32_t first, const Block& block, const WordLists& lists)
        : document_(document),
          lists_(lists),
          block_(block),
          first_(first),
          end_(static_cast<std::uint32_t>(document.tokens.size())) {}

    void run();

  private:
    [[nodiscard]] std::uint32_t ends_at(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t after_closers(std::uint32_t i) const;
    [[nodiscard]] bool closes(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t word_from(std::uint32_t i) const;
    [[nodiscard]] bool boundary(std::uint32_t mark, std::uint32_t next) const;
    [[nodiscard]] bool after_abbreviation(std::uint32_t mark, std::uint32_t next) const;
    [[nodiscard]] bool is_item_number(std::uint32_t mark) const;
    [[nodiscard]] Sentence::Kind kind_of(TokenRange range) const;
    [[nodiscard]] Character begin_of(std::uint32_t i) const { return character(document_.form(i), 0); }
    [[nodiscard]] bool is_stop(std::uint32_t i) const { return begin_of(i).is == Class::stop; }
    void add(std::uint32_t begin, std::uint32_t end);

    Document& document_;
    const WordLists& lists_;
    const Block& block_;
    std::uint32_t first_, end_;
    bool quote_open_ = false;  // whether a straight quote is open before the token at hand
};

void Sentences::run() {
    std::uint32_t begin = first_;
    for (std::uint32_t i = first_; i < end_;) {
        const std::uint32_t next = ends_at(i);
        if (next > i && next < end_ && boundary(i, next)) {
            add(begin, next);
            begin = next;
        }
        for (const std::uint32_t after = std::max(next, i + 1); i < after; ++i) {
            if (document_.form(i) == "\"") quote_open_ = !quote_open_;
        }
    }
    add(begin, end_);
}

// Where the sentence would end whose last mark is token i; i itself if it is no such mark.
std::uint32_t Sentences::ends_at(std::uint32_t i) const {
    const std::string_view form = document_.form(i);
    const bool dotted = form.size() > 1 && form.back() == '.' && !is_stop(i);
    return dotted || is_stop(i) ? after_closers(i + 1) : i;
}

std::uint32_t Sentences::after_closers(std::uint32_t i) const {
    while (i < end_ && closes(i))
        ++i;
    // "... the law.[3] The"
    if (i + 2 < end_ && document_.form(i) == "[" && document_.tokens[i + 1].shape == Shape::number &&
        document_.form(i + 2) == "]") {
        i += 3;
    }
    return i;
}

bool Sentences::closes(std::uint32_t i) const {
    const Character c = begin_of(i);
    if (c.is == Class::close || c.value == 0x201D || c.value == 0xBB) return true;
    const bool space_before = document_.tokens[i].space_before;
    const bool space_after = i + 1 == end_ || document_.tokens[i + 1].space_before;
    // A straight quote between blanks, or between none, closes what is open.
    if (c.value == '"') return space_before == space_after ? quote_open_ : space_after;
    if (document_.form(i) == "''") return true;
    return !space_before &&
           (c.is == Class::quote || (c.is == Class::apostrophe && document_.tokens[i].span.size() == c.size));
}

// The first word at or after i, behind opening quotes and brackets.
std::uint32_t Sentences::word_from(std::uint32_t i) const {
    while (i + 1 < end_ && !in_word(begin_of(i)) && begin_of(i).is != Class::stop)
        ++i;
    return i;
}

// "1." before the text of an item.
bool Sentences::is_item_number(std::uint32_t mark) const {
    return block_.bullet && mark <= first_ + 1 && document_.form(mark) == "." &&
           document_.tokens[first_].shape == Shape::number;
}

bool Sentences::boundary(std::uint32_t mark, std::uint32_t next) const {
    if (!is_stop(mark)) return after_abbreviation(mark, next);
    if (is_item_number(mark)) return false;
    const Character follows = begin_of(word_from(next));
    const bool closed = next > mark + 1;
    if (!document_.tokens[next].space_before && !closed)
        return is_upper(follows.value) || begin_of(next).is != Class::other;
    if (begin_of(next).is == Class::other || begin_of(next).is == Class::dash || begin_of(next).is == Class::hyphen) {
        // "(Yes!), he said", "Really? - he asked"
        if (std::string_view(",;:").find(document_.form(next)) != std::string_view::npos || closed)
            return is_upper(follows.value);
    }
    if (is_lower(follows.value)) return document_.form(mark) == "." && !closed;
    return true;
}

bool Sentences::after_abbreviation(std::uint32_t mark, std::uint32_t next) const {
    const std::uint32_t word = word_from(next);
    const bool capital = is_upper(begin_of(word).value), closed = next > mark + 1;
    const std::string_view form = document_.form(mark);
    switch (lists_.abbreviation(form)) {
        case Abbreviation::title:
        case Abbreviation::inside:
        case Abbreviation::word:
            return false;
        case Abbreviation::number:
            return document_.tokens[word].shape != Shape::number && capital;
        case Abbreviation::end:
        case Abbreviation::none:
            break;
    }
    const bool initial = form.size() == 1 + begin_of(mark).size;
    if (!capital) return false;
    if (closed && !initial) return true;
    return lists_.opener(document_.form(word));
}

void Sentences::add(std::uint32_t begin, std::uint32_t end) {
    const auto& tokens = document_.tokens;
    while (begin < end) {
        std::uint32_t last = begin + 1;
        while (last < end && last - begin < most_tokens &&
               tokens[last].span.end - tokens[begin].span.begin <= longest_sentence)
            ++last;
        const TokenRange range{begin, last};
        document_.sentences.push_back({range, document_.span(range), kind_of(range)});
        begin = last;
    }
}

Sentence::Kind Sentences::kind_of(TokenRange range) const {
    if (block_.bullet && range.begin == first_) return Sentence::Kind::bullet;
    std::uint32_t last = range.end;
    while (last > range.begin + 1 && closes(last - 1))
        --last;
    const bool ended = is_stop(last - 1) || document_.form(last - 1) == ":" || document_.form(last - 1) == ";";
    if (!block_.one_line || range.begin != first_ || range.end != end_ || ended || range.size() > longest_line)
        return Sentence::Kind::prose;
    std::uint32_t words = 0, capitals = 0;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Shape shape = document_.tokens[i].shape;
        if (shape == Shape::other || shape == Shape::number || document_.tokens[i].span.size() < 4) continue;
        if (lists_.function_word(document_.form(i))) continue;  // days and months too
        ++words;
        capitals += shape != Shape::lower;
    }
    return words >= 2 && capitals * 2 > words ? Sentence::Kind::headline : Sentence::Kind::line;
}

}  // namespace

void split_sentences(Document& document, std::uint32_t first, const Block& block, const WordLists& lists) {
    Sentences(document, first, block, lists).run();
}

}  // namespace entente::tokenise
