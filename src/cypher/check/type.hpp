// What is known of a value before the query runs.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::cypher {

struct Type {
    enum class Kind : std::uint8_t { any, boolean, integer, real, number, string, list, map, node, relationship, path };
    Kind kind = Kind::any;
    Kind element = Kind::any;  // of a list
    friend bool operator==(const Type&, const Type&) = default;
};

// A set of types, as bits; a value of an unknown type is in every set.
using TypeSet = std::uint32_t;
[[nodiscard]] constexpr TypeSet only(Type::Kind kind) {
    return TypeSet{1} << static_cast<unsigned>(kind);
}
[[nodiscard]] constexpr bool in(Type::Kind kind, TypeSet set) {
    return kind == Type::Kind::any || (set & only(kind)) != 0;
}
inline constexpr TypeSet every_type = 0xFFFFFFFF;
inline constexpr TypeSet numbers = only(Type::Kind::integer) | only(Type::Kind::real) | only(Type::Kind::number);

[[nodiscard]] std::string_view name_of(Type::Kind kind);

}  // namespace entente::cypher
