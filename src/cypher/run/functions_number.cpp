// The functions of the language: numbers.
// SPDX-License-Identifier: MIT
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

#include "cypher/parse/error.hpp"
#include "cypher/run/functions.hpp"
#include "cypher/run/run.hpp"

namespace entente::cypher {
namespace {

using Kind = Value::Kind;
using Arguments = std::span<const Value>;
using enum Type::Kind;

double number_in(const Value& value) {
    if (!value.is_number()) wrong_argument("a function of numbers", "a number", value, "InvalidArgumentType");
    return value.number();
}

template <double (*Formula)(double)>
Value real_of(Run&, Arguments a) {
    return Value{Formula(number_in(a[0]))};
}

Value absolute(Run&, Arguments a) {
    if (!a[0].is(Kind::integer)) return Value{std::abs(number_in(a[0]))};
    if (a[0].integer() == std::numeric_limits<std::int64_t>::min()) {
        fail_running("ArithmeticError", "IntegerOverflow", "abs() of the least integer does not fit into 64 bits");
    }
    return Value{std::abs(a[0].integer())};
}

Value sign_of(Run&, Arguments a) {
    const double x = number_in(a[0]);
    return Value{x > 0 ? 1 : (x < 0 ? -1 : 0)};
}

// Halves go up; round(x, digits) keeps digits behind the point.
Value rounded(Run&, Arguments a) {
    const double x = number_in(a[0]);
    if (a.size() == 1) return Value{std::floor(x + 0.5)};
    const double scale = std::pow(10.0, number_in(a[1]));
    return Value{std::round(x * scale) / scale};
}

Value random(Run& run, Arguments) {
    return Value{static_cast<double>(run.dice() >> 11) * 0x1.0p-53};
}

Value arc_tangent(Run&, Arguments a) {
    return Value{std::atan2(number_in(a[0]), number_in(a[1]))};
}

Value pi_of(Run&, Arguments) {
    return Value{std::numbers::pi};
}
Value e_of(Run&, Arguments) {
    return Value{std::numbers::e};
}

Value is_nan(Run&, Arguments a) {
    return Value{std::isnan(number_in(a[0]))};
}

double cotangent(double x) {
    return 1.0 / std::tan(x);
}
double haversine(double x) {
    return (1.0 - std::cos(x)) / 2.0;
}
double to_degrees(double x) {
    return x * 180.0 / std::numbers::pi;
}
double to_radians(double x) {
    return x * std::numbers::pi / 180.0;
}

constexpr Type is_real{real, any};
constexpr std::array<Function, 25> table{{
    {"abs", 1, 1, numbers, {}, absolute, {}, false, true},
    {"sign", 1, 1, numbers, {integer, any}, sign_of},
    {"ceil", 1, 1, numbers, is_real, real_of<std::ceil>},
    {"floor", 1, 1, numbers, is_real, real_of<std::floor>},
    {"round", 1, 2, numbers, is_real, rounded},
    {"sqrt", 1, 1, numbers, is_real, real_of<std::sqrt>},
    {"exp", 1, 1, numbers, is_real, real_of<std::exp>},
    {"log", 1, 1, numbers, is_real, real_of<std::log>},
    {"log10", 1, 1, numbers, is_real, real_of<std::log10>},
    {"sin", 1, 1, numbers, is_real, real_of<std::sin>},
    {"cos", 1, 1, numbers, is_real, real_of<std::cos>},
    {"tan", 1, 1, numbers, is_real, real_of<std::tan>},
    {"cot", 1, 1, numbers, is_real, real_of<cotangent>},
    {"asin", 1, 1, numbers, is_real, real_of<std::asin>},
    {"acos", 1, 1, numbers, is_real, real_of<std::acos>},
    {"atan", 1, 1, numbers, is_real, real_of<std::atan>},
    {"atan2", 2, 2, numbers, is_real, arc_tangent},
    {"haversin", 1, 1, numbers, is_real, real_of<haversine>},
    {"degrees", 1, 1, numbers, is_real, real_of<to_degrees>},
    {"radians", 1, 1, numbers, is_real, real_of<to_radians>},
    {"rand", 0, 0, every_type, is_real, random},
    {"pi", 0, 0, every_type, is_real, pi_of},
    {"e", 0, 0, every_type, is_real, e_of},
    {"isnan", 1, 1, numbers, {boolean, any}, is_nan, "isNaN"},
    {"cosh", 1, 1, numbers, is_real, real_of<std::cosh>},
}};

}  // namespace

std::span<const Function> number_functions() {
    return table;
}

}  // namespace entente::cypher
