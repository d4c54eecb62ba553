// Articles to the end of a graph file, without reading any.
//
//     adder GRAPH N
//
// Adds those of N made-up articles that the graph does not have, as `entente build` would, but starts in a millisecond: for
// tests that kill it ten thousand times.
// SPDX-License-Identifier: MIT
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "entente/store.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

int main(int argc, char** argv) try {
    using namespace entente;
    if (argc != 3) return 64;
    GraphWriter writer(argv[1]);
    const GraphIndex index = index_graph(argv[1]);
    if (!index.problems.empty()) throw Error(index.problems.front());
    for (int i = 0; i < std::atoi(argv[2]); ++i) {
        Extraction article;
        article.by = "entente adder";
        article.document.id = std::to_string(i) + ".txt";
        article.document.text_hash = hash_hex(article.document.id);
        article.text = std::string(static_cast<std::size_t>(i * 37 % 900), 'x');
        if (!index.readings.contains(article.document.text_hash)) writer.add(article);
    }
    writer.commit();
    return 0;
} catch (const entente::Error& error) {
    (void)std::fprintf(stderr, "adder: %s\n", error.what());
    return error.kind() == entente::Error::Kind::io ? 74 : error.kind() == entente::Error::Kind::busy ? 75 : 73;
}
