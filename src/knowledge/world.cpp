// What is known before any article.
//
// All names lie in one sorted table of folded spellings, which is a trie laid flat: looking up a name piece by piece
// narrows a range of rows. "european" narrows to all that begin so, "european union" to fewer, and each time the first
// row of the range is looked at: is it the whole name? So "U.S." is found whether it is one token or four.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <tuple>

#include "entente/json.hpp"
#include "entente/knowledge.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

const std::string nothing;

Known read_known(const Json& json) {
    Known out;
    out.entity.id = json["id"].string();
    const auto type = entity_type(json["type"].string());
    if (!type) throw json["type"].error("no such type", "person, organisation, country or place");
    out.entity.type = *type;
    out.entity.name = json["name"].string();
    out.entity.aliases = json.texts("aliases");
    out.entity.wikidata = json.text("wikidata");
    if (const auto facts = json.find("facts")) {
        for (const auto key : facts->keys()) {
            const Json fact = (*facts)[key];
            auto& values = out.facts[std::string(key)];
            if (fact.is_string())
                values.emplace_back(fact.string());
            else if (fact.is_array())
                values = facts->texts(key);
            else
                values.emplace_back(fact.boolean() ? "true" : "false");
        }
    }
    return out;
}

void append_new(std::vector<std::string>& to, const std::vector<std::string>& from) {
    for (const auto& text : from) {
        if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
    }
}

}  // namespace

const std::string& Known::fact(const std::string& key) const {
    const auto found = facts.find(key);
    return found == facts.end() || found->second.empty() ? nothing : found->second.front();
}

void World::add_jsonl(std::string_view text, std::string_view file) try {
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos) end = text.size();
        std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
        const JsonDocument document(line, file, number);
        const auto entities = document.root().find("entities");
        if (!entities) continue;  // the head, or a judgement
        for (const Json& json : entities->elements()) {
            Known known = read_known(json);
            const auto [at, is_new] = by_id_.try_emplace(known.entity.id, static_cast<std::uint32_t>(entities_.size()));
            if (is_new) {
                entities_.push_back(std::move(known));
                continue;
            }
            Known& old = entities_[at->second];
            append_new(old.entity.aliases, {known.entity.name});
            append_new(old.entity.aliases, known.entity.aliases);
            for (const auto& [key, values] : known.facts)
                append_new(old.facts[key], values);
        }
    }
} catch (const Error& error) {
    throw Error(Error::Kind::config, error.place(), error.text(), error.hint());
}

void World::index() {
    names_.clear();
    for (std::uint32_t i = 0; i < entities_.size(); ++i) {
        const Known& known = entities_[i];
        const auto add = [&](const std::string& name, As as) {
            if (std::string key = fold(name); !key.empty()) names_.push_back({std::move(key), name, i, as});
        };
        add(known.entity.name, As::name);
        for (const auto& alias : known.entity.aliases)
            add(alias, As::name);
        const auto add_facts = [&](const char* key, As as) {
            const auto found = known.facts.find(key);
            if (found == known.facts.end()) return;
            for (const auto& name : found->second)
                add(name, as);
        };
        add_facts("adjective", As::adjective);
        add_facts("people", As::people);
        add_facts("government", As::government);
    }
    const auto order = [](const Entry& e) { return std::tie(e.key, e.entity, e.as, e.spelling); };
    std::sort(names_.begin(), names_.end(), [&](const Entry& a, const Entry& b) { return order(a) < order(b); });
}

const Known* World::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &entities_[found->second];
}

std::vector<World::Meaning> World::meanings(std::string_view name) const {
    const std::string key = fold(name);
    std::vector<Meaning> out;
    const auto by_key = [](const Entry& e, std::string_view k) { return e.key < k; };
    for (auto row = std::lower_bound(names_.begin(), names_.end(), std::string_view(key), by_key);
         row != names_.end() && row->key == key; ++row) {
        out.push_back({&entities_[row->entity], row->as, row->spelling});
    }
    return out;
}

std::optional<World::Match> World::longest(std::span<const Piece> pieces) const {
    auto begin = names_.begin(), end = names_.end();
    std::string key;
    std::size_t longest_pieces = 0;
    auto longest_row = end;
    for (std::size_t i = 0; i < pieces.size() && begin != end; ++i) {
        if (i > 0 && pieces[i].space_before) key += ' ';
        key += pieces[i].folded;
        const auto prefix_less = [&](const Entry& e, const std::string& k) {
            return e.key.compare(0, k.size(), k) < 0;
        };
        const auto less_prefix = [&](const std::string& k, const Entry& e) {
            return e.key.compare(0, k.size(), k) > 0;
        };
        begin = std::lower_bound(begin, end, key, prefix_less);
        end = std::upper_bound(begin, end, key, less_prefix);
        if (begin != end && begin->key.size() == key.size()) {
            longest_pieces = i + 1;
            longest_row = begin;
        }
    }
    if (longest_pieces == 0) return {};
    Match out{longest_pieces, {}};
    for (auto row = longest_row; row != names_.end() && row->key == longest_row->key; ++row) {
        out.meanings.push_back({&entities_[row->entity], row->as, row->spelling});
    }
    return out;
}

}  // namespace entente
