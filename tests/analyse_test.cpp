// Graph to numbers.
// SPDX-License-Identifier: MIT
#include "entente/analyse.hpp"

#include <numeric>

#include "catch.hpp"
#include "entente/graph.hpp"

using namespace entente;

namespace {

using Ends = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

MutableGraph graph_of(std::uint32_t nodes, const Ends& edges) {
    MutableGraph graph;
    for (std::uint32_t i = 0; i < nodes; ++i)
        graph.add_node();
    for (const auto& [from, to] : edges)
        graph.add_edge(NodeId{from}, NodeId{to}, "KNOWS");
    return graph;
}

double sum(const std::vector<double>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

void check_near(const std::vector<double>& found, const std::vector<double>& wanted) {
    REQUIRE(found.size() == wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        INFO("node " << i);
        CHECK(found[i] == Approx(wanted[i]).margin(1e-10));
    }
}

}  // namespace

TEST_CASE("Parallel edges count in the degree, a self loop twice") {
    const auto found = degrees(graph_of(3, {{0, 1}, {0, 1}, {1, 1}}));
    CHECK(found == std::vector<Degree>{{.in = 0, .out = 2}, {.in = 3, .out = 1}, {}});
    CHECK(found[1].total() == 4);
}

TEST_CASE("Components are numbered by their smallest node, whichever way edges point") {
    const Components found = components(graph_of(7, {{6, 0}, {5, 2}, {2, 3}, {4, 4}, {0, 6}}));
    CHECK(found.count == 4);
    CHECK(found.of == std::vector<std::uint32_t>{0, 1, 2, 2, 3, 2, 0});
}

TEST_CASE("A removed node is in no component and may part one in two") {
    MutableGraph graph = graph_of(3, {{0, 1}, {1, 2}});
    CHECK(components(graph).count == 1);
    graph.remove(NodeId{1});
    const Components found = components(graph);
    CHECK(found.count == 2);
    CHECK(found.of == std::vector<std::uint32_t>{0, no_component, 1});
}

TEST_CASE("PageRank of a node that points at a dead end") {
    // x = (1-d)/2 + d y/2, y = x + d x: so x = 1/(2+d), y = (1+d)/(2+d).
    check_near(page_rank(graph_of(2, {{0, 1}})), {1 / 2.85, 1.85 / 2.85});
}

TEST_CASE("PageRank goes each of parallel edges") {
    // b = c + one third more of a's share, solved by hand for damping 1/2 with b and c returning to a:
    // a = 1/6 + (b+c)/2, b = 1/6 + a/3, c = 1/6 + a/6, so a = 4/9, b = 17/54, c = 13/54.
    const MutableGraph graph = graph_of(3, {{0, 1}, {0, 1}, {0, 2}, {1, 0}, {2, 0}});
    check_near(page_rank(graph, {.damping = 0.5}), {4.0 / 9, 17.0 / 54, 13.0 / 54});
}

TEST_CASE("PageRank sums to one") {
    const Ends edges{{0, 1}, {0, 2}, {2, 2}, {3, 0}, {3, 1}, {4, 3}, {1, 4}};
    MutableGraph graph = graph_of(7, edges);
    CHECK(sum(page_rank(graph)) == Approx(1.0).epsilon(1e-12));
    graph.remove(NodeId{3});
    const std::vector<double> ranks = page_rank(graph);
    CHECK(ranks[3] == 0.0);
    CHECK(sum(ranks) == Approx(1.0).epsilon(1e-12));
}

TEST_CASE("PageRank stops after the rounds it is allowed") {
    const MutableGraph graph = graph_of(2, {{0, 1}});
    check_near(page_rank(graph, {.most_rounds = 0}), {0.5, 0.5});
    check_near(page_rank(graph, {.most_rounds = 1}), {0.2875, 0.7125});
}

TEST_CASE("Betweenness counts the shortest paths through a node") {
    // 0 -> 1 -> 2 -> 3: node 1 lies on 0-2 and 0-3, node 2 on 0-3 and 1-3.
    check_near(betweenness(graph_of(4, {{0, 1}, {1, 2}, {2, 3}})), {0, 2, 2, 0});
}

TEST_CASE("Betweenness shares ties, and parallel edges are one road") {
    const Ends square{{0, 1}, {0, 2}, {1, 3}, {2, 3}};
    check_near(betweenness(graph_of(4, square)), {0, 0.5, 0.5, 0});
    check_near(betweenness(graph_of(4, {{0, 1}, {0, 1}, {0, 1}, {0, 2}, {1, 3}, {2, 3}, {1, 1}})), {0, 0.5, 0.5, 0});
}

TEST_CASE("Betweenness counts more paths than 32 bits hold") {
    // A ladder of 40 squares: 2^40 shortest paths from end to end, half of them through either side of each
    // square.
    Ends ladder;
    for (std::uint32_t square = 0; square < 40; ++square) {
        const std::uint32_t at = square * 3;
        for (const std::uint32_t side : {at + 1, at + 2}) {
            ladder.emplace_back(at, side);
            ladder.emplace_back(side, at + 3);
        }
    }
    const std::vector<double> found = betweenness(graph_of(121, ladder));
    CHECK(found[58] == Approx(found[59]));
    // Of square 19: from any of the 58 nodes before to any of the 61 beyond half the paths, to and from
    // itself none.
    CHECK(found[58] == Approx(58 * 61 / 2.0));
}

TEST_CASE("A core number counts neighbours, not edges") {
    // A square with a diagonal, a tail of two, parallel edges and a loop in the tail.
    const FrozenGraph graph =
        freeze(graph_of(7, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 2}, {3, 4}, {4, 3}, {4, 5}, {4, 5}, {5, 5}}));
    CHECK(core_numbers(graph) == std::vector<std::uint32_t>{2, 2, 2, 2, 1, 1, 0});
}

TEST_CASE("Cliques that a single edge joins are communities") {
    Ends edges;
    for (const std::uint32_t first : {0U, 5U, 10U}) {
        for (std::uint32_t a = first; a < first + 5; ++a) {
            for (std::uint32_t b = a + 1; b < first + 5; ++b)
                edges.emplace_back(a, b);
        }
    }
    edges.insert(edges.end(), {{4, 5}, {9, 10}});
    const Communities found = communities(graph_of(16, edges));
    CHECK(found.count == 4);  // the last node is alone
    CHECK(found.of == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3});
    // 10 of 32 edges within each; strengths 21, 22 and 21 of 64.
    CHECK(found.modularity == Approx(30 / 32.0 - (21 * 21 + 22 * 22 + 21 * 21) / (64.0 * 64)));
}

TEST_CASE("A greater resolution gives smaller communities") {
    Ends ring;
    for (std::uint32_t i = 0; i < 60; ++i)
        ring.emplace_back(i, (i + 1) % 60);
    const FrozenGraph graph = freeze(graph_of(60, ring));
    CHECK(communities(graph, 0.2).count < communities(graph).count);
    CHECK(communities(graph).count < communities(graph, 8).count);
}

TEST_CASE("Both forms give the same bits") {
    Ends edges;
    std::uint32_t at = 1;
    for (int i = 0; i < 400; ++i) {
        const std::uint32_t next = (at * 48271U + 11U) % 65521U;
        edges.emplace_back(at % 60, next % 47);
        at = next;
    }
    const MutableGraph changing = graph_of(60, edges);
    const FrozenGraph frozen = freeze(changing);
    CHECK(page_rank(changing) == page_rank(frozen));
    CHECK(betweenness(changing) == betweenness(frozen));
    CHECK(components(changing).of == components(frozen).of);
    CHECK(degrees(changing) == degrees(frozen));
    CHECK(core_numbers(changing) == core_numbers(frozen));
    CHECK(communities(changing).of == communities(frozen).of);
}

TEST_CASE("An empty graph has no numbers") {
    const FrozenGraph none;
    CHECK(degrees(none).empty());
    CHECK(components(none).count == 0);
    CHECK(page_rank(none).empty());
    CHECK(betweenness(none).empty());
    CHECK(core_numbers(none).empty());
    CHECK(communities(none).count == 0);
}
