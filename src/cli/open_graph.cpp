// A graph opened for queries; parameters; statements of a text.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>

#include "cli/inputs.hpp"
#include "cli/query.hpp"
#include "entente/assemble.hpp"
#include "entente/json.hpp"

namespace entente::cli {

cypher::Options QuerySettings::options() const {
    cypher::Options out;
    for (const std::string& assignment : parameters)
        add_parameter(out.parameters, assignment);
    out.limits.time = std::chrono::milliseconds(static_cast<std::int64_t>(std::llround(timeout * 1000)));
    out.limits.rows = most_rows;
    out.limits.memory = most_memory << 20;
    return out;
}

namespace {

// Whether it is a saved graph, by its first bytes; standard input has to be read to know.
bool is_graph_lines_file(const std::string& path) {
    std::array<char, 16> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    return is_graph_lines({head.data(), head.size()});
}

}  // namespace

OpenGraph::OpenGraph(const std::string& path, bool write, int& code) {
    const bool standard_input = path == "-";
    const std::string bytes = standard_input || is_graph_lines_file(path) ? read_bytes(path) : std::string();
    const std::string name = standard_input ? "standard input" : path;
    if (is_graph_lines(bytes)) {
        mutable_ = std::make_unique<MutableGraph>();
        read_graph_lines(bytes, name, *mutable_);
    } else {
        // A file is parsed by all cores, a block at a time.
        GraphFile file = standard_input ? open_graph(bytes, name, code) : open_graph(path, code);
        frozen_ =
            std::make_unique<FrozenGraph>(freeze(assemble(std::move(file.extractions), Knowledge::built_in().schema)));
        if (write) mutable_ = std::make_unique<MutableGraph>(*frozen_);
    }
    if (write) {
        session_ = std::make_unique<cypher::Session>(*mutable_);
    } else {
        const PropertyGraph& graph = frozen_ ? static_cast<const PropertyGraph&>(*frozen_) : *mutable_;
        session_ = std::make_unique<cypher::Session>(graph);
    }
}

// ---- parameters

namespace {

cypher::Value value_of(const Json& json) {
    if (json.is_null()) return {};
    if (json.is_string()) return cypher::Value{json.string()};
    if (json.is_array()) {
        cypher::List items;
        for (const Json& item : json.elements())
            items.push_back(value_of(item));
        return cypher::Value{std::move(items)};
    }
    if (json.is_object()) {
        cypher::Map items;
        for (const std::string_view key : json.keys())
            items.insert_or_assign(std::string(key), json.find(key) ? value_of(json[key]) : cypher::Value{});
        return cypher::Value{std::move(items)};
    }
    try {
        return cypher::Value{json.boolean()};
    } catch (const Error&) {
    }
    try {
        return cypher::Value{json.integer()};
    } catch (const Error&) {
        return cypher::Value{json.number()};
    }
}

entente::Value stored(const Json& json) {
    return value_of(json).property().value_or(entente::Value{});
}

}  // namespace

void add_parameter(cypher::Parameters& parameters, const std::string& assignment) {
    const auto equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw Error(Error::Kind::usage, fmt::format("'{}' gives no parameter a value", assignment),
                    "write --param name=value");
    }
    const std::string name = assignment.substr(0, equals), text = assignment.substr(equals + 1);
    try {
        parameters[name] = value_of(JsonDocument(text).root());
    } catch (const Error&) {
        parameters[name] = cypher::Value{text};
    }
}

// ---- a saved graph: {"node":0,"labels":[...],"properties":{...}}, {"relationship":0,"type":...,"start":0,"end":1,...}

std::string graph_lines(const PropertyGraph& graph) {
    std::string out;
    for (const NodeId node : graph.nodes())
        out += cypher::to_json(cypher::Value{node}, graph) + "\n";
    for (const EdgeId edge : graph.edges())
        out += cypher::to_json(cypher::Value{edge}, graph) + "\n";
    return out;
}

bool is_graph_lines(std::string_view bytes) {
    return bytes.starts_with("{\"node\":");
}

void read_graph_lines(std::string_view bytes, const std::string& name, MutableGraph& graph) {
    std::map<std::int64_t, NodeId> nodes;
    const auto properties_of = [](const Json& line, Properties& out) {
        const Json held = line["properties"];
        for (const std::string_view key : held.keys()) {
            if (held.find(key)) out.push_back({key, stored(held[key])});
        }
    };
    std::size_t number = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        const std::string_view text = bytes.substr(at, end - at);
        at = end + 1;
        ++number;
        if (text.empty()) continue;
        const JsonDocument document(text, name, number);
        const Json line = document.root();
        Properties properties;
        properties_of(line, properties);
        if (line.find("node")) {
            const auto labels = line.texts("labels");
            nodes[line["node"].integer()] = graph.add_node(LabelList(labels.begin(), labels.end()), properties);
            continue;
        }
        const auto start = nodes.find(line["start"].integer()), finish = nodes.find(line["end"].integer());
        if (start == nodes.end() || finish == nodes.end())
            throw line.error("a relationship of a node that is not there");
        graph.add_edge(start->second, finish->second, line["type"].string(), properties);
    }
}

// ---- statements

std::vector<std::string> statements_of(std::string_view text) {
    std::vector<std::string> out;
    std::size_t begin = 0;
    char quote = '\0';
    const auto take = [&](std::size_t end) {
        const std::string_view one = text.substr(begin, end - begin);
        if (one.find_first_not_of(" \t\r\n;") != std::string_view::npos) out.emplace_back(one);
        begin = end + 1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != '\0') {
            if (c == '\\' && quote != '`') ++i;
            if (c == quote) quote = '\0';
        } else if (c == '\'' || c == '"' || c == '`') {
            quote = c;
        } else if (text.substr(i, 2) == "//") {
            i = std::min(text.find('\n', i), text.size());
        } else if (text.substr(i, 2) == "/*") {
            i = std::min(text.find("*/", i + 2), text.size() - 2) + 1;
        } else if (c == ';') {
            take(i);
        }
    }
    if (begin < text.size()) take(text.size());
    if (out.empty()) out.emplace_back(text);  // for its error: the query is empty
    return out;
}

}  // namespace entente::cli
