// Any bytes as a query: an answer or an Error, in bounded time and memory.
// SPDX-License-Identifier: MIT
#include "entente/cypher.hpp"
#include "entente/graph.hpp"
#include "fuzz.hpp"

FUZZ(bytes) {
    entente::MutableGraph graph;
    const auto a = graph.add_node({"A"}, {{"name", "a"}}), b = graph.add_node({"B"}, {{"n", 2}});
    graph.add_edge(a, b, "T");
    graph.add_edge(b, a, "U", {{"w", 0.5}});
    entente::cypher::Session session(graph);
    entente::cypher::Options options;
    options.limits = {std::chrono::milliseconds(200), 1000, std::size_t{16} << 20};
    options.parameters["p"] = entente::cypher::Value{1};
    try {
        (void)session.run(bytes, options);
    } catch (const entente::Error& error) {
        require(error.kind() != entente::Error::Kind::internal, "an error of the query, not of ours");
    }
}
