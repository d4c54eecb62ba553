// The two forms agree on any graph.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <random>
#include <sstream>

#include "catch.hpp"
#include "entente/graph.hpp"

using namespace entente;

namespace {

// std::uniform_int_distribution differs between libraries; this does not.
struct Dice {
    std::mt19937 engine;
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(engine() % n); }
    bool one_in(std::uint32_t n) { return below(n) == 0; }
};

NodeId any_node(const MutableGraph& graph, Dice& dice) {
    NodeId node{};
    do
        node = NodeId{dice.below(graph.node_bound())};
    while (!graph.contains(node));
    return node;
}

void change(MutableGraph& graph, Dice& dice) {
    static constexpr std::string_view labels[] = {"A", "B", "C"}, types[] = {"R", "S", "T", "U"}, keys[] = {"x", "y"};
    const NodeId node = any_node(graph, dice);
    switch (dice.below(12)) {
        case 0:
            graph.add_node({labels[dice.below(3)], labels[dice.below(3)]});
            break;
        case 1:
            graph.set(node, keys[dice.below(2)], dice.below(9));
            break;
        case 2:
            graph.add_label(node, labels[dice.below(3)]);
            break;
        case 3:
            graph.remove_label(node, labels[dice.below(3)]);
            break;
        case 4:
            if (graph.node_count() > 5 && dice.one_in(3)) graph.remove(node);
            break;
        case 5:
            if (graph.out_degree(node) > 0) graph.remove(graph.out_edges(node)[dice.below(graph.out_degree(node))]);
            break;
        default:
            graph.add_edge(node, any_node(graph, dice), types[dice.below(4)], {{"n", graph.edge_bound()}});
    }
}

MutableGraph random_graph(std::uint32_t seed) {
    Dice dice{std::mt19937{seed}};
    MutableGraph graph;
    graph.add_node();
    for (int step = 0; step < 400; ++step)
        change(graph, dice);
    return graph;
}

// All that the read interface says, with nodes and edges told by rank and by property, not by id.
std::string told(const PropertyGraph& graph) {
    std::vector<std::uint32_t> rank(graph.node_bound());
    std::uint32_t next = 0;
    for (const NodeId node : graph.nodes())
        rank[number(node)] = next++;
    std::ostringstream out;
    const auto tell = [&](const char* what, EdgeRange edges) {
        out << what << edges.size();
        for (const EdgeId edge : edges) {
            out << ' ' << graph.type_names()[graph.type(edge)] << rank[number(graph.source(edge))] << '>'
                << rank[number(graph.target(edge))] << graph.property(edge, "n");
        }
    };
    for (const NodeId node : graph.nodes()) {
        out << "\nnode " << rank[number(node)];
        for (const LabelId label : graph.labels(node))
            out << ':' << graph.label_names()[label];
        for (const KeyId key : graph.keys(node))
            out << ' ' << graph.key_names()[key] << '=' << graph.property(node, key);
        tell("\n out ", graph.out_edges(node));
        tell("\n in ", graph.in_edges(node));
        for (std::uint32_t type = 0; type < graph.type_names().size(); ++type) {
            tell("\n  out ", graph.out_edges(node, TypeId{type}));
            tell("\n  in ", graph.in_edges(node, TypeId{type}));
        }
    }
    for (std::uint32_t label = 0; label < graph.label_names().size(); ++label) {
        out << "\nlabel " << graph.label_names()[LabelId{label}];
        for (const NodeId node : graph.nodes(LabelId{label}))
            out << ' ' << rank[number(node)];
    }
    out << '\n' << graph.node_count() << ' ' << graph.edge_count() << '\n';
    return out.str();
}

// Out-edges, in-edges and those of one type, counted by looking at every edge.
void check_against_all_edges(const PropertyGraph& graph) {
    for (const NodeId node : graph.nodes()) {
        for (std::uint32_t type = 0; type < graph.type_names().size(); ++type) {
            std::uint32_t out = 0, in = 0;
            for (const EdgeId edge : graph.edges()) {
                if (graph.type(edge) != TypeId{type}) continue;
                out += graph.source(edge) == node;
                in += graph.target(edge) == node;
            }
            REQUIRE(graph.out_edges(node, TypeId{type}).size() == out);
            REQUIRE(graph.in_edges(node, TypeId{type}).size() == in);
        }
    }
}

}  // namespace

TEST_CASE("A frozen graph says what the mutable one said, whatever happened to it") {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        INFO("seed " << seed);
        const MutableGraph changing = random_graph(seed);
        const std::string all = told(changing);
        const FrozenGraph frozen = freeze(changing);
        REQUIRE(told(frozen) == all);
        REQUIRE(told(MutableGraph(frozen)) == all);
        REQUIRE(told(MutableGraph(changing)) == all);
        REQUIRE(num_edges(changing.boost_graph()) == changing.edge_count());
    }
}

TEST_CASE("Edges of a node are all of its edges") {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        INFO("seed " << seed);
        const MutableGraph changing = random_graph(seed);
        check_against_all_edges(changing);
        check_against_all_edges(freeze(changing));
    }
}
