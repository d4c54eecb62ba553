// A graph opened for queries, and one query run on it: what `entente query` and its shell share.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "entente/cypher.hpp"
#include "entente/graph.hpp"

namespace entente::cli {

struct QuerySettings {
    std::string format = "table";
    std::vector<std::string> parameters;  // name=value
    double timeout = 30;                  // seconds
    std::uint64_t most_rows = 1'000'000;
    std::uint64_t most_memory = 1024;  // MiB
    bool write = false;

    [[nodiscard]] cypher::Options options() const;
};

// Either form of the graph, and the session on it.
class OpenGraph {
  public:
    OpenGraph(const std::string& path, bool write, int& code);
    [[nodiscard]] cypher::Session& session() { return *session_; }
    [[nodiscard]] const PropertyGraph& graph() const { return session_->graph(); }

  private:
    std::unique_ptr<MutableGraph> mutable_;
    std::unique_ptr<FrozenGraph> frozen_;
    std::unique_ptr<cypher::Session> session_;
};

// name=value: the value is JSON, or else a string as it stands.
void add_parameter(cypher::Parameters& parameters, const std::string& assignment);

// The graph as JSON lines, nodes first: what --save writes and `entente query` reads.
[[nodiscard]] std::string graph_lines(const PropertyGraph& graph);
[[nodiscard]] bool is_graph_lines(std::string_view bytes);
void read_graph_lines(std::string_view bytes, const std::string& name, MutableGraph& graph);

// The statements of a text, which ; separates, outside of strings and comments.
[[nodiscard]] std::vector<std::string> statements_of(std::string_view text);

// Reads queries from a terminal until the end; answers the exit code.
[[nodiscard]] int run_shell(OpenGraph& graph, const QuerySettings& settings);

}  // namespace entente::cli
