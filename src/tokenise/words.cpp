// A stretch without white space to words.
//
// From left to right, the longest thing that begins here: an address, a number, a word with what belongs to
// it, or a mark. So "U.S.-based" is U.S. - based, "Yahoo!'s" is Yahoo! 's, and "far.While" is far . While.
// SPDX-License-Identifier: MIT
#include "tokenise/words.hpp"

#include "entente/text/utf8.hpp"
#include "tokenise/addresses.hpp"
#include "tokenise/characters.hpp"
#include "tokenise/numbers.hpp"

namespace entente::tokenise {
namespace {

constexpr std::size_t longest_dotted = 12;  // bytes of an abbreviation with full stops inside

class Splitter {
  public:
    Splitter(std::string_view text, Span span, const WordLists& lists, std::vector<Token>& tokens)
        : chunk_(span.of(text)), offset_(span.begin), lists_(lists), tokens_(tokens) {}

    void run() {
        while (at_ < chunk_.size())
            take(next_end());
    }

  private:
    [[nodiscard]] std::size_t next_end();
    [[nodiscard]] std::size_t mark_end(Character first) const;
    [[nodiscard]] std::size_t apostrophe_end(Character first) const;
    [[nodiscard]] std::size_t word_end();
    [[nodiscard]] std::size_t dotted_end() const;
    [[nodiscard]] std::size_t joined_end(std::size_t end) const;
    [[nodiscard]] std::size_t letters_end(std::size_t at) const;
    [[nodiscard]] bool is_clitic(std::size_t at, std::size_t end) const;
    [[nodiscard]] std::string_view piece(std::size_t end) const { return chunk_.substr(at_, end - at_); }
    [[nodiscard]] Character look(std::size_t at) const { return character(chunk_, at); }

    void take(std::size_t end) {
        tokens_.push_back({make_span(offset_ + at_, offset_ + end), shape_of(piece(end)), at_ == 0});
        at_ = end;
    }
    void take_contraction(std::string_view pieces, std::size_t end);

    std::string_view chunk_;
    std::size_t offset_;
    const WordLists& lists_;
    std::vector<Token>& tokens_;
    std::size_t at_ = 0;
    std::size_t no_site_before_ = 0;  // looked at already, so that the time stays linear
};

std::size_t Splitter::next_end() {
    if (const std::size_t end = url_end(chunk_, at_); end > at_) return end;
    if (const std::size_t end = mail_end(chunk_, at_); end > at_) return end;
    if (const std::size_t end = tag_end(chunk_, at_); end > at_) return end;
    if (const std::size_t end = number_end(chunk_, at_, lists_); end > at_) return joined_end(end);
    const Character first = look(at_);
    if (in_word(first)) return word_end();
    if (first.is == Class::apostrophe) return apostrophe_end(first);
    return mark_end(first);
}

// Runs of one mark are one token ("--", "...", "!!", "?!"); brackets and quotes are not.
std::size_t Splitter::mark_end(Character first) const {
    std::size_t end = at_ + first.size;
    if (first.is == Class::stop) {
        while (look(end).is == Class::stop)
            end += look(end).size;
    } else if (first.is == Class::hyphen || first.is == Class::dash ||
               (first.value < 0x80 &&
                std::string_view("=*~<>|#+$").find(static_cast<char>(first.value)) != std::string_view::npos)) {
        while (look(end).value == first.value)
            end += first.size;
    }
    return end;
}

std::size_t Splitter::apostrophe_end(Character first) const {
    const std::size_t after = at_ + first.size;
    if (look(after).value == first.value) return after + first.size;  // `` and ''
    const std::size_t end = letters_end(after);
    if (is_clitic(at_, end) || lists_.elision(piece(end))) return end;
    // '90s
    const std::size_t number = number_end(chunk_, after, lists_);
    return number == after + 3 && chunk_[number - 1] == 's' ? number : after;
}

std::size_t Splitter::letters_end(std::size_t at) const {
    for (Character c = look(at); in_word(c); c = look(at))
        at += c.size;
    return at;
}

// "'s", "'ll", "'re", "'ve", "'d", "'m" in chunk_[at, end), apostrophe first.
bool Splitter::is_clitic(std::size_t at, std::size_t end) const {
    const std::string_view letters = chunk_.substr(at + look(at).size, end - at - look(at).size);
    for (const std::string_view clitic : {"s", "d", "m", "ll", "re", "ve", "S", "D", "M", "LL", "RE", "VE"}) {
        if (letters == clitic) return true;
    }
    return false;
}

// "U.S.", "Ph.D.", "e.g.", "J.": the end of a word with full stops inside, or at_.
std::size_t Splitter::dotted_end() const {
    std::size_t end = at_, letters = 0, single = 0;
    for (;;) {
        const std::size_t begin = end;
        end = letters_end(begin);
        if (end == begin) break;
        ++letters;
        single += end - begin == look(begin).size;
        if (look(end).value != '.') break;
        ++end;
        const Abbreviation kind = lists_.abbreviation(piece(end));
        if (kind == Abbreviation::number && end < chunk_.size() && look(end).is != Class::digit) return at_;
        if (kind != Abbreviation::none && look(end).is != Class::letter) return end;
        if (single != letters && end - at_ > longest_dotted) return at_;
    }
    if (single != letters) return at_;
    const Character first = look(at_);
    const bool after_number = at_ > 0 && look(at_ - 1).is == Class::digit;  // "75 K."
    const bool initial =
        letters == 1 && end == at_ + first.size + 1 && is_upper(first.value) && first.value != 'I' && !after_number;
    return letters > 1 || initial ? end : at_;
}

// What a word takes in besides its letters: an apostrophe, "&", a hyphen after a prefix, a final "+", "!" or
// "$".
std::size_t Splitter::joined_end(std::size_t end) const {
    for (;;) {
        const Character c = look(end);
        const std::size_t after = end + c.size, letters = letters_end(after);
        const bool more = letters > after;
        const std::string_view word = piece(end);
        if (c.is == Class::apostrophe && more && c.value != '`' && !is_clitic(end, letters)) {
            end = letters;  // "O'Neil"; "don't" is cut by word_end
        } else if (c.value == '&' && more && end - at_ <= 4 && letters - after <= 4) {
            end = letters;
        } else if (c.is == Class::hyphen && more && lists_.prefix(word)) {
            end = letters;
        } else if (c.is == Class::hyphen && c.size > 0 && after == chunk_.size() &&
                   ((end - at_ <= 2 && shape_of(word) == Shape::lower) || lists_.prefix(word))) {
            return after;  // "mid- and long-term", "th- the"
        } else if (c.value == '+' && !more && look(after).value != '+') {
            return after;  // "OPEC+"
        } else if (c.value == '$' && look(after).is == Class::digit && end - at_ <= 3 &&
                   shape_of(word) <= Shape::upper) {
            return after;  // "US$"
        } else if (c.value == '!' && lists_.abbreviation(piece(after)) == Abbreviation::word) {
            return after;  // "Yahoo!"
        } else {
            return end;
        }
    }
}

std::size_t Splitter::word_end() {
    if (at_ >= no_site_before_) {
        if (const std::size_t end = site_end(chunk_, at_, lists_, no_site_before_); end > at_) return end;
    }
    if (const std::size_t end = dotted_end(); end > at_) return end;
    const std::size_t letters = letters_end(at_);
    if (look(letters).value == '/' && lists_.abbreviation(piece(letters_end(letters + 1))) == Abbreviation::word) {
        return letters_end(letters + 1);  // "w/o"
    }
    const std::size_t end = joined_end(letters);
    if (const std::string_view pieces = lists_.contraction(piece(end)); !pieces.empty()) {
        take_contraction(pieces, end);
        return at_ < end ? end : next_end();
    }
    // "n't": its n belongs to it.
    const bool negated = letters < end && letters - at_ > 1 &&
                         (chunk_[letters - 1] == 'n' || chunk_[letters - 1] == 'N') &&
                         look(letters).is == Class::apostrophe && end == letters + look(letters).size + 1 &&
                         (chunk_[end - 1] == 't' || chunk_[end - 1] == 'T');
    if (!negated) return end;
    take(letters - 1);
    return end;
}

// Takes all pieces but the last; their lengths are those of the spelling in the text.
void Splitter::take_contraction(std::string_view pieces, std::size_t end) {
    std::size_t blank;
    while ((blank = pieces.find(' ')) != std::string_view::npos && at_ + blank < end) {
        take(at_ + blank);
        pieces.remove_prefix(blank + 1);
    }
}

}  // namespace

void split_words(std::string_view text, Span span, const WordLists& lists, std::vector<Token>& tokens) {
    Splitter(text, span, lists, tokens).run();
}

Shape shape_of(std::string_view word) {
    std::size_t upper = 0, lower = 0, digits = 0;
    bool first_upper = false;
    for (std::size_t at = 0; at < word.size();) {
        const Character c = character(word, at);
        at += c.size;
        if (c.is == Class::digit) {
            ++digits;
        } else if (c.is == Class::letter && c.size == 1 ? c.value <= 'Z' : c.is == Class::letter && is_upper(c.value)) {
            first_upper = first_upper || (lower == 0 && upper == 0);
            ++upper;
        } else if (c.is == Class::letter && (c.size == 1 ? c.value != '_' : is_letter(c.value))) {
            ++lower;  // letters without case too
        }
    }
    const bool digit_first = !word.empty() && character(word, 0).is == Class::digit;
    if (digits > 0 && upper == 0 && (lower == 0 || digit_first)) return Shape::number;
    if (upper == 0) return lower == 0 ? Shape::other : Shape::lower;
    if (lower == 0) return upper == 1 && digits == 0 ? Shape::title : Shape::upper;
    return first_upper ? Shape::title : Shape::mixed;
}

}  // namespace entente::tokenise
