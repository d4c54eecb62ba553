// The edges of a node, as a pattern wants them.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "cypher/parse/ast.hpp"
#include "entente/graph/property_graph.hpp"

namespace entente::cypher {

// Types and direction of a pattern, with the graph's numbers for the types.
class EdgeKind {
  public:
    EdgeKind(Direction direction, const std::vector<std::string>& types) : direction_(direction), names_(types) {}
    void resolve(const PropertyGraph& graph);  // types may have come since

    // A walk over the edges of one node: first those that leave it, then those that reach it; a loop counts once.
    class Cursor {
      public:
        Cursor() = default;
        Cursor(const EdgeKind& kind, const PropertyGraph& graph, NodeId node);
        [[nodiscard]] std::optional<EdgeId> next();
        [[nodiscard]] NodeId other() const { return other_; }  // end of the last edge
        [[nodiscard]] std::uint64_t rest();                    // how many more next() would give; other() stays

      private:
        bool refill();
        const EdgeKind* kind_ = nullptr;
        const PropertyGraph* graph_ = nullptr;
        NodeId node_{}, other_{};
        EdgeRange range_{0, 0};
        std::uint32_t at_ = 0;
        std::size_t type_ = 0;
        bool in_ = false;
    };

    // Whether an edge leads from `from` to somewhere as wanted; where to.
    [[nodiscard]] std::optional<NodeId> other_end(const PropertyGraph& graph, EdgeId edge, NodeId from) const;
    // At most so many edges will be walked over.
    [[nodiscard]] std::uint64_t degree(const PropertyGraph& graph, NodeId node) const;
    [[nodiscard]] EdgeKind turned() const;
    [[nodiscard]] Direction direction() const { return direction_; }

  private:
    [[nodiscard]] bool has_type(TypeId type) const;
    Direction direction_;
    std::vector<std::string> names_;
    std::vector<TypeId> types_;
};

}  // namespace entente::cypher
