// openCypher over a property graph: what the compatibility kit does not ask.
// SPDX-License-Identifier: MIT
#include "entente/cypher.hpp"

#include <string>

#include "catch.hpp"
#include "entente/graph.hpp"

using namespace entente;
using cypher::Session;

namespace {

// Two countries, three companies; parallel edges are kept.
MutableGraph news() {
    MutableGraph graph;
    const NodeId norway = graph.add_node({"Country"}, {{"name", "Norway"}, {"wikidata", "Q20"}});
    const NodeId chile = graph.add_node({"Country"}, {{"name", "Chile"}});
    const NodeId telmar = graph.add_node({"Organisation"}, {{"name", "Telmar"}, {"mentions", 7}});
    const NodeId orsava = graph.add_node({"Organisation"}, {{"name", "Orsava Ports"}, {"mentions", 3}});
    graph.add_node({"Organisation"}, {{"name", "Velibor"}});
    graph.add_edge(norway, telmar, "BANS", {{"modality", "asserted"}});
    graph.add_edge(norway, telmar, "BANS", {{"modality", "planned"}});
    graph.add_edge(chile, orsava, "BANS", {{"modality", "asserted"}});
    graph.add_edge(telmar, orsava, "OWNS");
    graph.add_edge(orsava, chile, "PAYS");
    return graph;
}

std::string text(const cypher::Result& result, const PropertyGraph& graph) {
    std::string out;
    for (const auto& row : result.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            out += (i == 0 ? "" : ", ") + cypher::to_text(row[i], graph);
        out += "\n";
    }
    return out;
}

std::string answer(std::string_view query, const cypher::Options& options = {}) {
    MutableGraph graph = news();
    Session session(static_cast<const PropertyGraph&>(graph));
    return text(session.run(query, options), graph);
}

std::string fault(std::string_view query, const cypher::Options& options = {}) {
    try {
        return "no error: " + answer(query, options);
    } catch (const Error& error) {
        return error.what();
    }
}

bool contains(const std::string& text, std::string_view part) {
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Parallel edges are counted one by one, named or not") {
    CHECK(answer("MATCH (:Country {name: 'Norway'})-[r:BANS]->(o) RETURN count(r), count(*)") == "2, 2\n");
    CHECK(answer("MATCH (:Country {name: 'Norway'})-[:BANS]->(o) RETURN count(*)") == "2\n");
    CHECK(answer("MATCH (:Country {name: 'Norway'})-->(o) RETURN count(*), count(DISTINCT o)") == "2, 1\n");
}

TEST_CASE("A frozen graph answers like a mutable one") {
    const FrozenGraph graph = freeze(news());
    Session session(graph);
    const auto result = session.run(
        "MATCH (c:Country)-[r:BANS]->(o) WHERE r.modality = 'asserted' "
        "RETURN c.name AS name, o.name ORDER BY name");
    CHECK(text(result, graph) == "'Chile', 'Orsava Ports'\n'Norway', 'Telmar'\n");
    CHECK(result.columns == std::vector<std::string>{"name", "o.name"});
}

TEST_CASE("An error says where, what was expected and what was perhaps meant") {
    const std::string syntax = fault("MATCH (n) RETRUN n");
    contains(syntax, "query:1:11: error: 'RETRUN', expected");
    contains(syntax, "did you mean RETURN?");
    contains(syntax, "\n    MATCH (n) RETRUN n\n              ^");
    contains(fault("MATCH (country) RETURN contry"), "did you mean 'country'?");
    contains(fault("RETURN toUper('a')"), "did you mean 'toUpper'?");
    contains(fault("CALL entente.pagernk()"), "did you mean 'entente.pagerank'?");
    contains(fault("RETURN ‘text’"), "are not quotes");
    contains(fault(""), "the query is empty");
}

TEST_CASE("A query that would write is refused where the graph is read-only") {
    contains(fault("MATCH (n) DETACH DELETE n"), "read-only");
    contains(fault("CREATE (n)"), "--write");
}

TEST_CASE("A query that fails leaves the graph as it was") {
    MutableGraph graph = news();
    Session session(graph);
    CHECK_THROWS_AS((void)session.run("CREATE (n:New) SET n.list = [{a: 1}]"), cypher::QueryError);
    CHECK(graph.node_count() == 5);
    const auto result = session.run("MATCH (n:Organisation) SET n.seen = true");
    CHECK(result.changes.properties_set == 3);
    CHECK(result.rows.empty());
}

TEST_CASE("A parameter is a value, whatever it holds") {
    cypher::Options options;
    options.parameters["name"] = cypher::Value{"x' WITH true AS t MATCH (n) DETACH DELETE n //"};
    CHECK(answer("MATCH (n {name: $name}) RETURN n", options).empty());
    contains(fault("RETURN $nam", options), "did you mean $name?");
}

TEST_CASE("Shortest paths are found from both ends") {
    CHECK(answer("MATCH (a {name: 'Norway'}), (b {name: 'Chile'}) MATCH p = shortestPath((a)-[*]->(b)) "
                 "RETURN [n IN nodes(p) | n.name]") == "['Norway', 'Telmar', 'Orsava Ports', 'Chile']\n");
    CHECK(answer("MATCH (a {name: 'Norway'}), (b {name: 'Chile'}) RETURN length(shortestPath((a)-[*..2]->(b)))") ==
          "null\n");
    CHECK(answer("MATCH (a {name: 'Norway'}), (b {name: 'Orsava Ports'}) "
                 "MATCH p = allShortestPaths((b)<-[*]-(a)) RETURN count(p)") == "2\n");
}

TEST_CASE("Limits hold: time, rows, memory, depth, and the user's stop") {
    cypher::Options options;
    options.limits.time = std::chrono::milliseconds(20);
    contains(fault("UNWIND range(1, 100000000) AS x RETURN count(x)",
                   [] {
                       cypher::Options o;
                       o.limits.memory = 1 << 20;
                       return o;
                   }()),
             "MiB");
    contains(fault("UNWIND range(1, 20000) AS x UNWIND range(1, 20000) AS y RETURN count(*)", options), "ran longer");
    cypher::Options rows;
    rows.limits.rows = 10;
    contains(fault("UNWIND range(1, 20) AS x RETURN x", rows), "more than 10 rows");
    const std::atomic<bool> stop = true;
    cypher::Options stopped;
    stopped.stop = &stop;
    contains(fault("UNWIND range(1, 20000) AS x RETURN count(x)", stopped), "stopped");
}

TEST_CASE("Brackets a hundred thousand deep are an error, long chains are none") {
    const auto repeated = [](std::string_view part, std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i)
            out += part;
        return out;
    };
    for (const std::string_view part : {"(", "[", "{a: ", "abs(", "NOT (", "CASE WHEN ", "[x IN ", "-(", "a."}) {
        const std::string found = fault("RETURN " + repeated(part, 100'000));
        INFO(part);
        CHECK(
            (found.find("nested more than") != std::string::npos || found.find("NestingTooDeep") != std::string::npos));
    }
    CHECK(answer("RETURN " + repeated("NOT ", 100'000) + "true") == "true\n");
    CHECK(answer("RETURN 1" + repeated(" + 1", 99'999)) == "100000\n");
    CHECK(answer("RETURN false" + repeated(" OR false", 100'000)) == "false\n");
}

TEST_CASE("EXPLAIN shows the plan and runs nothing, PROFILE counts rows") {
    MutableGraph graph = news();
    Session session(graph);
    const auto plan = session.run("EXPLAIN MATCH (c:Country)-[:BANS]->(o) RETURN o.name");
    REQUIRE(plan.plan);
    CHECK(plan.rows.empty());
    CHECK(plan.plan->name == "Project");
    const auto profile = session.run("PROFILE MATCH (c:Country)-[:BANS]->(o) RETURN o.name");
    CHECK(profile.rows.size() == 3);
    CHECK(profile.plan->rows == 3);
}

TEST_CASE("A result knows the nodes and edges that it holds") {
    const FrozenGraph graph = freeze(news());
    Session session(graph);
    const auto result = session.run("MATCH p = (:Country {name: 'Chile'})-[:BANS]->() RETURN {path: [p]}");
    CHECK(result.nodes() == std::vector<NodeId>{NodeId{1}, NodeId{3}});
    CHECK(result.edges().size() == 1);
}

TEST_CASE("A misspelt label is warned of, not an error") {
    const FrozenGraph graph = freeze(news());
    Session session(graph);
    const auto result = session.run("MATCH (c:Contry)-[:BAN]->({nam: 1}) RETURN c");
    CHECK(result.rows.empty());
    REQUIRE(result.warnings.size() == 3);
    contains(result.warnings[0], "label 'Contry'; did you mean 'Country'?");
    contains(result.warnings[2], "type 'BAN'; did you mean 'BANS'?");
    CHECK(session.run("MATCH (a:Country)-[*]->(b) RETURN a, b").warnings.size() == 1);
}

TEST_CASE("Values are written as openCypher and as JSON") {
    const FrozenGraph graph = freeze(news());
    Session session(graph);
    const auto row = session.run("MATCH (n {name: 'Norway'}) RETURN n, [1, 2.0, null, 'it\\'s']").rows.at(0);
    CHECK(cypher::to_text(row[0], graph) == "(:Country {name: 'Norway', wikidata: 'Q20'})");
    CHECK(cypher::to_text(row[1], graph) == "[1, 2.0, null, 'it\\'s']");
    CHECK(cypher::to_json(row[0], graph) ==
          R"({"node":0,"labels":["Country"],"properties":{"name":"Norway","wikidata":"Q20"}})");
}
