// A checked query to a plan: names that the graph does not have.
//
// They are no errors: tomorrow's graph may have them. But a query that finds nothing because of a misspelt label should
// say so.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "cypher/plan/planner.hpp"

namespace entente::cypher {
namespace {

template <GraphId Id>
void warn_of(const Names<Id>& known, const std::string& name, std::string_view what,
             std::vector<std::string>& warnings) {
    if (known.find(name)) return;
    std::vector<std::string> all;
    for (std::uint32_t i = 0; i < known.size(); ++i)
        all.push_back(known[Id{i}]);
    const std::string near = nearest(name, all);
    std::string text = fmt::format("nothing in the graph has the {} '{}'", what, name);
    if (!near.empty()) text += fmt::format("; did you mean '{}'?", near);
    if (std::ranges::find(warnings, text) == warnings.end()) warnings.push_back(std::move(text));
}

}  // namespace

void Planner::know(const std::vector<LabelExpression>& labels) {
    for (const LabelExpression& label : labels) {
        if (label.kind == LabelExpression::Kind::name) warn_of(graph_.label_names(), label.name, "label", warnings_);
        know(label.parts);
    }
}

void Planner::know(const PathPattern& path) {
    const auto keys = [&](const ExpressionPtr& properties) {
        if (!properties) return;
        for (const std::string& key : properties->keys)
            warn_of(graph_.key_names(), key, "property", warnings_);
    };
    for (const NodePattern& node : path.nodes) {
        know(node.labels);
        keys(node.properties);
    }
    for (const RelationshipPattern& one : path.relationships) {
        for (const std::string& type : one.types)
            warn_of(graph_.type_names(), type, "relationship type", warnings_);
        keys(one.properties);
    }
}

}  // namespace entente::cypher
