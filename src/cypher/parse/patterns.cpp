// Tokens to a tree: patterns.
// SPDX-License-Identifier: MIT
#include <charconv>
#include <limits>

#include "cypher/parse/parser.hpp"

namespace entente::cypher {

std::vector<PathPattern> Parser::path_patterns() {
    std::vector<PathPattern> out;
    do
        out.push_back(path_pattern());
    while (took(","));
    return out;
}

PathPattern Parser::path_pattern() {
    const std::uint32_t begin = here().span.begin;
    std::string variable;
    if (at_name() && at("=", 1)) {
        variable = name("a name");
        take();
    }
    PathPattern out;
    if (at_word("shortestPath") || at_word("allShortestPaths")) {
        out = shortest_pattern();
    } else {
        pattern_elements(out);
    }
    out.variable = std::move(variable);
    out.span = since(begin);
    return out;
}

PathPattern Parser::shortest_pattern() {
    PathPattern out;
    const Token& word = take();
    out.shortest = same_word(word.raw, "shortestPath") ? PathPattern::Shortest::one : PathPattern::Shortest::all;
    need("(");
    pattern_elements(out);
    need(")");
    if (out.relationships.size() != 1) {
        source_.fail("UnexpectedSyntax", word.span, "a shortest path has two ends and one relationship between them",
                     "write shortestPath((a)-[*]-(b))");
    }
    if (out.relationships.front().variable_length && out.relationships.front().least > 1) {
        source_.fail("InvalidRelationshipPattern", word.span, "a shortest path has a least length of 0 or 1",
                     "ask for paths of a length without shortestPath");
    }
    return out;
}

void Parser::pattern_elements(PathPattern& out) {
    out.nodes.push_back(node_pattern());
    while (at("-") || at("<")) {
        out.relationships.push_back(relationship_pattern());
        out.nodes.push_back(node_pattern());
    }
}

NodePattern Parser::node_pattern() {
    NodePattern out;
    const std::uint32_t begin = here().span.begin;
    need("(", "a node, such as (n)");
    if (at_name() && !(at_word("IS") && at_name(1)) && !at_word("WHERE")) out.variable = name("a name");
    out.labels = node_labels();
    properties_and_where(out.properties, out.where);
    need(")", out.labels.empty() && out.variable.empty() ? "a name, ':' or ')'" : "':', '{' or ')'");
    out.span = since(begin);
    return out;
}

void Parser::properties_and_where(ExpressionPtr& properties, ExpressionPtr& where) {
    if (here().kind == Token::Kind::parameter) {
        properties = make(Expression::Kind::parameter, here().span.begin);
        properties->name = take().value;
        properties = finish(std::move(properties));
    } else if (at("{")) {
        properties = map();
    }
    if (took_word("WHERE")) where = expression();
}

// <-[...]-  -[...]->  -[...]-  and the same without brackets
RelationshipPattern Parser::relationship_pattern() {
    RelationshipPattern out;
    const std::uint32_t begin = here().span.begin;
    const bool left = took("<");
    need("-", "'-' of a relationship");
    if (took("[")) {
        relationship_filler(out);
        if (!at("]") && (at("..") || at("-"))) {
            source_.fail("InvalidRelationshipPattern", here().span, "the length of a path is wrong",
                         "write [:TYPE*1..3]");
        }
        need("]", "':', '*', '{' or ']'");
    }
    need("-", "'-' of a relationship");
    const bool right = took(">");
    out.direction = left == right ? Direction::both : (left ? Direction::in : Direction::out);
    out.both_arrows = left && right;
    out.span = since(begin);
    return out;
}

void Parser::relationship_filler(RelationshipPattern& out) {
    if (at_name() && !at_word("WHERE")) out.variable = name("a name");
    if (took(":")) {
        out.types.push_back(name("the type of a relationship"));
        while (took("|")) {
            took(":");
            out.types.push_back(name("the type of a relationship"));
        }
    }
    if (at("*")) path_length(out);
    properties_and_where(out.properties, out.where);
}

void Parser::path_length(RelationshipPattern& out) {
    take();
    out.variable_length = true;
    out.most = std::numeric_limits<std::uint64_t>::max();
    out.bounded = false;
    if (here().kind == Token::Kind::number) {
        out.least = bound();
        if (!at("..")) {
            out.most = out.least;
            out.bounded = true;
            return;
        }
    } else if (at("-")) {
        source_.fail("InvalidRelationshipPattern", here().span, "the length of a path cannot be negative");
    }
    if (took("..") && here().kind == Token::Kind::number) {
        out.most = bound();
        out.bounded = true;
    }
}

std::uint64_t Parser::bound() {
    const Token& token = take();
    std::uint64_t value = 0;
    const char* end = token.raw.data() + token.raw.size();
    const auto [stop, fault] = std::from_chars(token.raw.data(), end, value);
    if (stop != end || fault != std::errc{}) {
        source_.fail("InvalidRelationshipPattern", token.span, "the length of a path is no whole number");
    }
    return value;
}

// ---- labels

std::vector<LabelExpression> Parser::node_labels() {
    std::vector<LabelExpression> out;
    while (at(":") || (at_word("IS") && at_name(1))) {
        take();
        out.push_back(label_expression());
    }
    return out;
}

LabelExpression Parser::label_joined(std::string_view symbol, LabelExpression::Kind kind) {
    const bool any = kind == LabelExpression::Kind::one_of;
    LabelExpression first = any ? label_term() : label_factor();
    if (!at(symbol)) return first;
    LabelExpression out{kind, {}, {}};
    out.parts.push_back(std::move(first));
    while (took(symbol)) {
        if (any) took(":");
        out.parts.push_back(any ? label_term() : label_factor());
    }
    return out;
}

LabelExpression Parser::label_expression() {
    const Nesting nesting(*this);
    return label_joined("|", LabelExpression::Kind::one_of);
}

LabelExpression Parser::label_term() {
    return label_joined("&", LabelExpression::Kind::all_of);
}

LabelExpression Parser::label_factor() {
    if (took("!")) {
        const Nesting nesting(*this);
        LabelExpression out{LabelExpression::Kind::none_of, {}, {}};
        out.parts.push_back(label_factor());
        return out;
    }
    if (took("%")) return {LabelExpression::Kind::any, {}, {}};
    if (took("(")) {
        LabelExpression out = label_expression();
        need(")");
        return out;
    }
    return {LabelExpression::Kind::name, name("a label"), {}};
}

// ---- what stands ahead

// A node's own bracket holds nothing, a name, labels or properties; what follows begins a relationship.
bool Parser::pattern_ahead() const {
    if (!at("(") || here().pair == 0) return false;
    const std::size_t named = at_name(1) ? 2 : 1;
    if (!at(")", named) && !at(":", named) && !at("{", named)) return false;
    const std::size_t close = here().pair - at_;
    const std::size_t dash = at("<", close + 1) ? close + 2 : close + 1;
    if (!at("-", dash)) return false;
    if (at("[", dash + 1)) {
        const std::uint32_t end = here(dash + 1).pair;
        return end != 0 && at("-", end - at_ + 1);
    }
    return at("-", dash + 1) && (at("(", dash + 2) || (at(">", dash + 2) && at("(", dash + 3)));
}

}  // namespace entente::cypher
