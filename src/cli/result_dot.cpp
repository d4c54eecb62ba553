// The nodes and relationships of a query's rows as DOT.
//
// Looks come from the style of pictures: a node by its label, a relationship by its modality and polarity.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "cli/rows.hpp"
#include "entente/render.hpp"

namespace entente::cli {
namespace {

std::string name_of(const PropertyGraph& graph, NodeId node) {
    for (const std::string_view key : {"name", "title", "id"}) {
        const auto& value = graph.property(node, key);
        if (value.kind() == Value::Kind::string) return value.string();
    }
    const auto labels = graph.labels(node);
    return fmt::format("{} {}", labels.empty() ? "node" : graph.label_names()[labels.front()], number(node));
}

// shape=... style=... of the words in the style file.
std::string shape_of(const std::string& word) {
    if (word == "rounded") return "shape=box, style=\"filled,rounded\"";
    if (word == "plain") return "shape=box, style=\"\", peripheries=0";
    return fmt::format("shape={}, style=filled", word);
}

std::string node_look(const Style& style, const PropertyGraph& graph, NodeId node) {
    for (const LabelId label : graph.labels(node)) {
        for (const EntityType type :
             {EntityType::person, EntityType::organisation, EntityType::country, EntityType::place}) {
            std::string name(entente::name_of(type));
            name[0] = static_cast<char>(name[0] - 'a' + 'A');
            if (graph.label_names()[label] != name) continue;
            const Style::Entity& look = style.entities[static_cast<std::size_t>(type)];
            return fmt::format("{}, fillcolor=\"{}\", color=\"{}\", fontcolor=\"{}\"", shape_of(look.shape), look.fill,
                               look.border, look.text);
        }
    }
    return fmt::format("shape=ellipse, style=filled, fillcolor=white, color=\"{}\"", style.ink);
}

std::string edge_look(const Style& style, const PropertyGraph& graph, EdgeId edge) {
    const auto text = [&](std::string_view key) {
        const auto& value = graph.property(edge, key);
        return value.kind() == Value::Kind::string ? value.string() : std::string();
    };
    for (const Modality modality : {Modality::asserted, Modality::planned, Modality::possible, Modality::requested}) {
        if (text("modality") != entente::name_of(modality)) continue;
        const Style::Line& line = style.lines[static_cast<std::size_t>(modality)];
        const bool denied = text("polarity") == entente::name_of(Polarity::negative);
        return fmt::format(", style={}, color=\"{}\", fontcolor=\"{}\", arrowhead={}", line.line,
                           denied ? style.denial.colour : line.colour, denied ? style.denial.colour : line.colour,
                           (denied && style.denial.head != "none" ? style.denial.head : std::string()) + line.head);
    }
    return "";
}

}  // namespace

std::string result_dot(const cypher::Result& result, const PropertyGraph& graph) {
    const Style style = Style::built_in();
    std::set<NodeId> nodes;
    for (const NodeId node : result.nodes())
        nodes.insert(node);
    const auto edges = result.edges();
    for (const EdgeId edge : edges)
        nodes.insert({graph.source(edge), graph.target(edge)});
    if (nodes.empty()) {
        throw Error(Error::Kind::data, "the rows hold no nodes and no relationships to draw",
                    "RETURN them, or a path: MATCH p = (a)-[:BANS]->(b) RETURN p");
    }
    std::string out = fmt::format(
        "digraph result {{\n  graph [rankdir=LR, bgcolor=\"{}\"];\n  node [fontname=\"{}\", fontsize={}];\n"
        "  edge [fontname=\"{}\", fontsize={}];\n",
        style.background, style.font, style.entity_size, style.font, style.relation_size);
    for (const NodeId node : nodes) {
        out += fmt::format("  n{} [label=\"{}\", {}];\n", number(node), dot_label(name_of(graph, node)),
                           node_look(style, graph, node));
    }
    for (const EdgeId edge : edges) {
        std::string label = graph.type_names()[graph.type(edge)];
        std::ranges::transform(label, label.begin(), [](char c) {
            if (c == '_') return ' ';
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        });
        out += fmt::format("  n{} -> n{} [label=\"{}\"{}];\n", number(graph.source(edge)), number(graph.target(edge)),
                           dot_label(label), edge_look(style, graph, edge));
    }
    return out + "}\n";
}

}  // namespace entente::cli
