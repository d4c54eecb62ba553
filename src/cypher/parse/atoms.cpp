// Tokens to a tree: what operators stand between.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "cypher/parse/parser.hpp"

namespace entente::cypher {
namespace {

using Kind = Expression::Kind;

// The digits of 0x1F, 0o17 or 12, "_" left out.
std::string digits_of(std::string_view raw, int& base) {
    base = 10;
    if (raw.size() >= 2 && raw[0] == '0' && (raw[1] == 'x' || raw[1] == 'X' || raw[1] == 'o')) {
        base = raw[1] == 'o' ? 8 : 16;
        raw.remove_prefix(2);
    }
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '_' || i == 0 || i + 1 == raw.size()) out += raw[i];
    }
    return out;
}

bool is_real(std::string_view raw) {
    const bool other_base = raw.size() >= 2 && raw[0] == '0' && (raw[1] | 0x20) >= 'a';
    if (other_base && (raw[1] == 'x' || raw[1] == 'X' || raw[1] == 'o')) return false;
    return raw.find_first_of(".eE") != std::string_view::npos || (raw.back() | 0x20) == 'f' ||
           (raw.back() | 0x20) == 'd';
}

}  // namespace

ExpressionPtr Parser::atom() {
    const Token& token = here();
    const std::uint32_t begin = token.span.begin;
    switch (token.kind) {
        case Token::Kind::text:
            return literal(Value{token.value});
        case Token::Kind::number:
            return number(false, begin);
        case Token::Kind::parameter: {
            ExpressionPtr out = make(Kind::parameter, begin);
            out->name = take().value;
            return finish(std::move(out));
        }
        case Token::Kind::word:
        case Token::Kind::quoted_word:
            return word_atom();
        case Token::Kind::symbol:
            return bracket_atom();
        default:
            fail_expected("an expression");
    }
}

ExpressionPtr Parser::bracket_atom() {
    const std::uint32_t begin = here().span.begin;
    if (at("(")) {
        if (pattern_ahead()) return pattern_predicate();
        take();
        ExpressionPtr out = expression();
        need(")", "an operator or ')'");
        out->parenthesised = true;
        out->span = since(begin);
        return out;
    }
    if (at("{")) return map();
    if (!at("[")) fail_expected("an expression");
    if (at_name(1) && at_word("IN", 2)) return list_comprehension();
    take();
    if (pattern_ahead() || (at_name() && at("=", 1) && [&] {
            at_ += 2;
            const bool ahead = pattern_ahead();
            at_ -= 2;
            return ahead;
        }())) {
        return pattern_comprehension();
    }
    ExpressionPtr out = make(Kind::list, begin);
    if (!took("]")) {
        do
            out->operands.push_back(expression());
        while (took(","));
        need("]", "',' or ']'");
    }
    return finish(std::move(out));
}

// {a: 1, b: 2}
ExpressionPtr Parser::map() {
    const Nesting nesting(*this);
    ExpressionPtr out = make(Kind::map, here().span.begin);
    take();
    if (!took("}")) {
        do {
            out->keys.push_back(name("a key"));
            need(":", "':'");
            out->operands.push_back(expression());
        } while (took(","));
        need("}", "',' or '}'");
    }
    return finish(std::move(out));
}

ExpressionPtr Parser::word_atom() {
    using Form = ExpressionPtr (Parser::*)();
    const auto binds = [&] { return at("(", 1) && at_name(2) && at_word("IN", 3); };
    if (here().kind == Token::Kind::word) {
        if (at_word("true")) return literal(Value{true});
        if (at_word("false")) return literal(Value{false});
        if (at_word("null")) return literal(Value{});
        if (at_word("CASE")) return case_of();
        if (at_word("EXISTS") && at("{", 1)) return exists_query();
        if (at_word("EXISTS") && at("(", 1)) return exists_call();
        if (at_word("reduce") && at("(", 1)) return reduce();
        static constexpr std::array<std::string_view, 4> quantifiers{"all", "any", "none", "single"};
        if (binds() && std::ranges::any_of(quantifiers, [&](auto word) { return at_word(word); })) return quantifier();
        if ((at_word("shortestPath") || at_word("allShortestPaths")) && at("(", 1)) return shortest_path();
    }
    static constexpr Form call_form = &Parser::call_or_aggregate;
    std::size_t ahead = 1;
    while (at(".", ahead) && at_name(ahead + 1))
        ahead += 2;
    if (at("(", ahead) && (ahead == 1 || !at("[", ahead))) return (this->*call_form)();
    if (at("{", 1)) return map_projection();
    ExpressionPtr out = make(Kind::variable, here().span.begin);
    out->name = name("a name");
    return finish(std::move(out));
}

ExpressionPtr Parser::literal(Value value) {
    ExpressionPtr out = make(Kind::literal, here().span.begin);
    out->value = std::move(value);
    take();
    return finish(std::move(out));
}

ExpressionPtr Parser::number(bool negative, std::uint32_t begin) {
    ExpressionPtr out = make(Kind::literal, begin);
    const Token& token = take();
    const auto wrong = [&](std::string_view code, std::string_view text, std::string_view hint = {}) {
        source_.fail(code, token.span, fmt::format("{}: {}", token.raw, text), hint);
    };
    int base = 10;
    std::string digits = digits_of(token.raw, base);
    if (is_real(token.raw)) {
        if ((digits.back() | 0x20) == 'f' || (digits.back() | 0x20) == 'd') digits.pop_back();
        if (digits.front() == '.') digits.insert(0, "0");
        double value = 0;
        const char* end = digits.data() + digits.size();
        const auto [stop, fault] = std::from_chars(digits.data(), end, value);
        if (stop != end) wrong("InvalidNumberLiteral", "is no number");
        if (fault == std::errc::result_out_of_range && std::abs(value) != 0.0 && !std::isfinite(value)) {
            wrong("FloatingPointOverflow", "is too large for a float");
        }
        if (fault == std::errc::result_out_of_range) {
            value = digits.find('-') == std::string::npos ? HUGE_VAL : 0.0;
            if (std::isinf(value)) wrong("FloatingPointOverflow", "is too large for a float");
        }
        out->value = Value{negative && value != 0.0 ? -value : value};  // the kit has no negative zero
        return finish(std::move(out));
    }
    if (negative) digits.insert(0, "-");
    std::int64_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, fault] = std::from_chars(digits.data(), end, value, base);
    if (stop != end || digits.empty() || fault == std::errc::invalid_argument) {
        wrong("InvalidNumberLiteral", "is no number", "a name cannot begin with a digit, unless in `backticks`");
    }
    if (fault == std::errc::result_out_of_range) {
        wrong("IntegerOverflow", "is outside of -9223372036854775808 to 9223372036854775807");
    }
    out->value = Value{value};
    return finish(std::move(out));
}

ExpressionPtr Parser::call_or_aggregate() {
    static constexpr std::array<std::string_view, 10> aggregates{
        "count", "sum", "avg", "min", "max", "collect", "stdev", "stdevp", "percentilecont", "percentiledisc"};
    ExpressionPtr out = make(Kind::call, here().span.begin);
    out->name = name("a function");
    while (took("."))
        out->name += "." + name("a function");
    const std::string lower = lower_word(out->name);
    if (std::ranges::find(aggregates, lower) != aggregates.end()) out->kind = Kind::aggregate;
    need("(");
    if (lower == "count" && took("*")) {
        out->star = true;
        need(")");
        return finish(std::move(out));
    }
    out->distinct = took_word("DISTINCT");
    if (!took(")")) {
        do
            out->operands.push_back(expression());
        while (took(","));
        need(")", "',' or ')'");
    }
    return finish(std::move(out));
}

}  // namespace entente::cypher
