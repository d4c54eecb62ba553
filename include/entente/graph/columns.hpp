// Names, values and columns.
//
// Every name and every distinct value is kept once; what refers to it is a number of 32 bits.
//
// lifetime  names and values stay where they are until their owner goes
// cost      a column: 4 bytes a row; if sparse, 8 bytes a row that holds something
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/graph/ids.hpp"
#include "entente/graph/value.hpp"

namespace entente {

// Labels, types or keys, numbered in the order of their coming.
template <GraphId Id>
class Names {
  public:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
    [[nodiscard]] const std::string& operator[](Id id) const { return names_[number(id)]; }
    [[nodiscard]] std::optional<Id> find(std::string_view name) const {
        const auto found = ids_.find(name);
        return found == ids_.end() ? std::nullopt : std::optional(found->second);
    }
    Id intern(std::string_view name) {
        if (const auto known = find(name)) return *known;
        names_.emplace_back(name);
        return ids_.emplace(name, Id{size() - 1}).first->second;
    }

  private:
    std::deque<std::string> names_;
    std::map<std::string, Id, std::less<>> ids_;
};

enum class ValueId : std::uint32_t { null };

// Every distinct value once.
class Values {
  public:
    [[nodiscard]] const Value& operator[](ValueId id) const { return values_[static_cast<std::uint32_t>(id)]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(values_.size()); }
    ValueId intern(Value value);

  private:
    [[nodiscard]] std::size_t slot_of(const Value& value) const;
    void grow();

    std::deque<Value> values_{Value{}};       // null is number 0
    std::vector<std::uint32_t> slots_{0, 0};  // a hash table of numbers; 0 = free; at most half full
};

// One property of all nodes, or of all edges.
class Column {
  public:
    [[nodiscard]] ValueId at(std::uint32_t row) const;  // null beyond the end
    void set(std::uint32_t row, ValueId value);
    // Drop the empty rows where that saves memory; set() undoes it.
    void compact();

  private:
    void spread();

    std::vector<std::uint32_t> rows_;  // sparse: the rows of `values_`, ascending; empty: row i is values_[i]
    std::vector<ValueId> values_;
};

}  // namespace entente
