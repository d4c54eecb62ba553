// SPDX-License-Identifier: MIT
// Graph files that are wrong though every line's check is right: whoever made them knew how to. Each row is a line, made
// from a good one by putting one text for another, and what the reader must say of it; the good line beside it is read.
// Rows that are about the program and its files: tests/hostile_test; about single bytes: store_damage_test.cpp.
#include <set>

#include "catch.hpp"
#include "entente/extraction/line.hpp"
#include "store_cases.hpp"

using namespace entente;
using namespace store_cases;

namespace {

struct Row {
    const char* id;    // in the catalogue
    const char* what;  // is wrong
    const char *from, *to;
    const char* says;  // "" = it is read
};

const Row rows[] = {
    {"G04", "a newer version", "{\"v\":1,", "{\"v\":2,", "version 2 is newer than 1"},
    {"G04", "a much newer version", "{\"v\":1,", "{\"v\":2147483647,", "is newer than 1"},
    {"G04", "a version that is no number", "{\"v\":1,", "{\"v\":99999999999999999999,", "no line of a graph file"},
    {"G04", "a version below the first", "{\"v\":1,", "{\"v\":-1,", "no line of a graph file"},
    {"G06", "a subject that is nobody", "\"subject\":\"Q20\"", "\"subject\":\"Q21\"", "/statements/0/subject"},
    {"G06", "an object that is nobody", "\"object\":\"Q34\"", "\"object\":\"\"", "/statements/0/object"},
    {"G06", "a source that is nobody", "\"details\":{}", "\"source\":\"Q99\",\"details\":{}", "/statements/0/source"},
    {"G07", "two entities of one id", "\"id\":\"Q34\",\"type\"", "\"id\":\"Q20\",\"type\"", "have the id 'Q20'"},
    {"G08", "an offset of 2^32 - 1", "\"start\":12,\"end\":18", "\"start\":12,\"end\":4294967295", ""},
    {"G08", "an offset of 2^32", "\"start\":12,\"end\":18", "\"start\":12,\"end\":4294967296", "/mentions/0/end"},
    {"G08", "an offset of 2^63", "\"start\":12,\"end\":18", "\"start\":12,\"end\":9223372036854775808",
     "/mentions/0/end"},
    {"G08", "an offset below nothing", "\"start\":12,\"end\":18", "\"start\":-1,\"end\":18", "/mentions/0/start"},
    {"G08", "an offset with a fraction", "\"start\":12,\"end\":18", "\"start\":12.5,\"end\":18", "/mentions/0/start"},
    {"G08", "a name that ends before it begins", "\"start\":12,\"end\":18", "\"start\":18,\"end\":12", "/mentions/0"},
    {"G08", "an end outside its sentence", "\"object\":[12,18]", "\"object\":[12,4000000000]", "outside its sentence"},
    {"G08", "a span of three numbers", "\"object\":[12,18]", "\"object\":[12,18,1]", "a span is [begin, end]"},
    {"G08", "a span of 100,000 brackets", "\"object\":[12,18]", nullptr, "nested deeper than 512"},
    {"G10", "a type that is none", "\"type\":\"country\"", "\"type\":\"planet\"", "'planet' is none of the words"},
    {"G10", "a polarity that is none", "\"polarity\":\"positive\"", "\"polarity\":\"maybe\"", "/statements/0/polarity"},
    {"G10", "a relation that nobody knows", "\"relation\":\"bans\"", "\"relation\":\"befriends\"", ""},
    {"G10", "a list where a name is wanted", "\"name\":\"Norway\"", "\"name\":[\"Norway\"]", "/entities/0/name"},
    {"G10", "no list of entities", "\"entities\":[", "\"entity\":[", "'entities' is missing"},
    {"G10", "a statement without evidence", "\"evidence\":[{", "\"evidence\":[],\"proof\":[{", "without evidence"},
    {"J", "a byte order mark", "{\"v\":1,", "\xEF\xBB\xBF{\"v\":1,", "no line of a graph file"},
    {"J", "bytes that are not UTF-8", "Norway bans", "Norway \xFF bans", "not JSON"},
    {"J", "a control byte", "Norway bans", "Norway \x1F bans", "not JSON"},
};

Extraction good(const std::string& text) {
    Extraction out = article(text + ".txt", text);
    out.entities = {{"Q20", EntityType::country, "Norway", {}, "Q20", {{{0, 6}, "Norway"}}},
                    {"Q34", EntityType::country, "Sweden", {}, "Q34", {{{12, 18}, "Sweden"}}}};
    Statement s;
    s.subject = "Q20";
    s.relation = "bans";
    s.object = "Q34";
    s.evidence = {{{0, 19}, {0, 6}, {12, 18}, {7, 11}, "Norway bans Sweden."}};
    s.id = statement_id(out.document.text_hash, s);
    out.statements = {s};
    return out;
}

// The row's line, with the check that it should have.
std::string wrong_line(const Row& row) {
    std::string line = to_json(good("hostile"));
    line.resize(line.rfind(",\"check\""));
    const std::size_t at = line.find(row.from);
    REQUIRE(at != std::string::npos);
    const std::string brackets = "\"object\":" + std::string(100'000, '[');
    line.replace(at, std::string(row.from).size(), row.to == nullptr ? brackets : row.to);
    return seal(line + "}") + "\n";
}

}  // namespace

TEST_CASE("Lines that lie though their check is right are named, and cost no other", "[store]") {
    const std::string beside = to_json(good("good")) + "\n";
    for (const Row& row : rows) {
        INFO(row.id << " " << row.what);
        const GraphFile file = parse_graph(beside + wrong_line(row), "x.graph");
        if (*row.says == '\0') {
            CHECK(file.problems.empty());
            CHECK(file.extractions.size() == 2);
            continue;
        }
        REQUIRE(file.problems.size() == 1);
        CHECK(file.problems[0].place().line == 2);
        CHECK_THAT(std::string(file.problems[0].what()), Catch::Matchers::Contains(row.says));
        CHECK(ids_of(file) == std::vector<std::string>{"good.txt"});
        CHECK_THROWS_AS(parse_graph(wrong_line(row), "x.graph"), Error);  // alone it is no graph
    }
}

TEST_CASE("What a repair has cut is cut once: a second one changes nothing", "[store]") {
    const Folder folder;
    std::string damaged;
    for (const Row& row : rows)
        damaged += wrong_line(row);
    write(folder / "g", damaged + to_json(good("good")) + "\n");
    (void)repair_graph(folder / "g", folder / "g");
    const std::string once = bytes_of(folder / "g");
    CHECK(repair_graph(folder / "g", folder / "g").problems.empty());
    CHECK(bytes_of(folder / "g") == once);
    CHECK(load_graph(folder / "g").problems.empty());
}
