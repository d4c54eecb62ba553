// What steps along relationships share.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "cypher/plan/steps.hpp"

namespace entente::cypher {

// The node that a pattern starts from; nothing for null, QueryError for what is no node.
[[nodiscard]] std::optional<NodeId> node_at(Slot slot, const Run& run);
// Whether another relationship of the same MATCH is this edge.
[[nodiscard]] bool is_used(EdgeId edge, const std::vector<Slot>& slots, const Run& run);

}  // namespace entente::cypher
