// What a query computes with: equality, order and hash.
//
// Lists and maps may hold each other only as deep as a query can nest them, so recursion is bounded.
// SPDX-License-Identifier: MIT
#include "entente/cypher/value.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <compare>
#include <functional>
#include <limits>
#include <optional>

namespace entente::cypher {
namespace {

using Kind = Value::Kind;

int sign(auto a, auto b) {
    return a < b ? -1 : (b < a ? 1 : 0);
}

// Exact also where a double cannot hold the integer. NaN is for the caller.
int compare_mixed(std::int64_t a, double b) {
    constexpr double two_to_63 = 9223372036854775808.0;
    if (b >= two_to_63) return -1;
    if (b < -two_to_63) return 1;
    const auto whole = static_cast<std::int64_t>(b);
    if (a != whole) return sign(a, whole);
    return sign(0.0, b - static_cast<double>(whole));
}

int compare_numbers(const Value& a, const Value& b) {
    if (a.is(Kind::integer)) {
        return b.is(Kind::integer) ? sign(a.integer(), b.integer()) : compare_mixed(a.integer(), b.real());
    }
    return b.is(Kind::integer) ? -compare_mixed(b.integer(), a.real()) : sign(a.real(), b.real());
}

bool is_nan(const Value& value) {
    return value.is(Kind::real) && std::isnan(value.real());
}

std::optional<bool> equal_lists(const List& a, const List& b) {
    if (a.size() != b.size()) return false;
    std::optional<bool> all = true;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto one = equal(a[i], b[i]);
        if (one == false) return false;
        if (!one) all = std::nullopt;
    }
    return all;
}

std::optional<bool> equal_maps(const Map& a, const Map& b) {
    if (a.size() != b.size()) return false;
    std::optional<bool> all = true;
    for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y) {
        if (x->first != y->first) return false;
        const auto one = equal(x->second, y->second);
        if (one == false) return false;
        if (!one) all = std::nullopt;
    }
    return all;
}

std::optional<int> compare_lists(const List& a, const List& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const auto one = compare(a[i], b[i]);
        if (!one || *one != 0) return one;
    }
    return sign(a.size(), b.size());
}

// The place of a kind in the order of ORDER BY.
int rank(const Value& value) {
    static constexpr std::array<int, 10> by_kind{9, 6, 7, 7, 5, 3, 0, 1, 2, 4};
    return is_nan(value) ? 8 : by_kind[static_cast<std::size_t>(value.kind())];
}

int order_lists(const List& a, const List& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (const int one = order(a[i], b[i])) return one;
    }
    return sign(a.size(), b.size());
}

int order_maps(const Map& a, const Map& b) {
    auto x = a.begin();
    for (auto y = b.begin(); x != a.end() && y != b.end(); ++x, ++y) {
        if (const int key = sign(x->first, y->first)) return key;
        if (const int one = order(x->second, y->second)) return one;
    }
    return sign(a.size(), b.size());
}

int order_paths(const Path& a, const Path& b) {
    if (const int nodes = sign(a.nodes, b.nodes)) return nodes;
    return sign(a.edges, b.edges);
}

std::size_t mixed(std::size_t hash, std::size_t next) {
    return std::rotl(hash * 0x9E3779B97F4A7C15, 29) ^ next * 0xC2B2AE3D27D4EB4F;
}

// A whole double hashes like its integer, for they are equal.
std::size_t hash_number(double value) {
    if (value >= -9.2e18 && value <= 9.2e18 && std::trunc(value) == value) {
        return static_cast<std::size_t>(static_cast<std::int64_t>(value));
    }
    return std::isnan(value) ? 1 : std::bit_cast<std::uint64_t>(value);
}

}  // namespace

Value::Value(const entente::Value& property) {
    switch (property.kind()) {
        case entente::Value::Kind::null:
            break;
        case entente::Value::Kind::boolean:
            data_ = property.boolean();
            break;
        case entente::Value::Kind::integer:
            data_ = property.integer();
            break;
        case entente::Value::Kind::real:
            data_ = property.real();
            break;
        case entente::Value::Kind::string:
            data_ = Shared<std::string>(Shared<std::string>(), &property.string());  // owns nothing
            break;
        case entente::Value::Kind::list: {
            List list;
            list.reserve(property.list().size());
            for (const entente::Value& item : property.list())
                list.emplace_back(Value(item));
            data_ = std::make_shared<const List>(std::move(list));
        }
    }
}

std::optional<entente::Value> Value::property() const {
    switch (kind()) {
        case Kind::null:
            return entente::Value{};
        case Kind::boolean:
            return entente::Value{boolean()};
        case Kind::integer:
            return entente::Value{integer()};
        case Kind::real:
            return entente::Value{real()};
        case Kind::string:
            return entente::Value{string()};
        case Kind::list: {
            entente::List items;
            for (const Value& item : list()) {
                const auto stored = item.property();
                if (!stored || stored->is_null()) return std::nullopt;
                items.push_back(*stored);
            }
            return entente::Value{std::move(items)};
        }
        default:
            return std::nullopt;
    }
}

std::string_view name_of(Value::Kind kind) {
    static constexpr std::array<std::string_view, 10> names{"Null", "Boolean", "Integer", "Float",        "String",
                                                            "List", "Map",     "Node",    "Relationship", "Path"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<bool> equal(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return std::nullopt;
    if (a.is_number() && b.is_number()) return !is_nan(a) && !is_nan(b) && compare_numbers(a, b) == 0;
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
        case Kind::boolean:
            return a.boolean() == b.boolean();
        case Kind::string:
            return a.string() == b.string();
        case Kind::list:
            return equal_lists(a.list(), b.list());
        case Kind::map:
            return equal_maps(a.map(), b.map());
        case Kind::node:
            return a.node() == b.node();
        case Kind::relationship:
            return a.relationship() == b.relationship();
        default:
            return a.path() == b.path();
    }
}

bool same(const Value& a, const Value& b) {
    return order(a, b) == 0;
}

std::optional<int> compare(const Value& a, const Value& b) {
    if (a.is_number() && b.is_number()) {
        if (is_nan(a) || is_nan(b)) return std::nullopt;
        return compare_numbers(a, b);
    }
    if (a.kind() != b.kind()) return std::nullopt;
    switch (a.kind()) {
        case Kind::boolean:
            return sign(a.boolean(), b.boolean());
        case Kind::string:
            return sign(a.string(), b.string());
        case Kind::list:
            return compare_lists(a.list(), b.list());
        default:
            return std::nullopt;
    }
}

int order(const Value& a, const Value& b) {
    if (const int by_kind = sign(rank(a), rank(b))) return by_kind;
    if (a.is_number()) return is_nan(a) ? 0 : compare_numbers(a, b);
    switch (a.kind()) {
        case Kind::boolean:
            return sign(a.boolean(), b.boolean());
        case Kind::string:
            return sign(a.string(), b.string());
        case Kind::list:
            return order_lists(a.list(), b.list());
        case Kind::map:
            return order_maps(a.map(), b.map());
        case Kind::node:
            return sign(a.node(), b.node());
        case Kind::relationship:
            return sign(a.relationship(), b.relationship());
        case Kind::path:
            return order_paths(a.path(), b.path());
        default:
            return 0;
    }
}

std::size_t hash_of(const Value& value) {
    std::size_t hash = static_cast<std::size_t>(rank(value));
    switch (value.kind()) {
        case Kind::null:
            break;
        case Kind::boolean:
            return mixed(hash, value.boolean());
        case Kind::integer:
            return mixed(hash, static_cast<std::size_t>(value.integer()));
        case Kind::real:
            return mixed(hash, hash_number(value.real()));
        case Kind::string:
            return mixed(hash, std::hash<std::string>{}(value.string()));
        case Kind::list:
            for (const Value& item : value.list())
                hash = mixed(hash, hash_of(item));
            break;
        case Kind::map:
            for (const auto& [key, item] : value.map())
                hash = mixed(mixed(hash, std::hash<std::string>{}(key)), hash_of(item));
            break;
        case Kind::node:
            return mixed(hash, number(value.node()));
        case Kind::relationship:
            return mixed(hash, number(value.relationship()));
        case Kind::path:
            for (const NodeId node : value.path().nodes)
                hash = mixed(hash, number(node));
            break;
    }
    return hash;
}

}  // namespace entente::cypher
