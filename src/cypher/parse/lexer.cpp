// A query's text to tokens.
// SPDX-License-Identifier: MIT
#include "cypher/parse/lexer.hpp"

#include <algorithm>
#include <array>

#include "entente/text/utf8.hpp"

namespace entente::cypher {
namespace {

constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

bool starts_word(char32_t c) {
    return c == '_' || is_letter(c);
}
bool continues_word(char32_t c) {
    return starts_word(c) || is_digit(c);
}

class Lexer {
  public:
    explicit Lexer(const Source& source) : source_(source), text_(source.text) {}

    std::vector<Token> run() {
        tokens_.reserve(text_.size() / 4 + 2);
        while (skip_blanks(), at_ < text_.size())
            tokens_.push_back(next());
        tokens_.push_back({Token::Kind::end, make_span(at_, at_), {}, {}, 0});
        pair_brackets();
        return std::move(tokens_);
    }

  private:
    [[nodiscard]] char here(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] Span since(std::size_t begin) const { return make_span(begin, at_); }

    void skip_blanks() {
        while (at_ < text_.size()) {
            if (here() == '/' && here(1) == '/') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (here() == '/' && here(1) == '*') {
                const std::size_t end = text_.find("*/", at_ + 2);
                if (end == std::string_view::npos) {
                    source_.fail("UnexpectedSyntax", make_span(at_, at_ + 2), "a comment that does not end",
                                 "write */ behind it");
                }
                at_ = end + 2;
            } else if (static_cast<unsigned char>(here()) < 0x80) {
                if (here() != ' ' && (here() < '\t' || here() > '\r')) return;
                ++at_;
            } else {
                const CodePoint c = decode(text_, at_);
                if (!is_space(c.value) && c.value != 0xFEFF) return;
                at_ += c.size;
            }
        }
    }

    Token next() {
        const std::size_t begin = at_;
        const char c = here();
        if (is_ascii_digit(c) || (c == '.' && is_ascii_digit(here(1)) && !after_dot())) return number(begin);
        if (c == '\'' || c == '"') return quoted(Token::Kind::text, c);
        if (c == '`') return quoted(Token::Kind::quoted_word, c);
        if (c == '$') return parameter(begin);
        const CodePoint point = decode(text_, at_);
        if (starts_word(point.value)) return word(begin);
        return symbol(begin, point);
    }

    // [1..3]: the dots belong together.
    [[nodiscard]] bool after_dot() const { return at_ > 0 && text_[at_ - 1] == '.'; }

    [[nodiscard]] Token made(Token::Kind kind, std::size_t begin, std::string value = {}) const {
        return {kind, since(begin), text_.substr(begin, at_ - begin), std::move(value), 0};
    }

    void skip_word() {
        while (at_ < text_.size()) {
            const CodePoint c = decode(text_, at_);
            if (!continues_word(c.value)) break;
            at_ += c.size;
        }
    }

    Token word(std::size_t begin) {
        skip_word();
        return made(Token::Kind::word, begin);
    }

    // Digits with all letters that follow: the parser says whether that is a number.
    Token number(std::size_t begin) {
        const bool other_base = here() == '0' && (here(1) == 'x' || here(1) == 'X' || here(1) == 'o');
        skip_word();
        if (!other_base) {
            if (here() == '.' && is_ascii_digit(here(1))) {
                ++at_;
                skip_word();
            }
            const char last = text_[at_ - 1];
            if ((last == 'e' || last == 'E') && (here() == '-' || here() == '+') && is_ascii_digit(here(1))) {
                ++at_;
                skip_word();
            }
        }
        return made(Token::Kind::number, begin);
    }

    Token parameter(std::size_t begin) {
        ++at_;
        if (here() == '`') {
            Token name = quoted(Token::Kind::quoted_word, '`');
            return made(Token::Kind::parameter, begin, std::move(name.value));
        }
        skip_word();
        if (at_ == begin + 1) {
            source_.fail("UnexpectedSyntax", since(begin), "a $ without the name of a parameter",
                         "write $name, and give its value with --param name=value");
        }
        return made(Token::Kind::parameter, begin, std::string(text_.substr(begin + 1, at_ - begin - 1)));
    }

    Token quoted(Token::Kind kind, char quote) {
        const std::size_t begin = at_++;
        std::string value;
        while (true) {
            if (at_ >= text_.size()) {
                source_.fail(
                    "UnexpectedSyntax", make_span(begin, begin + 1),
                    kind == Token::Kind::text ? "a string that does not end" : "a quoted name that does not end",
                    std::string("write ") + quote + " behind it");
            }
            const char c = text_[at_++];
            if (c == quote && here() != quote) break;
            if (c == quote) ++at_;  // doubled: one of them
            if (c == '\\') {
                escape(value);
            } else {
                value += c;
            }
        }
        return made(kind, begin, std::move(value));
    }

    void escape(std::string& out) {
        static constexpr std::string_view letters = "\\'\"`tbnrf", meant = "\\'\"`\t\b\n\r\f";
        const char c = here();
        ++at_;
        if (c == 'u' || c == 'U') return unicode(out, c == 'u' ? 4 : 6);
        const std::size_t known = c == '\0' ? std::string_view::npos : letters.find(c);
        if (known == std::string_view::npos) {
            source_.fail("UnexpectedSyntax", make_span(at_ - 2, at_), "an escape that openCypher does not know",
                         "write \\\\ for a backslash");
        }
        out += meant[known];
    }

    void unicode(std::string& out, std::size_t digits) {
        const std::size_t begin = at_ - 2;
        char32_t value = 0;
        for (std::size_t i = 0; i < digits; ++i, ++at_) {
            const char c = here();
            const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!is_ascii_digit(c) && !letter) {
                source_.fail("InvalidUnicodeLiteral", make_span(begin, at_), "hexadecimal digits are missing",
                             "write \\uHHHH with four, or \\UHHHHHH with six");
            }
            value = value * 16 + static_cast<char32_t>(is_ascii_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
            source_.fail("InvalidUnicodeLiteral", make_span(begin, at_), "there is no such character");
        }
        append_utf8(out, value);
    }

    Token symbol(std::size_t begin, CodePoint point) {
        static constexpr std::array<std::string_view, 6> pairs{"..", "<>", "<=", ">=", "=~", "+="};
        static constexpr std::string_view single = "()[]{},;:.+-*/%^=<>|&!";
        const std::string_view two = text_.substr(at_, 2);
        if (std::ranges::find(pairs, two) != pairs.end()) {
            at_ += 2;
            return made(Token::Kind::symbol, begin);
        }
        at_ += point.size;
        const bool known = point.value < 0x80 && point.value != 0 &&
                           single.find(static_cast<char>(point.value)) != std::string_view::npos;
        return made(known ? Token::Kind::symbol : Token::Kind::wrong, begin);
    }

    void pair_brackets() {
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
            const Token& token = tokens_[i];
            if (token.is("(") || token.is("[") || token.is("{")) {
                open.push_back(i);
            } else if (!open.empty() && (token.is(")") || token.is("]") || token.is("}"))) {
                tokens_[open.back()].pair = i;
                open.pop_back();
            }
        }
    }

    const Source& source_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(const Source& source) {
    return Lexer(source).run();
}

}  // namespace entente::cypher
