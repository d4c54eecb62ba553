// English and the world as data.
//
// in        graphs/schema.json, graphs/world.jsonl, src/knowledge/english/*; built in, or a user's own in their place
// out       relations, known names, word lists
// errors    loading: Error (config) with file, line and what to do
// lifetime  owns everything; references live as long as the Knowledge
// threads   read by many threads
// cost      loading the built-in data takes some milliseconds
// example   const Knowledge knowledge = Knowledge::built_in();
//           knowledge.world.find("Q20")->entity.name is "Norway"
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/extraction.hpp"

namespace entente {

// ---- relations

// What another vocabulary calls a relation.
struct Code {
    std::string id;        // "172", "COERCE/restrict", "P1830", "Ownership"
    bool inverse = false;  // theirs goes from object to subject
    std::string match;     // how near it comes, as in SKOS: exact, close, broad, narrow or related
};

struct Relation {
    std::string name;     // "invests_in": the key in files and queries
    std::string label;    // "invests in": for people
    std::string inverse;  // "is invested in by": the same, told from the object
    bool symmetric = false;
    std::vector<EntityType> subjects, objects;  // allowed ends; empty = any
    std::string gloss;                          // the subject ... the object
    std::map<std::string, Code> codes{};        // by vocabulary: cameo, plover, wikidata, ftm
    std::vector<std::string> implies{};         // what need not be said beside it: who leads a firm works for it
    bool apart = false;                         // one does it to strangers: who threatens Norway is not of Norway
};

class Schema {
  public:
    [[nodiscard]] static Schema from_json(std::string_view text, std::string_view file);
    [[nodiscard]] const std::vector<Relation>& relations() const { return relations_; }
    [[nodiscard]] const Relation* find(std::string_view name) const;  // nullptr where there is none
    [[nodiscard]] bool allows(const Relation& relation, EntityType subject, EntityType object) const;
    // Error (config) for a name that is taken or not of the form [a-z][a-z0-9_]*.
    void add(Relation relation);

  private:
    std::vector<Relation> relations_;  // in the order of the file
};

// ---- what is known before any article

struct Known {
    Entity entity;                                                        // without mentions
    std::map<std::string, std::vector<std::string>> facts;                // docs/world.md lists the keys
    [[nodiscard]] const std::string& fact(const std::string& key) const;  // the first, or ""
    [[nodiscard]] bool ambiguous() const { return fact("ambiguous") == "true"; }
};

// One word of a text, ready to be looked up.
struct Piece {
    std::string folded;         // fold() of the token
    bool space_before = false;  // as in Token
};

class World {
  public:
    // How a string names an entity.
    enum class As : std::uint8_t {
        name,        // "Norway", "EU"
        adjective,   // "Norwegian"
        people,      // "Norwegians"
        government,  // "Oslo", "Kremlin": stands for the government when it acts
    };
    struct Meaning {
        const Known* known = nullptr;
        As as = As::name;
        std::string_view spelling;  // as it stands in the file: "US", so that "us" is no match
    };
    struct Match {
        std::size_t pieces = 0;         // how many pieces the name covers
        std::vector<Meaning> meanings;  // at least one; in the order of the file
    };

    // Adds the entities of a file in graph-file lines; those that are there already gain names and facts.
    void add_jsonl(std::string_view text, std::string_view file);
    // Finishes the index; called once after the last add.
    void index();

    [[nodiscard]] const std::vector<Known>& entities() const { return entities_; }
    [[nodiscard]] const Known* find(std::string_view id) const;
    // The longest name that begins at the first piece and ends at the end of a piece.
    [[nodiscard]] std::optional<Match> longest(std::span<const Piece> pieces) const;
    // All meanings of one name, whole: meanings("washington").
    [[nodiscard]] std::vector<Meaning> meanings(std::string_view name) const;

  private:
    struct Entry {
        std::string key;  // folded
        std::string spelling;
        std::uint32_t entity;
        As as;
    };
    std::vector<Known> entities_;
    std::map<std::string, std::uint32_t, std::less<>> by_id_;
    std::vector<Entry> names_;  // sorted by key, entity, as: a trie laid flat
};

// ---- words

// Word lists: the file src/knowledge/english/NAME.txt is the list NAME.
class Lexicon {
  public:
    // One entry a line; '#' begins a comment; a tab parts an entry from what it is mapped to.
    void add_list(std::string_view name, std::string_view text);
    // Whether `word`, folded, is in the list; a list that is not there is a fault of ours: Error (internal).
    [[nodiscard]] bool has(std::string_view list, std::string_view word) const;
    // What `word`, folded, is mapped to, or "".
    [[nodiscard]] std::string_view look_up(std::string_view list, std::string_view word) const;
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& entries(std::string_view list) const;

  private:
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> lists_;
};

struct Knowledge {
    Schema schema;
    World world;
    Lexicon lexicon;
    [[nodiscard]] static Knowledge built_in();
};

}  // namespace entente
