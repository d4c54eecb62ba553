// An expression's value: properties, elements, labels.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "cypher/parse/error.hpp"
#include "cypher/run/evaluate.hpp"

namespace entente::cypher {
namespace {

constexpr Slot unused_key = no_slot - 1;  // a key that no property of the graph has

template <typename Id>
Value stored(const Expression& one, Id id, const Run& run) {
    if (run.writable) {
        run.need_there(id);
        return Value(run.graph.property(id, one.name));
    }
    if (one.key == no_slot) {
        const auto known = run.graph.key_names().find(one.name);
        one.key = known ? number(*known) : unused_key;
    }
    return one.key == unused_key ? Value{} : Value(run.graph.property(id, KeyId{one.key}));
}

[[noreturn]] void no_properties(const std::string& key, const Value& base) {
    fail_running("TypeError", "InvalidArgumentType",
                 fmt::format("'{}' of {}, which has no properties", key, name_of(base.kind())));
}

Value of_map(const Map& map, std::string_view key) {
    const auto found = map.find(key);
    return found == map.end() ? Value{} : found->second;
}

template <typename Id>
Map all_properties(Id id, const Run& run) {
    run.need_there(id);
    Map out;
    for (const KeyId key : run.graph.keys(id))
        out.emplace(run.graph.key_names()[key], Value(run.graph.property(id, key)));
    return out;
}

}  // namespace

Value property_of(const Expression& one, const Value& base, const Run& run) {
    switch (base.kind()) {
        case Value::Kind::null:
            return {};
        case Value::Kind::node:
            return stored(one, base.node(), run);
        case Value::Kind::relationship:
            return stored(one, base.relationship(), run);
        case Value::Kind::map:
            return of_map(base.map(), one.name);
        default:
            no_properties(one.name, base);
    }
}

Value property_of(const Value& base, const std::string& key, const Run& run) {
    switch (base.kind()) {
        case Value::Kind::null:
            return {};
        case Value::Kind::node:
            run.need_there(base.node());
            return Value(run.graph.property(base.node(), key));
        case Value::Kind::relationship:
            run.need_there(base.relationship());
            return Value(run.graph.property(base.relationship(), key));
        case Value::Kind::map:
            return of_map(base.map(), key);
        default:
            no_properties(key, base);
    }
}

Value element_of(const Value& base, const Value& index, const Run& run) {
    if (base.is(Value::Kind::list)) {
        if (index.is_null()) return {};
        if (!index.is(Value::Kind::integer)) {
            fail_running("TypeError", "ListElementAccessByNonInteger",
                         fmt::format("the place in a list is an integer, not {}", name_of(index.kind())));
        }
        const auto size = static_cast<std::int64_t>(base.list().size());
        const std::int64_t at = index.integer() < 0 ? index.integer() + size : index.integer();
        return at < 0 || at >= size ? Value{} : base.list()[static_cast<std::size_t>(at)];
    }
    const bool named = base.is(Value::Kind::map) || base.is(Value::Kind::node) || base.is(Value::Kind::relationship);
    if (!named && !base.is_null()) {
        fail_running("TypeError", "InvalidArgumentType", fmt::format("{} has no elements", name_of(base.kind())));
    }
    if (base.is_null() || index.is_null()) return {};
    if (!index.is(Value::Kind::string)) {
        fail_running("TypeError", "MapElementAccessByNonString",
                     fmt::format("a key is a string, not {}", name_of(index.kind())));
    }
    return property_of(base, index.string(), run);
}

Value slice_of(const Value& list, const Value* from, const Value* to) {
    if (list.is_null() || (from && from->is_null()) || (to && to->is_null())) return {};
    if (!list.is(Value::Kind::list)) {
        fail_running("TypeError", "InvalidArgumentType", fmt::format("a part of {}", name_of(list.kind())));
    }
    const auto size = static_cast<std::int64_t>(list.list().size());
    const auto place = [&](const Value* value, std::int64_t otherwise) {
        if (!value) return otherwise;
        if (!value->is(Value::Kind::integer)) {
            fail_running("TypeError", "InvalidArgumentType", "the bounds of a part of a list are integers");
        }
        const std::int64_t at = value->integer() < 0 ? value->integer() + size : value->integer();
        return std::clamp<std::int64_t>(at, 0, size);
    };
    const std::int64_t begin = place(from, 0), end = place(to, size);
    if (begin >= end) return Value{List{}};
    return Value{List(list.list().begin() + begin, list.list().begin() + end)};
}

// ---- labels

bool has_label(NodeId node, const LabelExpression& label, const PropertyGraph& graph) {
    const auto holds = [&](const LabelExpression& part) { return has_label(node, part, graph); };
    switch (label.kind) {
        case LabelExpression::Kind::name: {
            const auto known = graph.label_names().find(label.name);
            return known && graph.has_label(node, *known);
        }
        case LabelExpression::Kind::any:
            return !graph.labels(node).empty();
        case LabelExpression::Kind::all_of:
            return std::ranges::all_of(label.parts, holds);
        case LabelExpression::Kind::one_of:
            return std::ranges::any_of(label.parts, holds);
        case LabelExpression::Kind::none_of:
            return std::ranges::none_of(label.parts, holds);
    }
    return false;
}

bool has_labels(NodeId node, const std::vector<LabelExpression>& labels, const PropertyGraph& graph) {
    return std::ranges::all_of(labels, [&](const LabelExpression& label) { return has_label(node, label, graph); });
}

Value labels_test(const Expression& one, const Value& value, const Run& run) {
    if (value.is_null()) return {};
    if (value.is(Value::Kind::node)) {
        run.need_there(value.node());
        return Value{has_labels(value.node(), one.labels, run.graph)};
    }
    if (value.is(Value::Kind::relationship)) {
        run.need_there(value.relationship());
        const std::string& type = run.graph.type_names()[run.graph.type(value.relationship())];
        return Value{std::ranges::all_of(one.labels, [&](const LabelExpression& label) { return label.name == type; })};
    }
    fail_running("TypeError", "InvalidArgumentType", fmt::format("{} has no labels", name_of(value.kind())));
}

// ---- maps

Map properties_of(const Value& value, const Run& run) {
    switch (value.kind()) {
        case Value::Kind::node:
            return all_properties(value.node(), run);
        case Value::Kind::relationship:
            return all_properties(value.relationship(), run);
        case Value::Kind::map:
            return value.map();
        default:
            fail_running("TypeError", "InvalidArgumentType",
                         fmt::format("{} has no properties", name_of(value.kind())));
    }
}

// n {.name, .*, other, key: value}
Value projected_map(const Expression& one, Run& run) {
    const Value base = evaluate(*one.operands[0], run);
    if (base.is_null()) return {};
    Map out;
    for (std::size_t i = 0; i < one.keys.size(); ++i) {
        const ExpressionPtr& value = one.operands[i + 1];
        if (value) {
            out.insert_or_assign(one.keys[i], evaluate(*value, run));
        } else if (one.keys[i].empty()) {
            for (auto& [key, item] : properties_of(base, run))
                out.insert_or_assign(key, item);
        } else {
            out.insert_or_assign(one.keys[i], property_of(base, one.keys[i], run));
        }
    }
    return Value{std::move(out)};
}

}  // namespace entente::cypher
