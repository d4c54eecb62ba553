// Trees in SVG.
//
// Sentences stand one below the other. Each is a line of words with tags and lemmas below and arcs above; an
// arrow points to the word that hangs on the other. Widths are guessed from the columns that a text takes: no
// font is opened. SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "entente/sketch.hpp"
#include "entente/text/utf8.hpp"
#include "sketch/arcs.hpp"
#include "sketch/lines.hpp"

namespace entente {
namespace {

using namespace sketch;

constexpr double level_height = 24, row_height = 17, margin = 14;
constexpr std::size_t word_width = 40;

// Text as it may stand in XML, in quotes too.
std::string xml(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.size;
        switch (c.value) {
            case U'&':
                out += "&amp;";
                break;
            case U'<':
                out += "&lt;";
                break;
            case U'>':
                out += "&gt;";
                break;
            case U'"':
                out += "&quot;";
                break;
            default:
                append_utf8(out, c.value < 0x20 ? U' ' : (c.value & 0xFFFE) == 0xFFFE ? U'\uFFFD' : c.value);
        }
    }
    return out;
}

class TreePainter {
  public:
    TreePainter(const Document& document, const Style& style) : document_(document), style_(style) {}

    std::string all();

  private:
    [[nodiscard]] double width(std::string_view text, double size) const {
        return 0.62 * size * static_cast<double>(columns(text));
    }
    [[nodiscard]] std::vector<std::string> rows_of(std::uint32_t token) const;
    [[nodiscard]] Places places(const Tree& tree, TokenRange words) const;
    [[nodiscard]] const Name* name_at(std::uint32_t token) const;
    [[nodiscard]] std::string halo() const;
    std::string text(double x, double y, double size, std::string_view what, std::string_view more = {}) const;
    std::string name_boxes(TokenRange words, const Places& places) const;
    std::string word(std::uint32_t token, double x) const;
    std::string arc(const Tree& tree, const Places& places, std::uint32_t at, std::string_view label) const;
    std::string root(double x) const;
    void add(const Sentence& sentence);

    const Document& document_;
    const Style& style_;
    double top_ = margin, base_ = 0, width_ = 0;  // where the sentence begins, where its arcs end
    std::string out_;
};

std::vector<std::string> TreePainter::rows_of(std::uint32_t token) const {
    std::vector<std::string> out{clipped(document_.form(token), word_width)};
    if (token < document_.tags.size()) {
        const Tag& tag = document_.tags[token];
        out.insert(out.end(),
                   {std::string(name(tag.upos)), std::string(name(tag.xpos)), clipped(tag.lemma, word_width)});
    }
    return out;
}

Places TreePainter::places(const Tree& tree, TokenRange words) const {
    std::vector<double> widths, labels;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        double widest = 0;
        for (const auto& row : rows_of(i))
            widest = std::max(widest, width(row, style_.entity_size));
        widths.push_back(widest);
        labels.push_back(i < document_.arcs.size() ? width(name(document_.arcs[i].deprel), style_.relation_size) : 0);
    }
    return place(tree, widths, labels);
}

std::string TreePainter::text(double x, double y, double size, std::string_view what, std::string_view more) const {
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:.1f}\"{}>{}</text>\n", x, y, size, more,
                       xml(what));
}

// On what is behind it, a text's own background.
std::string TreePainter::halo() const {
    return fmt::format(" fill=\"{}\" stroke=\"{}\" stroke-width=\"5\" paint-order=\"stroke\"", style_.ink,
                       style_.background);
}

const Name* TreePainter::name_at(std::uint32_t token) const {
    const auto& names = document_.names;
    const auto found = std::upper_bound(names.begin(), names.end(), token,
                                        [](std::uint32_t t, const Name& n) { return t < n.tokens.end; });
    return found != names.end() && found->tokens.contains(token) ? &*found : nullptr;
}

// Names stand on the colour of their type.
std::string TreePainter::name_boxes(TokenRange words, const Places& places) const {
    std::string out;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        const Name* name = name_at(i);
        if (name == nullptr || name->tokens.begin != i || !words.contains(name->tokens)) continue;
        const auto edge = [&](std::uint32_t token, double side) {
            return places.centres[token - words.begin] +
                   side * (width(rows_of(token).front(), style_.entity_size) / 2 + 5);
        };
        const double left = edge(i, -1), right = edge(name->tokens.end - 1, 1);
        const Style::Entity& look = style_.entities[static_cast<std::size_t>(name->type)];
        out += fmt::format(
            "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"20\" rx=\"4\" fill=\"{}\" "
            "stroke=\"{}\"/>\n",
            left, base_ + 4, right - left, look.fill, look.border);
    }
    return out;
}

std::string TreePainter::word(std::uint32_t token, double x) const {
    const Name* named = name_at(token);
    std::string colour;
    if (named != nullptr) {
        colour = fmt::format(" fill=\"{}\"", style_.entities[static_cast<std::size_t>(named->type)].text);
    }
    std::string out;
    double y = base_ + 18;
    for (const auto& row : rows_of(token)) {
        const bool is_word = out.empty();
        out += text(x, y, is_word ? style_.entity_size : style_.relation_size, row,
                    is_word ? colour : " opacity=\"0.75\"");
        y += row_height;
    }
    return out;
}

std::string TreePainter::arc(const Tree& tree, const Places& places, std::uint32_t at, std::string_view label) const {
    const std::uint32_t head = tree.heads[at];
    const double side = at < head ? -1 : 1, corner = 8 * side;
    const double from = places.centres[head] + 5 * side, to = places.centres[at];
    const double y = base_ - level_height * places.levels[at];
    std::string out =
        fmt::format("<path d=\"M{0:.1f} {1:.1f}V{2:.1f}q0 -8 {3:.1f} -8H{4:.1f}q{3:.1f} 0 {3:.1f} 8V{1:.1f}\"/>\n",
                    from, base_, y + 8, corner, to - corner);
    out +=
        fmt::format("<path d=\"M{:.1f} {:.1f}l-3.5 -7h7z\" fill=\"{}\" stroke=\"none\"/>\n", to, base_ + 2, style_.ink);
    return out + text((from + to) / 2, y + 3, style_.relation_size, label, halo());
}

std::string TreePainter::root(double x) const {
    return fmt::format(
               "<path d=\"M{0:.1f} {1:.1f}V{2:.1f}\"/>\n<path d=\"M{0:.1f} {3:.1f}l-3.5 -7h7z\" fill=\"{4}\" "
               "stroke=\"none\"/>\n",
               x, top_ + 4, base_, base_ + 2, style_.ink) +
           text(x + 18, top_ + 8, style_.relation_size, "root", halo());
}

void TreePainter::add(const Sentence& sentence) {
    const Tree tree(document_, sentence);
    const TokenRange words = sentence.tokens;
    if (words.size() == 0) return;
    const Places where = places(tree, words);
    const bool drawn = words.end <= document_.arcs.size();
    base_ = top_ + (drawn ? level_height * (where.highest + 1) : 0);
    width_ = std::max(width_, where.width + 24);
    out_ += name_boxes(words, where);
    std::string above;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        const std::uint32_t token = words.begin + i;
        out_ += word(token, where.centres[i]);
        if (!drawn) continue;
        above += tree.is_root(i) ? root(where.centres[i]) : arc(tree, where, i, name(document_.arcs[token].deprel));
    }
    if (!above.empty()) out_ += fmt::format("<g fill=\"none\" stroke=\"{}\">\n{}</g>\n", style_.ink, above);
    top_ = base_ + row_height * (words.end <= document_.tags.size() ? 4 : 1) + 2 * margin;
}

std::string TreePainter::all() {
    for (const Sentence& sentence : document_.sentences)
        add(sentence);
    const double width = std::max(width_, 2 * margin);
    std::string head = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
        "width=\"{0:.0f}\" "
        "height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\">\n<title>{2}</title>\n",
        width, top_, xml(clipped(document_.text(), 200)));
    head += fmt::format("<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n", style_.background);
    head += fmt::format("<g font-family=\"{}\" fill=\"{}\" text-anchor=\"middle\">\n",
                        xml(style_.font + ", " + style_.fallback), style_.ink);
    return head + out_ + "</g>\n</svg>\n";
}

}  // namespace

std::string to_svg(const Document& document, const Style& style) {
    return TreePainter(document, style).all();
}

}  // namespace entente
