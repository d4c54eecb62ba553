// An expression's value for the row at hand.
//
// errors    QueryError (runtime)
// cost      a walk over the tree; recursion at most most_depth deep
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "cypher/parse/ast.hpp"
#include "cypher/run/run.hpp"

namespace entente::cypher {

[[nodiscard]] Value evaluate(const Expression& expression, Run& run);
// A condition: true, false or null; TypeError for anything else.
[[nodiscard]] std::optional<bool> truth_of(const Value& value);
[[nodiscard]] bool holds(const Expression& condition, Run& run);

// ---- its parts, by file

// access.cpp
[[nodiscard]] Value property_of(const Value& base, const std::string& key, const Run& run);
[[nodiscard]] Value property_of(const Expression& expression, const Value& base, const Run& run);
[[nodiscard]] Value element_of(const Value& base, const Value& index, const Run& run);
[[nodiscard]] Value slice_of(const Value& list, const Value* from, const Value* to);
[[nodiscard]] bool has_labels(NodeId node, const std::vector<LabelExpression>& labels, const PropertyGraph& graph);
[[nodiscard]] bool has_label(NodeId node, const LabelExpression& label, const PropertyGraph& graph);
[[nodiscard]] Value labels_test(const Expression& expression, const Value& value, const Run& run);
[[nodiscard]] Map properties_of(const Value& value, const Run& run);  // of a node, a relationship or a map
[[nodiscard]] Value projected_map(const Expression& expression, Run& run);

// arithmetic.cpp
[[nodiscard]] Value arithmetic(Operator op, const Value& a, const Value& b);
[[nodiscard]] Value negative(const Value& value);

// comparison.cpp
[[nodiscard]] std::optional<bool> compared(Operator op, const Value& a, const Value& b);

// forms.cpp
[[nodiscard]] Value case_of(const Expression& expression, Run& run);
[[nodiscard]] Value list_comprehension(const Expression& expression, Run& run);
[[nodiscard]] Value quantifier(const Expression& expression, Run& run);
[[nodiscard]] Value reduce(const Expression& expression, Run& run);
[[nodiscard]] Value pattern_form(const Expression& expression, Run& run);

}  // namespace entente::cypher
