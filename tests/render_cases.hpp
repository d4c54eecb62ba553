// Case files to graphs.
//
// tests/cases/render/*.graph.txt: one entity a line ("country Norway"), then one statement a line, its parts
// between bars: subject, relation, object, polarity and modality where they are not positive and asserted,
// sentence, file.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entente/assemble.hpp"
#include "entente/data.hpp"
#include "entente/text/utf8.hpp"

inline std::vector<std::string> parts_of(const std::string& line) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= line.size();) {
        const std::size_t to = std::min(line.find('|', from), line.size());
        const std::string part = line.substr(from, to - from);
        const std::size_t first = part.find_first_not_of(' ');
        out.push_back(first == std::string::npos ? "" : part.substr(first, part.find_last_not_of(' ') - first + 1));
        from = to + 1;
    }
    return out;
}

inline entente::Schema built_in_schema() {
    return entente::Schema::from_json(entente::built_in("graphs/schema.json"), "graphs/schema.json");
}

// One article for each file that the case names, with all entities in the first.
inline entente::KnowledgeGraph graph_of(const std::string& text) {
    using namespace entente;
    std::map<std::string, Extraction> articles;
    std::map<std::string, Entity> entities;
    const auto article = [&](const std::string& file) -> Extraction& {
        Extraction& out = articles[file];
        out.document.id = file;
        out.document.text_hash = hash_hex(file);
        return out;
    };
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const auto parts = parts_of(line);
        if (parts.size() == 1) {
            const std::size_t blank = line.find(' ');
            const EntityType type = entity_type(line.substr(0, blank)).value();
            const std::string name = line.substr(blank + 1);
            entities[name] = {entity_id(type, name), type, name, {}, "", {}};
            continue;
        }
        REQUIRE(parts.size() == 6);
        Extraction& in = article(parts[5]);
        Statement statement;
        for (const int end : {0, 2}) {
            INFO(line);
            REQUIRE(entities.contains(parts[end]));
            const Entity& entity = entities.at(parts[end]);
            (end == 0 ? statement.subject : statement.object) = entity.id;
            if (std::ranges::find(in.entities, entity.id, &Entity::id) == in.entities.end())
                in.entities.push_back(entity);
        }
        statement.relation = parts[1];
        std::istringstream words(parts[3]);
        for (std::string word; words >> word;) {
            if (const auto found = polarity(word)) statement.polarity = *found;
            if (const auto found = modality(word)) statement.modality = *found;
        }
        statement.evidence.push_back({{}, {}, {}, {}, parts[4]});
        statement.id = hash_hex(line);
        in.statements.push_back(statement);
    }
    std::vector<Extraction> all;
    for (auto& [name, extraction] : articles) {
        std::ranges::sort(extraction.entities, {}, &Entity::id);
        all.push_back(extraction);
    }
    if (!all.empty()) {
        for (const auto& [name, entity] : entities) {
            if (std::ranges::find(all[0].entities, entity.id, &Entity::id) == all[0].entities.end())
                all[0].entities.push_back(entity);
        }
        std::ranges::sort(all[0].entities, {}, &Entity::id);
    }
    return assemble(all, built_in_schema());
}
