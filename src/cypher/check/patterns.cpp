// What a query means: variables of patterns.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "cypher/check/check.hpp"

namespace entente::cypher {
namespace {

constexpr Type node_type{Type::Kind::node, Type::Kind::any};
constexpr Type relationship_type{Type::Kind::relationship, Type::Kind::any};
constexpr Type relationships_type{Type::Kind::list, Type::Kind::relationship};
constexpr Type path_type{Type::Kind::path, Type::Kind::any};

}  // namespace

void Checker::already_bound(Span at, std::string_view name) const {
    source_.fail("VariableAlreadyBound", at, fmt::format("'{}' stands for something already", name),
                 "take another name");
}

void Checker::type_conflict(Span at, std::string_view name, Type::Kind is, std::string_view wanted) const {
    source_.fail("VariableTypeConflict", at,
                 fmt::format("'{}' is {}, and here it would be {}", name, name_of(is), wanted), "take another name");
}

Variable& Checker::declare(Scope& scope, const std::string& name, Type type) {
    return scope.insert_or_assign(name, Variable{new_slot(), type}).first->second;
}

// ---- patterns that are looked for

void Checker::matched_patterns(std::vector<PathPattern>& patterns, Scope& scope, bool introduces) {
    const Scope before = scope;
    for (PathPattern& path : patterns) {
        for (std::size_t i = 0; i < path.nodes.size(); ++i) {
            if (i > 0) matched_relationship(path.relationships[i - 1], before, scope, introduces);
            matched_node(path.nodes[i], before, scope, introduces);
        }
        path_variable(path, scope);
    }
    for (PathPattern& path : patterns) {
        for (NodePattern& node : path.nodes)
            pattern_properties(node.properties, node.where, scope);
        for (RelationshipPattern& one : path.relationships)
            pattern_properties(one.properties, one.where, scope);
    }
}

void Checker::matched_node(NodePattern& node, const Scope& before, Scope& scope, bool introduces) {
    if (node.variable.empty()) {
        node.slot = new_slot();
        return;
    }
    const auto known = scope.find(node.variable);
    if (known == scope.end()) {
        if (!introduces) undefined(node.span, node.variable, scope);
        node.slot = declare(scope, node.variable, node_type).slot;
        return;
    }
    if (!in(known->second.type.kind, only(Type::Kind::node))) {
        type_conflict(node.span, node.variable, known->second.type.kind, "a node");
    }
    node.slot = known->second.slot;
    node.bound = before.contains(node.variable);
    uses_.push_back(node.slot);
}

void Checker::matched_relationship(RelationshipPattern& one, const Scope& before, Scope& scope, bool introduces) {
    if (one.variable.empty()) {
        one.slot = new_slot();
        return;
    }
    const auto known = scope.find(one.variable);
    if (known == scope.end()) {
        if (!introduces) undefined(one.span, one.variable, scope);
        one.slot = declare(scope, one.variable, one.variable_length ? relationships_type : relationship_type).slot;
        return;
    }
    const Type::Kind wanted = one.variable_length ? Type::Kind::list : Type::Kind::relationship;
    if (!in(known->second.type.kind, only(wanted))) {
        type_conflict(one.span, one.variable, known->second.type.kind,
                      one.variable_length ? "a list of relationships" : "a relationship");
    }
    if (!before.contains(one.variable)) {
        source_.fail("RelationshipUniquenessViolation", one.span,
                     fmt::format("'{}' stands for two relationships of one pattern", one.variable),
                     "in one MATCH no relationship is used twice: take another name");
    }
    one.slot = known->second.slot;
    one.bound = true;
    uses_.push_back(one.slot);
}

void Checker::path_variable(PathPattern& path, Scope& scope) {
    if (path.variable.empty()) return;
    if (scope.contains(path.variable)) already_bound(path.span, path.variable);
    path.slot = declare(scope, path.variable, path_type).slot;
}

void Checker::pattern_properties(ExpressionPtr& properties, ExpressionPtr& where, const Scope& scope) {
    if (properties) {
        if (properties->kind == Expression::Kind::parameter) {
            source_.fail("InvalidParameterUse", properties->span, "a parameter cannot stand for all properties here",
                         "name them: {name: $name}");
        }
        for (ExpressionPtr& value : properties->operands) {
            const std::vector<Slot> outer = std::exchange(uses_, {});
            const Slot mark = next_slot_;
            expression(value, scope);
            std::erase_if(uses_, [mark](Slot slot) { return slot >= mark; });
            value->uses = uses_;
            uses_.insert(uses_.end(), outer.begin(), outer.end());
        }
    }
    if (where) predicate(where, scope);
}

// ---- patterns that are written

void Checker::written_path(PathPattern& path, Scope& scope, bool merging) {
    if (path.shortest != PathPattern::Shortest::no) {
        source_.fail("UnexpectedSyntax", path.span, "a shortest path can be looked for, not written");
    }
    const bool alone = path.relationships.empty();
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        if (i > 0) written_relationship(path.relationships[i - 1], scope, merging);
        written_node(path.nodes[i], scope, alone, merging);
    }
    path_variable(path, scope);
}

void Checker::written_node(NodePattern& node, Scope& scope, bool alone, bool merging) {
    for (const LabelExpression& label : node.labels) {
        if (label.kind == LabelExpression::Kind::name) continue;
        source_.fail("UnexpectedSyntax", node.span, "a node that is written has plain labels", "write (:A:B)");
    }
    if (node.where) source_.fail("UnexpectedSyntax", node.where->span, "WHERE stands only in patterns of MATCH");
    const auto known = node.variable.empty() ? scope.end() : scope.find(node.variable);
    if (known != scope.end()) {
        if (!in(known->second.type.kind, only(Type::Kind::node))) {
            type_conflict(node.span, node.variable, known->second.type.kind, "a node");
        }
        if (alone || !node.labels.empty() || node.properties) already_bound(node.span, node.variable);
        node.slot = known->second.slot;
        node.bound = true;
        return;
    }
    if (node.properties) {
        if (merging) {
            pattern_properties(node.properties, node.where, scope);
        } else {
            expression(node.properties, scope);
        }
    }
    node.slot = node.variable.empty() ? new_slot() : declare(scope, node.variable, node_type).slot;
}

void Checker::written_relationship(RelationshipPattern& one, Scope& scope, bool merging) {
    if (!one.variable.empty() && scope.contains(one.variable)) already_bound(one.span, one.variable);
    if (one.variable_length) {
        source_.fail("CreatingVarLength", one.span, "a path of any length cannot be written",
                     "write each relationship of it");
    }
    if (one.types.size() != 1) {
        source_.fail("NoSingleRelationshipType", one.span, "a relationship that is written has one type",
                     "write -[:TYPE]->");
    }
    if (!merging && one.direction == Direction::both) {
        source_.fail("RequiresDirectedRelationship", one.span, "a relationship that is written has a direction",
                     "write -[:TYPE]-> or <-[:TYPE]-");
    }
    if (one.where) source_.fail("UnexpectedSyntax", one.where->span, "WHERE stands only in patterns of MATCH");
    if (one.properties) {
        if (merging) {
            pattern_properties(one.properties, one.where, scope);
        } else {
            expression(one.properties, scope);
        }
    }
    one.slot = one.variable.empty() ? new_slot() : declare(scope, one.variable, relationship_type).slot;
}

}  // namespace entente::cypher
