// SPDX-License-Identifier: MIT
#include "entente/dossier.hpp"
#include "catch.hpp"
#include "entente/text/utf8.hpp"

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
