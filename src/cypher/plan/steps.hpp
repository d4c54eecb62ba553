// The steps of which plans are made.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "cypher/plan/operator.hpp"

namespace entente::cypher {

// ---- where rows come from

[[nodiscard]] StepPtr one_row();  // the row as it stands, once

struct ScanPlan {
    enum class Kind : std::uint8_t { all, label, property, id };
    Kind kind = Kind::all;
    Slot slot = no_slot;
    std::string name;                   // of the label, or of the property's key
    const Expression* value = nullptr;  // property, id
};
[[nodiscard]] StepPtr scan(StepPtr input, ScanPlan plan);

// ---- along relationships

struct Test {  // {key: value} of a relationship on a path of any length
    std::string key;
    const Expression* value = nullptr;
};

struct ExpandPlan {
    Slot from = no_slot, relationship = no_slot, to = no_slot;
    Direction direction = Direction::both;  // seen from `from`
    std::vector<std::string> types;
    bool into = false;             // `to` is known
    bool bound = false;            // the relationship is known
    bool from_unknown = false;     // both ends come from the known relationship
    std::vector<Slot> other_than;  // relationships of the same MATCH
    // paths of any length
    std::uint64_t least = 1, most = 1;
    std::vector<Test> tests;
    bool keeps_path = true;      // somebody reads the relationships
    bool distinct_ends = false;  // each end once is enough
    bool all_shortest = false;   // shortest paths: all of them
    bool reversed = false;       // planned from right to left: relationships are listed the other way round
    Slot path = no_slot;         // shortest paths: where the path goes
};
[[nodiscard]] StepPtr expand(StepPtr input, ExpandPlan plan);
[[nodiscard]] StepPtr walk(StepPtr input, ExpandPlan plan);   // paths of any length
[[nodiscard]] StepPtr reach(StepPtr input, ExpandPlan plan);  // their distinct ends
[[nodiscard]] StepPtr shortest(StepPtr input, ExpandPlan plan);
// Rows with a weight: one for all relationships of a node; one for all of a type in the whole graph.
[[nodiscard]] StepPtr degrees(StepPtr input, ExpandPlan plan);
[[nodiscard]] StepPtr edges_by_type(StepPtr input, ExpandPlan plan);

// A path's elements, in order: node, relationship or list of relationships, node ...
[[nodiscard]] StepPtr bind_path(StepPtr input, Slot path, std::vector<Slot> elements);
[[nodiscard]] Value path_of(const std::vector<Slot>& elements, const Run& run);

// ---- rows

[[nodiscard]] StepPtr filter(StepPtr input, std::vector<Condition> conditions);
struct Assignment {
    const Expression* expression = nullptr;
    Slot slot = no_slot;
};
[[nodiscard]] StepPtr project(StepPtr input, std::vector<Assignment> assignments);
[[nodiscard]] StepPtr unwind(StepPtr input, const Expression& list, Slot slot);
// Rows of `inner` for each row of the input; where there are none, one with nulls in `introduced`.
[[nodiscard]] StepPtr optional(StepPtr input, StepPtr inner, std::vector<Slot> introduced);
[[nodiscard]] StepPtr skip(StepPtr input, const Expression& count);
[[nodiscard]] StepPtr limit(StepPtr input, const Expression& count, bool writes_below);
[[nodiscard]] StepPtr distinct(StepPtr input, std::vector<Slot> slots);
struct SortKey {
    const Expression* expression = nullptr;
    bool descending = false;
};
// Only `keep` is passed on. With counts, no more rows are kept than are asked for.
[[nodiscard]] StepPtr sort(StepPtr input, std::vector<SortKey> keys, std::vector<Slot> keep, const Expression* skip,
                           const Expression* limit);
[[nodiscard]] StepPtr group(StepPtr input, std::vector<Assignment> keys, std::vector<const Expression*> aggregates);
struct UnionPart {
    StepPtr root;
    std::vector<Slot> columns;
};
[[nodiscard]] StepPtr union_of(std::vector<UnionPart> parts, std::vector<Slot> columns);
[[nodiscard]] StepPtr call(StepPtr input, const Clause& clause);

// ---- writing

[[nodiscard]] StepPtr create(StepPtr input, const Clause& clause);
[[nodiscard]] StepPtr merge(StepPtr input, const Clause& clause, StepPtr match);
[[nodiscard]] StepPtr change(StepPtr input, const Clause& clause);  // SET, REMOVE
[[nodiscard]] StepPtr erase(StepPtr input, const Clause& clause);

// What SKIP or LIMIT says; QueryError for what is no count.
[[nodiscard]] std::uint64_t count_of(const Expression& expression, Run& run, std::string_view word);

}  // namespace entente::cypher
