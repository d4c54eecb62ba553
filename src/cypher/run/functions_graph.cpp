// The functions of the language: nodes, relationships, paths and maps.
// SPDX-License-Identifier: MIT
#include <array>
#include <span>

#include "cypher/parse/error.hpp"
#include "cypher/run/evaluate.hpp"
#include "cypher/run/functions.hpp"

namespace entente::cypher {
namespace {

using Kind = Value::Kind;
using Arguments = std::span<const Value>;
using enum Type::Kind;

Value labels_of(Run& run, Arguments a) {
    if (!a[0].is(Kind::node)) wrong_argument("labels", "a node", a[0]);
    run.need_there(a[0].node());
    List out;
    for (const LabelId label : run.graph.labels(a[0].node()))
        out.emplace_back(run.graph.label_names()[label]);
    return Value{std::move(out)};
}

Value type_of(Run& run, Arguments a) {
    if (!a[0].is(Kind::relationship)) wrong_argument("type", "a relationship", a[0]);
    const EdgeId edge = a[0].relationship();
    if (const auto gone = run.deleted_types.find(edge); gone != run.deleted_types.end()) return Value{gone->second};
    return Value{run.graph.type_names()[run.graph.type(edge)]};
}

Value id_of(Run&, Arguments a) {
    if (a[0].is(Kind::node)) return Value{entente::number(a[0].node())};
    if (a[0].is(Kind::relationship)) return Value{entente::number(a[0].relationship())};
    wrong_argument("id", "a node or a relationship", a[0]);
}

Value element_id(Run& run, Arguments a) {
    return Value{std::to_string(id_of(run, a).integer())};
}

Value keys_of(Run& run, Arguments a) {
    if (!a[0].is(Kind::node) && !a[0].is(Kind::relationship) && !a[0].is(Kind::map)) {
        wrong_argument("keys", "a node, a relationship or a map", a[0]);
    }
    List out;
    for (const auto& [key, value] : properties_of(a[0], run))
        out.emplace_back(key);
    return Value{std::move(out)};
}

Value all_properties(Run& run, Arguments a) {
    return Value{properties_of(a[0], run)};
}

const Path& path_in(std::string_view name, const Value& value) {
    if (!value.is(Kind::path)) wrong_argument(name, "a path", value);
    return value.path();
}

Value nodes_of(Run&, Arguments a) {
    const auto& nodes = path_in("nodes", a[0]).nodes;
    return Value{List(nodes.begin(), nodes.end())};
}

Value relationships_of(Run&, Arguments a) {
    const auto& edges = path_in("relationships", a[0]).edges;
    return Value{List(edges.begin(), edges.end())};
}

Value length_of(Run&, Arguments a) {
    return Value{path_in("length", a[0]).edges.size()};
}

Value start_node(Run& run, Arguments a) {
    if (!a[0].is(Kind::relationship)) wrong_argument("startNode", "a relationship", a[0]);
    return Value{run.graph.source(a[0].relationship())};
}

Value end_node(Run& run, Arguments a) {
    if (!a[0].is(Kind::relationship)) wrong_argument("endNode", "a relationship", a[0]);
    return Value{run.graph.target(a[0].relationship())};
}

template <bool Out, bool In>
Value degree(Run& run, Arguments a) {
    if (!a[0].is(Kind::node)) wrong_argument("degree", "a node", a[0]);
    const NodeId node = a[0].node();
    return Value{(Out ? run.graph.out_degree(node) : 0) + (In ? run.graph.in_degree(node) : 0)};
}

constexpr TypeSet holders = only(node) | only(relationship) | only(map);
constexpr std::array<Function, 14> table{{
    {"labels", 1, 1, only(node), {list, string}, labels_of},
    {"type", 1, 1, only(relationship), {string, any}, type_of},
    {"id", 1, 1, only(node) | only(relationship), {integer, any}, id_of},
    {"elementid", 1, 1, only(node) | only(relationship), {string, any}, element_id, "elementId"},
    {"keys", 1, 1, holders, {list, string}, keys_of},
    {"properties", 1, 1, holders, {map, any}, all_properties},
    {"nodes", 1, 1, only(path), {list, node}, nodes_of},
    {"relationships", 1, 1, only(path), {list, relationship}, relationships_of},
    {"length", 1, 1, only(path), {integer, any}, length_of},
    {"startnode", 1, 1, only(relationship), {node, any}, start_node, "startNode"},
    {"endnode", 1, 1, only(relationship), {node, any}, end_node, "endNode"},
    {"degree", 1, 1, only(node), {integer, any}, degree<true, true>},
    {"indegree", 1, 1, only(node), {integer, any}, degree<false, true>, "inDegree"},
    {"outdegree", 1, 1, only(node), {integer, any}, degree<true, false>, "outDegree"},
}};

}  // namespace

std::span<const Function> graph_functions() {
    return table;
}

}  // namespace entente::cypher
