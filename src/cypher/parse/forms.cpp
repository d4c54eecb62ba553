// Tokens to a tree: CASE, comprehensions, quantifiers and queries within an expression.
// SPDX-License-Identifier: MIT
#include "cypher/parse/parser.hpp"

namespace entente::cypher {

using Kind = Expression::Kind;

ExpressionPtr Parser::case_of() {
    ExpressionPtr out = make(Kind::case_of, here().span.begin);
    take();
    out->operands.push_back(at_word("WHEN") ? nullptr : expression());
    while (took_word("WHEN")) {
        out->operands.push_back(expression());
        need_word("THEN");
        out->operands.push_back(expression());
    }
    if (out->operands.size() == 1) fail_expected("WHEN");
    out->operands.push_back(took_word("ELSE") ? expression() : nullptr);
    if (!took_word("END")) fail_expected("WHEN, ELSE or END");
    return finish(std::move(out));
}

// [x IN list WHERE condition | result]
ExpressionPtr Parser::list_comprehension() {
    ExpressionPtr out = make(Kind::list_comprehension, here().span.begin);
    take();
    out->name = name("a name");
    need_word("IN");
    out->operands.push_back(expression());
    out->operands.push_back(took_word("WHERE") ? expression() : nullptr);
    out->operands.push_back(took("|") ? expression() : nullptr);
    need("]", "WHERE, '|' or ']'");
    return finish(std::move(out));
}

// [(a)-->(b) WHERE condition | result]; the "[" is taken
ExpressionPtr Parser::pattern_comprehension() {
    const Nesting nesting(*this);
    ExpressionPtr out = make(Kind::pattern_comprehension, tokens_[at_ - 1].span.begin);
    out->patterns.push_back(path_pattern());
    out->operands.push_back(took_word("WHERE") ? expression() : nullptr);
    need("|", "WHERE or '|'");
    out->operands.push_back(expression());
    need("]");
    return finish(std::move(out));
}

// all(x IN list WHERE condition)
ExpressionPtr Parser::quantifier() {
    ExpressionPtr out = make(Kind::quantifier, here().span.begin);
    out->keys.push_back(lower_word(take().raw));
    take();
    out->name = name("a name");
    need_word("IN");
    out->operands.push_back(expression());
    need_word("WHERE");
    out->operands.push_back(expression());
    need(")");
    return finish(std::move(out));
}

// reduce(sum = 0, x IN list | sum + x)
ExpressionPtr Parser::reduce() {
    ExpressionPtr out = make(Kind::reduce, here().span.begin);
    take();
    take();
    out->keys.push_back(name("a name"));
    need("=");
    out->operands.push_back(expression());
    need(",");
    out->name = name("a name");
    need_word("IN");
    out->operands.push_back(expression());
    need("|");
    out->operands.push_back(expression());
    need(")");
    return finish(std::move(out));
}

// EXISTS { (a)-->(b) WHERE ... } or EXISTS { MATCH ... RETURN ... }
ExpressionPtr Parser::exists_query() {
    const Nesting nesting(*this);
    ExpressionPtr out = make(Kind::exists, here().span.begin);
    take();
    take();
    if (at_clause()) {
        out->statement = std::make_unique<Statement>(statement());
        need("}", "a clause or '}'");
        return finish(std::move(out));
    }
    out->patterns = path_patterns();
    out->operands.push_back(took_word("WHERE") ? expression() : nullptr);
    need("}", "WHERE or '}'");
    return finish(std::move(out));
}

// exists((a)-->(b)) or exists(n.name)
ExpressionPtr Parser::exists_call() {
    const std::uint32_t begin = here().span.begin;
    take();
    take();
    ExpressionPtr inner;
    if (pattern_ahead()) {
        const Nesting nesting(*this);
        inner = make(Kind::exists, begin);
        inner->patterns.push_back(path_pattern());
        inner->operands.push_back(nullptr);
    } else {
        inner = make(Kind::is_not_null, begin);
        inner->operands.push_back(expression());
    }
    need(")");
    return finish(std::move(inner));
}

ExpressionPtr Parser::pattern_predicate() {
    const Nesting nesting(*this);
    ExpressionPtr out = make(Kind::pattern, here().span.begin);
    out->patterns.push_back(path_pattern());
    out->operands.push_back(nullptr);
    return finish(std::move(out));
}

ExpressionPtr Parser::shortest_path() {
    const Nesting nesting(*this);
    ExpressionPtr out = make(Kind::shortest, here().span.begin);
    out->patterns.push_back(shortest_pattern());
    return finish(std::move(out));
}

// n {.name, .*, other, key: value}
ExpressionPtr Parser::map_projection() {
    ExpressionPtr out = make(Kind::map_projection, here().span.begin);
    ExpressionPtr base = make(Kind::variable, here().span.begin);
    base->name = name("a name");
    out->operands.push_back(finish(std::move(base)));
    take();
    if (took("}")) return finish(std::move(out));
    do {
        const std::uint32_t begin = here().span.begin;
        if (took(".")) {
            out->keys.push_back(took("*") ? std::string() : name("the name of a property"));
            out->operands.push_back(nullptr);
            continue;
        }
        out->keys.push_back(name("a key"));
        if (took(":")) {
            out->operands.push_back(expression());
            continue;
        }
        ExpressionPtr variable = make(Kind::variable, begin);
        variable->name = out->keys.back();
        out->operands.push_back(finish(std::move(variable)));
    } while (took(","));
    need("}", "',' or '}'");
    return finish(std::move(out));
}

}  // namespace entente::cypher
