// A query as a tree: comparing.
// SPDX-License-Identifier: MIT
#include "cypher/parse/ast.hpp"

#include <algorithm>

namespace entente::cypher {

Expression::Expression() = default;
Expression::~Expression() = default;

bool same_expression(const Expression& a, const Expression& b) {
    if (a.kind != b.kind || a.name != b.name || a.keys != b.keys || a.operators != b.operators ||
        a.distinct != b.distinct || a.star != b.star || a.operands.size() != b.operands.size()) {
        return false;
    }
    if (a.kind == Expression::Kind::literal && (a.value.kind() != b.value.kind() || !same(a.value, b.value))) {
        return false;
    }
    // Patterns, labels and queries are compared by no more than their being there: they are never equal.
    if (!a.patterns.empty() || a.statement || !a.labels.empty()) return false;
    return std::ranges::equal(a.operands, b.operands, [](const ExpressionPtr& x, const ExpressionPtr& y) {
        return x == nullptr || y == nullptr ? x == y : same_expression(*x, *y);
    });
}

bool has_aggregate(const Expression& expression) {
    if (expression.kind == Expression::Kind::aggregate) return true;
    return std::ranges::any_of(expression.operands,
                               [](const ExpressionPtr& operand) { return operand && has_aggregate(*operand); });
}

}  // namespace entente::cypher
