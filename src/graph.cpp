// A property graph, in two forms.
//
// What both forms share beyond their records: edges of one node stand in the order of their types, so those
// of one type are found by halving. SPDX-License-Identifier: MIT
#include "entente/graph.hpp"

#include <algorithm>
#include <ranges>

namespace entente {

EdgeRange PropertyGraph::of_type(EdgeRange edges, TypeId wanted) const {
    const auto places = std::views::iota(std::uint32_t{0}, edges.size());
    const auto type_at = [&](std::uint32_t i) { return type(edges[i]); };
    const auto found = std::ranges::equal_range(places, wanted, {}, type_at);
    const auto begin = static_cast<std::uint32_t>(found.begin() - places.begin());
    return edges.part(begin, begin + static_cast<std::uint32_t>(found.size()));
}

}  // namespace entente
