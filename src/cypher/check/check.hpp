// What a query means.
//
// Resolves names to slots, infers types, and finds what is wrong before a row is read. It writes into the tree: slots,
// which items aggregate, what a predicate reads.
//
//     clauses.cpp      MATCH ... CALL, one after the other      patterns.cpp    variables of patterns
//     projection.cpp   WITH and RETURN                          grouping.cpp    what aggregation may see
//     expressions.cpp  names and types                          types.cpp       operators' types
//
// errors    QueryError (compile time), with openCypher's codes
// cost      linear
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cypher/check/type.hpp"
#include "cypher/parse/ast.hpp"
#include "cypher/parse/error.hpp"

namespace entente::cypher {

void check(Statement& statement, const Source& source, const Options& options);

struct Variable {
    Slot slot = no_slot;
    Type type;
};
using Scope = std::map<std::string, Variable, std::less<>>;

// What an expression may hold, where it stands.
struct Place {
    bool aggregates = false;  // count(x)
    bool patterns = false;    // (a)-->(b) as a predicate
};

class Checker {
  public:
    Checker(const Source& source, const Options& options) : source_(source), options_(options) {}
    void run(Statement& statement);

  private:
    // ---- clauses
    void statement(Statement& statement, const Scope& outer, bool nested);
    void single_query(SingleQuery& query, Scope scope, bool nested, Statement& owner);
    void composition(const SingleQuery& query, bool nested) const;
    void union_of(Statement& statement) const;
    void clause(Clause& clause, Scope& scope);
    void match(Clause& clause, Scope& scope);
    void create(Clause& clause, Scope& scope);
    void merge(Clause& clause, Scope& scope);
    void set_items(std::vector<SetItem>& items, const Scope& scope);
    void erase(Clause& clause, const Scope& scope);
    void call(Clause& clause, Scope& scope);
    void call_arguments(Clause& clause, const Procedure& procedure, const Scope& scope);
    void call_yields(Clause& clause, const Procedure& procedure, Scope& scope);
    void predicates(std::vector<ExpressionPtr>& conjuncts, const Scope& scope);

    // ---- patterns
    void matched_patterns(std::vector<PathPattern>& patterns, Scope& scope, bool introduces);
    void matched_node(NodePattern& node, const Scope& before, Scope& scope, bool introduces);
    void matched_relationship(RelationshipPattern& one, const Scope& before, Scope& scope, bool introduces);
    void path_variable(PathPattern& path, Scope& scope);
    void pattern_properties(ExpressionPtr& properties, ExpressionPtr& where, const Scope& scope);
    void written_path(PathPattern& path, Scope& scope, bool merging);
    void written_node(NodePattern& node, Scope& scope, bool alone, bool merging);
    void written_relationship(RelationshipPattern& one, Scope& scope, bool merging);
    [[noreturn]] void already_bound(Span at, std::string_view name) const;
    [[noreturn]] void type_conflict(Span at, std::string_view name, Type::Kind is, std::string_view wanted) const;

    // ---- projections
    void projection(Clause& clause, Scope& scope);
    void expand_star(Clause& clause, const Scope& scope) const;
    void item_names(const Clause& clause) const;
    void page(ExpressionPtr& count, std::string_view word);
    void after_projection(Clause& clause, ExpressionPtr& expression, const Scope& before, const Scope& after,
                          bool predicate);
    void grouping(Projection& projection, const Scope& scope) const;
    void group_leaves(const Expression& expression, const Projection& projection,
                      std::vector<std::string>& locals) const;

    // ---- expressions
    Type expression(ExpressionPtr& expression, const Scope& scope, Place place = {});
    Type operand(ExpressionPtr& expression, const Scope& scope, Place place);
    Type kind_of(ExpressionPtr& expression, const Scope& scope, Place place);
    void predicate(ExpressionPtr& expression, const Scope& scope);
    Type variable(Expression& expression, const Scope& scope);
    Type parameter(const Expression& expression) const;
    Type property(Expression& expression, const Scope& scope, Place place);
    Type list_of(Expression& expression, const Scope& scope, Place place);
    Type call_of(Expression& expression, const Scope& scope, Place place);
    Type aggregate(Expression& expression, const Scope& scope, Place place);
    Type arithmetic(Expression& expression, const Scope& scope, Place place);
    Type comparison(Expression& expression, const Scope& scope, Place place);
    Type logic(Expression& expression, const Scope& scope, Place place);
    Type list_comprehension(Expression& expression, const Scope& scope, Place place);
    Type quantifier(Expression& expression, const Scope& scope, Place place);
    Type reduce(Expression& expression, const Scope& scope, Place place);
    Type pattern_form(Expression& expression, const Scope& scope, Place place);
    void operands(Expression& expression, const Scope& scope, Place place);
    [[noreturn]] void undefined(Span at, std::string_view name, const Scope& scope) const;
    [[noreturn]] void wrong_type(Span at, std::string_view what, std::string_view type = "SyntaxError") const;

    Variable& declare(Scope& scope, const std::string& name, Type type);
    Slot new_slot() { return next_slot_++; }

    const Source& source_;
    const Options& options_;
    Slot next_slot_ = 0;
    std::vector<Slot> uses_;  // slots that the predicate being checked reads
    // In ORDER BY after grouping: variables that a grouping key uses, but that are gone themselves.
    const std::vector<std::string>* grouped_away_ = nullptr;
};

// Replaces each part of `expression` that is the same as an item's expression by a reading of that item's slot; parts
// within aggregates stay.
void use_items(ExpressionPtr& expression, const Projection& projection, bool also_aggregates);

}  // namespace entente::cypher
