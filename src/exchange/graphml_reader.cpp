// GraphML to nodes and edges.
// SPDX-License-Identifier: MIT
#include "exchange/graphml_reader.hpp"

#include <fmt/core.h>

#include <pugixml.hpp>
#include <set>

#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente::exchange {
namespace {

std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Reader {
  public:
    Reader(std::string_view bytes, std::string_view file) : bytes_(bytes), file_(file) {}

    Graphml read() {
        const auto parsed = document_.load_buffer(
            bytes_.data(), bytes_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
        if (!parsed)
            fail(static_cast<std::size_t>(parsed.offset), fmt::format("this is not XML: {}", parsed.description()));
        const pugi::xml_node root = document_.document_element();
        if (local_name(root) != "graphml") fail(0, fmt::format("this is not GraphML, but <{}>", root.name()));
        const auto is_graph = [](pugi::xml_node child) { return local_name(child) == "graph"; };
        if (!root.find_child(is_graph)) fail(0, "this GraphML holds no <graph>");
        walk(root);
        check_ends();
        return std::move(out_);
    }

  private:
    [[noreturn]] void fail(std::size_t offset, std::string_view text) const {
        throw Error(Error::Kind::data, locate(file_, bytes_, std::min(offset, bytes_.size())), text);
    }

    // Without recursion: a file may nest as deeply as it likes.
    void walk(pugi::xml_node root) {
        for (pugi::xml_node at = root; at;) {
            if (local_name(at) == "key") key(at);
            if (local_name(at) == "graph" && at.parent() == root) add(at, out_.data);
            if (local_name(at) == "node") node(at);
            if (local_name(at) == "edge") edge(at);
            if (at.first_child()) {
                at = at.first_child();
                continue;
            }
            while (at && at != root && !at.next_sibling())
                at = at.parent();
            at = at == root ? pugi::xml_node() : at.next_sibling();
        }
    }

    void key(pugi::xml_node at) {
        const char* name = at.attribute("attr.name").value();
        names_[at.attribute("id").value()] = *name != '\0' ? name : at.attribute("id").value();
    }

    void add(pugi::xml_node at, Data& data) const {
        for (const pugi::xml_node child : at.children()) {
            if (local_name(child) != "data") continue;
            const auto name = names_.find(child.attribute("key").value());
            data[name == names_.end() ? child.attribute("key").value() : name->second] = child.text().get();
        }
    }

    // yEd keeps what it draws deep within <data>: the first element called NodeLabel.
    static std::string drawn_label(pugi::xml_node at) {
        for (const pugi::xml_node data : at.children()) {
            if (local_name(data) != "data") continue;
            for (const pugi::xml_node shape : data.children()) {
                for (const pugi::xml_node part : shape.children()) {
                    if (local_name(part) == "NodeLabel") return part.text().get();
                }
            }
        }
        return "";
    }

    void node(pugi::xml_node at) {
        GraphmlNode node{at.attribute("id").value(), {}, drawn_label(at)};
        if (node.id.empty()) fail(offset(at), "a node without an id");
        if (!ids_.insert(node.id).second)
            fail(offset(at), fmt::format("two nodes have the id '{}'", printable(node.id)));
        add(at, node.data);
        out_.nodes.push_back(std::move(node));
    }

    void edge(pugi::xml_node at) {
        GraphmlEdge edge;
        edge.id = at.attribute("id").value();
        edge.source = at.attribute("source").value();
        edge.target = at.attribute("target").value();
        edge.element = element(at);
        edge.source_value = value(edge.element, "source");
        edge.target_value = value(edge.element, "target");
        add(at, edge.data);
        out_.edges.push_back(std::move(edge));
    }

    void check_ends() const {
        for (const GraphmlEdge& edge : out_.edges) {
            for (const auto& end : {edge.source, edge.target}) {
                if (!ids_.contains(end))
                    fail(edge.element.begin, fmt::format("no node has the id '{}'", printable(end)));
            }
        }
    }

    static std::size_t offset(pugi::xml_node at) {
        const auto name = at.offset_debug();
        return name > 0 ? static_cast<std::size_t>(name) - 1 : 0;
    }

    // From '<' to the '>' that closes the element.
    [[nodiscard]] Span element(pugi::xml_node at) const {
        const std::size_t begin = offset(at);
        std::size_t end = begin;
        for (char quote = 0; end < bytes_.size() && (quote != 0 || bytes_[end] != '>'); ++end) {
            if (quote != 0 ? bytes_[end] == quote : bytes_[end] == '"' || bytes_[end] == '\'')
                quote = quote != 0 ? '\0' : bytes_[end];
        }
        if (end > 0 && end < bytes_.size() && bytes_[end - 1] != '/') {
            const std::size_t close = bytes_.find(fmt::format("</{}", at.name()), end);
            end = std::min(close == std::string_view::npos ? end : bytes_.find('>', close), bytes_.size() - 1);
        }
        return make_span(begin, std::min(end + 1, bytes_.size()));
    }

    // The value of an attribute within the element's bytes, or its first byte where it cannot be seen.
    [[nodiscard]] Span value(Span element, std::string_view name) const {
        const std::string_view text = element.of(bytes_);
        for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
            std::size_t open = text.find_first_not_of(" \t\r\n", at + name.size());
            if (open == std::string_view::npos || text[open] != '=') continue;
            open = text.find_first_of("\"'", open);
            const std::size_t close = open == std::string_view::npos ? open : text.find(text[open], open + 1);
            if (close != std::string_view::npos) return make_span(element.begin + open + 1, element.begin + close);
        }
        return {element.begin, element.begin + 1};
    }

    std::string_view bytes_, file_;
    pugi::xml_document document_;
    std::map<std::string, std::string> names_;  // of keys, by id
    std::set<std::string> ids_;
    Graphml out_;
};

}  // namespace

Graphml read_graphml(std::string_view bytes, std::string_view file) {
    if (!is_utf8(bytes)) {
        throw Error(Error::Kind::data, Error::Place{std::string(file), 0, 0, ""}, "the file is not UTF-8",
                    "iconv -f LATIN1 -t UTF-8 makes it so");
    }
    return Reader(bytes, file).read();
}

}  // namespace entente::exchange
