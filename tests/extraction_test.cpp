// SPDX-License-Identifier: MIT
#include "entente/extraction.hpp"
#include "catch.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

#include <sstream>

using namespace entente;

namespace {

Extraction sample() {
    const std::string text = "Norway bans Telmar.";
    Extraction out;
    out.by = "entente test";
    out.document.id = "a/b.txt";
    out.document.title = "A \"title\"";
    out.document.date = "2026-03-12";
    out.document.text_hash = hash_hex(text);
    out.document.furniture = {{19, 19}};
    out.entities = {{"Q20", EntityType::country, "Norway", {"Norge"}, "Q20", {{{0, 6}, "Norway"}}},
                    {"organisation:telmar", EntityType::organisation, "Telmar", {}, "", {{{12, 18}, "Telmar"}}}};
    Statement s;
    s.subject = "Q20";
    s.relation = "bans";
    s.object = "organisation:telmar";
    s.modality = Modality::planned;
    s.details = {{"date", "2026-05"}};
    s.rule = "bans.rules:7";
    s.evidence = {{{0, 19}, {0, 6}, {12, 18}, {7, 11}, text}};
    s.id = statement_id(out.document.text_hash, s);
    out.statements = {s};
    return out;
}

}  // namespace

TEST_CASE("A line of a graph file gives back what was written", "[extraction]") {
    Extraction extraction = sample();
    CHECK(extraction_from_json(to_json(extraction)) == extraction);
    extraction.text = "Norway bans Telmar.";
    extraction.document.encoding = "windows-1252";
    extraction.document.replaced = 2;
    CHECK(extraction_from_json(to_json(extraction) + "\r") == extraction);
}

TEST_CASE("The line is the format of the house, field by field", "[extraction]") {
    const std::string line = to_json(sample());
    CHECK_THAT(
        line,
        Catch::Matchers::StartsWith(
            R"({"v":1,"kind":"article","by":"entente test","document":{"id":"a/b.txt","title":"A \"title\"","date":"2026-03-12",)"));
    CHECK_THAT(line, Catch::Matchers::Contains(R"("mentions":[{"start":0,"end":6,"text":"Norway"}])"));
    CHECK_THAT(line, Catch::Matchers::Contains(
                         R"("evidence":[{"sentence":[0,19],"subject":[0,6],"object":[12,18],"cue":[7,11],)"));
    CHECK_THAT(line, Catch::Matchers::Matches(R"(.*,"check":"[0-9a-f]{16}"\})"));
}

TEST_CASE("A line changed in any byte is refused", "[extraction]") {
    const std::string line = to_json(sample());
    for (std::size_t i = 0; i < line.size(); ++i) {
        std::string damaged = line;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        CHECK_THROWS_AS(extraction_from_json(damaged), Error);
    }
}

TEST_CASE("A line cut anywhere is refused", "[extraction]") {
    const std::string line = to_json(sample());
    for (std::size_t i = 0; i < line.size(); ++i)
        CHECK_THROWS_AS(extraction_from_json(line.substr(0, i)), Error);
}

TEST_CASE("A newer version says so", "[extraction]") {
    std::string line = to_json(sample());
    line.replace(line.find("\"v\":1"), 5, "\"v\":2");
    CHECK_THROWS_WITH(extraction_from_json(line, "g.graph", 3), Catch::Matchers::Contains("version 2 is newer than 1"));
}

TEST_CASE("A statement whose end is no entity of the line is refused", "[extraction]") {
    Extraction extraction = sample();
    extraction.entities.pop_back();
    CHECK_THROWS_WITH(extraction_from_json(to_json(extraction), "g.graph", 3),
                      Catch::Matchers::StartsWith("g.graph:3: error: /statements/0/object: no entity"));
}

TEST_CASE("Evidence outside its sentence is refused", "[extraction]") {
    Extraction extraction = sample();
    extraction.statements[0].evidence[0].cue = {18, 25};
    CHECK_THROWS_AS(extraction_from_json(to_json(extraction)), Error);
}

TEST_CASE("An entity is known by type and name, whatever the case, article or final dot", "[extraction]") {
    CHECK(entity_id(EntityType::organisation, "The Telmar Group Inc.") == "organisation:telmar group inc");
    CHECK(entity_id(EntityType::person, "ANN LI") == entity_id(EntityType::person, "Ann Li"));
}

TEST_CASE("A statement's id tells spans, relation and marks apart", "[extraction]") {
    const Statement a = sample().statements[0];
    Statement b = a;
    b.polarity = Polarity::negative;
    CHECK(statement_id("t", a) != statement_id("t", b));
    CHECK(statement_id("t", a) != statement_id("u", a));
    std::ostringstream shown;
    shown << b;
    CHECK(shown.str() == "not bans(Q20, organisation:telmar) planned");
}
