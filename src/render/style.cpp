// graphs/style.json to a Style.
//
// A key that is not known, a value that is none of the words, a colour that is none: each is an error with
// its line and path, for a style that is silently half ignored is hard to mend. What passes here goes into
// DOT as it is, so nothing may pass that Graphviz would take for more than a word, a number or a colour.
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "entente/data.hpp"
#include "entente/json.hpp"
#include "entente/render.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

using Words = std::initializer_list<std::string_view>;

class StyleReader {
  public:
    StyleReader(std::string_view text, std::string_view file) : text_(text), file_(file) {}

    void read(const Json& root, Style& style) const;

  private:
    void read(const Json& json, Style::Entity& entity) const;
    void read(const Json& json, Style::Line& line) const;
    void read(const Json& json, Style::Denial& denial) const;
    void read_font(const Json& json, Style& style) const;

    void only(const Json& json, Words keys) const;
    void words(const Json& json, std::string_view key, std::string& out) const;
    void word(const Json& json, std::string_view key, Words choices, std::string& out) const;
    void colour(const Json& json, std::string_view key, std::string& out) const;
    void number(const Json& json, std::string_view key, double least, double most, double& out) const;
    [[nodiscard]] Error error(std::string_view path, std::string_view text, std::string_view hint = {}) const;

    std::string_view text_, file_;
};

// Finds the line of a path: each key is looked for behind the one that holds it.
Error StyleReader::error(std::string_view path, std::string_view text, std::string_view hint) const {
    std::size_t at = 0;
    for (std::size_t from = 1; from < path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        const std::string key = "\"" + std::string(path.substr(from, to - from)) + "\":";
        at = std::min(text_.find(key, at), text_.size());
        from = to + 1;
    }
    Error::Place place = at < text_.size() ? locate(file_, text_, at) : Error::Place{std::string(file_), 0, 0, ""};
    return {Error::Kind::config, std::move(place), fmt::format("{}: {}", path, text), hint};
}

void StyleReader::only(const Json& json, Words keys) const {
    if (!json.is_object()) throw error(json.path(), "an object is wanted here");
    for (const std::string_view key : json.keys()) {
        if (std::ranges::find(keys, key) != keys.end()) continue;
        const std::string near = nearest(key, keys);
        throw error(json.path() + "/" + std::string(key), fmt::format("unknown word '{}'", printable(key)),
                    near.empty() ? fmt::format("known are: {}", fmt::join(keys, ", "))
                                 : fmt::format("did you mean '{}'?", near));
    }
}

// Words for people: any text that fits on a line.
void StyleReader::words(const Json& json, std::string_view key, std::string& out) const {
    const auto value = json.find(key);
    if (!value) return;
    if (!value->is_string()) throw error(value->path(), "a string is wanted here");
    if (value->string().size() > 100) throw error(value->path(), "longer than 100 bytes");
    out = value->string();
}

void StyleReader::word(const Json& json, std::string_view key, Words choices, std::string& out) const {
    const auto value = json.find(key);
    if (!value) return;
    if (!value->is_string()) throw error(value->path(), "a string is wanted here");
    if (std::ranges::find(choices, value->string()) == choices.end()) {
        const std::string near = nearest(value->string(), choices);
        throw error(value->path(),
                    fmt::format("'{}' is none of {}", printable(value->string()), fmt::join(choices, ", ")),
                    near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }
    out = value->string();
}

void StyleReader::colour(const Json& json, std::string_view key, std::string& out) const {
    const auto value = json.find(key);
    if (!value) return;
    const auto hexadecimal = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    const std::string_view text = value->is_string() ? value->string() : "";
    if (text.size() != 7 || text[0] != '#' || !std::ranges::all_of(text.substr(1), hexadecimal)) {
        throw error(value->path(), "this is no colour", "write it as \"#3366cc\": red, green, blue");
    }
    out = text;
}

void StyleReader::number(const Json& json, std::string_view key, double least, double most, double& out) const {
    const auto value = json.find(key);
    if (!value) return;
    try {
        out = value->number();
    } catch (const Error&) {
        throw error(value->path(), "a number is wanted here");
    }
    if (out < least || out > most)
        throw error(value->path(), fmt::format("a number from {} to {} is wanted here", least, most));
}

void StyleReader::read_font(const Json& json, Style& style) const {
    only(json, {"name", "fallback", "title_size", "entity_size", "relation_size"});
    words(json, "name", style.font);
    words(json, "fallback", style.fallback);
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-' ||
               c == ',';
    };
    if (!std::ranges::all_of(style.font, plain))
        throw error(json.path() + "/name", "a font's name has letters and blanks");
    if (!std::ranges::all_of(style.fallback, plain))
        throw error(json.path() + "/fallback", "fonts' names, parted by commas");
    number(json, "title_size", 6, 72, style.title_size);
    number(json, "entity_size", 6, 72, style.entity_size);
    number(json, "relation_size", 6, 72, style.relation_size);
}

void StyleReader::read(const Json& json, Style::Entity& entity) const {
    only(json, {"shape", "fill", "border", "text", "label"});
    word(json, "shape", {"box", "rounded", "ellipse", "hexagon", "octagon", "house", "folder", "note", "plain"},
         entity.shape);
    colour(json, "fill", entity.fill);
    colour(json, "border", entity.border);
    colour(json, "text", entity.text);
    words(json, "label", entity.label);
}

void StyleReader::read(const Json& json, Style::Line& line) const {
    only(json, {"line", "width", "head", "colour", "word", "label"});
    word(json, "line", {"solid", "dashed", "dotted", "bold"}, line.line);
    number(json, "width", 0.1, 10, line.width);
    word(json, "head", {"normal", "empty", "vee", "dot", "odot", "diamond", "odiamond", "none"}, line.head);
    colour(json, "colour", line.colour);
    words(json, "word", line.word);
    words(json, "label", line.label);
}

void StyleReader::read(const Json& json, Style::Denial& denial) const {
    only(json, {"head", "colour", "word", "label"});
    word(json, "head", {"tee", "none"}, denial.head);
    colour(json, "colour", denial.colour);
    words(json, "word", denial.word);
    words(json, "label", denial.label);
}

void StyleReader::read(const Json& root, Style& style) const {
    only(root, {"about", "font", "layout", "background", "ink", "entities", "modality", "negative"});
    if (const auto font = root.find("font")) read_font(*font, style);
    if (const auto layout = root.find("layout")) {
        only(*layout, {"direction"});
        word(*layout, "direction", {"right", "down"}, style.direction);
    }
    colour(root, "background", style.background);
    colour(root, "ink", style.ink);
    if (const auto entities = root.find("entities")) {
        only(*entities, {"person", "organisation", "country", "place"});
        for (std::size_t i = 0; i < style.entities.size(); ++i) {
            if (const auto entity = entities->find(name_of(static_cast<EntityType>(i))))
                read(*entity, style.entities[i]);
        }
    }
    if (const auto modality = root.find("modality")) {
        only(*modality, {"asserted", "planned", "possible", "requested"});
        for (std::size_t i = 0; i < style.lines.size(); ++i) {
            if (const auto line = modality->find(name_of(static_cast<Modality>(i)))) read(*line, style.lines[i]);
        }
    }
    if (const auto negative = root.find("negative")) read(*negative, style.denial);
}

void read_style(std::string_view text, std::string_view file, Style& style) {
    try {
        const JsonDocument document(text, file);
        StyleReader(text, file).read(document.root(), style);
    } catch (const Error& error) {
        if (error.kind() == Error::Kind::config) throw;
        throw Error(Error::Kind::config, error.place(), error.text(), error.hint());
    }
}

}  // namespace

Style Style::built_in(Theme theme) {
    Style style;
    read_style(entente::built_in("graphs/style.json"), "graphs/style.json", style);
    if (theme == Theme::dark) read_style(entente::built_in("graphs/style-dark.json"), "graphs/style-dark.json", style);
    return style;
}

Style Style::from_json(std::string_view text, std::string_view file, Theme theme) {
    Style style = built_in(theme);
    read_style(text, file, style);
    return style;
}

}  // namespace entente
