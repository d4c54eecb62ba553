// SPDX-License-Identifier: MIT
#include "entente/store.hpp"
#include "catch.hpp"
#include "entente/extraction/line.hpp"
#include "store_cases.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace entente;
using namespace store_cases;
using Catch::Matchers::Contains;

TEST_CASE("A graph file gives back its articles in order", "[store]") {
    const std::string bytes = lines({article("b.txt", "two"), article("a.txt", "one")});
    const GraphFile file = parse_graph(bytes, "news.graph");
    CHECK(file.problems.empty());
    CHECK(ids_of(file) == std::vector<std::string>{"b.txt", "a.txt"});
    CHECK(graph_bytes(file) == bytes);
    CHECK(is_graph(bytes));
    CHECK_FALSE(is_graph("Norway bans Telmar.\n"));
}

TEST_CASE("Two files one after the other are a graph file, and a repeated line counts once", "[store]") {
    const std::string a = lines({article("a.txt", "one")}), b = lines({article("b.txt", "two")});
    CHECK(parse_graph(a + b + a, "cat").extractions.size() == 2);
}

TEST_CASE("Of two readings of a text the newer program's counts, in whatever order they stand", "[store]") {
    const Extraction older = article("a.txt", "one", "entente 0.9.0"),
                     newer = article("b.txt", "one", "entente 0.10.0");
    for (const auto& bytes : {lines({older, newer}), lines({newer, older})})
        CHECK(ids_of(parse_graph(bytes, "g")) == std::vector<std::string>{"b.txt"});
    const Extraction copy = article("0.txt", "one", "entente 0.10.0");
    CHECK(ids_of(parse_graph(lines({newer, copy}), "g")) == std::vector<std::string>{"0.txt"});
}

TEST_CASE("A reading that names another takes its place", "[store]") {
    const Extraction first = article("a.txt", "one", "entente 2");
    Extraction again = article("a.txt", "one", "entente 1");
    again.supersedes = {reading_id(first)};
    for (const auto& bytes : {lines({first, again}), lines({again, first})})
        CHECK(parse_graph(bytes, "g").extractions.front().by == "entente 1");
}

TEST_CASE("A bad line costs no other, and is named", "[store]") {
    std::string bytes = lines({article("a.txt", "one"), article("b.txt", "two")});
    bytes.insert(bytes.find('\n') + 1, "{\"v\":1,\"kind\":\"article\",\"cut\n\n[]\n");
    const GraphFile read = parse_graph(bytes, "news.graph");
    CHECK(read.extractions.size() == 2);
    CHECK(read.lines == 4);
    REQUIRE(read.problems.size() == 2);
    CHECK(read.problems[0].place().line == 2);
    CHECK(read.problems[1].place().line == 4);
}

TEST_CASE("A torn last line is named and the rest is read", "[store]") {
    const std::string bytes = lines({article("a.txt", "one"), article("b.txt", "two")});
    const GraphFile read = parse_graph(bytes.substr(0, bytes.size() - 10), "news.graph");
    CHECK(read.extractions.size() == 1);
    CHECK(read.problems.size() == 1);
}

TEST_CASE("Lines of other kinds are kept as they are", "[store]") {
    const std::string bytes = "{\"v\":1,\"kind\":\"reference\",\"x\":1}\n";
    CHECK(graph_bytes(parse_graph(bytes, "g")) == bytes);
}

TEST_CASE("What is no graph file is an error with advice", "[store]") {
    CHECK_THROWS_WITH(parse_graph("Norway bans Telmar.\n", "a.txt"),
                      Contains("not a graph file") && Contains("entente build"));
    CHECK_THROWS_AS(load_graph("/does/not/exist.graph"), Error);
    CHECK_THROWS_WITH(load_graph("/"), Contains("folder"));
    CHECK(parse_graph("", "empty.graph").extractions.empty());
}

TEST_CASE("A damaged graph of one line is called damaged, not foreign", "[store]") {
    std::string line = lines({article("a.txt", "one")});
    line[line.size() / 2] ^= 1;
    CHECK_THROWS_WITH(parse_graph(line, "g"), Contains("changed or damaged") && !Contains("not a graph file"));
}

TEST_CASE("An article line that has lost its check or its order of fields is damaged, not of another kind", "[store]") {
    CHECK_THROWS_AS(parse_graph("{\"kind\":\"article\",\"v\":1}\n", "g"), Error);
    CHECK_THROWS_AS(parse_graph("{\"v\":1,\"kind\":\"article\",\"by\":\"x\"}\n", "g"), Error);
    std::string line = to_json(article("a.txt", "one"));
    line.replace(line.find("article"), 7, "artikel");
    CHECK_THROWS_AS(parse_graph(line, "g"), Error);
}

TEST_CASE("A large file is read in blocks: the lines are the same, in the same order", "[store]") {
    const Folder folder;
    std::vector<Extraction> articles;
    for (int i = 0; i < 300; ++i) {
        articles.push_back(article(std::to_string(i), std::to_string(i)));
        articles.back().text = std::string(40'000, 'x');
    }
    write(folder / "g", lines(articles) + "damaged\n");
    const GraphFile read = load_graph(folder / "g");
    CHECK(read.extractions == articles);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].place().line == 301);
    CHECK(index_graph(folder / "g").readings.size() == 300);
}

TEST_CASE("Lines are added to a file, and a new file is made", "[store]") {
    const Folder folder;
    for (const char* text : {"one", "two"}) {
        GraphWriter writer(folder / "g");
        writer.add(article(text, text));
        writer.commit();
        CHECK(writer.committed() == 1);
    }
    CHECK(bytes_of(folder / "g") == lines({article("one", "one"), article("two", "two")}));
    CHECK(folder.names() == std::vector<std::string>{"g"});
}

TEST_CASE("What was not committed is taken back, and a new file with it", "[store]") {
    const Folder folder;
    { GraphWriter(folder / "new").add(article("a", "one")); }
    CHECK(folder.names().empty());
    write(folder / "g", lines({article("a", "one")}));
    { GraphWriter(folder / "g").add(article("b", "two")); }
    CHECK(bytes_of(folder / "g") == lines({article("a", "one")}));
}

TEST_CASE("A line that was not written to its end is cut off, at every length", "[store]") {
    const Folder folder;
    const std::string first = lines({article("a", "one")}), second = lines({article("b", "two")});
    for (std::size_t size = 1; size < second.size() - 1; ++size) {
        write(folder / "g", first + second.substr(0, size));
        GraphWriter writer(folder / "g");
        REQUIRE(writer.cut_off());
        CHECK(bytes_of(folder / "g") == first);
    }
    // All of the line is there but its end.
    write(folder / "g", first + second.substr(0, second.size() - 1));
    CHECK_FALSE(GraphWriter(folder / "g").cut_off());
    CHECK(bytes_of(folder / "g") == first + second);
}

TEST_CASE("A last line whose end has become a blank is whole, and stays", "[store]") {
    const Folder folder;
    const std::string line = to_json(article("a", "one"));
    for (const char* end : {" ", "\r", " \r "}) {
        write(folder / "g", line + end);
        {
            GraphWriter writer(folder / "g");
            CHECK_FALSE(writer.cut_off());
            writer.add(article("b", "two"));
            writer.commit();
        }
        CHECK(load_graph(folder / "g").extractions.size() == 2);
    }
}

TEST_CASE("A long line that was not written to its end is cut off", "[store]") {
    const Folder folder;
    Extraction large = article("b", "two");
    large.text = std::string(1'000'000, 'x');
    const std::string first = lines({article("a", "one")}), second = lines({large});
    write(folder / "g", first + second.substr(0, 900'000));
    CHECK(GraphWriter(folder / "g").cut_off());
    CHECK(bytes_of(folder / "g") == first);
}

TEST_CASE("A file that is no graph is not written to", "[store]") {
    const Folder folder;
    write(folder / "notes.txt", "Remember the milk.");
    CHECK_THROWS_WITH(GraphWriter(folder / "notes.txt"), Contains("not a graph file"));
    CHECK(bytes_of(folder / "notes.txt") == "Remember the milk.");
    write(folder / "notes.txt", "Remember the milk.\n");
    CHECK_THROWS_AS(GraphWriter(folder / "notes.txt"), Error);
}

TEST_CASE("One writer at a time; the other hears who it is", "[store]") {
    const Folder folder;
    const GraphWriter first(folder / "g");
    CHECK_THROWS_WITH(GraphWriter(folder / "g"), Contains("process " + std::to_string(::getpid())));
    CHECK_THROWS_AS(merge_graphs({}, folder / "g"), Error);
}

TEST_CASE("A writer that was killed is in nobody's way", "[store]") {
    const Folder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        GraphWriter writer(folder / "g");
        for (int i = 0; i < 100; ++i)
            writer.add(article(std::to_string(i), std::to_string(i)));
        (void)::raise(SIGKILL);
    }
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    GraphWriter writer(folder / "g");
    writer.add(article("a", "one"));
    writer.commit();
    CHECK(load_graph(folder / "g").extractions.size() == 101);
}

TEST_CASE("A reader is not disturbed by a line that is being written", "[store]") {
    const Folder folder;
    const std::string whole = lines({article("a", "one")});
    write(folder / "g", whole);
    {
        const GraphWriter writer(folder / "g");
        write(folder / "g", whole + "{\"v\":1,\"kind\":\"artic");
        CHECK(load_graph(folder / "g").problems.empty());
    }
    write(folder / "g", whole + "{\"v\":1,\"kind\":\"artic");
    CHECK(load_graph(folder / "g").problems.size() == 1);
}
