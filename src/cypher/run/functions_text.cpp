// The functions of the language: strings. Places and lengths count characters, not bytes.
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

const std::string& text_in(std::string_view name, const Value& value) {
    if (!value.is(Kind::string)) wrong_argument(name, "a string", value, "InvalidArgumentType");
    return value.string();
}

std::size_t count_in(std::string_view name, const Value& value) {
    if (!value.is(Kind::integer)) wrong_argument(name, "an integer", value, "InvalidArgumentType");
    if (value.integer() < 0) {
        fail_running("ArgumentError", "NegativeIntegerArgument", std::string(name) + "() of a negative number");
    }
    return static_cast<std::size_t>(value.integer());
}

// The byte at which character `count` from byte `from` begins.
std::size_t skip(const std::string& text, std::size_t from, std::size_t count) {
    while (count-- > 0 && from < text.size())
        from += decode(text, from).size;
    return from;
}

Value lowered(Run&, Arguments a) {
    return Value{lower(text_in("toLower", a[0]))};
}
Value uppered(Run&, Arguments a) {
    return Value{upper(text_in("toUpper", a[0]))};
}

std::string_view trimmed(std::string_view text, bool left, bool right) {
    while (left && !text.empty()) {
        const CodePoint c = decode(text, 0);
        if (!is_space(c.value)) break;
        text.remove_prefix(c.size);
    }
    while (right && !text.empty()) {
        const CodePoint c = decode_before(text, text.size());
        if (!is_space(c.value)) break;
        text.remove_suffix(c.size);
    }
    return text;
}

template <bool Left, bool Right>
Value trim(Run&, Arguments a) {
    return Value{trimmed(text_in("trim", a[0]), Left, Right)};
}

Value replaced(Run&, Arguments a) {
    const std::string& text = text_in("replace", a[0]);
    const std::string &from = text_in("replace", a[1]), &to = text_in("replace", a[2]);
    if (from.empty()) return a[0];
    std::string out;
    std::size_t at = 0;
    for (std::size_t hit = text.find(from); hit != std::string::npos; hit = text.find(from, at)) {
        out.append(text, at, hit - at).append(to);
        at = hit + from.size();
    }
    return Value{out.append(text, at)};
}

Value split(Run&, Arguments a) {
    const std::string &text = text_in("split", a[0]), &by = text_in("split", a[1]);
    List out;
    std::size_t at = 0;
    for (std::size_t hit = by.empty() ? skip(text, 0, 1) : text.find(by); hit < text.size();
         hit = by.empty() ? skip(text, at, 1) : text.find(by, at)) {
        out.emplace_back(text.substr(at, hit - at));
        at = hit + by.size();
    }
    out.emplace_back(text.substr(at));
    return Value{std::move(out)};
}

Value substring(Run&, Arguments a) {
    const std::string& text = text_in("substring", a[0]);
    const std::size_t begin = skip(text, 0, count_in("substring", a[1]));
    const std::size_t end = a.size() == 3 ? skip(text, begin, count_in("substring", a[2])) : text.size();
    return Value{text.substr(begin, end - begin)};
}

Value left_of(Run&, Arguments a) {
    const std::string& text = text_in("left", a[0]);
    return Value{text.substr(0, skip(text, 0, count_in("left", a[1])))};
}

Value right_of(Run&, Arguments a) {
    const std::string& text = text_in("right", a[0]);
    std::size_t at = text.size();
    for (std::size_t count = count_in("right", a[1]); count > 0 && at > 0; --count)
        at -= decode_before(text, at).size;
    return Value{text.substr(at)};
}

constexpr Type is_text{string, any};
constexpr TypeSet texts = only(string);
constexpr std::array<Function, 12> table{{
    {"tolower", 1, 1, texts, is_text, lowered, "toLower"},
    {"toupper", 1, 1, texts, is_text, uppered, "toUpper"},
    {"lower", 1, 1, texts, is_text, lowered},
    {"upper", 1, 1, texts, is_text, uppered},
    {"trim", 1, 1, texts, is_text, trim<true, true>},
    {"ltrim", 1, 1, texts, is_text, trim<true, false>, "lTrim"},
    {"rtrim", 1, 1, texts, is_text, trim<false, true>, "rTrim"},
    {"replace", 3, 3, texts, is_text, replaced},
    {"split", 2, 2, texts, {list, string}, split},
    {"substring", 2, 3, texts, is_text, substring},
    {"left", 2, 2, texts, is_text, left_of},
    {"right", 2, 2, texts, is_text, right_of},
}};

}  // namespace

std::span<const Function> text_functions() {
    return table;
}

}  // namespace entente::cypher
