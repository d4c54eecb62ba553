// SPDX-License-Identifier: MIT
#include "entente/dossier.hpp"
#include "catch.hpp"
#include "entente/json.hpp"
#include "entente/text/utf8.hpp"
#include "sample_graph.hpp"

#include <sstream>

using namespace entente;

namespace {

const Schema schema =
    Schema::from_json(R"({"relations":[{"name":"bans","label":"bans","inverse":"is banned by"}]})", "test");

KnowledgeGraph graph_of(Polarity polarity, Modality modality, const std::string& sentence) {
    Extraction e;
    e.document.id = "a.txt";
    e.document.date = "2026-03-12";
    e.document.text_hash = "t";
    e.entities = {{"Q20", EntityType::country, "Norway", {"Norge"}, "Q20", {{{0, 6}, "Norway"}}},
                  {"organisation:telmar", EntityType::organisation, "Telmar", {}, "", {{{12, 18}, "Telmar"}}}};
    Statement s;
    s.id = "s";
    s.subject = "Q20";
    s.relation = "bans";
    s.object = "organisation:telmar";
    s.polarity = polarity;
    s.modality = modality;
    s.source_text = "a senior official";
    s.evidence = {{{5, 24}, {5, 11}, {17, 23}, {12, 16}, sentence}};
    e.statements = {s};
    return assemble(std::vector{e}, schema);
}

std::string shown(const KnowledgeGraph& graph, const std::string& name) {
    std::ostringstream out;
    out << make_dossier(graph, schema, graph.find(name).front());
    return out.str();
}

}  // namespace

TEST_CASE("A dossier gives names, relations both ways, sentence and file", "[dossier]") {
    const KnowledgeGraph graph = graph_of(Polarity::positive, Modality::asserted, "Norway bans\nTelmar.");
    CHECK(shown(graph, "Norway") ==
          "Norway (country, Q20), named 1 time in 1 article\n"
          "also: Norge\n"
          "\n"
          "bans Telmar\n"
          "    \"Norway bans Telmar.\"\n"
          "    a.txt:5, 2026-03-12, says a senior official\n");
    CHECK_THAT(shown(graph, "Telmar"), Catch::Matchers::Contains("\nis banned by Norway\n"));
}

TEST_CASE("What is denied or only planned says so", "[dossier]") {
    const KnowledgeGraph graph = graph_of(Polarity::negative, Modality::planned, "Norway will not ban Telmar.");
    CHECK_THAT(shown(graph, "Telmar"), Catch::Matchers::Contains("is banned by Norway  [not so, planned]\n"));
}

TEST_CASE("A hostile sentence moves no cursor", "[dossier]") {
    const std::string out =
        shown(graph_of(Polarity::positive, Modality::asserted, "Norway \x1B[2Jbans Telmar."), "Norway");
    CHECK(out.find('\x1B') == std::string::npos);
}

namespace {

const Schema& whole_schema() {
    static const Schema built_in = Knowledge::built_in().schema;
    return built_in;
}

KnowledgeGraph sample_graph() {
    return assemble(sample::file().extractions, whole_schema());
}

Dossier dossier_of(const std::string& name) {
    const KnowledgeGraph graph = sample_graph();
    return make_dossier(graph, whole_schema(), graph.find(name).front());
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("relations are grouped and counted, neighbours ranked, days put in order", "[dossier]") {
    const Dossier telmar = dossier_of("Telmar");
    REQUIRE(telmar.groups.size() == 5);
    CHECK(telmar.groups[0].lines.size() == 1);
    CHECK(telmar.lines[telmar.strongest[0]].words == "is banned by Norway");
    CHECK(telmar.neighbours[0].name == "Norway");
    CHECK(telmar.neighbours[0].relations == 2);
    REQUIRE(telmar.timeline.size() == 6);
    CHECK(telmar.timeline[0].date == "2026-03-03");
    CHECK(telmar.timeline.back().date == "2026-04");
    const std::string text = to_text(telmar);
    CHECK(has(text,
              "relations: is banned by 1, is banned by [requested] 1, is led by 1, is owned by 1, partners with 1\n"));
    CHECK(has(text, "nearest: Norway (2), "));
    CHECK(has(text, "\nTimeline\n  2026-03-03  is banned by Norway\n"));
    CHECK(has(to_text(telmar, 1), "    and 1 sentence more\n"));
}

TEST_CASE("what is told and denied stands side by side", "[dossier]") {
    sample::Article article("c.txt", "2026-05-01", "Norway banned Telmar. Norway did not ban Telmar.");
    article.entity("Q20", EntityType::country, "Norway")
        .entity("organisation:telmar", EntityType::organisation, "Telmar");
    article.statement("Q20", "bans", "organisation:telmar", "Norway banned Telmar.", "banned");
    article.statement("Q20", "bans", "organisation:telmar", "Norway did not ban Telmar.", "ban", Modality::asserted,
                      Polarity::negative);
    const KnowledgeGraph graph = assemble(std::vector{article.done()}, whole_schema());
    const Dossier dossier = make_dossier(graph, whole_schema(), graph.find("Telmar").front());
    REQUIRE(dossier.contradictions.size() == 1);
    CHECK(dossier.lines[dossier.contradictions[0].first].polarity == Polarity::positive);
    CHECK(has(to_text(dossier), "\nSaid both ways\n  is banned by Norway: \"Norway banned Telmar.\"\n"));
    CHECK(has(to_text(dossier), "  is banned by Norway  [not so]: \"Norway did not ban Telmar.\"\n"));
    CHECK(has(to_html(dossier), "<h2>Said both ways</h2>"));
    CHECK(has(to_markdown(dossier), "## Said both ways"));
}

TEST_CASE("a planned denial of another is no contradiction", "[dossier]") {
    CHECK(dossier_of("Norway").contradictions.empty());
}

TEST_CASE("the page of a dossier has no script and marks ends and cue", "[dossier]") {
    const std::string page = to_html(dossier_of("Telmar"));
    CHECK(has(page, "default-src 'none'"));
    CHECK(has(page,
              "<mark class=\"end\">Norway</mark> <mark>banned</mark> <mark class=\"end\">Telmar</mark> on 3 March."));
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "<b>"));
    CHECK(has(page, "&lt;b&gt;&amp;amp;&lt;/b&gt;"));
}

TEST_CASE("in Markdown a name is text, whatever it holds", "[dossier]") {
    const std::string page = to_markdown(dossier_of("Telmar"));
    CHECK(has(page, "# Telmar\n\norganisation, named 6 times in 2 articles"));
    CHECK(has(page, "\\<b\\>\\&amp;\\</b\\>"));
}

TEST_CASE("a dossier as JSON has everything", "[dossier]") {
    const std::string text = to_json(dossier_of("Telmar"));
    const JsonDocument document(text);
    const Json root = document.root();
    CHECK(root["relations"].elements().size() == 5);
    CHECK(root["timeline"].elements().size() == 6);
    const Json quote = root["relations"].elements()[0]["quotes"].elements()[0];
    const std::string sentence(quote["sentence"].string());
    CHECK(quote["cue"].elements()[1].integer() <= static_cast<std::int64_t>(sentence.size()));
}
