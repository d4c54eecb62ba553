// SPDX-License-Identifier: MIT
#include "entente/verify.hpp"
#include "catch.hpp"
#include "entente/text/utf8.hpp"

#include <functional>

using namespace entente;

namespace {

const std::string text = "Oslo acted. Norway bans Telmar.";

Extraction sample() {
    Extraction out;
    out.document.id = "a.txt";
    out.document.text_hash = hash_hex(text);
    out.entities = {{"Q20", EntityType::country, "Norway", {}, "Q20", {{{12, 18}, "Norway"}}},
                    {"organisation:telmar", EntityType::organisation, "Telmar", {}, "", {{{24, 30}, "Telmar"}}}};
    Statement s;
    s.id = "s";
    s.subject = "Q20";
    s.relation = "bans";
    s.object = "organisation:telmar";
    s.evidence = {{{12, 31}, {12, 18}, {24, 30}, {19, 23}, "Norway bans Telmar."}};
    out.statements = {s};
    return out;
}

}  // namespace

TEST_CASE("A true line has no faults", "[verify]") {
    CHECK(verify(sample(), text).empty());
    CHECK(checks_of(sample()) == 6);
}

TEST_CASE("Whatever is invented is found", "[verify]") {
    struct Row {
        std::string what;
        std::function<void(Extraction&)> change;
    };
    const auto row =
        GENERATE(Row{"is not the text that was read", [](Extraction& e) { e.document.text_hash = "0"; }},
                 Row{"'Norway' stands at", [](Extraction& e) { e.entities[0].mentions[0].text = "Sweden"; }},
                 Row{"does not lie in the text",
                     [](Extraction& e) {
                         e.entities[0].mentions[0].span = {12, 400};
                     }},
                 Row{"no mention", [](Extraction& e) { e.entities[0].mentions.clear(); }},
                 Row{"stands at", [](Extraction& e) { e.statements[0].evidence[0].text = "Norway banned Telmar."; }},
                 Row{"is no mention of",
                     [](Extraction& e) {
                         e.statements[0].evidence[0].object = {19, 23};
                     }},
                 Row{"outside its sentence",
                     [](Extraction& e) {
                         e.statements[0].evidence[0].subject = {0, 4};
                     }},
                 Row{"outside its sentence", [](Extraction& e) {
                         e.statements[0].evidence[0].cue = {31, 31};
                     }});
    Extraction extraction = sample();
    row.change(extraction);
    const auto faults = verify(extraction, text);
    REQUIRE_FALSE(faults.empty());
    CHECK_THAT(faults[0].what, Catch::Matchers::Contains(row.what));
}
