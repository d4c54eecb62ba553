// Graphviz's SVG to a clean one.
//
// Graphviz puts tooltips into <a xlink:title>, which few viewers show, its version into a comment, and a URL
// with a quote into an attribute as it is: `URL="x\" onload=\"..."` makes an event handler. So its text is
// read tag by tag and written anew out of short lists of elements and attributes that only draw. Elements
// that are not in the list lose their tags.
// SPDX-License-Identifier: MIT
#include "render/svg.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "entente/text/utf8.hpp"

namespace entente::render {
namespace {

constexpr std::array<std::string_view, 7> drawn{"g", "polygon", "polyline", "path", "ellipse", "text", "svg"};
constexpr std::array<std::string_view, 21> kept_attributes{"class",
                                                           "transform",
                                                           "fill",
                                                           "stroke",
                                                           "stroke-width",
                                                           "stroke-dasharray",
                                                           "stroke-opacity",
                                                           "fill-opacity",
                                                           "points",
                                                           "d",
                                                           "cx",
                                                           "cy",
                                                           "rx",
                                                           "ry",
                                                           "x",
                                                           "y",
                                                           "text-anchor",
                                                           "font-size",
                                                           "font-weight",
                                                           "font-style",
                                                           "text-decoration"};

struct Tag {
    std::string_view name;
    std::vector<std::pair<std::string_view, std::string_view>> attributes;
    bool closes = false;  // </g>
    bool empty = false;   // <g/>
    [[nodiscard]] std::string_view value(std::string_view key) const {
        const auto found = std::ranges::find(attributes, key, &std::pair<std::string_view, std::string_view>::first);
        return found == attributes.end() ? "" : found->second;
    }
};

// Text between `<` and `>`, without them.
Tag parse_tag(std::string_view text) {
    Tag tag;
    if (text.starts_with('/')) {
        tag.closes = true;
        text.remove_prefix(1);
    }
    if (text.ends_with('/')) {
        tag.empty = true;
        text.remove_suffix(1);
    }
    constexpr std::string_view blanks = " \t\r\n";
    tag.name = text.substr(0, text.find_first_of(blanks));
    for (std::size_t at = tag.name.size(); at < text.size();) {
        at = text.find_first_not_of(blanks, at);
        const std::size_t equals = at == std::string_view::npos ? at : text.find("=\"", at);
        if (equals == std::string_view::npos) break;
        const std::size_t end = std::min(text.find('"', equals + 2), text.size());
        tag.attributes.emplace_back(text.substr(at, equals - at), text.substr(equals + 2, end - equals - 2));
        at = end + 1;
    }
    return tag;
}

// Length of the entity at the beginning of `text` that XML knows without a DTD, or 0.
std::size_t entity_length(std::string_view text) {
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}) {
        if (text.starts_with(known)) return known.size();
    }
    if (!text.starts_with("&#")) return 0;
    unsigned long code = 0;
    std::size_t at = 2;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && code < 0x110000; ++at) {
        code = code * 10 + static_cast<unsigned long>(text[at] - '0');
    }
    const bool fits = code == 9 || code == 10 || (code >= 0x20 && code < 0xD800) || (code > 0xDFFF && code < 0xFFFE) ||
                      (code > 0xFFFF && code < 0x110000);
    return fits && at < text.size() && text[at] == ';' ? at + 1 : 0;
}

// Text that Graphviz has escaped, with what it forgot.
std::string mended(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        const std::size_t entity = c.value == U'&' ? entity_length(text.substr(at)) : 0;
        if (entity > 0)
            out += text.substr(at, entity);
        else if (c.value == U'&')
            out += "&amp;";
        else if (c.value == U'<')
            out += "&lt;";
        else if (c.value == U'"')
            out += "&quot;";
        else if (c.value < 0x20 && c.value != U'\n')
            out += ' ';
        else
            append_utf8(out, (c.value & 0xFFFE) == 0xFFFE ? U'\uFFFD' : c.value);
        at += entity > 0 ? entity : c.size;
    }
    return out;
}

class Cleaner {
  public:
    std::string clean(std::string_view svg);

  private:
    struct Element {
        std::string_view name;
        bool kept = false;
        bool group = false;        // a node, an edge or the graph
        bool titled = false;       // has its <title>
        std::size_t title_at = 0;  // where in out_ it would stand
    };

    void open(const Tag& tag);
    void close();
    void title(std::string_view text);
    void text(std::string_view text);
    void write(const Tag& tag);
    [[nodiscard]] bool inside(std::string_view name) const {
        return std::ranges::any_of(open_, [&](const Element& element) { return element.name == name; });
    }

    std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::vector<Element> open_;
    std::string_view font_;  // of the first text: the root has it, the others need it only where it differs
    std::size_t root_end_ = 0;
};

// Behind the root's attributes: what is known only later is put in there.
void Cleaner::write(const Tag& tag) {
    out_ += "<" + std::string(tag.name);
    if (tag.name == "svg") {
        out_ += " xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"";
        for (const std::string_view key : {"width", "height", "viewBox"}) {
            out_ += " " + std::string(key) + "=\"" + mended(tag.value(key)) + "\"";
        }
        out_ += " style=\"max-width:100%;height:auto\"";
        root_end_ = out_.size();
    }
    for (const auto& [key, value] : tag.attributes) {
        if (tag.name == "svg" || std::ranges::find(kept_attributes, key) == kept_attributes.end()) continue;
        if (value.find("url(") != std::string_view::npos) continue;
        out_ += " " + std::string(key) + "=\"" + (value == "transparent" ? "none" : mended(value)) + "\"";
    }
    if (const std::string_view font = tag.value("font-family"); !font.empty() && tag.name == "text") {
        if (font_.empty()) font_ = font;
        if (font != font_) out_ += " font-family=\"" + mended(font) + "\"";
    }
    out_ += tag.empty ? "/>" : ">";
}

void Cleaner::open(const Tag& tag) {
    Element element{tag.name};
    element.group = tag.name == "g" && !tag.value("class").empty();
    element.kept = std::ranges::find(drawn, tag.name) != drawn.end() && (tag.name == "svg") == (root_end_ == 0);
    if (tag.name == "g" && !element.group) element.kept = false;  // only held an id and a tooltip
    if (element.kept) write(tag);
    element.title_at = out_.size();
    if (tag.name == "a") title(tag.value("xlink:title"));
    if (!tag.empty) open_.push_back(element);
}

void Cleaner::close() {
    if (open_.empty()) return;
    if (open_.back().kept) out_ += "</" + std::string(open_.back().name) + ">";
    open_.pop_back();
}

// Names the group that stands around.
void Cleaner::title(std::string_view words) {
    const auto group = std::ranges::find(open_.rbegin(), open_.rend(), true, &Element::group);
    if (group == open_.rend() || group->titled || words.find_first_not_of(' ') == std::string_view::npos) return;
    group->titled = true;
    out_.insert(group->title_at, "<title>" + mended(words) + "</title>");
}

void Cleaner::text(std::string_view words) {
    if (inside("title")) {
        // The graph's own name becomes the name of the whole; those of nodes and edges are ids.
        if (open_.size() == 3 && root_end_ != 0) {
            out_.insert(root_end_, " aria-label=\"" + mended(words) + "\"");
            for (Element& element : open_)
                element.title_at += 14 + mended(words).size();
        }
    } else if (inside("text")) {
        out_ += mended(words);
    } else if (words.find('\n') != std::string_view::npos && !out_.ends_with('\n')) {
        out_ += '\n';
    }
}

std::string Cleaner::clean(std::string_view svg) {
    for (std::size_t at = 0; at < svg.size();) {
        if (svg[at] != '<') {
            const std::size_t end = std::min(svg.find('<', at), svg.size());
            text(svg.substr(at, end - at));
            at = end;
            continue;
        }
        const std::string_view rest = svg.substr(at);
        const std::string_view end = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?") ? "?>" : ">";
        const std::size_t length = std::min(rest.find(end), rest.size() - end.size()) + end.size();
        at += length;
        if (rest.starts_with("<!") || rest.starts_with("<?")) continue;
        const Tag tag = parse_tag(rest.substr(1, length - 2));
        if (tag.closes)
            close();
        else
            open(tag);
    }
    while (!open_.empty())
        close();
    if (root_end_ != 0 && !font_.empty()) out_.insert(root_end_, " font-family=\"" + mended(font_) + "\"");
    return out_ + "\n";
}

}  // namespace

std::string clean_svg(std::string_view svg) {
    return Cleaner().clean(svg);
}

}  // namespace entente::render
