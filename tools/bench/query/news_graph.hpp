// A large graph of invented relations, the same each time.
//
// shape     100 000 entities, a million dated relations of fifty types; few entities have most of the relations, as in
//           the news
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "entente/graph.hpp"

namespace bench {

struct Relation {
    std::uint32_t from, to, type;
};

struct NewsGraph {
    std::uint32_t nodes = 100'000, edges = 1'000'000, types = 50;
    std::vector<Relation> relations;

    NewsGraph() {
        std::mt19937 dice{1};
        const auto any_node = [&] {
            const double x = static_cast<double>(dice()) / 4294967296.0;
            return static_cast<std::uint32_t>(x * x * x * nodes);
        };
        relations.reserve(edges);
        for (std::uint32_t i = 0; i < edges; ++i) {
            const std::uint32_t from = any_node(), to = any_node();
            relations.push_back({from, to, static_cast<std::uint32_t>(dice() % types)});
        }
    }

    [[nodiscard]] entente::FrozenGraph frozen() const {
        static constexpr std::string_view labels[] = {"Person", "Organisation", "Country", "Place"};
        entente::GraphBuilder builder;
        for (std::uint32_t i = 0; i < nodes; ++i)
            builder.add_node({labels[i % 4]}, {{"id", i}, {"name", "entity " + std::to_string(i)}});
        for (const Relation& one : relations)
            builder.add_edge(entente::NodeId{one.from}, entente::NodeId{one.to}, "R" + std::to_string(one.type));
        return entente::freeze(builder);
    }
};

}  // namespace bench
