// Relations: what they are called and what they may join.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "entente/json.hpp"
#include "entente/knowledge.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 10> keys{"name",    "label", "inverse", "symmetric", "subjects",
                                                "objects", "gloss", "codes",   "implies",   "apart"};
constexpr std::array<std::string_view, 4> vocabularies{"cameo", "plover", "wikidata", "ftm"};
constexpr std::array<std::string_view, 5> matches{"exact", "close", "broad", "narrow", "related"};

Error config(const Json& json, std::string_view text, std::string_view hint = {}) {
    const Error data = json.error(text, hint);
    return {Error::Kind::config, data.place(), data.text(), data.hint()};
}

std::vector<EntityType> read_types(const Json& relation, std::string_view key) {
    std::vector<EntityType> out;
    for (const std::string& name : relation.texts(key)) {
        const auto type = entity_type(name);
        if (!type)
            throw config(relation[key], fmt::format("'{}' is no type", name), "person, organisation, country or place");
        out.push_back(*type);
    }
    return out;
}

// "P1830 close", "P169 inverse narrow"
Code read_code(const Json& json) {
    const std::string_view text = json.string();
    const std::size_t first = text.find(' '), last = text.rfind(' ');
    Code out{std::string(text.substr(0, first)), false, {}};
    if (first != std::string_view::npos) {
        out.match = text.substr(last + 1);
        out.inverse = text.substr(first, last - first) == " inverse";
    }
    const bool whole = first == last || out.inverse;
    if (out.id.empty() || !whole || std::find(matches.begin(), matches.end(), out.match) == matches.end()) {
        throw config(json, "this is no code",
                     "write \"ID MATCH\" or \"ID inverse MATCH\"; MATCH is exact, close, broad, narrow or related");
    }
    return out;
}

std::map<std::string, Code> read_codes(const Json& relation) {
    std::map<std::string, Code> out;
    const auto codes = relation.find("codes");
    if (!codes) return out;
    for (const auto vocabulary : codes->keys()) {
        if (std::find(vocabularies.begin(), vocabularies.end(), vocabulary) == vocabularies.end())
            throw config(*codes, fmt::format("unknown vocabulary '{}'", vocabulary), "cameo, plover, wikidata or ftm");
        out.emplace(vocabulary, read_code((*codes)[vocabulary]));
    }
    return out;
}

Relation read_relation(const Json& json) {
    for (const auto key : json.keys()) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        const std::string near = nearest(key, keys);
        throw config(json, fmt::format("unknown key '{}'", key),
                     near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }
    Relation out;
    out.name = json["name"].string();
    out.label = json["label"].string();
    out.inverse = json["inverse"].string();
    if (const auto symmetric = json.find("symmetric")) out.symmetric = symmetric->boolean();
    out.subjects = read_types(json, "subjects");
    out.objects = read_types(json, "objects");
    out.gloss = json.text("gloss");
    out.codes = read_codes(json);
    if (json.find("implies")) out.implies = json.texts("implies");
    if (const auto apart = json.find("apart")) out.apart = apart->boolean();
    return out;
}

bool is_relation_name(std::string_view name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && name[0] >= 'a' && name[0] <= 'z' && std::all_of(name.begin(), name.end(), fits);
}

bool holds(const std::vector<EntityType>& types, EntityType type) {
    return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

Schema Schema::from_json(std::string_view text, std::string_view file) try {
    const JsonDocument document(text, file);
    Schema out;
    const Json relations = document.root()["relations"];
    for (const Json& relation : relations.elements())
        out.add(read_relation(relation));
    for (const Json& relation : relations.elements()) {
        for (const std::string& implied :
             relation.find("implies") ? relation.texts("implies") : std::vector<std::string>{}) {
            if (out.find(implied) == nullptr)
                throw config(relation["implies"], fmt::format("'{}' is no relation of this file", implied));
        }
    }
    return out;
} catch (const Error& error) {
    throw Error(Error::Kind::config, error.place(), error.text(), error.hint());
}

const Relation* Schema::find(std::string_view name) const {
    const auto found =
        std::find_if(relations_.begin(), relations_.end(), [&](const Relation& r) { return r.name == name; });
    return found == relations_.end() ? nullptr : &*found;
}

bool Schema::allows(const Relation& relation, EntityType subject, EntityType object) const {
    return holds(relation.subjects, subject) && holds(relation.objects, object);
}

void Schema::add(Relation relation) {
    if (!is_relation_name(relation.name)) {
        throw Error(Error::Kind::config, fmt::format("'{}' is no name for a relation", relation.name),
                    "small letters, digits and '_', a letter first: invests_in");
    }
    if (find(relation.name) != nullptr) {
        throw Error(Error::Kind::config, fmt::format("the relation '{}' is there already", relation.name));
    }
    relations_.push_back(std::move(relation));
}

}  // namespace entente
