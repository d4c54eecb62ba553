// Text to DOT, safely.
//
// cgraph's own writer leaves backslashes alone, so the name  Acme\" ]; evil -> other  ends its string and
// makes two nodes. Here `\` is doubled and `"` escaped; `&` becomes `&amp;`, for Graphviz decodes entities in
// labels (also `&#1;`); control characters become blanks and the non-characters U+FFFE and U+FFFF U+FFFD, for
// XML knows neither. How often Graphviz reads backslashes depends on the place: once in a label, twice in a
// tooltip (so that `\\N` becomes the node's name, and four are needed), never in the name of the graph, where
// an entity does.
// SPDX-License-Identifier: MIT
#include "render/dot.hpp"

#include "entente/text/utf8.hpp"

namespace entente::render {
namespace {

constexpr std::size_t max_bytes = 4096;  // Graphviz's scanner ends at 16,384

// One character as it is to stand in DOT.
std::string escaped(char32_t c, std::string_view backslash) {
    if (c < 0x20 || c == 0x7F) return " ";
    if (c == U'\\') return std::string(backslash);
    if (c == U'"') return "\\\"";
    if (c == U'&') return "&amp;";
    std::string out;
    append_utf8(out, (c & 0xFFFE) == 0xFFFE ? U'\uFFFD' : c);
    return out;
}

std::string escaped_line(std::string_view text, std::string_view backslash, std::string_view line_end) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.size;
        if (out.size() > max_bytes) return out + "…";
        out += c.value == U'\n' ? std::string(line_end) : escaped(c.value, backslash);
    }
    return out;
}

// Code points up to the next blank, at most `width`.
std::size_t word_length(std::string_view text, std::size_t at, std::size_t width) {
    std::size_t letters = 0;
    while (at < text.size() && letters <= width) {
        const CodePoint c = decode(text, at);
        if (is_space(c.value)) break;
        at += c.size;
        ++letters;
    }
    return letters;
}

}  // namespace

std::string escaped_label(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.size;
        if (out.size() > max_bytes) return out + "…";
        const bool blank = is_space(c.value);
        if (width > 0 && blank && column > 0 && column + 1 + word_length(text, at, width) > width) {
            out += "\\n";
            column = 0;
            continue;
        }
        out += escaped(c.value, "\\\\");
        ++column;
    }
    return out;
}

std::string escaped_tooltip(std::string_view text) {
    return escaped_line(text, "\\\\\\\\", "\\n");
}

std::string escaped_name(std::string_view text) {
    return escaped_line(text, "&#92;", " ");
}

std::string statement(std::string_view head, const Attributes& attributes) {
    std::string out = "  " + std::string(head) + " [";
    for (const auto& [name, value] : attributes) {
        if (!out.ends_with('[')) out += ' ';
        out.append(name).append("=\"").append(value) += '"';
    }
    return out + "];\n";
}

}  // namespace entente::render
