// What a query computes with.
//
// shape     null, a boolean, an integer of 64 bits, a double, a string (UTF-8), a list, a map, or a node, a relationship
//           or a path of the graph; of the last three only the ids
// lifetime  a string may be the graph's own: values live no longer than the graph of their query
// threads   a plain value; contents are shared and never change
// cost      24 bytes; copying is free of allocation
// example   Value{3}; Value{"Norway"}; Value{List{1, "two"}}
// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "entente/graph/ids.hpp"
#include "entente/graph/value.hpp"

namespace entente::cypher {

class Value;
using List = std::vector<Value>;
using Map = std::map<std::string, Value, std::less<>>;

struct Path {
    std::vector<NodeId> nodes;  // one more than edges
    std::vector<EdgeId> edges;  // each between its two nodes, in either direction
    friend bool operator==(const Path&, const Path&) = default;
};

class Value {
  public:
    enum class Kind : std::uint8_t { null, boolean, integer, real, string, list, map, node, relationship, path };

    Value() = default;  // null
    Value(std::same_as<bool> auto value) : data_(value) {}
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool>) Value(Integer value) : data_(static_cast<std::int64_t>(value)) {}
    Value(double value) : data_(value) {}
    Value(std::string value) : data_(std::make_shared<const std::string>(std::move(value))) {}
    Value(std::string_view value) : Value(std::string(value)) {}
    Value(const char* value) : Value(std::string(value)) {}
    Value(List value) : data_(std::make_shared<const List>(std::move(value))) {}
    Value(Map value) : data_(std::make_shared<const Map>(std::move(value))) {}
    Value(Path value) : data_(std::make_shared<const Path>(std::move(value))) {}
    Value(NodeId value) : data_(value) {}
    Value(EdgeId value) : data_(value) {}
    // A property; its string is not copied, so it must stay where it is.
    explicit Value(const entente::Value& property);

    [[nodiscard]] Kind kind() const { return static_cast<Kind>(data_.index()); }
    [[nodiscard]] bool is(Kind kind) const { return this->kind() == kind; }
    [[nodiscard]] bool is_null() const { return data_.index() == 0; }
    [[nodiscard]] bool is_number() const { return is(Kind::integer) || is(Kind::real); }
    [[nodiscard]] bool boolean() const { return std::get<bool>(data_); }
    [[nodiscard]] std::int64_t integer() const { return std::get<std::int64_t>(data_); }
    [[nodiscard]] double real() const { return std::get<double>(data_); }
    [[nodiscard]] double number() const { return is(Kind::integer) ? static_cast<double>(integer()) : real(); }
    [[nodiscard]] const std::string& string() const { return *std::get<Shared<std::string>>(data_); }
    [[nodiscard]] const List& list() const { return *std::get<Shared<List>>(data_); }
    [[nodiscard]] const Map& map() const { return *std::get<Shared<Map>>(data_); }
    [[nodiscard]] const Path& path() const { return *std::get<Shared<Path>>(data_); }
    [[nodiscard]] NodeId node() const { return std::get<NodeId>(data_); }
    [[nodiscard]] EdgeId relationship() const { return std::get<EdgeId>(data_); }

    // How the value would be stored; nothing for what no property can hold: maps, nodes, lists of those.
    [[nodiscard]] std::optional<entente::Value> property() const;

  private:
    template <typename T>
    using Shared = std::shared_ptr<const T>;
    std::variant<std::monostate, bool, std::int64_t, double, Shared<std::string>, Shared<List>, Shared<Map>, NodeId,
                 EdgeId, Shared<Path>>
        data_;  // in the order of Kind
};

// "Integer", "List" ...
[[nodiscard]] std::string_view name_of(Value::Kind kind);

// a = b: true, false, or null where one is null or holds it; 1 = 1.0.
[[nodiscard]] std::optional<bool> equal(const Value& a, const Value& b);
// The same for DISTINCT and grouping: null is null and NaN is NaN.
[[nodiscard]] bool same(const Value& a, const Value& b);
[[nodiscard]] std::size_t hash_of(const Value& value);  // of same() values the same
// a < b: negative, zero, positive; null where the two cannot be compared.
[[nodiscard]] std::optional<int> compare(const Value& a, const Value& b);
// The order of ORDER BY, total: maps, nodes, relationships, lists, paths, strings, booleans, numbers, NaN, null.
[[nodiscard]] int order(const Value& a, const Value& b);

}  // namespace entente::cypher
