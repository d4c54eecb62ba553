// What a property holds.
//
// shape     null, a boolean, an integer of 64 bits, a double, a string (UTF-8), or a list of values
// errors    boolean(), integer() ... of a value of another kind: std::bad_variant_access
// threads   a plain value
// example   Value{"Norway"}; Value{3}; Value{List{"Norge", "Noreg"}}
// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace entente {

class Value;
using List = std::vector<Value>;

class Value {
  public:
    enum class Kind : std::uint8_t { null, boolean, integer, real, string, list };

    Value() = default;  // null
    Value(std::same_as<bool> auto value) : data_(value) {}
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool>) Value(Integer value) : data_(static_cast<std::int64_t>(value)) {}
    Value(double value) : data_(value) {}
    Value(std::string value) : data_(std::move(value)) {}
    Value(std::string_view value) : data_(std::string(value)) {}
    Value(const char* value) : data_(std::string(value)) {}
    Value(List value) : data_(std::move(value)) {}

    [[nodiscard]] Kind kind() const { return static_cast<Kind>(data_.index()); }
    [[nodiscard]] bool is_null() const { return kind() == Kind::null; }
    [[nodiscard]] bool boolean() const { return std::get<bool>(data_); }
    [[nodiscard]] std::int64_t integer() const { return std::get<std::int64_t>(data_); }
    [[nodiscard]] double real() const { return std::get<double>(data_); }
    [[nodiscard]] const std::string& string() const { return std::get<std::string>(data_); }
    [[nodiscard]] const List& list() const { return std::get<List>(data_); }

    // Of one kind and one content; doubles by their bits, so that every value equals itself. 1 is not 1.0
    // here: what a query calls equal is for the query language to say.
    friend bool operator==(const Value& a, const Value& b);
    [[nodiscard]] std::size_t hash() const;  // of equal values equal, within one run of the program

  private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List> data_;  // in the order of Kind
};

// As openCypher writes it: null, true, 3, 2.5, 'Norway', ['Norge', 'Noreg'].
std::ostream& operator<<(std::ostream& out, const Value& value);

}  // namespace entente
