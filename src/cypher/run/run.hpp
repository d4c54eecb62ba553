// A query at work.
//
// The row that travels: every variable of the query has its slot; operators write into it and pass it on. Beside it what
// all steps need: the graph, parameters, limits, what was deleted.
//
// errors    Error (busy) from tick() and charge() when a limit is reached or the user stops the query
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "cypher/parse/ast.hpp"
#include "entente/cypher.hpp"

namespace entente::cypher {

class PropertyIndex;

class Run {
  public:
    Run(const PropertyGraph& graph, MutableGraph* writable, const Options& options, std::uint32_t slots);

    const PropertyGraph& graph;
    MutableGraph* writable;  // null where the query only reads
    const Options& options;
    std::vector<Value> row;
    Changes changes;
    std::uint64_t weight = 1;                     // for how many equal rows the row stands
    std::map<EdgeId, std::string> deleted_types;  // type(r) is known after DELETE r
    std::mt19937_64 dice{0};                      // rand() gives the same numbers in each run
    PropertyIndex* index = nullptr;

    // Called at each step that may be one of very many.
    void tick() {
        if (++ticks_ % 1024 == 0) check_clock();
    }
    // Bytes that are kept; release() when they go.
    void charge(std::size_t bytes);
    void release(std::size_t bytes) { charged_ -= std::min(charged_, bytes); }

    [[nodiscard]] const Value& parameter(const std::string& name) const;

    // What a node or relationship that was deleted in this query cannot answer.
    void need_there(NodeId node) const;
    void need_there(EdgeId edge) const;

  private:
    void check_clock();

    std::chrono::steady_clock::time_point end_;
    std::uint64_t ticks_ = 0;
    std::size_t charged_ = 0;
};

// About what a value takes beyond its own 24 bytes.
[[nodiscard]] std::size_t bytes_of(const Value& value);

}  // namespace entente::cypher
