// Tokens to a tree: statements, words and what was expected.
// SPDX-License-Identifier: MIT
#include "cypher/parse/parser.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "entente/text/utf8.hpp"

namespace entente::cypher {
namespace {

constexpr char lower_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

constexpr std::size_t longest_query = std::size_t{1} << 20;  // bytes

// What stands at a token, for a message.
std::string shown(const Token& token) {
    if (token.kind == Token::Kind::end) return "the end of the query";
    constexpr std::size_t most = 40;
    std::string text = printable(token.raw.substr(0, most));
    if (token.raw.size() > most) text += "...";
    return "'" + text + "'";
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::ranges::equal(a, b, [](char x, char y) { return lower_letter(x) == lower_letter(y); });
}

std::string lower_word(std::string_view word) {
    std::string out(word);
    std::ranges::transform(out, out.begin(), lower_letter);
    return out;
}

const std::vector<std::string>& all_keywords() {
    static const std::vector<std::string> words{
        "ALL",     "AND",      "ANY",  "AS",     "ASC",        "ASCENDING", "BY",     "CALL", "CASE",   "CONTAINS",
        "CREATE",  "DELETE",   "DESC", "DETACH", "DESCENDING", "DISTINCT",  "ELSE",   "END",  "ENDS",   "EXISTS",
        "EXPLAIN", "FALSE",    "IN",   "IS",     "LIMIT",      "MATCH",     "MERGE",  "NONE", "NOT",    "NULL",
        "ON",      "OPTIONAL", "OR",   "ORDER",  "PROFILE",    "REMOVE",    "RETURN", "SET",  "SINGLE", "SKIP",
        "STARTS",  "THEN",     "TRUE", "UNION",  "UNWIND",     "WHEN",      "WHERE",  "WITH", "XOR",    "YIELD"};
    return words;
}

// ---- tokens

bool Parser::at_word(std::string_view keyword, std::size_t ahead) const {
    const Token& token = here(ahead);
    return token.kind == Token::Kind::word && same_word(token.raw, keyword);
}

bool Parser::at_name(std::size_t ahead) const {
    const Token::Kind kind = here(ahead).kind;
    return kind == Token::Kind::word || kind == Token::Kind::quoted_word;
}

bool Parser::took(std::string_view symbol) {
    const bool there = at(symbol);
    if (there) take();
    return there;
}

bool Parser::took_word(std::string_view keyword) {
    const bool there = at_word(keyword);
    if (there) take();
    return there;
}

void Parser::need(std::string_view symbol, std::string_view expected) {
    if (!took(symbol)) fail_expected(expected.empty() ? fmt::format("'{}'", symbol) : std::string(expected));
}

void Parser::need_word(std::string_view keyword) {
    if (!took_word(keyword)) fail_expected(keyword);
}

std::string Parser::name(std::string_view expected) {
    if (!at_name()) fail_expected(expected);
    const Token& token = take();
    return token.kind == Token::Kind::word ? std::string(token.raw) : token.value;
}

Span Parser::since(std::uint32_t begin) const {
    return {begin, at_ == 0 ? begin : std::max(begin, tokens_[at_ - 1].span.end)};
}

void Parser::fail_wrong(const Token& token) {
    const CodePoint c = decode(token.raw, 0);
    std::string hint;
    if (c.value >= 0x2018 && c.value <= 0x201F) hint = "‘ ’ “ ” are not quotes here: write ' or \"";
    if (c.value >= 0x2010 && c.value <= 0x2015) hint = "that is a dash: write - for minus and in patterns";
    if (!c.valid) hint = "the query is not UTF-8";
    source_.fail(c.value < 0x80 ? "UnexpectedSyntax" : "InvalidUnicodeCharacter", token.span,
                 fmt::format("a character that no query can have, {}", shown(token)), hint);
}

void Parser::fail_expected(std::string_view expected) {
    const Token& token = here();
    if (token.kind == Token::Kind::wrong) fail_wrong(token);
    std::string hint;
    if (token.kind == Token::Kind::word) {
        std::string upper(token.raw);
        std::ranges::transform(upper, upper.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        const std::string near = nearest(upper, all_keywords());
        if (!near.empty() && near != upper) hint = fmt::format("did you mean {}?", near);
    }
    source_.fail("UnexpectedSyntax", token.span, fmt::format("{}, expected {}", shown(token), expected), hint);
}

// ---- nodes of the tree

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
    if (++parser_.depth_ <= most_depth) return;
    --parser_.depth_;
    parser_.source_.fail("NestingTooDeep", parser_.here().span, fmt::format("nested more than {} deep", most_depth),
                         "name a part of it with WITH ... AS, or give it as a parameter");
}

ExpressionPtr Parser::make(Expression::Kind kind, std::uint32_t begin) {
    auto out = std::make_unique<Expression>();
    out->kind = kind;
    out->span = {begin, begin};
    return out;
}

// The expression ends at the last token; its depth is that of its deepest operand and one.
ExpressionPtr Parser::finish(ExpressionPtr expression, bool keep_begin) {
    if (!keep_begin && !expression->operands.empty()) expression->span.begin = expression->operands[0]->span.begin;
    expression->span = since(expression->span.begin);
    for (const auto& operand : expression->operands) {
        if (operand) expression->depth = std::max(expression->depth, operand->depth + 1);
    }
    check_depth(*expression);
    return expression;
}

void Parser::check_depth(const Expression& expression) {
    if (expression.depth <= most_depth) return;
    source_.fail("NestingTooDeep", expression.span, fmt::format("nested more than {} deep", most_depth),
                 "name a part of it with WITH ... AS, or give it as a parameter");
}

// ---- statements

Statement Parser::statement() {
    Statement out;
    if (here().kind == Token::Kind::end) {
        source_.fail("UnexpectedSyntax", here().span, "the query is empty", "try MATCH (n) RETURN n LIMIT 10");
    }
    if (took_word("EXPLAIN")) {
        out.mode = Statement::Mode::explain;
    } else if (took_word("PROFILE")) {
        out.mode = Statement::Mode::profile;
    }
    out.parts.push_back(single_query());
    while (took_word("UNION")) {
        out.all.push_back(took_word("ALL"));
        took_word("DISTINCT");
        out.parts.push_back(single_query());
    }
    if (depth_ == 0) {
        took(";");
        if (here().kind != Token::Kind::end) fail_expected("a clause, or the end of the query");
    }
    return out;
}

Statement parse(const Source& source) {
    if (source.text.size() > longest_query) {
        source.fail("UnexpectedSyntax", {}, fmt::format("the query is longer than {} bytes", longest_query),
                    "give long lists as parameters");
    }
    return Parser(source).statement();
}

}  // namespace entente::cypher
