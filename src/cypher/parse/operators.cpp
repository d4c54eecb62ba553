// Tokens to a tree: operators.
//
// From loose to tight: OR, XOR, AND, NOT, comparisons, tests (IN, STARTS WITH, IS NULL, :Label), + -, * / %, ^, signs.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <array>
#include <optional>

#include "cypher/parse/parser.hpp"

namespace entente::cypher {
namespace {

using Kind = Expression::Kind;

enum Level : int {
    disjunction,
    exclusion,
    conjunction,
    negated,
    comparison,
    test_level,
    sum,
    product,
    power_level,
    none
};

struct Symbol {
    std::string_view raw;
    int level;
    Operator meaning;
};
constexpr std::array<Symbol, 12> symbols{{
    {"=", comparison, Operator::equal},
    {"<>", comparison, Operator::unequal},
    {"<", comparison, Operator::less},
    {"<=", comparison, Operator::less_equal},
    {">", comparison, Operator::greater},
    {">=", comparison, Operator::greater_equal},
    {"+", sum, Operator::add},
    {"-", sum, Operator::subtract},
    {"*", product, Operator::multiply},
    {"/", product, Operator::divide},
    {"%", product, Operator::modulo},
    {"^", power_level, Operator::power},
}};

const Symbol* symbol_of(const Token& token) {
    if (token.kind != Token::Kind::symbol) return nullptr;
    for (const Symbol& symbol : symbols) {
        if (symbol.raw == token.raw) return &symbol;
    }
    return nullptr;
}

int level_of(const Token& token) {
    if (const Symbol* symbol = symbol_of(token)) return symbol->level;
    if (token.is(":") || token.is("=~")) return test_level;
    if (token.kind != Token::Kind::word) return -1;
    static constexpr std::array<std::pair<std::string_view, int>, 8> words{{{"OR", disjunction},
                                                                            {"XOR", exclusion},
                                                                            {"AND", conjunction},
                                                                            {"IN", test_level},
                                                                            {"STARTS", test_level},
                                                                            {"ENDS", test_level},
                                                                            {"CONTAINS", test_level},
                                                                            {"IS", test_level}}};
    for (const auto& [word, level] : words) {
        if (same_word(word, token.raw)) return level;
    }
    return -1;
}

}  // namespace

ExpressionPtr Parser::binary(int least) {
    const Nesting nesting(*this);
    ExpressionPtr left = at_word("NOT") ? negation() : unary();
    for (int level = level_of(here()); level >= least; level = level_of(here()))
        left = chain(std::move(left), level);
    return left;
}

ExpressionPtr Parser::chain(ExpressionPtr left, int level) {
    switch (level) {
        case disjunction:
            return chain_of(std::move(left), level, Kind::disjunction);
        case exclusion:
            return chain_of(std::move(left), level, Kind::exclusion);
        case conjunction:
            return chain_of(std::move(left), level, Kind::conjunction);
        case comparison:
            return chain_of(std::move(left), level, Kind::comparison);
        case test_level:
            return test(std::move(left));
        default:
            return chain_of(std::move(left), level, Kind::arithmetic);
    }
}

ExpressionPtr Parser::chain_of(ExpressionPtr left, int level, Kind kind) {
    ExpressionPtr out = make(kind, left->span.begin);
    out->operands.push_back(std::move(left));
    while (level_of(here()) == level) {
        if (const Symbol* symbol = symbol_of(take())) out->operators.push_back(symbol->meaning);
        out->operands.push_back(binary(level + 1));
    }
    return finish(std::move(out));
}

// x IN list, x STARTS WITH y, x IS NULL, x:Label ...
ExpressionPtr Parser::test(ExpressionPtr left) {
    const std::uint32_t begin = left->span.begin;
    if (at(":")) {
        ExpressionPtr out = make(Kind::labels, begin);
        out->operands.push_back(std::move(left));
        out->labels = node_labels();
        return finish(std::move(out));
    }
    if (took_word("IS")) {
        const bool negative = took_word("NOT");
        ExpressionPtr out = make(negative ? Kind::is_not_null : Kind::is_null, begin);
        need_word("NULL");
        out->operands.push_back(std::move(left));
        return finish(std::move(out));
    }
    ExpressionPtr out = make(Kind::comparison, begin);
    const Token& word = take();
    Operator meaning = Operator::in;
    if (word.is("=~")) {
        meaning = Operator::matches;
    } else if (same_word(word.raw, "STARTS") || same_word(word.raw, "ENDS")) {
        meaning = same_word(word.raw, "STARTS") ? Operator::starts_with : Operator::ends_with;
        need_word("WITH");
    } else if (same_word(word.raw, "CONTAINS")) {
        meaning = Operator::contains;
    }
    out->operators.push_back(meaning);
    out->operands.push_back(std::move(left));
    out->operands.push_back(binary(sum));
    return finish(std::move(out));
}

// NOT NOT NOT x: one step, however many there are; two take each other away, but x must be a boolean.
ExpressionPtr Parser::negation() {
    ExpressionPtr out = make(Kind::negation, here().span.begin);
    std::size_t count = 0;
    while (took_word("NOT"))
        ++count;
    out->distinct = count % 2 == 0;
    out->operands.push_back(binary(comparison));
    return finish(std::move(out));
}

ExpressionPtr Parser::unary() {
    const std::uint32_t begin = here().span.begin;
    std::size_t minus = 0, signs = 0;
    for (; at("-") || at("+"); ++signs) {
        if (at("-") && here(1).kind == Token::Kind::number) {
            take();
            ExpressionPtr out = number(true, begin);
            if (minus % 2 == 1) {
                ExpressionPtr outer = make(Kind::sign, begin);
                outer->operands.push_back(std::move(out));
                return finish(std::move(outer));
            }
            return out;
        }
        minus += at("-") ? 1 : 0;
        take();
    }
    ExpressionPtr inner = postfix();
    if (minus % 2 == 0) return inner;
    ExpressionPtr out = make(Kind::sign, begin);
    out->operands.push_back(std::move(inner));
    return finish(std::move(out));
}

ExpressionPtr Parser::postfix() {
    ExpressionPtr out = atom();
    while (true) {
        if (at(".") && at_name(1)) {
            take();
            ExpressionPtr property = make(Kind::property, out->span.begin);
            property->name = name("the name of a property");
            property->operands.push_back(std::move(out));
            out = finish(std::move(property));
        } else if (at("[")) {
            out = subscript(std::move(out));
        } else {
            if (at(".")) {
                take();
                fail_expected("the name of a property");
            }
            return out;
        }
    }
}

// list[i], list[i..j]
ExpressionPtr Parser::subscript(ExpressionPtr base) {
    ExpressionPtr out = make(Kind::index, base->span.begin);
    out->operands.push_back(std::move(base));
    take();
    ExpressionPtr from, to;
    if (!at("..")) from = expression();
    if (took("..")) {
        out->kind = Kind::slice;
        if (!at("]")) to = expression();
    }
    need("]");
    out->operands.push_back(std::move(from));
    if (out->kind == Kind::slice) out->operands.push_back(std::move(to));
    return finish(std::move(out));
}

}  // namespace entente::cypher
