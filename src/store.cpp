// The graph file.
//
// Every line carries its own check, so a damaged line is known by itself and costs no other. A file of which no line can
// be read is not a graph file: that is an Error, since going on with nothing would look like an answer.
// SPDX-License-Identifier: MIT
#include "entente/store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "entente/json.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

void parse_line(std::string_view line, std::string_view file, std::size_t number, GraphFile& out) {
    if (line.find("\"kind\":\"article\"") != std::string_view::npos) {
        out.extractions.push_back(extraction_from_json(line, file, number));
        return;
    }
    const JsonDocument document(line, file, number);
    const Json root = document.root();
    if (!root.is_object() || !root.find("v") || !root.find("kind")) throw root.error("this is no line of a graph file");
    out.others.emplace_back(line);
}

std::string read_stream(std::istream& in) {
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

GraphFile parse_graph(std::string_view bytes, std::string_view file) {
    GraphFile out;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        std::string_view line = bytes.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        while (line.ends_with('\r') || line.ends_with(' '))
            line.remove_suffix(1);
        if (line.empty()) continue;
        try {
            parse_line(line, file, number, out);
        } catch (const Error& error) {
            out.problems.push_back(error);
        }
    }
    if (out.extractions.empty() && out.others.empty() && !out.problems.empty()) {
        const Error& first = out.problems.front();
        throw Error(Error::Kind::data, first.place(), "not a graph file: " + first.text(),
                    "a graph file is made by: entente build ARTICLES -o news.graph");
    }
    return out;
}

GraphFile load_graph(const std::string& path) {
    if (path == "-") return parse_graph(read_stream(std::cin), "standard input");
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(Error::Kind::missing, Error::Place{path, 0, 0, ""}, std::strerror(errno));
    const std::string bytes = read_stream(in);
    if (in.bad()) throw Error(Error::Kind::io, Error::Place{path, 0, 0, ""}, "reading failed");
    return parse_graph(bytes, path);
}

std::string graph_bytes(const GraphFile& file) {
    std::string out;
    for (const auto& line : file.others)
        out += line + "\n";
    for (const auto& extraction : file.extractions)
        out += to_json(extraction) + "\n";
    return out;
}

void add_to_graph(GraphFile& file, std::vector<Extraction> extractions) {
    std::map<std::string, std::size_t> by_text, by_id;
    for (std::size_t i = 0; i < file.extractions.size(); ++i) {
        by_text.try_emplace(file.extractions[i].document.text_hash, i);
        by_id.try_emplace(file.extractions[i].document.id, i);
    }
    for (Extraction& extraction : extractions) {
        const auto same_text = by_text.find(extraction.document.text_hash);
        const auto same_id = by_id.find(extraction.document.id);
        if (same_text != by_text.end()) {
            Extraction& old = file.extractions[same_text->second];
            if (old.by != extraction.by) old = std::move(extraction);
        } else if (same_id != by_id.end()) {
            by_text.emplace(extraction.document.text_hash, same_id->second);
            file.extractions[same_id->second] = std::move(extraction);
        } else {
            by_text.emplace(extraction.document.text_hash, file.extractions.size());
            by_id.emplace(extraction.document.id, file.extractions.size());
            file.extractions.push_back(std::move(extraction));
        }
    }
}

bool is_graph(std::string_view bytes) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    return line.starts_with("{\"v\":") && line.find("\"kind\":") != std::string_view::npos;
}

}  // namespace entente
