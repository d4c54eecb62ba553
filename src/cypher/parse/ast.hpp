// A query as a tree.
//
// The parser makes it, the check resolves names to slots in place, the planner reads it. A variable of the query is a
// slot: its place in the row that travels through the operators.
//
// shape     chains of operators of one rank are one node with many operands (1 + 2 - 3), so a long query is no deep
//           tree; no tree is deeper than most_depth
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "entente/cypher/value.hpp"
#include "entente/text/span.hpp"

namespace entente::cypher {

using Slot = std::uint32_t;
inline constexpr Slot no_slot = 0xFFFFFFFF;
inline constexpr std::uint32_t most_depth = 500;

struct Expression;
struct Statement;
class Subplan;  // what the planner makes of a pattern or a query within an expression
using ExpressionPtr = std::unique_ptr<Expression>;

enum class Operator : std::uint8_t {
    add,
    subtract,
    multiply,
    divide,
    modulo,
    power,
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,
    in,
    starts_with,
    ends_with,
    contains,
    matches,
};

// :A, :A|B, :A&!B, :%
struct LabelExpression {
    enum class Kind : std::uint8_t { name, any, all_of, one_of, none_of };
    Kind kind = Kind::name;
    std::string name;
    std::vector<LabelExpression> parts;
};

struct NodePattern {
    std::string variable;  // "" = anonymous
    Slot slot = no_slot;
    Span span;
    std::vector<LabelExpression> labels;  // all must hold
    ExpressionPtr properties;             // a map, or a parameter in CREATE
    ExpressionPtr where;
    bool bound = false;  // before this clause
};

enum class Direction : std::uint8_t { out, in, both };

struct RelationshipPattern {
    std::string variable;
    Slot slot = no_slot;
    Span span;
    std::vector<std::string> types;  // any of them; none = all
    Direction direction = Direction::both;
    bool both_arrows = false;  // <-->
    bool variable_length = false;
    std::uint64_t least = 1, most = 1;  // if variable_length
    bool bounded = true;                // the query says how long at most
    ExpressionPtr properties;
    ExpressionPtr where;
    bool bound = false;
};

struct PathPattern {
    enum class Shortest : std::uint8_t { no, one, all };
    std::string variable;
    Slot slot = no_slot;
    Span span;
    Shortest shortest = Shortest::no;
    std::vector<NodePattern> nodes;  // one more than relationships
    std::vector<RelationshipPattern> relationships;
};

struct Expression {
    enum class Kind : std::uint8_t {
        literal,
        parameter,
        variable,
        property,
        labels,
        index,
        slice,
        list,
        map,
        map_projection,
        conjunction,
        disjunction,
        exclusion,
        negation,  // AND, OR, XOR, NOT
        arithmetic,
        comparison,
        sign,  // chains; sign: unary minus
        is_null,
        is_not_null,
        case_of,
        call,
        aggregate,
        list_comprehension,
        quantifier,
        reduce,
        pattern_comprehension,
        pattern,
        exists,
        shortest,
    };
    Kind kind = Kind::literal;
    Span span;
    std::uint32_t depth = 1;
    bool parenthesised = false;
    std::string name;                     // of a variable, parameter, property, function; the quantifier
    Value value;                          // of a literal
    std::vector<ExpressionPtr> operands;  // in the order of the text; some may be absent, see below
    std::vector<Operator> operators;      // between the operands of a chain
    std::vector<std::string> keys;        // of a map, with one operand each; of a projection: "" = *
    std::vector<LabelExpression> labels;  // operand 0 must have all of them
    Slot slot = no_slot;                  // of the variable; of the aggregate's result; of the comprehension's variable
    Slot second_slot = no_slot;           // of reduce's accumulator
    std::uint32_t function = 0;           // its number in the table of functions
    mutable Slot key = no_slot;           // of a property: its number in a graph that does not change, once known
    bool distinct = false;                // count(DISTINCT x)
    bool star = false;                    // count(*)
    std::vector<PathPattern> patterns;    // of pattern, pattern comprehension, exists, shortest
    std::unique_ptr<Statement> statement;  // of EXISTS { MATCH ... RETURN ... }
    std::vector<Slot> uses;                // what a predicate reads from outside of it
    std::shared_ptr<Subplan> plan;
    // case_of: operands are subject or null, then condition and result by turns, then the other case or null.
    // slice: the list, from or null, to or null. list_comprehension: list, filter or null, result or null.
    // quantifier: list, condition. reduce: start, list, step. pattern_comprehension: filter or null, result.
    // exists: filter or null. index: the list or map, the index.

    Expression();
    ~Expression();
    Expression(const Expression&) = delete;
    Expression& operator=(const Expression&) = delete;
};

struct SortItem {
    ExpressionPtr expression;
    bool descending = false;
};

struct ProjectionItem {
    ExpressionPtr expression;
    std::string name;
    Span span;
    bool aliased = false;
    bool aggregates = false;
    Slot slot = no_slot;
};

struct Projection {
    bool distinct = false, star = false;
    bool aggregates = false;
    std::vector<ProjectionItem> items;
    std::vector<SortItem> order;
    ExpressionPtr skip, limit, where;
};

struct SetItem {
    enum class Kind : std::uint8_t { property, replace, add, labels };  // a.b = x, a = x, a += x, a:B
    Kind kind = Kind::property;
    ExpressionPtr target;  // a; a.b for a property
    ExpressionPtr value;
    std::vector<std::string> labels;
};

struct YieldItem {
    std::string field, name;
    Span span;
    Slot slot = no_slot;
    std::uint32_t column = 0;
};

struct Clause {
    enum class Kind : std::uint8_t { match, unwind, with, give, create, merge, set, remove, erase, call };
    Kind kind = Kind::match;
    Span span;
    bool optional = false;              // OPTIONAL MATCH
    bool detach = false;                // DETACH DELETE
    std::vector<PathPattern> patterns;  // match, create, merge
    std::vector<ExpressionPtr> where;   // its conjuncts
    ExpressionPtr expression;           // unwind
    std::string variable;
    Slot slot = no_slot;
    Projection projection;                     // with, give (RETURN)
    std::vector<SetItem> items;                // set, remove
    std::vector<SetItem> on_create, on_match;  // merge
    std::vector<ExpressionPtr> expressions;    // erase (DELETE), call: arguments
    std::string procedure;
    bool has_arguments = false, standalone = false, yields = false, yields_all = false;
    std::vector<YieldItem> yield;
    std::vector<Slot> live;  // slots that are read after a writing clause
};

struct SingleQuery {
    std::vector<Clause> clauses;
    Span span;
};

struct Statement {
    enum class Mode : std::uint8_t { run, explain, profile };
    Mode mode = Mode::run;
    std::vector<SingleQuery> parts;  // joined by UNION
    std::vector<bool> all;           // whether the union before part i + 1 is UNION ALL
    bool writes = false;
    std::uint32_t slots = 0;           // how many the row needs
    std::vector<std::string> columns;  // of the result
    std::vector<Slot> column_slots;
};

// Whether two expressions say the same, spans apart.
[[nodiscard]] bool same_expression(const Expression& a, const Expression& b);
[[nodiscard]] bool has_aggregate(const Expression& expression);

}  // namespace entente::cypher
