// Any bytes as names, sentences and titles of a drawing.
//
// Whatever stands in the strings, the DOT around them must stay the same: no string is ended, nothing is injected.
// SPDX-License-Identifier: MIT
#include <array>
#include <string>

#include "entente/assemble.hpp"
#include "entente/render.hpp"
#include "entente/text/utf8.hpp"
#include "fuzz.hpp"

static entente::Extraction extraction_of(const std::string& words) {
    entente::Extraction out;
    out.document.id = words;
    out.document.text_hash = "0000000000000000";
    for (const char* id : {"organisation:a", "organisation:b"}) {
        out.entities.push_back({id, entente::EntityType::organisation, words, {words + "!"}, "", {}});
    }
    entente::Statement bans;
    bans.id = "1";
    bans.subject = "organisation:a";
    bans.relation = "bans";
    bans.object = "organisation:b";
    bans.evidence.push_back({{0, 4}, {0, 1}, {2, 3}, {1, 2}, words});
    out.statements.push_back(bans);
    return out;
}

// The DOT with nothing in its strings, read as Graphviz reads it: a backslash keeps the character behind it.
static std::string skeleton(const std::string& dot) {
    std::string out;
    bool inside = false;
    for (std::size_t i = 0; i < dot.size(); ++i) {
        if (dot[i] == '"') inside = !inside;
        if (!inside) out += dot[i];
        if (inside && dot[i] == '\\') ++i;
    }
    require(!inside, "every string ends");
    return out;
}

static std::string drawing_of(const std::string& words) {
    static const entente::Schema schema = entente::Knowledge::built_in().schema;
    static const entente::Style style = entente::Style::built_in();
    const std::array extractions = {extraction_of(words)};
    entente::RenderOptions options;
    options.title = words;
    return entente::to_dot(entente::assemble(extractions, schema), schema, style, options);
}

FUZZ(bytes) {
    static const std::string harmless = skeleton(drawing_of("Quellmar"));
    const std::string dot = drawing_of(std::string(bytes));
    require(entente::is_utf8(dot), "clean UTF-8");
    if (!bytes.empty()) require(skeleton(dot) == harmless, "strings stay inside their quotes");
}
