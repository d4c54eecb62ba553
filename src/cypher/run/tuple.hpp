// Some values together, as the key of a hash table: null is null, 1 is 1.0.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <vector>

#include "cypher/run/run.hpp"

namespace entente::cypher {

using Tuple = std::vector<Value>;

struct TupleHash {
    std::size_t operator()(const Tuple& tuple) const {
        std::size_t hash = 0;
        for (const Value& value : tuple)
            hash = hash * 0x9E3779B97F4A7C15 + hash_of(value);
        return hash ^ hash >> 29;
    }
};
struct TupleSame {
    bool operator()(const Tuple& a, const Tuple& b) const { return std::ranges::equal(a, b, same); }
};

[[nodiscard]] inline std::size_t bytes_of(const Tuple& tuple) {
    std::size_t bytes = 64 + tuple.size() * sizeof(Value);
    for (const Value& value : tuple)
        bytes += cypher::bytes_of(value);
    return bytes;
}

}  // namespace entente::cypher
