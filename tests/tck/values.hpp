// Values as the kit writes them, and ours in the same words.
//
// Both sides become one canonical text: labels and keys sorted, numbers as the engine writes them; lists sorted where
// their order is free.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "entente/cypher.hpp"
#include "entente/graph/mutable.hpp"

namespace tck {

namespace cypher = entente::cypher;

inline std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : between) + part;
    return out;
}

inline std::string list_text(std::vector<std::string> items, bool any_order) {
    if (any_order) std::sort(items.begin(), items.end());
    return "[" + joined(items, ", ") + "]";
}

inline std::string map_text(const std::map<std::string, std::string>& items) {
    std::vector<std::string> parts;
    for (const auto& [key, value] : items)
        parts.push_back(key + ": " + value);
    return "{" + joined(parts, ", ") + "}";
}

inline std::string element_text(std::vector<std::string> labels, const std::map<std::string, std::string>& properties) {
    std::sort(labels.begin(), labels.end());
    std::string out;
    for (const std::string& label : labels)
        out += ":" + label;
    if (!properties.empty()) out += (out.empty() ? "" : " ") + map_text(properties);
    return out;
}

// ---- ours

class Ours {
  public:
    Ours(const entente::PropertyGraph& graph, bool any_order) : graph_(graph), any_order_(any_order) {}

    std::string of(const cypher::Value& value) const {
        using Kind = cypher::Value::Kind;
        switch (value.kind()) {
            case Kind::list: {
                std::vector<std::string> items;
                for (const auto& item : value.list())
                    items.push_back(of(item));
                return list_text(std::move(items), any_order_);
            }
            case Kind::map: {
                std::map<std::string, std::string> items;
                for (const auto& [key, item] : value.map())
                    items.emplace(key, of(item));
                return map_text(items);
            }
            case Kind::node:
                return node(value.node());
            case Kind::relationship:
                return "[" + relationship(value.relationship()) + "]";
            case Kind::path:
                return path(value.path());
            default:
                return cypher::to_text(value, graph_);
        }
    }

  private:
    template <typename Id>
    std::map<std::string, std::string> properties(Id id) const {
        std::map<std::string, std::string> out;
        if (!graph_.contains(id)) return out;
        for (const auto key : graph_.keys(id))
            out.emplace(graph_.key_names()[key], of(cypher::Value(graph_.property(id, key))));
        return out;
    }
    std::string node(entente::NodeId id) const {
        std::vector<std::string> labels;
        for (const auto label : graph_.labels(id))
            labels.push_back(graph_.label_names()[label]);
        return "(" + element_text(std::move(labels), properties(id)) + ")";
    }
    std::string relationship(entente::EdgeId id) const {
        if (!graph_.contains(id)) return "";
        return element_text({graph_.type_names()[graph_.type(id)]}, properties(id));
    }
    std::string path(const cypher::Path& one) const {
        std::string out = "<" + node(one.nodes.front());
        for (std::size_t i = 0; i < one.edges.size(); ++i) {
            const bool back = graph_.source(one.edges[i]) != one.nodes[i];
            out += (back ? "<-[" : "-[") + relationship(one.edges[i]) + (back ? "]-" : "]->") + node(one.nodes[i + 1]);
        }
        return out + ">";
    }

    const entente::PropertyGraph& graph_;
    bool any_order_;
};

// ---- theirs

class Theirs {
  public:
    Theirs(const std::string& text, bool any_order) : text_(text), any_order_(any_order) {}

    std::string canonical() {
        std::string out = value();
        blanks();
        if (at_ != text_.size()) throw std::runtime_error("the kit's value is not understood: " + text_);
        return out;
    }
    // A parameter.
    cypher::Value parameter() {
        blanks();
        if (here() == '[') {
            cypher::List items;
            sequence('[', ']', [&] { items.push_back(parameter()); });
            return cypher::Value{std::move(items)};
        }
        if (here() == '{') {
            cypher::Map items;
            sequence('{', '}', [&] {
                const std::string key = word();
                need(':');
                items.insert_or_assign(key, parameter());
            });
            return cypher::Value{std::move(items)};
        }
        if (here() == '\'') return cypher::Value{string()};
        const std::string plain = bare();
        if (plain == "null") return {};
        if (plain == "true" || plain == "false") return cypher::Value{plain == "true"};
        if (plain.find_first_of(".eN") != std::string::npos) return cypher::Value{std::strtod(plain.c_str(), nullptr)};
        return cypher::Value{static_cast<std::int64_t>(std::strtoll(plain.c_str(), nullptr, 10))};
    }

  private:
    [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void blanks() {
        while (here() == ' ')
            ++at_;
    }
    void need(char c) {
        blanks();
        if (here() != c) throw std::runtime_error("the kit's value is not understood: " + text_);
        ++at_;
    }
    bool took(char c) {
        blanks();
        if (here() != c) return false;
        ++at_;
        return true;
    }
    template <typename Item>
    void sequence(char open, char close, Item item) {
        need(open);
        if (took(close)) return;
        do
            item();
        while (took(','));
        need(close);
    }

    std::string word() {
        blanks();
        std::string out;
        while (std::isalnum(static_cast<unsigned char>(here())) || here() == '_' || (here() & 0x80))
            out += text_[at_++];
        return out;
    }
    std::string bare() {
        blanks();
        std::string out;
        while (at_ < text_.size() && std::string(" ,]})>").find(here()) == std::string::npos)
            out += text_[at_++];
        return out;
    }
    std::string string() {
        std::string out;
        for (++at_; at_ < text_.size() && here() != '\''; ++at_) {
            const bool escaped = here() == '\\' && at_ + 1 < text_.size();
            if (escaped) ++at_;
            out += escaped && here() == 'n' ? '\n' : here();
        }
        ++at_;
        return out;
    }

    std::string value() {
        blanks();
        switch (here()) {
            case '[': {
                if (text_[at_ + 1] == ':') return relationship_value();
                std::vector<std::string> items;
                sequence('[', ']', [&] { items.push_back(value()); });
                return list_text(std::move(items), any_order_);
            }
            case '{':
                return map_text(map());
            case '(':
                return node();
            case '<':
                return path();
            case '\'':
                return cypher::to_text(cypher::Value{string()}, entente::MutableGraph());
            default:
                return number_or_word(bare());
        }
    }

    static std::string number_or_word(const std::string& text) {
        char* end = nullptr;
        const double real = std::strtod(text.c_str(), &end);
        const bool is_number = !text.empty() && *end == '\0' && text != "NaN";
        if (!is_number || text.find_first_of(".eE") == std::string::npos) return text;
        return cypher::to_text(cypher::Value{real}, entente::MutableGraph());
    }

    std::map<std::string, std::string> map() {
        std::map<std::string, std::string> out;
        sequence('{', '}', [&] {
            const std::string key = word();
            need(':');
            out.emplace(key, value());
        });
        return out;
    }

    std::string inside() {
        std::vector<std::string> labels;
        while (took(':'))
            labels.push_back(word());
        blanks();
        return element_text(std::move(labels), here() == '{' ? map() : std::map<std::string, std::string>{});
    }
    std::string node() {
        need('(');
        const std::string out = "(" + inside() + ")";
        need(')');
        return out;
    }
    std::string relationship_value() {
        need('[');
        const std::string out = "[" + inside() + "]";
        need(']');
        return out;
    }
    std::string path() {
        need('<');
        std::string out = "<" + node();
        while (!took('>')) {
            const bool back = took('<');
            need('-');
            out += back ? "<-" : "-";
            out += relationship_value();
            need('-');
            out += "-";
            if (took('>')) out += ">";
            out += node();
        }
        return out + ">";
    }

    const std::string& text_;
    std::size_t at_ = 0;
    bool any_order_;
};

}  // namespace tck
