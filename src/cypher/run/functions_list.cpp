// The functions of the language: lists, and what works on lists and strings alike.
// SPDX-License-Identifier: MIT
#include <array>
#include <limits>
#include <span>

#include "cypher/parse/error.hpp"
#include "cypher/run/functions.hpp"
#include "cypher/run/run.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cypher {
namespace {

using Kind = Value::Kind;
using Arguments = std::span<const Value>;
using enum Type::Kind;

const List& list_in(std::string_view name, const Value& value) {
    if (!value.is(Kind::list)) wrong_argument(name, "a list", value);
    return value.list();
}

Value size_of(Run&, Arguments a) {
    if (a[0].is(Kind::list)) return Value{a[0].list().size()};
    if (!a[0].is(Kind::string)) wrong_argument("size", "a list or a string", a[0]);
    std::int64_t characters = 0;
    for (std::size_t at = 0; at < a[0].string().size(); ++characters)
        at += decode(a[0].string(), at).size;
    return Value{characters};
}

Value head_of(Run&, Arguments a) {
    const List& items = list_in("head", a[0]);
    return items.empty() ? Value{} : items.front();
}

Value last_of(Run&, Arguments a) {
    const List& items = list_in("last", a[0]);
    return items.empty() ? Value{} : items.back();
}

Value tail_of(Run&, Arguments a) {
    const List& items = list_in("tail", a[0]);
    return items.empty() ? Value{List{}} : Value{List(items.begin() + 1, items.end())};
}

Value reversed(Run&, Arguments a) {
    if (a[0].is(Kind::list)) return Value{List(a[0].list().rbegin(), a[0].list().rend())};
    if (!a[0].is(Kind::string)) wrong_argument("reverse", "a list or a string", a[0]);
    const std::string& text = a[0].string();
    std::string out;
    for (std::size_t at = text.size(); at > 0;) {
        const CodePoint c = decode_before(text, at);
        at -= c.size;
        out += text.substr(at, c.size);
    }
    return Value{std::move(out)};
}

// range(from, to, step): both ends belong to it.
Value range_of(Run& run, Arguments a) {
    for (const Value& bound : a) {
        if (!bound.is(Kind::integer)) {
            fail_running("ArgumentError", "InvalidArgumentType", "range() takes integers");
        }
    }
    const std::int64_t from = a[0].integer(), to = a[1].integer(), step = a.size() == 3 ? a[2].integer() : 1;
    if (step == 0) fail_running("ArgumentError", "NumberOutOfRange", "range() by steps of 0 does not end");
    List out;
    std::int64_t at = from;
    while (step > 0 ? at <= to : at >= to) {
        if (out.size() % 1024 == 0) run.charge(1024 * sizeof(Value));
        out.emplace_back(at);
        if (__builtin_add_overflow(at, step, &at)) break;
    }
    run.release((out.size() / 1024 + 1) * 1024 * sizeof(Value));
    return Value{std::move(out)};
}

Value coalesced(Run&, Arguments a) {
    for (const Value& one : a) {
        if (!one.is_null()) return one;
    }
    return {};
}

constexpr TypeSet sized = only(list) | only(string);
constexpr std::uint32_t many = std::numeric_limits<std::uint32_t>::max();
constexpr std::array<Function, 7> table{{
    {"size", 1, 1, sized, {integer, any}, size_of},
    {"head", 1, 1, only(list), {}, head_of},
    {"last", 1, 1, only(list), {}, last_of},
    {"tail", 1, 1, only(list), {list, any}, tail_of, {}, false, true},
    {"reverse", 1, 1, sized, {}, reversed, {}, false, true},
    {"range", 2, 3, every_type, {list, integer}, range_of, {}, true},
    {"coalesce", 1, many, every_type, {}, coalesced, {}, true},
}};

}  // namespace

std::span<const Function> list_functions() {
    return table;
}

}  // namespace entente::cypher
