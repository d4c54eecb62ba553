// SPDX-License-Identifier: MIT
#include "entente/store.hpp"
#include "catch.hpp"
#include "entente/text/utf8.hpp"

using namespace entente;

namespace {

Extraction article(const std::string& id, const std::string& text, const std::string& by = "entente test") {
    Extraction out;
    out.by = by;
    out.document.id = id;
    out.document.text_hash = hash_hex(text);
    return out;
}

}  // namespace

TEST_CASE("A graph file gives back its articles in order", "[store]") {
    GraphFile file;
    add_to_graph(file, {article("a.txt", "one"), article("b.txt", "two")});
    const GraphFile again = parse_graph(graph_bytes(file), "news.graph");
    CHECK(again.extractions == file.extractions);
    CHECK(again.problems.empty());
    CHECK(is_graph(graph_bytes(file)));
}

TEST_CASE("Two files one after the other are a graph file", "[store]") {
    GraphFile a, b;
    add_to_graph(a, {article("a.txt", "one")});
    add_to_graph(b, {article("b.txt", "two")});
    CHECK(parse_graph(graph_bytes(a) + graph_bytes(b), "cat").extractions.size() == 2);
}

TEST_CASE("An article that is there already stays, another version takes its place", "[store]") {
    GraphFile file;
    add_to_graph(file, {article("a.txt", "one"), article("b.txt", "two")});
    add_to_graph(file, {article("copy.txt", "one")});
    CHECK(file.extractions.size() == 2);
    CHECK(file.extractions[0].document.id == "a.txt");
    add_to_graph(file, {article("a.txt", "one, corrected")});
    CHECK(file.extractions.size() == 2);
    CHECK(file.extractions[0].document.text_hash == hash_hex("one, corrected"));
    add_to_graph(file, {article("b.txt", "two", "entente newer")});
    CHECK(file.extractions[1].by == "entente newer");
}

TEST_CASE("A bad line costs no other, and is named", "[store]") {
    GraphFile file;
    add_to_graph(file, {article("a.txt", "one"), article("b.txt", "two")});
    std::string bytes = graph_bytes(file);
    bytes.insert(bytes.find('\n') + 1, "{\"v\":1,\"kind\":\"article\",\"cut\n\n[]\n");
    const GraphFile read = parse_graph(bytes, "news.graph");
    CHECK(read.extractions.size() == 2);
    REQUIRE(read.problems.size() == 2);
    CHECK(read.problems[0].place().line == 2);
    CHECK(read.problems[1].place().line == 4);
}

TEST_CASE("A torn last line is named and the rest is read", "[store]") {
    GraphFile file;
    add_to_graph(file, {article("a.txt", "one"), article("b.txt", "two")});
    const std::string bytes = graph_bytes(file);
    const GraphFile read = parse_graph(bytes.substr(0, bytes.size() - 10), "news.graph");
    CHECK(read.extractions.size() == 1);
    CHECK(read.problems.size() == 1);
}

TEST_CASE("Lines of other kinds are kept as they are", "[store]") {
    const std::string bytes = "{\"v\":1,\"kind\":\"judgement\",\"x\":1}\n";
    CHECK(graph_bytes(parse_graph(bytes, "g")) == bytes);
}

TEST_CASE("What is no graph file is an error with advice", "[store]") {
    CHECK_THROWS_WITH(parse_graph("Norway bans Telmar.\n", "a.txt"),
                      Catch::Matchers::Contains("not a graph file") && Catch::Matchers::Contains("entente build"));
    CHECK_THROWS_AS(load_graph("/does/not/exist.graph"), Error);
    CHECK(parse_graph("", "empty.graph").extractions.empty());
}
