// Text in columns.
//
// Everything is measured as a terminal shows it: é may be two characters and takes one column, 中 takes two.
// SPDX-License-Identifier: MIT
#include "sketch/lines.hpp"

#include <algorithm>

#include "entente/text/utf8.hpp"

namespace entente::sketch {
namespace {

// One character as it is shown, and the letter below it.
struct Glyph {
    std::string shown;
    std::size_t width;
    char mark;
    bool blank;
};

std::vector<Glyph> glyphs(std::string_view text, const std::vector<Mark>& marks) {
    std::vector<Glyph> out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        const bool blank = is_space(c.value);
        Glyph glyph{blank ? " " : printable(text.substr(at, c.size)), 0, ' ', blank};
        glyph.width = columns(glyph.shown);
        for (const Mark& mark : marks) {
            if (mark.span.begin <= at && at < mark.span.end) glyph.mark = mark.letter;
        }
        out.push_back(std::move(glyph));
        at += c.size;
    }
    return out;
}

// Where the line that begins at `from` ends: behind the last blank that fits, or where it is full.
std::size_t line_end(const std::vector<Glyph>& text, std::size_t from, std::size_t width) {
    std::size_t used = 0, at = from, after_blank = from;
    while (at < text.size() && (at == from || used + text[at].width <= width)) {
        used += text[at].width;
        if (text[at++].blank) after_blank = at;
    }
    return at == text.size() || after_blank == from ? at : after_blank;
}

std::string without_blanks_behind(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace

std::string clipped(std::string_view text, std::size_t width) {
    std::string out, cut;  // `cut`: what would stand before the "…"
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = decode(text, at).size;
        const std::string shown = printable(text.substr(at, size));
        used += columns(shown);
        if (used > width) return cut + "…";
        out += shown;
        if (used < width) cut = out;
        at += size;
    }
    return out;
}

std::string table(const std::vector<std::vector<std::string>>& rows, std::string_view indent) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], columns(row[i]));
    }
    std::string out;
    for (const auto& row : rows) {
        std::string line(indent);
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (widths[i] > 0) line += row[i] + std::string(widths[i] - columns(row[i]) + 2, ' ');
        }
        out += without_blanks_behind(std::move(line)) + '\n';
    }
    return out;
}

std::string wrapped(std::string_view begin, const std::vector<std::string>& words, std::size_t indent) {
    std::string out(begin);
    std::size_t used = columns(begin);
    for (const auto& word : words) {
        const std::size_t width = columns(word);
        if (used > indent && used + 1 + width > page_width) {
            out += '\n' + std::string(indent, ' ');
            used = indent;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
            ++used;
        }
        out += word;
        used += width;
    }
    return out + '\n';
}

std::string underlined(std::string_view text, const std::vector<Mark>& marks, std::size_t indent) {
    const std::vector<Glyph> all = glyphs(text, marks);
    const std::string blanks(indent, ' ');
    std::string out;
    bool left_out = false;
    for (std::size_t from = 0; from < all.size();) {
        const std::size_t end = line_end(all, from, page_width - indent);
        std::string line, below;
        for (; from < end; ++from) {
            line += all[from].shown;
            below += std::string(all[from].width, all[from].mark);
        }
        below = without_blanks_behind(std::move(below));
        if (below.empty()) {
            if (!left_out) out += blanks + "...\n";
            left_out = true;
            continue;
        }
        left_out = false;
        out += blanks + without_blanks_behind(std::move(line)) + '\n' + blanks + below + '\n';
    }
    return out;
}

}  // namespace entente::sketch
