// A value in words: as openCypher and as JSON.
//
// Lists nest only as deep as a query can nest them; a path is written in a loop.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <cmath>

#include "entente/cypher.hpp"
#include "entente/json.hpp"

namespace entente::cypher {
namespace {

using Kind = Value::Kind;

std::string number_text(double value) {
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

bool is_plain(const std::string& name) {
    if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return false;
    for (const char c : name) {
        const bool letter =
            ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
        if (!letter && (c < '0' || c > '9')) return false;
    }
    return true;
}

// A name, in backticks where it needs them.
std::string name_text(const std::string& name) {
    if (is_plain(name)) return name;
    std::string text = "`";
    for (const char c : name)
        text += c == '`' ? std::string("``") : std::string(1, c);
    return text + '`';
}

class Writer {
  public:
    explicit Writer(const PropertyGraph& graph) : graph_(graph) {}

    std::string of(const Value& value) const {
        switch (value.kind()) {
            case Kind::null:
                return "null";
            case Kind::boolean:
                return value.boolean() ? "true" : "false";
            case Kind::integer:
                return std::to_string(value.integer());
            case Kind::real:
                return number_text(value.real());
            case Kind::string:
                return quoted(value.string());
            case Kind::list:
                return list(value.list());
            case Kind::map:
                return map(value.map());
            case Kind::node:
                return node(value.node());
            case Kind::relationship:
                return "[" + relationship(value.relationship()) + "]";
            case Kind::path:
                return path(value.path());
        }
        return {};
    }

  private:
    std::string list(const List& items) const {
        std::string text = "[";
        for (const Value& item : items)
            text += (text.size() > 1 ? ", " : "") + of(item);
        return text + "]";
    }

    std::string map(const Map& items) const {
        std::string text = "{";
        for (const auto& [key, item] : items)
            text += (text.size() > 1 ? ", " : "") + name_text(key) + ": " + of(item);
        return text + "}";
    }

    template <typename Id>
    std::string properties(Id id) const {
        Map items;
        if (graph_.contains(id)) {
            for (const KeyId key : graph_.keys(id))
                items.emplace(graph_.key_names()[key], Value(graph_.property(id, key)));
        }
        return items.empty() ? "" : map(items);
    }

    std::string node(NodeId id) const {
        std::string text = "(";
        for (const LabelId label : graph_.labels(id))
            text += ":" + name_text(graph_.label_names()[label]);
        const std::string held = properties(id);
        if (text.size() > 1 && !held.empty()) text += " ";
        return text + held + ")";
    }

    std::string relationship(EdgeId id) const {
        if (!graph_.contains(id)) return "";
        std::string text = ":" + name_text(graph_.type_names()[graph_.type(id)]);
        const std::string held = properties(id);
        return held.empty() ? text : text + " " + held;
    }

    std::string path(const Path& one) const {
        std::string text = "<" + node(one.nodes.front());
        for (std::size_t i = 0; i < one.edges.size(); ++i) {
            const bool back = graph_.contains(one.edges[i]) && graph_.source(one.edges[i]) != one.nodes[i];
            text += (back ? "<-[" : "-[") + relationship(one.edges[i]) + (back ? "]-" : "]->") + node(one.nodes[i + 1]);
        }
        return text + ">";
    }

    const PropertyGraph& graph_;
};

class Json {
  public:
    Json(const PropertyGraph& graph, JsonWriter& out) : graph_(graph), out_(out) {}

    void write(const Value& value) {
        switch (value.kind()) {
            case Kind::null:
                out_.null();
                return;
            case Kind::boolean:
                out_.value(value.boolean());
                return;
            case Kind::integer:
                out_.value(value.integer());
                return;
            case Kind::real:
                std::isfinite(value.real()) ? out_.value(value.real()) : out_.value(number_text(value.real()));
                return;
            case Kind::string:
                out_.value(value.string());
                return;
            case Kind::list:
                out_.array();
                for (const Value& item : value.list())
                    write(item);
                out_.end();
                return;
            case Kind::map:
                out_.object();
                for (const auto& [key, item] : value.map()) {
                    out_.key(key);
                    write(item);
                }
                out_.end();
                return;
            case Kind::node:
                return node(value.node());
            case Kind::relationship:
                return relationship(value.relationship());
            case Kind::path:
                return path(value.path());
        }
    }

  private:
    template <typename Id>
    void properties(Id id) {
        out_.key("properties").object();
        if (graph_.contains(id)) {
            for (const KeyId key : graph_.keys(id)) {
                out_.key(graph_.key_names()[key]);
                write(Value(graph_.property(id, key)));
            }
        }
        out_.end();
    }

    void node(NodeId id) {
        out_.object().key("node").value(number(id)).key("labels").array();
        for (const LabelId label : graph_.labels(id))
            out_.value(graph_.label_names()[label]);
        out_.end();
        properties(id);
        out_.end();
    }

    void relationship(EdgeId id) {
        out_.object().key("relationship").value(number(id));
        if (graph_.contains(id)) {
            out_.key("type").value(graph_.type_names()[graph_.type(id)]);
            out_.key("start").value(number(graph_.source(id))).key("end").value(number(graph_.target(id)));
        }
        properties(id);
        out_.end();
    }

    void path(const Path& one) {
        out_.object().key("nodes").array();
        for (const NodeId id : one.nodes)
            node(id);
        out_.end().key("relationships").array();
        for (const EdgeId id : one.edges)
            relationship(id);
        out_.end().end();
    }

    const PropertyGraph& graph_;
    JsonWriter& out_;
};

}  // namespace

std::string to_text(const Value& value, const PropertyGraph& graph) {
    return Writer(graph).of(value);
}

std::string to_json(const Value& value, const PropertyGraph& graph) {
    JsonWriter out;
    Json(graph, out).write(value);
    return std::string(out.text());
}

}  // namespace entente::cypher
