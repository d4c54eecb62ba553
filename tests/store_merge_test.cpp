// SPDX-License-Identifier: MIT
#include <numeric>
#include <random>

#include "catch.hpp"
#include "entente/extraction/line.hpp"
#include "entente/store.hpp"
#include "store_cases.hpp"

using namespace entente;
using namespace store_cases;

namespace {

std::string merged(const Folder& folder, const std::vector<std::string>& inputs) {
    (void)merge_graphs(inputs, folder / "merged");
    return bytes_of(folder / "merged");
}

// Lines of all sorts: articles, copies, readings that take the place of others, judgements that are taken back.
std::vector<std::string> sample_lines() {
    std::vector<std::string> out;
    Extraction first = article("a.txt", "one", "entente 1");
    Extraction second = article("a.txt", "one", "entente 2");
    second.supersedes = {reading_id(first)};
    Extraction third = article("a.txt", "one", "entente 1");
    third.supersedes = {reading_id(first), reading_id(second)};
    std::sort(third.supersedes.begin(), third.supersedes.end());
    for (const Extraction& e :
         {first, second, third, article("b.txt", "one", "entente 1"), article("c.txt", "two"), article("d.txt", "two"),
          article("e.txt", "three"), article("e.txt", "three", "entente x")})
        out.push_back(to_json(e) + "\n");
    Judgement same;
    same.about = {"organisation:a", "organisation:b"};
    const std::string said = to_json(same);
    Judgement back = same;
    back.undone = true;
    back.supersedes = {std::string(check_of(said))};
    out.push_back(said + "\n");
    out.push_back(to_json(back) + "\n");
    out.push_back("{\"v\":1,\"kind\":\"reference\",\"entities\":[]}\n");
    return out;
}

}  // namespace

TEST_CASE("Merging gives the same bytes for any grouping and order", "[store]") {
    const Folder folder;
    const auto all = sample_lines();
    write(folder / "all", std::accumulate(all.begin(), all.end(), std::string()));
    const std::string expected = merged(folder, {folder / "all"});
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        // Lines fall into shards, some into two; shards are merged by twos until one is left.
        std::vector<std::string> shards(2 + random() % 4);
        for (const auto& line : all) {
            shards[random() % shards.size()] += line;
            if (random() % 3 == 0) shards[random() % shards.size()] += line;
        }
        std::vector<std::string> paths;
        for (std::size_t i = 0; i < shards.size(); ++i) {
            paths.push_back(folder / std::to_string(i));
            write(paths.back(), shards[i]);
        }
        while (paths.size() > 1) {
            std::shuffle(paths.begin(), paths.end(), random);
            const std::string a = paths.back();
            paths.pop_back();
            (void)merge_graphs({a, paths.back()}, paths.back());
        }
        REQUIRE(bytes_of(paths.front()) == expected);
    }
}

TEST_CASE("A merged file has each text of a maker once, and says what was left out", "[store]") {
    const Folder folder;
    write(folder / "a", lines({article("b.txt", "one"), article("c.txt", "two")}));
    write(folder / "b", lines({article("a.txt", "one"), article("c.txt", "two")}));
    const GraphCopy copy = merge_graphs({folder / "a", folder / "b"}, folder / "c");
    CHECK(copy.kept == 2);
    CHECK(copy.repeated == 2);
    CHECK(parse_graph(bytes_of(folder / "c"), "c").extractions.size() == 2);
    CHECK(bytes_of(folder / "c").find("b.txt") == std::string::npos);
}

TEST_CASE("The output may be one of the inputs; damaged lines are left out and named", "[store]") {
    const Folder folder;
    write(folder / "a", lines({article("a.txt", "one")}) + "damaged\n");
    write(folder / "b", lines({article("b.txt", "two")}));
    const GraphCopy copy = merge_graphs({folder / "a", folder / "b"}, folder / "a");
    CHECK(copy.problems.size() == 1);
    CHECK(copy.damaged == std::vector<std::string>{"damaged"});
    CHECK(load_graph(folder / "a").extractions.size() == 2);
}

TEST_CASE("Where nothing can be read, the output stays as it was", "[store]") {
    const Folder folder;
    write(folder / "a", "damaged\n");
    write(folder / "c", "as it was");
    CHECK_THROWS_AS(merge_graphs({folder / "a"}, folder / "c"), Error);
    CHECK_THROWS_AS(merge_graphs({folder / "missing"}, folder / "c"), Error);
    CHECK(bytes_of(folder / "c") == "as it was");
    CHECK(folder.names() == std::vector<std::string>{"a", "c"});
}
