// The graph file.
//
// in        a file of JSON lines, one article a line (docs/extraction.md); blank lines are passed over
// out       the Extractions in the order of the lines; what could not be read, by line
// errors    load_graph(): Error (missing, io) for the file itself; Error (data) if it holds no line that can be read though
//           it is not empty. A bad line among good ones is no Error: it is in `problems`
// lifetime  a plain value
// cost      linear
// example   const GraphFile file = load_graph("news.graph");  assemble(file.extractions, schema)
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/extraction.hpp"
#include "entente/text/error.hpp"

namespace entente {

struct GraphFile {
    std::vector<Extraction> extractions;  // lines of kind "article"
    std::vector<std::string> others;      // lines of other kinds, as they stand
    std::vector<Error> problems;          // lines that could not be read, in order
};

[[nodiscard]] GraphFile parse_graph(std::string_view bytes, std::string_view file);
[[nodiscard]] GraphFile load_graph(const std::string& path);  // "-" is standard input

// The file's bytes: first the other lines, then the articles, in the order given.
[[nodiscard]] std::string graph_bytes(const GraphFile& file);

// Adds what was read now to what was there: an article that is there already, made by the same program and rules, stays;
// another version of it (the same text, or the same document id) is replaced where it stands; a new one comes at the end.
void add_to_graph(GraphFile& file, std::vector<Extraction> extractions);

// Whether the bytes begin like a graph file, to tell one from an article.
[[nodiscard]] bool is_graph(std::string_view bytes);

}  // namespace entente
