// openCypher: queries and graphs that were made to hurt.
// SPDX-License-Identifier: MIT
#include <string>

#include "catch.hpp"
#include "entente/cypher.hpp"
#include "entente/graph.hpp"

using namespace entente;
using cypher::Session;

namespace {

// What a query says on an empty graph: its first value, or its error.
std::string said(std::string_view query, const cypher::Options& options = {}) {
    const MutableGraph graph;
    Session session(graph);
    try {
        const cypher::Result result = session.run(query, options);
        return result.rows.empty() ? "no row" : cypher::to_text(result.rows.front().front(), graph);
    } catch (const Error& error) {
        return error.what();
    }
}

struct Hostile {
    const char* query;
    const char* answer;  // stands in what is said
};

}  // namespace

TEST_CASE("A hostile query is answered or refused in plain words") {
    const auto row = GENERATE(values<Hostile>({
        {"", "the query is empty"},
        {"/* nothing */ // at all", "the query is empty"},
        {"MATCH (n", "expected"},
        {"RETURN 9223372036854775808", "IntegerOverflow"},
        {"RETURN -9223372036854775808", "-9223372036854775808"},
        {"RETURN 1e400", "FloatingPointOverflow"},
        {"RETURN 1 / 0", "division by zero"},
        {"RETURN 0.0 / 0.0 = 0.0 / 0.0", "false"},
        {"RETURN null = null", "null"},
        {"RETURN 'a' =~ '('", "InvalidRegex"},
        {"RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+'", "false"},
        {"RETURN \xE2\x80\x98"
         "a\xE2\x80\x99",
         "are not quotes"},
        {"RETURN \xFF", "InvalidUnicodeCharacter"},
        {"RETURN 'a", "does not end"},
        {"RETURN 1 /* a", "does not end"},
        {"MATCH (`a", "does not end"},
        {"RETURN 1 LIMIT -1", "NegativeIntegerArgument"},
        {"MATCH (x) RETURN x LIMIT x.a", "NonConstantExpression"},
        {"RETURN $who", "MissingParameter"},
        {"LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x", "expected a clause"},
        {"CREATE ()", "read-only"},
    }));
    const std::string found = said(row.query);
    INFO(row.query << "\n" << found);
    CHECK(found.find(row.answer) != std::string::npos);
}

TEST_CASE("What a parameter holds is never read as a query") {
    cypher::Options options;
    options.parameters["name"] = cypher::Value{"Robby' WITH true AS t MATCH (n) DETACH DELETE n //"};
    CHECK(said("RETURN $name STARTS WITH \"Robby'\"", options) == "true");
}

TEST_CASE("Two thousand patterns, a name of half a megabyte and a list of a million are borne") {
    std::string patterns = "OPTIONAL MATCH (a0)";
    for (int i = 1; i < 2000; ++i)
        patterns += ", (a" + std::to_string(i) + ")";
    CHECK(said(patterns + " RETURN 1") == "1");
    const std::string name(500'000, 'x');
    CHECK(said("WITH 1 AS " + name + " RETURN " + name) == "1");
    cypher::List million;
    for (std::int64_t i = 0; i < 1'000'000; ++i)
        million.emplace_back(i);
    cypher::Options options;
    options.parameters["ids"] = cypher::Value{std::move(million)};
    CHECK(said("RETURN 999999 IN $ids", options) == "true");
}

TEST_CASE("A path of a hundred thousand steps is found and written") {
    constexpr std::int64_t steps = 100'000;
    MutableGraph graph;
    NodeId last = graph.add_node({"Begin"});
    for (std::int64_t i = 0; i < steps; ++i) {
        const NodeId next = i + 1 < steps ? graph.add_node({"Step"}) : graph.add_node({"End"});
        graph.add_edge(last, next, "LEADS_TO");
        last = next;
    }
    Session session(static_cast<const PropertyGraph&>(graph));
    cypher::Options options;
    options.limits.time = std::chrono::minutes(2);
    const auto result = session.run("MATCH p = shortestPath((:Begin)-[*]->(:End)) RETURN p, length(p)", options);
    REQUIRE(result.rows.size() == 1);
    CHECK(cypher::to_text(result.rows[0][1], graph) == "100000");
    const std::string text = cypher::to_text(result.rows[0][0], graph);
    CHECK(text.starts_with("<(:Begin)-[:LEADS_TO]->(:Step)-"));
    CHECK(text.ends_with("->(:End)>"));
    CHECK_FALSE(cypher::to_json(result.rows[0][0], graph).empty());
}
