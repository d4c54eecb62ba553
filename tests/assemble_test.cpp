// SPDX-License-Identifier: MIT
#include "entente/assemble.hpp"
#include "catch.hpp"
#include "entente/text/minhash.hpp"
#include "entente/text/utf8.hpp"

#include <algorithm>

using namespace entente;

namespace {

const Schema schema = Schema::from_json(R"({"relations":[{"name":"bans","label":"bans","inverse":"is banned by"},)"
                                        R"({"name":"meets","label":"meets","inverse":"meets","symmetric":true}]})",
                                        "test");

Entity country(const std::string& id, const std::string& name, const std::vector<std::string>& aliases = {}) {
    return {id, EntityType::country, name, aliases, id, {{{0, 1}, name}}};
}

Statement statement(const std::string& subject, const std::string& relation, const std::string& object,
                    Confidence confidence = Confidence::medium) {
    Statement s;
    s.subject = subject;
    s.relation = relation;
    s.object = object;
    s.confidence = confidence;
    s.evidence = {{{0, 10}, {0, 1}, {2, 3}, {1, 2}, "Evidence of " + relation}};
    s.id = statement_id("t", s);
    return s;
}

Extraction article(const std::string& id, std::vector<Entity> entities, std::vector<Statement> statements) {
    Extraction out;
    out.document.id = id;
    out.document.date = "2026-03-12";
    out.document.text_hash = hash_hex("text of " + id);
    out.entities = std::move(entities);
    out.statements = std::move(statements);
    return out;
}

std::vector<Extraction> two_articles() {
    return {article("a.txt", {country("Q20", "Norway", {"Norge"}), country("Q34", "Sweden")},
                    {statement("Q20", "bans", "Q34"), statement("Q34", "meets", "Q20")}),
            article("b.txt", {country("Q20", "Kingdom of Norway"), country("Q34", "Sweden"), country("Q35", "Denmark")},
                    {statement("Q20", "bans", "Q34"), statement("Q20", "meets", "Q34")})};
}

}  // namespace

TEST_CASE("An entity of two articles is one node with all its names", "[assemble]") {
    const KnowledgeGraph graph = assemble(two_articles(), schema);
    REQUIRE(graph.nodes().size() == 3);
    const auto& norway = graph.nodes()[graph.find("norge").front()];
    CHECK(norway.id == "Q20");
    CHECK(norway.documents.size() == 2);
    CHECK(norway.mentions == 2);
    CHECK(norway.aliases.size() == 2);
}

TEST_CASE("Statements of two articles are one edge with two supports", "[assemble]") {
    const KnowledgeGraph graph = assemble(two_articles(), schema);
    REQUIRE(graph.edges().size() == 2);
    for (const auto& edge : graph.edges())
        CHECK(edge.supports.size() == 2);
}

TEST_CASE("A relation without direction has its ends in the order of their ids", "[assemble]") {
    const KnowledgeGraph graph = assemble(two_articles(), schema);
    const auto meets =
        std::find_if(graph.edges().begin(), graph.edges().end(), [](const auto& e) { return e.relation == "meets"; });
    REQUIRE(meets != graph.edges().end());
    CHECK(graph.nodes()[meets->subject].id == "Q20");
    CHECK(meets->supports.size() == 2);
}

TEST_CASE("What is denied or planned is an edge of its own", "[assemble]") {
    auto articles = two_articles();
    articles[1].statements[0].polarity = Polarity::negative;
    CHECK(assemble(articles, schema).edges().size() == 3);
    articles[1].statements[0].modality = Modality::planned;
    CHECK(assemble(articles, schema).edges().size() == 3);
}

TEST_CASE("The order of the articles leaves no trace", "[assemble]") {
    auto articles = two_articles();
    const KnowledgeGraph forward = assemble(articles, schema);
    std::reverse(articles.begin(), articles.end());
    const KnowledgeGraph backward = assemble(articles, schema);
    CHECK(forward.documents() == backward.documents());
    REQUIRE(forward.edges().size() == backward.edges().size());
    for (std::size_t i = 0; i < forward.edges().size(); ++i) {
        const auto &a = forward.edges()[i], &b = backward.edges()[i];
        CHECK(a.subject == b.subject);
        CHECK(a.belief == b.belief);
        CHECK(a.supports.front().statement == b.supports.front().statement);
    }
}

TEST_CASE("A copy of an article counts once", "[assemble]") {
    auto articles = two_articles();
    articles.push_back(articles[0]);
    articles.back().document.id = "copy-of-a.txt";
    const KnowledgeGraph graph = assemble(articles, schema);
    CHECK(graph.documents().size() == 2);
    for (const auto& edge : graph.edges())
        CHECK(edge.supports.size() == 2);
}

TEST_CASE("Belief grows with articles, not with repetition in one", "[assemble]") {
    auto one = two_articles();
    one.pop_back();
    const double alone = assemble(one, schema).edges()[0].belief;
    one[0].statements.push_back(one[0].statements[0]);
    CHECK(assemble(one, schema).edges()[0].belief == Approx(alone));
    CHECK(assemble(two_articles(), schema).edges()[0].belief == Approx(1 - 0.3 * 0.3));
}

TEST_CASE("A misspelt name finds its neighbours", "[assemble]") {
    const KnowledgeGraph graph = assemble(two_articles(), schema);
    CHECK(graph.find("Norwya").empty());
    CHECK(graph.similar_names("Norwya", 3).front() == "Norway");
    CHECK(graph.similar_names("Zanzibar", 3).empty());
}

TEST_CASE("The property graph says the same in the words of a query", "[assemble]") {
    const KnowledgeGraph graph = assemble(two_articles(), schema);
    const FrozenGraph frozen = freeze(graph);
    CHECK(frozen.node_count() == 3);
    CHECK(frozen.nodes("Country").size() == 3);
    CHECK(frozen.edge_count() == 2);
    const EdgeId edge = *frozen.edges().begin();
    CHECK(frozen.type_names()[frozen.type(edge)] == "BANS");
    CHECK(frozen.property(edge, "polarity") == Value("positive"));
    CHECK(frozen.property(edge, "evidence").list().size() == 2);
    CHECK(frozen.property(frozen.source(edge), "wikidata") == Value("Q20"));
}

TEST_CASE("Articles of one publisher are one witness, of two publishers two", "[assemble]") {
    const auto belief = [](const std::string& a, const std::string& b) {
        auto articles = two_articles();
        articles[0].document.site = a;
        articles[1].document.url = b;
        return assemble(articles, schema).edges()[0];
    };
    const auto one = belief("coastal-herald.example", "https://www.coastal-herald.example/a?b=1");
    CHECK(one.belief == Approx(0.7));
    CHECK(one.independent == 1);
    CHECK(one.publishers == std::vector<std::string>{"coastal-herald.example"});
    const auto two = belief("coastal-herald.example", "https://harbour-post.example/a");
    CHECK(two.belief == Approx(0.91));
    CHECK(two.publishers.size() == 2);
    CHECK(belief("", "").independent == 2);
}

TEST_CASE("A copy of a story counts once and is shown as a copy of the earlier one", "[assemble]") {
    std::string story;
    for (int i = 0; i < 200; ++i)
        story += "word" + std::to_string(i * 7919 % 1000) + " ";
    auto articles = two_articles();
    articles[0].document.minhash = minhash(story + "Reporting by the agency");
    articles[1].document.minhash = minhash("By our staff " + story);
    articles[0].document.date = "2026-03-02";
    articles[1].document.date = "2026-03-01";
    const KnowledgeGraph graph = assemble(articles, schema);
    const auto first = graph.stories()[0];
    CHECK(graph.stories()[1] == first);
    CHECK(graph.documents()[first].date == "2026-03-01");
    const auto& edge = graph.edges()[0];
    CHECK(edge.supports.size() == 2);
    CHECK(edge.copies == 1);
    CHECK(edge.independent == 1);
    CHECK(edge.belief == Approx(0.7));
    CHECK(edge.first_seen == "2026-03-01");
    CHECK(edge.last_seen == "2026-03-02");
}

TEST_CASE("Edges are found from both ends", "[assemble]") {
    const KnowledgeGraph graph = assemble(two_articles(), schema);
    for (std::uint32_t node = 0; node < graph.nodes().size(); ++node) {
        std::vector<std::uint32_t> from, to;
        for (std::uint32_t edge = 0; edge < graph.edges().size(); ++edge) {
            if (graph.edges()[edge].subject == node) from.push_back(edge);
            if (graph.edges()[edge].object == node) to.push_back(edge);
        }
        CHECK(graph.edges_from(node) == from);
        CHECK(graph.edges_to(node) == to);
    }
}
