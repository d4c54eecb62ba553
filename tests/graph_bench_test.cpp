// What a million edges cost: graph_test "[.bench]" in a release build.
// SPDX-License-Identifier: MIT
#include <malloc.h>

#include <ctime>
#include <iostream>
#include <random>

#include "catch.hpp"
#include "entente/graph.hpp"

using namespace entente;

namespace {

constexpr std::uint32_t node_total = 100'000, edge_total = 1'000'000;

double heap_mib() {
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / (1 << 20);
}

template <typename Deed>
void timed(const char* what, Deed deed) {
    const std::clock_t start = std::clock();  // of this process: others may be at work beside
    deed();
    std::cout << what << ": " << 1000 * (std::clock() - start) / CLOCKS_PER_SEC << " ms\n";
}

// Few nodes have most of the edges, as in the news.
std::uint32_t any_node(std::mt19937& dice) {
    const double x = static_cast<double>(dice()) / 4294967296.0;
    return static_cast<std::uint32_t>(x * x * x * node_total);
}

template <typename Graph>
void fill(Graph& graph, bool labelled) {
    static constexpr std::string_view types[] = {"BANS", "OWNS", "LEADS", "MEETS", "SUES"};
    for (std::uint32_t i = 0; i < node_total; ++i)
        labelled ? graph.add_node({"Node"}) : graph.add_node();
    std::mt19937 dice{1};
    for (std::uint32_t i = 0; i < edge_total; ++i) {
        const NodeId from{any_node(dice)}, to{any_node(dice)};
        graph.add_edge(from, to, types[dice() % 5]);
    }
}

std::uint64_t two_hops(const PropertyGraph& graph) {
    std::uint64_t found = 0;
    for (const NodeId node : graph.nodes()) {
        for (const EdgeId edge : graph.out_edges(node))
            found += graph.out_degree(graph.target(edge));
    }
    return found;
}

std::uint64_t typed_in_edges(const PropertyGraph& graph, TypeId type) {
    std::uint64_t found = 0;
    for (const NodeId node : graph.nodes()) {
        for (const EdgeId edge : graph.in_edges(node, type))
            found += number(graph.source(edge));
    }
    return found;
}

void measure(const PropertyGraph& graph) {
    std::uint64_t sum = 0;
    timed("  all two-step ends", [&] { sum += two_hops(graph); });
    timed("  in-edges of a type", [&] { sum += typed_in_edges(graph, TypeId{2}); });
    CHECK(sum > 0);
}

}  // namespace

TEST_CASE("A million edges between a hundred thousand nodes", "[.bench]") {
    const double before = heap_mib();
    GraphBuilder builder;
    timed("builder", [&] { fill(builder, false); });
    const double built = heap_mib();
    std::cout << "  " << built - before << " MiB\n";
    std::vector<FrozenGraph> frozen;
    frozen.reserve(1);
    timed("freeze", [&] { frozen.push_back(freeze(builder)); });
    std::cout << "  " << heap_mib() - built << " MiB\n";
    CHECK(heap_mib() - built < 26);
    measure(frozen.front());

    const double thawed_from = heap_mib();
    MutableGraph changing;
    timed("mutable", [&] { fill(changing, false); });
    std::cout << "  " << heap_mib() - thawed_from << " MiB\n";
    measure(changing);
    timed("its greatest hub removed", [&] { changing.remove(NodeId{0}); });

    const double unlabelled = heap_mib();
    GraphBuilder labelled;
    fill(labelled, true);
    const double collected = heap_mib();
    const FrozenGraph with_labels = freeze(labelled);
    std::cout << "frozen with a label a node: " << heap_mib() - collected << " MiB\n";
    CHECK(collected > unlabelled);
    timed("edge property set", [&] {
        const FrozenGraph& graph = with_labels;
        MutableGraph more(graph);
        for (const EdgeId edge : graph.edges())
            more.set(edge, "n", number(edge) % 1000);
    });
}
