// A graph file to seconds.
//
//     bench_store GRAPH [ROUNDS]
//
// Opening (every line proved, all articles known), loading, assembling, and adding one article, which is taken out again by
// not committing a copy: the file is copied first, so GRAPH stays as it is. The best of the rounds counts;
// assembling uses up what was loaded, so it is done once. `generate` makes the graphs; docs/bench.md says how to read the answer.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <functional>
#include <string>

#include "entente/assemble.hpp"
#include "entente/knowledge.hpp"
#include "entente/store.hpp"
#include "entente/text/utf8.hpp"

namespace {

struct Time {
    double wall = 1e9, processor = 1e9;  // seconds; of all threads together
};

Time seconds(int rounds, const std::function<void()>& work) {
    Time best;
    for (int i = 0; i < rounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const auto processor = std::clock();
        work();
        best.wall =
            std::min(best.wall, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        best.processor = std::min(best.processor, static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC);
    }
    return best;
}

void tell(const std::string& what, Time time) {
    (void)std::fputs(
        fmt::format("{:20} {:>10.4f} s {:>10.4f} s of processor\n", what, time.wall, time.processor).c_str(), stdout);
    (void)std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) try {
    using namespace entente;
    if (argc < 2) return 64;
    const std::string graph = argv[1], copy = graph + ".bench";
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 5;
    std::filesystem::copy_file(graph, copy, std::filesystem::copy_options::overwrite_existing);
    std::size_t number = 0;
    const auto add = [&] {
        GraphWriter writer(copy);
        Extraction article;
        article.by = "entente bench";
        article.document.id = std::to_string(number++);
        article.document.text_hash = hash_hex(article.document.id);
        article.text = std::string(4000, 'x');
        writer.add(article);
        writer.commit();
    };
    tell("adding an article", seconds(20 * rounds, add));
    tell("opening", seconds(rounds, [&] { (void)index_graph(graph); }));
    GraphFile file;
    tell("loading", seconds(rounds, [&] { file = load_graph(graph); }));
    const Schema schema = Knowledge::built_in().schema;
    tell("assembling", seconds(1, [&] { (void)assemble(std::move(file.extractions), schema); }));
    std::filesystem::remove(copy);
    return 0;
} catch (const std::exception& error) {
    (void)std::fprintf(stderr, "bench_store: %s\n", error.what());
    return 65;
}
