// SPDX-License-Identifier: MIT
#include "entente/compare.hpp"

#include "catch.hpp"
#include "entente/json.hpp"
#include "sample_graph.hpp"

using namespace entente;
using Catch::Matchers::Contains;

namespace {

const Schema& schema() {
    static const Schema built_in = Knowledge::built_in().schema;
    return built_in;
}

KnowledgeGraph graph_of(std::vector<Extraction> extractions) {
    return assemble(extractions, schema());
}

}  // namespace

TEST_CASE("a graph and itself say the same", "[compare]") {
    const KnowledgeGraph graph = graph_of(sample::file().extractions);
    const Comparison same = compare(graph, graph);
    CHECK(same.equal());
    CHECK(to_text(same, graph, graph, schema()) == "the graphs say the same\n");
}

TEST_CASE("what a further article brings is new, and what it says again has changed", "[compare]") {
    const auto both = sample::file().extractions;
    const KnowledgeGraph before = graph_of({both[0]}), after = graph_of(both);
    const Comparison comparison = compare(before, after);
    CHECK(comparison.entities_new.size() == 2);
    CHECK(comparison.entities_gone.empty());
    CHECK(comparison.edges_new.size() == 3);
    CHECK(comparison.edges_changed.size() == 1);
    const std::string text = to_text(comparison, before, after, schema());
    CHECK_THAT(text, Contains("entities: 2 came, 0 went; relations: 3 came, 0 went, 1 changed\n"));
    CHECK_THAT(text, Contains("+ Sweden (country)\n"));
    CHECK_THAT(text, Contains("+ Norway – bans (asked for) – Telmar\n      \"Sweden urged Norway to ban Telmar.\"\n    "
                              "  b.txt, 2026-04\n"));
    CHECK_THAT(text, Contains("~ Norway – bans – Telmar: 1 article, now 2\n"));
    CHECK(text.find('\x01') == std::string::npos);
    const Comparison back = compare(after, before);
    CHECK(back.edges_gone.size() == 3);
    CHECK_THAT(to_text(back, after, before, schema()), Contains("- Sweden – urges – Norway\n"));
    const JsonDocument json(to_json(comparison, before, after, schema()));
    CHECK(json.root()["relations_new"].elements().size() == 3);
    CHECK(json.root()["entities_new"].elements().size() == 2);
}
