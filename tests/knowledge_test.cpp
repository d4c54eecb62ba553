// SPDX-License-Identifier: MIT
#include "entente/knowledge.hpp"
#include "catch.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

using namespace entente;

namespace {

World small_world() {
    World world;
    world.add_jsonl(
        R"({"v":1,"kind":"about","title":"a test"})"
        "\n"
        R"({"v":1,"kind":"reference","entities":[{"id":"Q20","type":"country","name":"Norway","aliases":[],"wikidata":"Q20","facts":{"adjective":["Norwegian"],"people":["Norwegian","Norwegians"],"government":["Oslo"]}}]})"
        "\n\n"
        R"({"v":1,"kind":"reference","entities":[{"id":"Q30","type":"country","name":"United States","aliases":["US","U.S."],"facts":{}},{"id":"place:oslo","type":"place","name":"Oslo","aliases":[]}]})",
        "test.jsonl");
    world.index();
    return world;
}

std::vector<Piece> pieces(const std::vector<std::string>& words) {
    std::vector<Piece> out;
    for (const auto& word : words) {
        const bool glued = word.starts_with("+");
        out.push_back({fold(glued ? word.substr(1) : word), !glued});
    }
    return out;
}

}  // namespace

TEST_CASE("The longest known name is found, however it is cut into tokens", "[knowledge]") {
    const World world = small_world();
    const auto whole = world.longest(pieces({"U.S.", "ban"}));
    REQUIRE(whole);
    CHECK(whole->pieces == 1);
    const auto cut = world.longest(pieces({"U", "+.", "+S", "+.", "ban"}));
    REQUIRE(cut);
    CHECK(cut->pieces == 4);
    CHECK(cut->meanings[0].known->entity.id == "Q30");
    CHECK(world.longest(pieces({"united", "states", "of"}))->pieces == 2);
    CHECK_FALSE(world.longest(pieces({"united"})));
    CHECK_FALSE(world.longest(pieces({"Norwayland"})));
    CHECK_FALSE(world.longest({}));
}

TEST_CASE("A name has all its meanings", "[knowledge]") {
    const World world = small_world();
    const auto oslo = world.meanings("OSLO");
    REQUIRE(oslo.size() == 2);
    CHECK(oslo[0].as == World::As::government);
    CHECK(oslo[0].known->entity.id == "Q20");
    CHECK(oslo[1].as == World::As::name);
    CHECK(world.meanings("norwegian").size() == 2);
    CHECK(world.meanings("us")[0].spelling == "US");
}

TEST_CASE("A user's file adds names to those that are there", "[knowledge]") {
    World world = small_world();
    world.add_jsonl(R"({"entities":[{"id":"Q20","type":"country","name":"Norway","aliases":["Norge"]}]})",
                    "mine.jsonl");
    world.index();
    CHECK(world.meanings("norge").size() == 1);
    CHECK(world.entities().size() == 3);
}

TEST_CASE("A damaged line of knowledge is named by file and line", "[knowledge]") {
    World world;
    CHECK_THROWS_WITH(
        world.add_jsonl("{\"entities\":[]}\n{\"entities\":[{\"id\":\"x\",\"type\":\"planet\"}]}", "mine.jsonl"),
        Catch::Matchers::StartsWith("mine.jsonl:2: error: /entities/0/type: no such type"));
}

TEST_CASE("The schema says what a relation may join", "[knowledge]") {
    const Schema schema = Schema::from_json(
        R"({"relations":[{"name":"leads","label":"leads","inverse":"is led by","subjects":["person"],"objects":["organisation","country"]}]})",
        "schema.json");
    const Relation* leads = schema.find("leads");
    REQUIRE(leads);
    CHECK(schema.allows(*leads, EntityType::person, EntityType::country));
    CHECK_FALSE(schema.allows(*leads, EntityType::country, EntityType::person));
    CHECK(schema.find("bans") == nullptr);
}

TEST_CASE("A mistake in a schema is found on loading", "[knowledge]") {
    struct Row {
        std::string relation, message;
    };
    const auto row = GENERATE(
        Row{R"({"name":"a","label":"a","inverse":"b","lable":"x"})", "unknown key 'lable'\n  did you mean 'label'?"},
        Row{R"({"name":"Bad Name","label":"a","inverse":"b"})", "'Bad Name' is no name for a relation"},
        Row{R"({"name":"a","label":"a","inverse":"b","subjects":["planet"]})", "'planet' is no type"},
        Row{R"({"name":"a","inverse":"b"})", "'label' is missing"},
        Row{R"({"name":"a","label":"a","inverse":"b","implies":["c"]})", "'c' is no relation of this file"},
        Row{R"({"name":"a","label":"a","inverse":"b"},{"name":"a","label":"a","inverse":"b"})", "is there already"});
    CHECK_THROWS_WITH(Schema::from_json("{\"relations\":[" + row.relation + "]}", "s.json"),
                      Catch::Matchers::Contains(row.message));
}

TEST_CASE("A word list has entries, values and comments", "[knowledge]") {
    Lexicon lexicon;
    lexicon.add_list("titles", "# titles\nPresident\tleads\nMr  # a form of address\n\nVice President\tleads\r\n");
    CHECK(lexicon.has("titles", "president"));
    CHECK(lexicon.has("titles", "MR"));
    CHECK(lexicon.look_up("titles", "vice president") == "leads");
    CHECK(lexicon.look_up("titles", "baker").empty());
    CHECK(lexicon.entries("titles").size() == 3);
    CHECK_THROWS_AS(lexicon.has("none", "x"), Error);
}

// ---- the built-in data

TEST_CASE("All fifty relations are in the built-in schema, each with its words", "[knowledge]") {
    const Knowledge knowledge = Knowledge::built_in();
    CHECK(knowledge.schema.relations().size() == 50);
    for (const Relation& relation : knowledge.schema.relations()) {
        INFO(relation.name);
        CHECK_FALSE(relation.label.empty());
        CHECK_FALSE(relation.gloss.empty());
        CHECK_FALSE(relation.inverse.empty());
    }
    for (const auto* name :
         {"competes_with", "meets", "negotiates_with", "partners_with", "merges_with", "related_to"}) {
        CHECK(knowledge.schema.find(name)->symmetric);
    }
}

// graphs/world.jsonl, by the rules of docs/world.md
TEST_CASE("Every name of the world belongs to one entity", "[knowledge][world]") {
    const World& world = Knowledge::built_in().world;
    std::map<std::string, std::string> owner;
    for (const Known& known : world.entities()) {
        std::vector<std::string> names = known.entity.aliases;
        names.push_back(known.entity.name);
        for (const auto& name : names) {
            const auto [at, is_new] = owner.emplace(fold(name), known.entity.id);
            INFO(name << ": " << at->second << " and " << known.entity.id);
            CHECK(is_new);
        }
    }
}

TEST_CASE("Every country of ISO 3166-1 is known by name, people, codes and government", "[knowledge][world]") {
    const Knowledge knowledge = Knowledge::built_in();
    std::map<std::string, const Known*> by_code;
    for (const Known& known : knowledge.world.entities()) {
        if (known.entity.type == EntityType::country) CHECK(by_code.emplace(known.fact("iso2"), &known).second);
    }
    CHECK(by_code.size() == 250);  // 249 and Kosovo
    for (const auto& [code, known] : by_code) {
        INFO(known->entity.name);
        CHECK(code.size() == 2);
        CHECK(known->fact("iso3").size() == 3);
    }
    for (const Known& known : knowledge.world.entities()) {
        INFO(known.entity.id);
        for (const auto* key : {"country", "capital_of"}) {
            if (!known.fact(key).empty()) CHECK(by_code.contains(known.fact(key)));
        }
        if (!known.fact("part_of").empty()) CHECK(knowledge.world.find(known.fact("part_of")) != nullptr);
    }
    CHECK(knowledge.world.meanings("kremlin").front().known->entity.name == "Russia");
    CHECK(knowledge.world.meanings("brussels").size() == 2);
}

TEST_CASE("A Wikidata id of the world stands in the source that the file names", "[knowledge][world]") {
    const auto folder = source_dir().parent_path() / "shared/data/territories/territories";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: " << folder << " is not there");
        return;
    }
    std::string all;
    for (const auto& file : std::filesystem::directory_iterator(folder))
        all += file_bytes(file.path());
    const World& world = Knowledge::built_in().world;
    for (const Known& known : world.entities()) {
        if (known.entity.wikidata.empty()) continue;
        INFO(known.entity.name);
        CHECK(known.entity.id == known.entity.wikidata);
        CHECK(all.find("qid: " + known.entity.wikidata + "\n") != std::string::npos);
    }
}
