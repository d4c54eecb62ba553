// What a property holds.
// SPDX-License-Identifier: MIT
#include "entente/graph/value.hpp"

#include <fmt/core.h>

#include <bit>
#include <cmath>
#include <functional>
#include <ostream>

namespace entente {
namespace {

// A real number must not read as an integer: 1 is written 1.0.
std::string written(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
    std::string text = fmt::format("{}", value);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string quoted(const std::string& value) {
    std::string text = "'";
    for (const char c : value) {
        if (c == '\'' || c == '\\') text += '\\';
        text += c;
    }
    return text + '\'';
}

}  // namespace

bool operator==(const Value& a, const Value& b) {
    if (a.kind() == Value::Kind::real && b.kind() == Value::Kind::real) {
        return std::bit_cast<std::uint64_t>(a.real()) == std::bit_cast<std::uint64_t>(b.real());
    }
    return a.data_ == b.data_;
}

std::size_t Value::hash() const {
    constexpr std::uint64_t prime = 0x9E3779B97F4A7C15;  // spreads small integers over all bits
    const auto mix = [](std::uint64_t a, std::uint64_t b) { return std::rotl(a * prime, 29) ^ b * prime; };
    std::uint64_t hash = data_.index();
    switch (kind()) {
        case Kind::null:
            break;
        case Kind::boolean:
            hash = mix(hash, boolean());
            break;
        case Kind::integer:
            hash = mix(hash, static_cast<std::uint64_t>(integer()));
            break;
        case Kind::real:
            hash = mix(hash, std::bit_cast<std::uint64_t>(real()));
            break;
        case Kind::string:
            hash = mix(hash, std::hash<std::string>{}(string()));
            break;
        case Kind::list:
            for (const Value& value : list())
                hash = mix(hash, value.hash());
            break;
    }
    return hash ^ hash >> 32;
}

std::ostream& operator<<(std::ostream& out, const Value& value) {
    switch (value.kind()) {
        case Value::Kind::null:
            return out << "null";
        case Value::Kind::boolean:
            return out << (value.boolean() ? "true" : "false");
        case Value::Kind::integer:
            return out << fmt::format("{}", value.integer());
        case Value::Kind::real:
            return out << written(value.real());
        case Value::Kind::string:
            return out << quoted(value.string());
        case Value::Kind::list:
            break;
    }
    const char* comma = "[";
    for (const Value& item : value.list()) {
        out << comma << item;
        comma = ", ";
    }
    return out << (value.list().empty() ? "[]" : "]");
}

}  // namespace entente
