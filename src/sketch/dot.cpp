// Trees in DOT.
//
// Graphviz sets heads above their dependents; `ordering=out` keeps dependents in the order of the text.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "entente/sketch.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

std::string node(const Document& document, std::uint32_t token) {
    std::string label = dot_label(printable(document.form(token)));
    if (token < document.tags.size()) label += fmt::format("\\n{}", name(document.tags[token].upos));
    return fmt::format("  n{} [label=\"{}\"];\n", token, label);
}

std::string edge(const Document& document, std::uint32_t token) {
    const Arc& arc = document.arcs[token];
    if (arc.head == token) return {};
    return fmt::format("  n{} -> n{} [label=\" {} \"];\n", arc.head, token, name(arc.deprel));
}

}  // namespace

std::string to_dot(const Document& document, const Style& style) {
    std::string out = "digraph \"trees\" {\n";
    out +=
        fmt::format("  graph [ordering=\"out\" ranksep=\"0.35\" nodesep=\"0.15\" bgcolor=\"{}\"];\n", style.background);
    out +=
        fmt::format("  node [shape=\"plain\" margin=\"0.06\" fontname=\"{0}\" fontsize=\"{1}\" fontcolor=\"{2}\"];\n",
                    style.font, style.entity_size, style.ink);
    out +=
        fmt::format("  edge [arrowsize=\"0.6\" fontname=\"{0}\" fontsize=\"{1}\" fontcolor=\"{2}\" color=\"{2}\"];\n",
                    style.font, style.relation_size, style.ink);
    for (std::uint32_t token = 0; token < document.tokens.size(); ++token)
        out += node(document, token);
    for (std::uint32_t token = 0; token < document.arcs.size(); ++token)
        out += edge(document, token);
    return out + "}\n";
}

}  // namespace entente
