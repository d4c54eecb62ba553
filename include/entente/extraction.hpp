// What one article says.
//
// An Extraction is one line of a graph file: the article, the entities that it names, the statements that it makes
// about them, each with the bytes that say so.
//
// in        to_json(): any Extraction; extraction_from_json(): one line of a graph file
// shape     ids: entities by Wikidata id, else "type:folded name"; statements by a hash of text, relation and spans
// units     spans: bytes of the decoded text that `read` delivers
// errors    extraction_from_json(): Error (data) with file, line and the path of the field; also for a `check` that
//           differs, for a newer version, and for ends that name no entity of the line
// threads   plain values
// source    docs/extraction.md is the format, field by field
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/text/span.hpp"

namespace entente {

enum class EntityType : std::uint8_t { person, organisation, country, place };
enum class Polarity : std::uint8_t { positive, negative };
enum class Modality : std::uint8_t { asserted, planned, possible, requested };
enum class Confidence : std::uint8_t { low, medium, high };

[[nodiscard]] std::string_view name_of(EntityType type);
[[nodiscard]] std::string_view name_of(Polarity polarity);
[[nodiscard]] std::string_view name_of(Modality modality);
[[nodiscard]] std::string_view name_of(Confidence confidence);
[[nodiscard]] std::optional<EntityType> entity_type(std::string_view name);
[[nodiscard]] std::optional<Polarity> polarity(std::string_view name);
[[nodiscard]] std::optional<Modality> modality(std::string_view name);
[[nodiscard]] std::optional<Confidence> confidence(std::string_view name);

// Words of the article that mean an entity: a name, a description, a pronoun.
struct Mention {
    Span span;
    std::string text;  // the bytes of the span
    friend bool operator==(const Mention&, const Mention&) = default;
};

// One thing of the world, whatever the article calls it.
struct Entity {
    std::string id;
    EntityType type = EntityType::organisation;
    std::string name;                  // the canonical name
    std::vector<std::string> aliases;  // other names, without repeats, sorted by byte
    std::string wikidata;              // "Q20"; "" = not known
    std::vector<Mention> mentions;     // in the order of the text
    friend bool operator==(const Entity&, const Entity&) = default;
};

// The words that carry a statement. All spans lie inside `sentence`.
struct Evidence {
    Span sentence;
    Span subject;  // the mention that stands for the subject here
    Span object;
    Span cue;          // the word or words that mean the relation
    std::string text;  // the bytes of the sentence
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Statement {
    std::string id;
    std::string subject;   // id of an entity of the same Extraction
    std::string relation;  // a relation of the schema
    std::string object;    // id of an entity of the same Extraction
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
    std::string source;                          // id of the entity that says so; "" = the article, or not named
    std::string source_text;                     // who says so, where it is no entity; "" = none
    std::map<std::string, std::string> details;  // amount "EUR 70000000", date "2019-09"
    Confidence confidence = Confidence::medium;
    std::string rule;  // "bans.rules:7", the line that found it
    std::vector<Evidence> evidence;
    friend bool operator==(const Statement&, const Statement&) = default;
};

// Where a text comes from.
struct DocumentInfo {
    std::string id;  // the path as it was given
    std::string title;
    std::string date;  // of publication, ISO 8601: "2019-04-16"; "" = not known
    std::string url, site, author;
    std::string language = "en";
    std::string encoding;         // of the file, where it is not UTF-8: "windows-1252"
    std::uint32_t replaced = 0;   // how many U+FFFD stand in the text for bytes that could not be decoded
    std::string file_hash;        // XXH64 of the file's bytes, 16 hexadecimal digits
    std::string text_hash;        // XXH64 of the decoded text: the identity of an article
    std::vector<Span> furniture;  // parts of the page that are not the article, in order
    std::string minhash{};        // of the text without furniture: text/minhash.hpp; "" = not known
    friend bool operator==(const DocumentInfo&, const DocumentInfo&) = default;
};

struct Extraction {
    std::string by;  // program, model and rules that made it
    DocumentInfo document;
    std::vector<Entity> entities;       // sorted by id
    std::vector<Statement> statements;  // in the order of the text
    std::optional<std::string> text;    // kept with --keep-text
    // Readings of the same text that this one takes the place of, with all that they had taken the place of; sorted.
    std::vector<std::string> supersedes{};
    friend bool operator==(const Extraction&, const Extraction&) = default;
};

// The id of an entity that has no Wikidata id: "organisation:telmar".
[[nodiscard]] std::string entity_id(EntityType type, std::string_view name);
// The id of a statement: made of the text, the relation and the spans of its first evidence.
[[nodiscard]] std::string statement_id(std::string_view text_hash, const Statement& statement);

// What is the same in all lines in which one maker read one text: a hash of text, maker and what it supersedes.
[[nodiscard]] std::string reading_id(const Extraction& extraction);

// Whether `a` counts before `b` where both are readings of one text and neither supersedes the other: the newer program
// before the older, then by document id and reading. A strict order, so the order of the lines does not matter.
[[nodiscard]] bool counts_before(const Extraction& a, const Extraction& b);

// One line of a graph file, without the line end; ends in its own check.
[[nodiscard]] std::string to_json(const Extraction& extraction);
[[nodiscard]] Extraction extraction_from_json(std::string_view line, std::string_view file = {},
                                              std::size_t number = 1);

std::ostream& operator<<(std::ostream& out, const Entity& entity);
std::ostream& operator<<(std::ostream& out, const Statement& statement);
std::ostream& operator<<(std::ostream& out, EntityType type);
std::ostream& operator<<(std::ostream& out, Polarity polarity);
std::ostream& operator<<(std::ostream& out, Modality modality);

}  // namespace entente
