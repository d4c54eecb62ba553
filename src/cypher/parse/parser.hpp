// Tokens to a tree.
//
// Recursive descent; operators by precedence climbing. No step is taken back: what stands ahead is told by the tokens
// and by which bracket closes which.
//
//     parser.cpp       statements, words, expectations      clauses.cpp   MATCH ... CALL
//     patterns.cpp     (a)-[:T]->(b)                        operators.cpp OR ... ^
//     atoms.cpp        what operators stand between         forms.cpp     CASE, comprehensions, EXISTS ...
//
// errors    QueryError with what was expected
// cost      linear; recursion at most most_depth deep
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "cypher/parse/ast.hpp"
#include "cypher/parse/lexer.hpp"

namespace entente::cypher {

[[nodiscard]] Statement parse(const Source& source);

class Parser {
  public:
    explicit Parser(const Source& source) : source_(source), tokens_(tokens_of(source)) {}
    Statement statement();

  private:
    // ---- tokens
    [[nodiscard]] const Token& here(std::size_t ahead = 0) const {
        return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    }
    [[nodiscard]] bool at(std::string_view symbol, std::size_t ahead = 0) const { return here(ahead).is(symbol); }
    [[nodiscard]] bool at_word(std::string_view keyword, std::size_t ahead = 0) const;
    [[nodiscard]] bool at_name(std::size_t ahead = 0) const;
    const Token& take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
    bool took(std::string_view symbol);
    bool took_word(std::string_view keyword);
    void need(std::string_view symbol, std::string_view expected = {});
    void need_word(std::string_view keyword);
    [[nodiscard]] std::string name(std::string_view expected);
    [[nodiscard]] Span since(std::uint32_t begin) const;
    [[nodiscard]] std::string_view text_of(Span span) const { return span.of(source_.text); }
    [[noreturn]] void fail_expected(std::string_view expected);
    [[noreturn]] void fail_wrong(const Token& token);

    // ---- clauses
    SingleQuery single_query();
    [[nodiscard]] bool clause(Clause& out);
    [[nodiscard]] bool at_clause() const;
    void match(Clause& out);
    void create_or_merge(Clause& out);
    void projection(Clause& out);
    void projection_items(Projection& out);
    void order_and_page(Projection& out);
    void call(Clause& out);
    void yields(Clause& out);
    std::vector<SetItem> set_items(bool removing);
    SetItem set_item(bool removing);
    std::vector<ExpressionPtr> where();

    // ---- patterns
    std::vector<PathPattern> path_patterns();
    PathPattern path_pattern();
    PathPattern shortest_pattern();
    void pattern_elements(PathPattern& out);
    NodePattern node_pattern();
    RelationshipPattern relationship_pattern();
    void relationship_filler(RelationshipPattern& out);
    void path_length(RelationshipPattern& out);
    std::uint64_t bound();
    void properties_and_where(ExpressionPtr& properties, ExpressionPtr& where);
    std::vector<LabelExpression> node_labels();
    LabelExpression label_expression();
    LabelExpression label_term();
    LabelExpression label_factor();
    LabelExpression label_joined(std::string_view symbol, LabelExpression::Kind kind);
    [[nodiscard]] bool pattern_ahead() const;  // at a "(" that opens a node with a relationship behind it

    // ---- expressions
    ExpressionPtr expression() { return binary(0); }
    ExpressionPtr binary(int least);
    ExpressionPtr chain(ExpressionPtr left, int level);
    ExpressionPtr chain_of(ExpressionPtr left, int level, Expression::Kind kind);
    ExpressionPtr test(ExpressionPtr left);
    ExpressionPtr negation();
    ExpressionPtr unary();
    ExpressionPtr postfix();
    ExpressionPtr subscript(ExpressionPtr base);
    ExpressionPtr atom();
    ExpressionPtr word_atom();
    ExpressionPtr bracket_atom();
    ExpressionPtr literal(Value value);
    ExpressionPtr number(bool negative, std::uint32_t begin);
    ExpressionPtr map();
    ExpressionPtr map_projection();
    ExpressionPtr call_or_aggregate();
    ExpressionPtr case_of();
    ExpressionPtr list_comprehension();
    ExpressionPtr pattern_comprehension();
    ExpressionPtr quantifier();
    ExpressionPtr reduce();
    ExpressionPtr exists_query();
    ExpressionPtr exists_call();
    ExpressionPtr pattern_predicate();
    ExpressionPtr shortest_path();

    ExpressionPtr make(Expression::Kind kind, std::uint32_t begin);
    ExpressionPtr finish(ExpressionPtr expression, bool keep_begin = true);
    void check_depth(const Expression& expression);

    // Counts how deep the parser is in brackets.
    class Nesting {
      public:
        explicit Nesting(Parser& parser);
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;
        ~Nesting() { --parser_.depth_; }

      private:
        Parser& parser_;
    };

    const Source& source_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::uint32_t depth_ = 0;
};

// Letter case aside.
[[nodiscard]] bool same_word(std::string_view a, std::string_view b);
[[nodiscard]] std::string lower_word(std::string_view word);
// Words that begin or join clauses, upper case, sorted: what a misspelt one is compared with.
[[nodiscard]] const std::vector<std::string>& all_keywords();

}  // namespace entente::cypher
