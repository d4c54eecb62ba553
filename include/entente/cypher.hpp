// openCypher over a property graph.
//
// in        the text of a query, its parameters, a graph: frozen to read, mutable to write as well
// out       columns and rows; what was changed; warnings; the plan for EXPLAIN and PROFILE
// errors    QueryError: what is wrong, where, what was expected, with openCypher's own class of error and whether it
//           shows before the query runs. Error (busy) when a limit is reached. A query that fails changes nothing
// lifetime  a Session refers to its graph; values refer to the graph, so they live no longer
// threads   a Session serves one thread; many may read one graph, each with a Session of its own
// cost      parsing and planning: some 20 microseconds; a write copies the graph first, to be able to go back
// example   cypher::Session session(graph);
//           const auto result = session.run("MATCH (c:Country)-[:BANS]->(o) RETURN c.name, count(*)");
//           for (const auto& row : result.rows) use(row[0].string(), row[1].integer());
// source    the openCypher grammar and Technology Compatibility Kit, 2024.3; docs/cypher.md has the pass rates
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/cypher/value.hpp"
#include "entente/graph/property_graph.hpp"
#include "entente/text/error.hpp"

namespace entente {
class MutableGraph;
}

namespace entente::cypher {

// openCypher's words for an error: type "SyntaxError", code "UndefinedVariable".
class QueryError : public Error {
  public:
    enum class Phase : std::uint8_t { compile_time, runtime };
    QueryError(Phase phase, std::string_view type, std::string_view code, Place place, std::string_view text,
               std::string_view hint = {})
        : Error(Kind::data, std::move(place), text, hint), phase_(phase), type_(type), code_(code) {}

    [[nodiscard]] Phase phase() const { return phase_; }
    [[nodiscard]] const std::string& type() const { return type_; }
    [[nodiscard]] const std::string& code() const { return code_; }

  private:
    Phase phase_;
    std::string type_, code_;
};

using Parameters = std::map<std::string, Value, std::less<>>;
using Row = std::vector<Value>;

// A deed that CALL may name: "entente.pagerank". Types are openCypher's: INTEGER, FLOAT, NUMBER, STRING, BOOLEAN, NODE,
// LIST, MAP, ANY.
struct Procedure {
    struct Field {
        std::string name, type;
    };
    std::vector<Field> inputs, outputs;
    std::function<std::vector<Row>(const PropertyGraph& graph, const Row& arguments)> deed;
    std::string summary;
};
using Procedures = std::map<std::string, Procedure, std::less<>>;

// CALL entente.pagerank() and its like.
[[nodiscard]] const Procedures& graph_procedures();

struct Limits {
    std::chrono::milliseconds time{30'000};     // 0 = none
    std::uint64_t rows = 1'000'000;             // of the result
    std::size_t memory = std::size_t{1} << 30;  // bytes of rows and lists that are kept at once
};

struct Options {
    Parameters parameters{};
    Limits limits{};
    const std::atomic<bool>* stop = nullptr;  // set it, and the query ends with Error (busy)
    const Procedures* procedures = &graph_procedures();
    std::string name = "query";  // in messages: where the text is from
};

struct Changes {
    std::uint64_t nodes_created = 0, nodes_deleted = 0, relationships_created = 0, relationships_deleted = 0,
                  properties_set = 0, labels_added = 0, labels_removed = 0;
    [[nodiscard]] bool none() const;
};

// A step of the plan; a child is what it draws its rows from.
struct PlanStep {
    std::string name, what;  // "Expand", "(a)-[:BANS]->(b)"
    std::uint64_t rows = 0;  // PROFILE: that it gave
    std::vector<PlanStep> children;
};

struct Result {
    std::vector<std::string> columns;
    std::vector<Row> rows;
    Changes changes;
    std::vector<std::string> warnings;
    std::optional<PlanStep> plan;  // of EXPLAIN (no rows then) and PROFILE

    // Nodes and edges anywhere in the rows, ascending, each once: what a picture of the result shows.
    [[nodiscard]] std::vector<NodeId> nodes() const;
    [[nodiscard]] std::vector<EdgeId> edges() const;
};

class Session {
  public:
    explicit Session(const PropertyGraph& graph);  // to read
    explicit Session(MutableGraph& graph);         // to write as well
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session();

    [[nodiscard]] Result run(std::string_view query, const Options& options = {});
    [[nodiscard]] const PropertyGraph& graph() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// A value as openCypher writes it: 'Norway', [1, 2.5], (:Country {name: 'Norway'}), [:BANS {belief: 0.9}].
[[nodiscard]] std::string to_text(const Value& value, const PropertyGraph& graph);
// A value as JSON; nodes and relationships as objects with id, labels or type, properties.
[[nodiscard]] std::string to_json(const Value& value, const PropertyGraph& graph);

// Words of the language, for completion: keywords and functions, sorted.
[[nodiscard]] std::vector<std::string> keywords();
[[nodiscard]] std::vector<std::string> function_names();

}  // namespace entente::cypher
