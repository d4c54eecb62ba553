// Nodes by the value of a property.
// SPDX-License-Identifier: MIT
#include "cypher/run/index.hpp"

#include <algorithm>

namespace entente::cypher {

std::span<const PropertyIndex::Entry> PropertyIndex::find(const std::string& key, const Value& value) {
    const auto [found, is_new] = by_key_.try_emplace(key);
    std::vector<Entry>& entries = found->second;
    if (const auto known = graph_.key_names().find(key); is_new && known) {
        for (const NodeId node : graph_.nodes()) {
            const entente::Value& held = graph_.property(node, *known);
            if (!held.is_null()) entries.emplace_back(hash_of(Value(held)), node);
        }
        std::ranges::sort(entries);
    }
    const auto range = std::ranges::equal_range(entries, hash_of(value), {}, &Entry::first);
    return {range.begin(), range.end()};
}

}  // namespace entente::cypher
