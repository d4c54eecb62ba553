// A property graph, in two forms.
// SPDX-License-Identifier: MIT
#include "entente/graph.hpp"

#include <cmath>
#include <sstream>

#include "catch.hpp"
#include "entente/text/error.hpp"

using namespace entente;

namespace {

std::string printed(const Value& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

std::vector<EdgeId> listed(EdgeRange edges) {
    return {edges.begin(), edges.end()};
}

template <typename Range>
std::vector<NodeId> listed_nodes(Range&& nodes) {
    std::vector<NodeId> all;
    for (const NodeId node : nodes)
        all.push_back(node);
    return all;
}

// Norway and Sweden ban Telmar, Norway twice; Telmar owns Quell and, by a slip of a newspaper, itself.
template <typename Graph>
struct Sample {
    Graph graph;
    NodeId norway = graph.add_node({"Country"}, {{"name", "Norway"}, {"aliases", List{"Norge", "Noreg"}}});
    NodeId sweden = graph.add_node({"Country", "Kingdom"}, {{"name", "Sweden"}});
    NodeId telmar = graph.add_node({"Organisation"}, {{"name", "Telmar"}, {"founded", 1987}});
    NodeId quell = graph.add_node();
    EdgeId owns = graph.add_edge(telmar, quell, "OWNS", {{"share", 0.5}});
    EdgeId bans = graph.add_edge(norway, telmar, "BANS", {{"belief", 0.9}});
    EdgeId owns_itself = graph.add_edge(telmar, telmar, "OWNS");
    EdgeId criticises = graph.add_edge(norway, telmar, "CRITICISES");
    EdgeId bans_too = graph.add_edge(sweden, telmar, "BANS");
    EdgeId bans_again = graph.add_edge(norway, telmar, "BANS", {{"belief", 0.4}});
};

// What must hold in either form; edges are told apart by type and belief, as freezing numbers them anew.
void check_sample(const PropertyGraph& graph) {
    const NodeId norway{0}, sweden{1}, telmar{2}, quell{3};
    CHECK(graph.node_count() == 4);
    CHECK(graph.edge_count() == 6);
    CHECK(listed_nodes(graph.nodes()) == std::vector{norway, sweden, telmar, quell});
    CHECK(listed_nodes(graph.nodes("Country")) == std::vector{norway, sweden});
    CHECK(graph.nodes("Planet").empty());
    CHECK(graph.labels(sweden).size() == 2);
    CHECK(graph.labels(quell).empty());
    CHECK(graph.has_label(sweden, *graph.label_names().find("Kingdom")));
    CHECK_FALSE(graph.has_label(norway, *graph.label_names().find("Kingdom")));

    CHECK(graph.property(norway, "name") == "Norway");
    CHECK(graph.property(norway, "aliases") == List{"Norge", "Noreg"});
    CHECK(graph.property(telmar, "founded") == 1987);
    CHECK(graph.property(telmar, "aliases").is_null());
    CHECK(graph.property(telmar, "no such key").is_null());
    CHECK(graph.keys(telmar).size() == 2);
    CHECK(graph.keys(quell).empty());

    const TypeId bans = *graph.type_names().find("BANS");
    const EdgeRange banned = graph.out_edges(norway, bans);
    REQUIRE(banned.size() == 2);
    CHECK(graph.property(banned[0], "belief") == 0.9);
    CHECK(graph.property(banned[1], "belief") == 0.4);
    CHECK(graph.target(banned[0]) == telmar);
    CHECK(graph.out_edges(norway).size() == 3);
    CHECK(graph.out_edges(quell).empty());
    CHECK(graph.out_edges(quell, bans).empty());

    const EdgeRange banned_by = graph.in_edges(telmar, bans);
    REQUIRE(banned_by.size() == 3);
    CHECK(graph.source(banned_by[0]) == norway);
    CHECK(graph.source(banned_by[2]) == sweden);
    CHECK(graph.in_degree(telmar) == 5);
    CHECK(graph.out_degree(telmar) == 2);
    CHECK(graph.degree(telmar) == 7);
    CHECK(graph.in_edges(telmar, *graph.type_names().find("OWNS")).size() == 1);
}

}  // namespace

TEST_CASE("Values print themselves as openCypher writes them") {
    CHECK(printed({}) == "null");
    CHECK(printed(true) == "true");
    CHECK(printed(-3) == "-3");
    CHECK(printed(1.0) == "1.0");
    CHECK(printed(2.5e300) == "2.5e+300");
    CHECK(printed("it's") == "'it\\'s'");
    CHECK(printed(List{1, "a", List{}, Value{}}) == "[1, 'a', [], null]");
}

TEST_CASE("A value equals values of its own kind and content only") {
    CHECK(Value{1} == Value{1});
    CHECK_FALSE(Value{1} == Value{1.0});
    CHECK_FALSE(Value{1} == Value{true});
    CHECK_FALSE(Value{"1"} == Value{1});
    CHECK(Value{} == Value{});
    CHECK(Value{List{1, 2}} == Value{List{1, 2}});
    CHECK_FALSE(Value{List{1, 2}} == Value{List{2, 1}});
    CHECK(Value{std::nan("")} == Value{std::nan("")});
    CHECK(Value{List{1, "a"}}.hash() == Value{List{1, "a"}}.hash());
}

TEST_CASE("Every distinct value is kept once") {
    Values values;
    const ValueId norway = values.intern("Norway");
    CHECK(values.intern({}) == ValueId::null);
    for (int i = 0; i < 1000; ++i)
        values.intern(i);
    CHECK(values.intern("Norway") == norway);
    CHECK(values.size() == 1002);
    CHECK(values[norway] == "Norway");
}

TEST_CASE("A sparse column answers like a full one") {
    Column column;
    column.set(3, ValueId{7});
    column.set(90, ValueId{8});
    for (int compacted = 0; compacted < 2; ++compacted, column.compact()) {
        CHECK(column.at(3) == ValueId{7});
        CHECK(column.at(4) == ValueId::null);
        CHECK(column.at(90) == ValueId{8});
        CHECK(column.at(91) == ValueId::null);
    }
    column.set(4, ValueId{9});
    CHECK(column.at(3) == ValueId{7});
    CHECK(column.at(4) == ValueId{9});
    CHECK(column.at(90) == ValueId{8});
}

TEST_CASE("Both forms keep labels, properties, parallel edges and self loops") {
    SECTION("mutable") {
        check_sample(Sample<MutableGraph>{}.graph);
    }
    SECTION("frozen from a mutable one") {
        check_sample(freeze(Sample<MutableGraph>{}.graph));
    }
    SECTION("frozen from a builder") {
        check_sample(freeze(Sample<GraphBuilder>{}.graph));
    }
    SECTION("frozen again") {
        check_sample(freeze(freeze(Sample<GraphBuilder>{}.graph)));
    }
    SECTION("mutable from a frozen one") {
        check_sample(MutableGraph(freeze(Sample<GraphBuilder>{}.graph)));
    }
    SECTION("a copy") {
        const FrozenGraph frozen = freeze(Sample<GraphBuilder>{}.graph);
        const FrozenGraph copy = frozen;
        check_sample(copy);
    }
}

TEST_CASE("A frozen graph numbers edges by source, type and target") {
    const FrozenGraph graph = freeze(Sample<GraphBuilder>{}.graph);
    const NodeId telmar{2};
    CHECK(listed(graph.out_edges(NodeId{0})) == std::vector{EdgeId{0}, EdgeId{1}, EdgeId{2}});
    CHECK(listed(graph.out_edges(telmar)) == std::vector{EdgeId{4}, EdgeId{5}});
    CHECK(graph.target(EdgeId{4}) == telmar);
}

TEST_CASE("An empty graph answers too") {
    const MutableGraph changing;
    const FrozenGraph frozen = freeze(changing);
    for (const PropertyGraph* graph :
         {static_cast<const PropertyGraph*>(&changing), static_cast<const PropertyGraph*>(&frozen)}) {
        CHECK(graph->node_count() == 0);
        CHECK(graph->edge_count() == 0);
        CHECK(listed_nodes(graph->nodes()).empty());
        CHECK_FALSE(graph->contains(NodeId{0}));
        CHECK_FALSE(graph->contains(EdgeId{0}));
    }
    CHECK(num_vertices(frozen.boost_graph()) == 0);
    CHECK(FrozenGraph{}.node_count() == 0);
}

TEST_CASE("A node may have no edges at all") {
    GraphBuilder builder;
    builder.add_node({"Country"});
    builder.add_node({"Country"});
    const FrozenGraph graph = freeze(builder);
    CHECK(graph.nodes("Country").size() == 2);
    CHECK(graph.out_edges(NodeId{1}).empty());
    CHECK(graph.in_edges(NodeId{1}).empty());
}

TEST_CASE("A removed edge is gone and leaves its parallels") {
    Sample<MutableGraph> sample;
    MutableGraph& graph = sample.graph;
    graph.remove(sample.bans);
    CHECK(graph.edge_count() == 5);
    CHECK_FALSE(graph.contains(sample.bans));
    CHECK(graph.property(sample.bans, "belief").is_null());
    CHECK(listed(graph.out_edges(sample.norway)) == std::vector{sample.bans_again, sample.criticises});
    CHECK(graph.in_degree(sample.telmar) == 4);
    CHECK(num_edges(graph.boost_graph()) == 5);
    CHECK_THROWS_AS(graph.remove(sample.bans), Error);
    CHECK_THROWS_AS(graph.set(sample.bans, "belief", 1.0), Error);
}

TEST_CASE("A removed node takes its edges along, and ids stay") {
    Sample<MutableGraph> sample;
    MutableGraph& graph = sample.graph;
    graph.remove(sample.telmar);
    CHECK(graph.node_count() == 3);
    CHECK(graph.node_bound() == 4);
    CHECK(graph.edge_count() == 0);
    CHECK_FALSE(graph.contains(sample.telmar));
    CHECK(graph.nodes("Organisation").empty());
    CHECK(graph.labels(sample.telmar).empty());
    CHECK(graph.keys(sample.telmar).empty());
    CHECK(graph.out_edges(sample.norway).empty());
    CHECK(graph.property(sample.sweden, "name") == "Sweden");
    CHECK(num_vertices(graph.boost_graph()) == 4);
    CHECK(num_edges(graph.boost_graph()) == 0);
    CHECK(graph.add_node() == NodeId{4});
    CHECK_THROWS_AS(graph.remove(sample.telmar), Error);
    CHECK_THROWS_AS(graph.add_edge(sample.norway, sample.telmar, "BANS"), Error);
}

TEST_CASE("Freezing closes the gaps and keeps the order") {
    Sample<MutableGraph> sample;
    sample.graph.remove(sample.norway);
    const FrozenGraph graph = freeze(sample.graph);
    CHECK(graph.node_bound() == 3);
    CHECK(graph.property(NodeId{0}, "name") == "Sweden");
    CHECK(listed_nodes(graph.nodes("Organisation")) == std::vector{NodeId{1}});
    CHECK(graph.edge_bound() == 3);
    CHECK(graph.source(EdgeId{0}) == NodeId{0});
    CHECK(graph.property(EdgeId{2}, "share") == 0.5);
}

TEST_CASE("Properties and labels change") {
    Sample<MutableGraph> sample;
    MutableGraph& graph = sample.graph;
    const Value& before = graph.property(sample.norway, "name");
    graph.set(sample.norway, "name", "Noreg");
    CHECK(graph.property(sample.norway, "name") == "Noreg");
    CHECK(before == "Norway");
    graph.set(sample.norway, "name", {});
    CHECK(graph.keys(sample.norway).size() == 1);

    graph.add_label(sample.norway, "Kingdom");
    graph.add_label(sample.norway, "Kingdom");
    CHECK(listed_nodes(graph.nodes("Kingdom")) == std::vector{sample.norway, sample.sweden});
    graph.remove_label(sample.norway, "Country");
    graph.remove_label(sample.norway, "Planet");
    CHECK(listed_nodes(graph.nodes("Country")) == std::vector{sample.sweden});
    CHECK(graph.labels(sample.norway).size() == 1);
}

TEST_CASE("Labels given twice count once") {
    GraphBuilder builder;
    const NodeId node = builder.add_node({"Country", "Country"});
    CHECK(builder.labels(node).size() == 1);
    CHECK(builder.nodes("Country").size() == 1);
}

TEST_CASE("An edge needs both its ends") {
    GraphBuilder builder;
    const NodeId node = builder.add_node();
    CHECK_THROWS_AS(builder.add_edge(node, NodeId{7}, "BANS"), Error);
    CHECK(builder.edge_count() == 0);
}
