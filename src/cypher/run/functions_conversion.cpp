// The functions of the language: from one type to another. What cannot be read is null; what has no such form is an
// error.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <array>
#include <charconv>
#include <cmath>
#include <span>

#include "cypher/parse/error.hpp"
#include "cypher/parse/parser.hpp"
#include "cypher/run/functions.hpp"
#include "cypher/run/run.hpp"

namespace entente::cypher {
namespace {

using Kind = Value::Kind;
using Arguments = std::span<const Value>;
using enum Type::Kind;

std::string_view stripped(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

Value read_real(std::string_view text) {
    text = stripped(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, value);
    return fault == std::errc{} && stop == end && !text.empty() ? Value{value} : Value{};
}

Value truncated(double value) {
    if (std::isnan(value) || std::abs(value) >= 9223372036854775808.0) return {};
    return Value{static_cast<std::int64_t>(value)};
}

Value read_integer(std::string_view text) {
    text = stripped(text);
    std::string_view digits = text;
    if (digits.starts_with('+')) digits.remove_prefix(1);
    std::int64_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, fault] = std::from_chars(digits.data(), end, value);
    if (fault == std::errc{} && stop == end && !digits.empty()) return Value{value};
    const Value read = read_real(text);
    return read.is_null() ? Value{} : truncated(read.real());
}

Value to_integer(Run&, Arguments a) {
    if (a[0].is(Kind::integer)) return a[0];
    if (a[0].is(Kind::real)) return truncated(a[0].real());
    if (a[0].is(Kind::boolean)) return Value{a[0].boolean() ? 1 : 0};
    if (a[0].is(Kind::string)) return read_integer(a[0].string());
    wrong_argument("toInteger", "a number, a boolean or a string", a[0]);
}

Value to_float(Run&, Arguments a) {
    if (a[0].is_number()) return Value{a[0].number()};
    if (a[0].is(Kind::string)) return read_real(a[0].string());
    wrong_argument("toFloat", "a number or a string", a[0]);
}

Value to_boolean(Run&, Arguments a) {
    if (a[0].is(Kind::boolean)) return a[0];
    if (a[0].is(Kind::integer)) return Value{a[0].integer() != 0};
    if (!a[0].is(Kind::string)) wrong_argument("toBoolean", "a boolean, an integer or a string", a[0]);
    const std::string_view text = stripped(a[0].string());
    if (same_word(text, "true")) return Value{true};
    if (same_word(text, "false")) return Value{false};
    return {};
}

Value text_of(Run& run, Arguments a) {
    if (a[0].is(Kind::string)) return a[0];
    if (!a[0].is_number() && !a[0].is(Kind::boolean))
        wrong_argument("toString", "a number, a boolean or a string", a[0]);
    return Value{to_text(a[0], run.graph)};
}

Value kind_name(Run&, Arguments a) {
    return Value{name_of(a[0].kind())};
}

constexpr TypeSet plain = every_type;
constexpr std::array<Function, 5> table{{
    {"tointeger", 1, 1, plain, {integer, any}, to_integer, "toInteger"},
    {"tofloat", 1, 1, plain, {real, any}, to_float, "toFloat"},
    {"toboolean", 1, 1, plain, {boolean, any}, to_boolean, "toBoolean"},
    {"tostring", 1, 1, plain, {string, any}, text_of, "toString"},
    {"valuetype", 1, 1, plain, {string, any}, kind_name, "valueType", true},
}};

}  // namespace

std::span<const Function> conversion_functions() {
    return table;
}

}  // namespace entente::cypher
