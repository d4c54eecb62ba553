// Numbers that stand for things.
//
// shape     32 bits, counted from 0; an id is good for the graph that gave it
// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>

namespace entente {

enum class NodeId : std::uint32_t {};
enum class EdgeId : std::uint32_t {};
enum class LabelId : std::uint32_t {};  // of a node: "Country"
enum class TypeId : std::uint32_t {};   // of an edge: "BANS"
enum class KeyId : std::uint32_t {};    // of a property: "name"

template <typename Id>
concept GraphId = std::same_as<Id, NodeId> || std::same_as<Id, EdgeId> || std::same_as<Id, LabelId> ||
    std::same_as<Id, TypeId> || std::same_as<Id, KeyId>;

// The bare number, to index an array with.
[[nodiscard]] constexpr std::uint32_t number(GraphId auto id) {
    return static_cast<std::uint32_t>(id);
}

}  // namespace entente
