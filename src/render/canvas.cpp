// DOT to the bytes of a picture.
//
// Three steps. The graph without its margins is laid out. The nodes of the margins are laid out by
// themselves, so that their sizes are known, and set in rows as wide as the picture. At last the whole graph
// is read again, takes these places, and is painted by the engine that moves nothing ("nop2"). So a legend
// never disturbs the graph that it explains.
// SPDX-License-Identifier: MIT
#include "render/canvas.hpp"

#include <fmt/core.h>
#include <gvc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

namespace entente::render {
namespace {

constexpr double gap = 12, arrow = 44, row_gap = 10;  // points

// cgraph's functions take char* for text that they do not change.
char* text(const char* constant) {
    return const_cast<char*>(constant);
}

std::string value(void* thing, const char* name) {
    const char* found = agget(thing, text(name));
    return found != nullptr ? found : "";
}

void set(void* thing, const char* name, const std::string& to) {
    agsafeset(thing, text(name), text(to.c_str()), text(""));
}

struct GraphEnd {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, GraphEnd>;

Graph read(const std::string& dot) {
    Graph graph(agmemread(dot.c_str()));
    if (graph == nullptr) throw NotDot("this is no DOT text that Graphviz can read");
    return graph;
}

template <typename Visit>
void each_node(Agraph_t* graph, Visit visit) {
    for (Agnode_t *next, *node = agfstnode(graph); node != nullptr; node = next) {
        next = agnxtnode(graph, node);
        visit(node);
    }
}

template <typename Visit>
void each_edge(Agraph_t* graph, Visit visit) {
    each_node(graph, [&](Agnode_t* node) {
        for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge))
            visit(edge);
    });
}

std::vector<Agraph_t*> margins(Agraph_t* graph) {
    std::vector<Agraph_t*> out;
    for (Agraph_t* part = agfstsubg(graph); part != nullptr; part = agnxtsubg(part)) {
        if (std::string_view(agnameof(part)).starts_with("margin")) out.push_back(part);
    }
    std::ranges::sort(out, {}, [](Agraph_t* part) { return AGSEQ(part); });  // cgraph orders them by address
    return out;
}

bool in_margin(const std::vector<Agraph_t*>& parts, Agnode_t* node) {
    return std::ranges::any_of(parts, [&](Agraph_t* part) { return agsubnode(part, node, 0) != nullptr; });
}

void lay_out(GVC_t* gvc, Agraph_t* graph, const std::string& engine) {
    set(graph, "layout", engine);  // what stands there counts for more than the argument
    if (gvLayout(gvc, graph, engine.c_str()) != 0) throw std::runtime_error("Graphviz cannot lay out this graph");
}

// What a layout has found, as text, by the names of nodes and edges.
struct Places {
    std::map<std::string, std::map<std::string, std::string>> nodes, edges;
    double left = 0, bottom = 0, right = 0, top = 0;
};

std::string edge_name(Agedge_t* edge) {
    const char* key = agnameof(edge);
    return fmt::format("{}>{}#{}", agnameof(agtail(edge)), agnameof(aghead(edge)), key != nullptr ? key : "");
}

// Lays out the nodes for which `wanted` holds.
template <typename Wanted>
Places places(GVC_t* gvc, const std::string& dot, const std::string& engine, bool straight, Wanted wanted) {
    const Graph graph = read(dot);
    const auto parts = margins(graph.get());
    each_node(graph.get(), [&](Agnode_t* node) {
        if (!wanted(in_margin(parts, node))) agdelnode(graph.get(), node);
    });
    for (Agraph_t* part : parts)
        agdelsubg(graph.get(), part);
    if (straight) set(graph.get(), "splines", "line");
    if (engine != "dot") set(graph.get(), "overlap", "prism");
    lay_out(gvc, graph.get(), engine);
    attach_attrs(graph.get());
    Places out;
    each_node(graph.get(), [&](Agnode_t* node) {
        for (const char* name : {"pos", "width", "height"})
            out.nodes[agnameof(node)][name] = value(node, name);
    });
    each_edge(graph.get(), [&](Agedge_t* edge) {
        for (const char* name : {"pos", "lp"})
            out.edges[edge_name(edge)][name] = value(edge, name);
    });
    std::sscanf(value(graph.get(), "bb").c_str(), "%lf,%lf,%lf,%lf", &out.left, &out.bottom, &out.right, &out.top);
    gvFreeLayout(gvc, graph.get());
    return out;
}

// Where margins stand: rows of nodes, centred under or over the picture.
class Rows {
  public:
    Rows(const Places& picture, const Places& sizes) : picture_(picture), sizes_(sizes) {
        width_ = std::max(picture.right - picture.left, 420.0);
        below_ = picture.bottom - gap;
        above_ = picture.top + gap;
    }

    void add(Agraph_t* part) {
        const bool above = std::string_view(agnameof(part)) == "margin_above";
        Row row;
        each_node(part, [&](Agnode_t* node) {
            const bool joined = !row.nodes.empty() && agedge(part, row.nodes.back(), node, nullptr, 0) != nullptr;
            const bool begins = agfstout(part, node) != nullptr;  // an arrow and what it points at stay together
            const double before = row.nodes.empty() ? 0 : joined ? arrow : gap;
            const double need = before + size(node, "width") + (begins ? arrow + 60 : 0);
            if (!joined && !row.nodes.empty() && row.width + need > width_) place(std::exchange(row, {}), above);
            row.nodes.push_back(node);
            row.left.push_back(row.nodes.size() == 1 ? 0 : row.width + before);
            row.width = row.left.back() + size(node, "width");
            row.height = std::max(row.height, size(node, "height"));
        });
        place(row, above);
    }

  private:
    struct Row {
        std::vector<Agnode_t*> nodes;
        std::vector<double> left;  // of each node, from the row's own left end
        double width = 0, height = 0;
    };

    [[nodiscard]] double size(Agnode_t* node, const char* name) const {
        return 72 * std::strtod(sizes_.nodes.at(agnameof(node)).at(name).c_str(), nullptr);
    }

    void place(const Row& row, bool above) {
        const double y = above ? above_ + row.height / 2 : below_ - row.height / 2;
        const double left = (picture_.left + picture_.right - row.width) / 2;
        for (std::size_t i = 0; i < row.nodes.size(); ++i) {
            const double x = left + row.left[i] + size(row.nodes[i], "width") / 2;
            set(row.nodes[i], "pos", fmt::format("{:.2f},{:.2f}", x, y));
        }
        (above ? above_ : below_) += above ? row.height + row_gap : -row.height - row_gap;
    }

    const Places& picture_;
    const Places& sizes_;
    double width_, below_, above_;
};

// The whole graph with every node and edge in its place.
void put_in_place(Agraph_t* graph, const Places& picture, const Places& margin) {
    each_node(graph, [&](Agnode_t* node) {
        const auto found = picture.nodes.find(agnameof(node));
        if (found != picture.nodes.end()) set(node, "pos", found->second.at("pos"));
    });
    each_edge(graph, [&](Agedge_t* edge) {
        const auto found = picture.edges.find(edge_name(edge));
        if (found == picture.edges.end()) return;
        set(edge, "pos", found->second.at("pos"));
        set(edge, "lp", found->second.at("lp"));
    });
    Rows rows(picture, margin);
    for (Agraph_t* part : margins(graph))
        rows.add(part);
}

// The engine that a graph asks for, if it is one of those that lay out. "nop" and plug-ins are none.
std::string engine_of(const Graph& graph, const std::string& wanted) {
    if (!wanted.empty()) return wanted;
    constexpr std::array<std::string_view, 6> known{"dot", "sfdp", "neato", "fdp", "circo", "twopi"};
    const std::string asked = value(graph.get(), "layout");
    return std::ranges::find(known, asked) == known.end() ? "dot" : asked;
}

std::string rendered(GVC_t* gvc, Agraph_t* graph, Picture picture) {
    const char* format = picture == Picture::svg ? "svg:svg:core" : picture == Picture::png ? "png:cairo" : "pdf";
    char* bytes = nullptr;
    unsigned size = 0;
    if (gvRenderData(gvc, graph, format, &bytes, &size) != 0 || bytes == nullptr) {
        throw std::runtime_error("Graphviz cannot write this kind of picture");
    }
    return {bytes, size};
}

}  // namespace

std::string paint(const std::string& dot, Picture picture, const Layout& layout) {
    GVC_t* gvc = gvContext();
    const Graph graph = read(dot);
    const std::string engine = engine_of(graph, layout.engine);
    if (picture == Picture::png) set(graph.get(), "dpi", "144");
    if (margins(graph.get()).empty()) {
        if (layout.straight) set(graph.get(), "splines", "line");
        lay_out(gvc, graph.get(), engine);
    } else {
        const Places middle = places(gvc, dot, engine, layout.straight, [](bool margin) { return !margin; });
        const Places margin = places(gvc, dot, "dot", false, [](bool in) { return in; });
        put_in_place(graph.get(), middle, margin);
        set(graph.get(), "overlap", "true");  // or it would push legend and picture apart
        set(graph.get(), "splines", "line");  // of the legend; all others have their curves
        lay_out(gvc, graph.get(), "nop2");
    }
    return rendered(gvc, graph.get(), picture);
}

std::string positions(const std::string& dot, const std::string& engine) {
    const Places found = places(gvContext(), dot, engine, true, [](bool margin) { return !margin; });
    std::string out;
    for (const auto& [node, attributes] : found.nodes) {
        double x = 0, y = 0;
        std::sscanf(attributes.at("pos").c_str(), "%lf,%lf", &x, &y);
        out += fmt::format("{} {:.1f} {:.1f}\n", node, x, y);
    }
    return out;
}

Contents contents(const std::string& dot) {
    const Graph graph = read(dot);
    return {static_cast<std::size_t>(agnnodes(graph.get())), static_cast<std::size_t>(agnedges(graph.get()))};
}

}  // namespace entente::render
