// Both forms in the hands of Boost.Graph.
// SPDX-License-Identifier: MIT
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <limits>

#include "catch.hpp"
#include "entente/graph.hpp"

using namespace entente;

namespace {

// a -> b -> c -> a, c -> d, and a slow road a -> c beside; e was there once.
MutableGraph roads() {
    MutableGraph graph;
    const NodeId a = graph.add_node(), b = graph.add_node(), c = graph.add_node(), d = graph.add_node();
    const NodeId e = graph.add_node();
    graph.add_edge(a, c, "ROAD", {{"hours", 9.0}});
    graph.add_edge(a, b, "ROAD", {{"hours", 1.0}});
    graph.add_edge(b, c, "ROAD", {{"hours", 2.0}});
    graph.add_edge(b, c, "ROAD", {{"hours", 3.0}});
    graph.add_edge(c, a, "ROAD", {{"hours", 1.0}});
    graph.add_edge(c, d, "ROAD", {{"hours", 4.0}});
    graph.add_edge(d, e, "ROAD", {{"hours", 1.0}});
    graph.remove(e);
    return graph;
}

template <typename Graph>
std::vector<double> hours_from_a(const Graph& graph) {
    const auto& boost_graph = graph.boost_graph();
    using Edge = typename Graph::Boost::edge_descriptor;
    const auto hours = boost::make_function_property_map<Edge, double>(
        [&](const Edge& edge) { return graph.property(graph.edge_of(edge), "hours").real(); });
    std::vector<double> distance(num_vertices(boost_graph));
    const auto index = get(boost::vertex_index, boost_graph);
    boost::dijkstra_shortest_paths(boost_graph, vertex(0, boost_graph),
                                   boost::weight_map(hours).vertex_index_map(index).distance_map(
                                       boost::make_iterator_property_map(distance.begin(), index)));
    return distance;
}

template <typename Graph>
std::vector<int> strong_components(const Graph& graph) {
    const auto& boost_graph = graph.boost_graph();
    std::vector<int> component(num_vertices(boost_graph));
    const auto index = get(boost::vertex_index, boost_graph);
    boost::strong_components(boost_graph, boost::make_iterator_property_map(component.begin(), index),
                             boost::vertex_index_map(index));
    return component;
}

template <typename Graph>
std::vector<double> boost_page_rank(const Graph& graph) {
    const auto& boost_graph = graph.boost_graph();
    std::vector<double> rank(num_vertices(boost_graph));
    const auto index = get(boost::vertex_index, boost_graph);
    boost::graph::page_rank(boost_graph, boost::make_iterator_property_map(rank.begin(), index),
                            boost::graph::n_iterations(20), 0.85, num_vertices(boost_graph));
    return rank;
}

}  // namespace

// Boost gives its compressed graph in_edges() and in_degree(), but forgets degree(): so it is no full
// BidirectionalGraph.
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<FrozenGraph::Boost>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<FrozenGraph::Boost>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<FrozenGraph::Boost>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<FrozenGraph::Boost>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<MutableGraph::Boost>));

TEST_CASE("Dijkstra finds the quick way in both forms") {
    const MutableGraph changing = roads();
    const double never = std::numeric_limits<double>::max();
    CHECK(hours_from_a(changing) == std::vector{0.0, 1.0, 3.0, 7.0, never});
    CHECK(hours_from_a(freeze(changing)) == std::vector{0.0, 1.0, 3.0, 7.0});
}

TEST_CASE("A removed node stays in Boost's mutable graph as a vertex without edges") {
    const MutableGraph changing = roads();
    const std::vector<int> of = strong_components(changing);
    CHECK(of[0] == of[1]);
    CHECK(of[1] == of[2]);
    CHECK(of[3] != of[2]);
    CHECK(of[4] != of[3]);
    const std::vector<int> frozen = strong_components(freeze(changing));
    CHECK(frozen.size() == 4);
    CHECK(frozen[0] == frozen[2]);
    CHECK(frozen[3] != frozen[2]);
}

TEST_CASE("Boost's PageRank ranks both forms alike") {
    MutableGraph changing = roads();
    const FrozenGraph frozen = freeze(changing);
    const std::vector<double> a = boost_page_rank(MutableGraph(frozen)), b = boost_page_rank(frozen);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        CHECK(a[i] == Approx(b[i]));
}

TEST_CASE("Boost's in-edges of a frozen graph are ours") {
    const FrozenGraph graph = freeze(roads());
    for (const NodeId node : graph.nodes()) {
        std::vector<EdgeId> theirs;
        for (auto [at, end] = in_edges(number(node), graph.boost_graph()); at != end; ++at) {
            theirs.push_back(graph.edge_of(*at));
            CHECK(source(*at, graph.boost_graph()) == number(graph.source(theirs.back())));
        }
        const EdgeRange ours = graph.in_edges(node);
        CHECK(theirs == std::vector<EdgeId>(ours.begin(), ours.end()));
    }
}
