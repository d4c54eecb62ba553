// A graph to a picture.
//
//     KnowledgeGraph --select--> what is drawn --arrows, margin--> DOT --canvas, in a child--> bytes
//
// Where a layout fails a simpler one is tried: curves, then straight lines, then springs, which never fail in
// practice. Each attempt has half of the time that is left.
// SPDX-License-Identifier: MIT
#include "entente/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"
#include "render/arrows.hpp"
#include "render/canvas.hpp"
#include "render/child.hpp"
#include "render/looks.hpp"
#include "render/margin.hpp"
#include "render/selection.hpp"
#include "render/svg.hpp"

namespace entente {
namespace {

using render::Attributes;
using render::look_of;
using render::Outcome;
using render::Selection;

constexpr std::size_t name_width = 20;       // code points a line
constexpr std::size_t most_in_layers = 80;   // entities
constexpr std::size_t most_by_stress = 400;  // more take minutes

// Layers are the clearest for few, springs for many.
Arrangement chosen(const RenderOptions& options, const Selection& selection, const Style& style) {
    if (options.arrangement != Arrangement::automatic) return options.arrangement;
    if (selection.nodes.size() > most_in_layers) return Arrangement::springs;
    return style.direction == "down" ? Arrangement::down : Arrangement::right;
}

Attributes arranged(Arrangement how, const RenderOptions& options, std::size_t nodes) {
    switch (how) {
        case Arrangement::springs:
            if (nodes <= most_by_stress)
                return {{"layout", "neato"}, {"overlap", "prism"}, {"sep", "+16"}, {"splines", "true"}};
            return {{"layout", "sfdp"}, {"overlap", "prism"}, {"K", "1.6"}, {"splines", "line"}};
        case Arrangement::circle:
            return {{"layout", "circo"}, {"splines", "true"}};
        case Arrangement::rings:
            if (options.focus.empty()) return {{"layout", "twopi"}, {"overlap", "prism"}, {"splines", "true"}};
            return {{"layout", "twopi"},
                    {"overlap", "prism"},
                    {"splines", "true"},
                    {"root", fmt::format("n{}", options.focus.front())}};
        default:
            return {{"rankdir", how == Arrangement::down ? "TB" : "LR"}};
    }
}

std::string head(const Style& style, const RenderOptions& options, const Selection& selection) {
    const std::string font = style.fallback.empty() ? style.font : style.font + "," + style.fallback;
    const std::string title = options.title.empty() ? "Who does what to whom" : render::escaped_name(options.title);
    const Arrangement how = chosen(options, selection, style);
    Attributes graph = arranged(how, options, selection.nodes.size());
    graph.insert(graph.end(), {{"bgcolor", style.background},
                               {"fontname", font},
                               {"nodesep", "0.3"},
                               {"ranksep", "0.4"},
                               {"pad", "0.2"},
                               {"outputorder", "edgesfirst"}});
    return "digraph \"" + title + "\" {\n" + render::statement("graph", graph) +
           render::statement("node", {{"fontname", font},
                                      {"fontsize", fmt::format("{}", style.entity_size)},
                                      {"margin", "0.14,0.07"},
                                      {"height", "0.4"},
                                      {"penwidth", "1.2"}}) +
           render::statement("edge", {{"fontname", font},
                                      {"fontsize", fmt::format("{}", style.relation_size)},
                                      {"arrowsize", "0.8"}}) +
           (how == Arrangement::springs ? render::statement("edge", {{"len", "2.2"}}) : "");
}

std::string tooltip(const KnowledgeGraph::Node& node) {
    std::string out = fmt::format("{}: {}", name_of(node.type), node.name);
    if (!node.aliases.empty()) out += fmt::format("\nalso {}", fmt::join(node.aliases, ", "));
    return out +
           fmt::format("\nnamed in {} {}", node.documents.size(), node.documents.size() == 1 ? "article" : "articles");
}

std::string node_statement(const KnowledgeGraph::Node& node, std::uint32_t id, const Style& style,
                           const RenderOptions& options) {
    Attributes attributes{{"label", render::escaped_label(node.name, name_width)}};
    for (auto& attribute : look_of(style, node.type))
        attributes.push_back(std::move(attribute));
    if (std::ranges::find(options.focus, id) != options.focus.end()) attributes.emplace_back("penwidth", "3.5");
    attributes.emplace_back("tooltip", render::escaped_tooltip(tooltip(node)));
    return render::statement(fmt::format("n{}", id), attributes);
}

// Graphviz's own PDF bears the hour; the same number of bytes, for the file has a table of offsets.
std::string clean_pdf(std::string pdf) {
    constexpr std::string_view key = "/CreationDate (D:", fixed = "20000101000000";
    for (std::size_t at = pdf.find(key); at != std::string::npos; at = pdf.find(key, at + 1)) {
        if (at + key.size() + fixed.size() <= pdf.size()) pdf.replace(at + key.size(), fixed.size(), fixed);
    }
    return pdf;
}

// Runs in the child; no bytes at all stand for text that is not DOT.
std::string painted(const std::string& dot, Picture picture, const render::Layout& layout) {
    try {
        return render::paint(dot, picture, layout);
    } catch (const render::NotDot&) {
        return {};
    }
}

struct Attempt {
    render::Layout layout;
    std::string_view name;
};

Error failure(const Outcome& outcome, std::chrono::milliseconds time) {
    if (outcome.end == Outcome::End::late) {
        return {Error::Kind::busy,
                fmt::format("the graph was not laid out in {} s", static_cast<double>(time.count()) / 1000),
                "draw fewer entities"};
    }
    return {Error::Kind::internal, fmt::format("Graphviz failed: {}", printable(outcome.bytes)),
            "draw fewer entities, or write a .dot file and draw it with another program"};
}

}  // namespace

std::string to_dot(const KnowledgeGraph& knowledge, const Schema& schema, const Style& style,
                   const RenderOptions& options) {
    const Selection selection = render::select(knowledge, options);
    const render::Filter filter(knowledge, options);
    std::string out = head(style, options, selection);
    for (const auto node : selection.nodes)
        out += node_statement(knowledge.nodes()[node], node, style, options);
    for (const auto& arrow : render::arrows(knowledge, selection.edges, schema, options.parallel)) {
        out += render::arrow_statement(arrow, knowledge, schema, style, filter);
    }
    return out + render::margin(knowledge, selection, style, options) + "}\n";
}

Mark mark_of(const KnowledgeGraph::Edge& edge) {
    return edge.polarity == Polarity::negative ? Mark::denied : static_cast<Mark>(edge.modality);
}

std::string_view name_of(Mark mark) {
    return mark == Mark::denied ? "denied" : name_of(static_cast<Modality>(mark));
}

std::optional<Mark> mark(std::string_view name) {
    if (name == "denied") return Mark::denied;
    const auto found = modality(name);
    return found ? std::optional(static_cast<Mark>(*found)) : std::nullopt;
}

std::optional<Arrangement> arrangement(std::string_view name) {
    constexpr std::array<std::string_view, 6> names{"automatic", "right", "down", "springs", "circle", "rings"};
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Arrangement>(found - names.begin()));
}

std::string dot_label(std::string_view text) {
    return render::escaped_label(text);
}

std::optional<Picture> picture_for(const std::filesystem::path& path) {
    const std::string end = lower(path.extension().string());
    if (end == ".dot" || end == ".gv") return Picture::dot;
    if (end == ".svg") return Picture::svg;
    if (end == ".png") return Picture::png;
    if (end == ".pdf") return Picture::pdf;
    return std::nullopt;
}

Drawing draw(std::string_view dot, Picture picture, const Limits& limits) {
    if (picture == Picture::dot) return {std::string(dot), ""};
    static const std::array<Attempt, 3> attempts{
        {{{"", false}, ""}, {{"dot", true}, "dot with straight lines"}, {{"sfdp", true}, "sfdp with straight lines"}}};
    const std::string text(dot);
    auto left = limits.time;
    Outcome outcome;
    for (const Attempt& attempt : attempts) {
        const auto time = &attempt == &attempts.back() ? left : left / 2;
        left -= time;
        outcome = render::in_child([&] { return painted(text, picture, attempt.layout); }, time, limits.memory);
        if (outcome.end != Outcome::End::done) continue;
        if (outcome.bytes.empty()) throw Error(Error::Kind::data, "this is no DOT text that Graphviz can read");
        if (picture == Picture::svg) return {render::clean_svg(outcome.bytes), std::string(attempt.name)};
        if (picture == Picture::pdf) return {clean_pdf(std::move(outcome.bytes)), std::string(attempt.name)};
        return {std::move(outcome.bytes), std::string(attempt.name)};
    }
    throw failure(outcome, limits.time);
}

}  // namespace entente
