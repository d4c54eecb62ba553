// English and the world as data.
//
// One call loads what is built in; each kind of data has its own file behind this door.
// SPDX-License-Identifier: MIT
#include "entente/knowledge.hpp"

#include "entente/data.hpp"

namespace entente {

Knowledge Knowledge::built_in() {
    constexpr std::string_view english = "src/knowledge/english/";
    Knowledge out;
    out.schema = Schema::from_json(entente::built_in("graphs/schema.json"), "graphs/schema.json");
    out.world.add_jsonl(entente::built_in("graphs/world.jsonl"), "graphs/world.jsonl");
    out.world.index();
    for (const DataFile& file : built_in_folder(english)) {
        const std::string_view name = file.name.substr(english.size());
        if (name.ends_with(".txt")) out.lexicon.add_list(name.substr(0, name.size() - 4), file.bytes);
    }
    return out;
}

}  // namespace entente
