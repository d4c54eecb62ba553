// Nodes by the value of a property.
//
// out       candidates: nodes whose value has the same hash; the caller still compares
// cost      built at the first question for a key: n log n; a question: a binary search
// threads   one
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "entente/cypher/value.hpp"
#include "entente/graph/property_graph.hpp"

namespace entente::cypher {

class PropertyIndex {
  public:
    using Entry = std::pair<std::uint64_t, NodeId>;  // hash of the value, node

    explicit PropertyIndex(const PropertyGraph& graph) : graph_(graph) {}
    // Ascending by node.
    [[nodiscard]] std::span<const Entry> find(const std::string& key, const Value& value);
    void forget() { by_key_.clear(); }  // the graph has changed

  private:
    const PropertyGraph& graph_;
    std::map<std::string, std::vector<Entry>, std::less<>> by_key_;
};

}  // namespace entente::cypher
