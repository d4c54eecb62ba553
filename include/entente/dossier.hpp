// All about one entity, and ways between two.
//
// in        a KnowledgeGraph, the schema (for the words of a relation), nodes
// out       make_dossier(): names, relations in both directions, grouped and counted, the sentences and files behind each,
//           what happened when, what is said against what, who is near. find_ways(): the shortest and the strongest ways
//           between two entities, each step with its sentences
// errors    none
// lifetime  a Dossier and a Way keep a reference to nothing
// threads   pure functions
// cost      linear in the edges of the graph; ways: one search more
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "entente/assemble.hpp"
#include "entente/knowledge.hpp"

namespace entente {

struct Dossier {
    struct Quote {
        std::string sentence;  // as it stands in the article, line ends as blanks
        std::string document;  // its id
        std::string date;      // of publication, or ""
        Span span;             // of the sentence
        std::string source;    // who says so, or ""
        std::string rule;
        std::string when{};  // when it happened, as the article says, else the date of publication
        std::string title{}, url{};
        Confidence confidence = Confidence::medium;
        Span subject{}, object{}, cue{};  // within `sentence`
    };
    struct Line {
        std::string words;  // "bans Telmar", "is banned by Norway", "does not ban Telmar": the entity is the subject
        Modality modality = Modality::asserted;
        Polarity polarity = Polarity::positive;
        double belief = 0;
        std::vector<Quote> quotes;  // the surest first, then the earliest
        std::string verb{};         // `words` without the other: "bans", "is banned by"
        std::uint32_t other = 0;    // in nodes()
        std::uint32_t edge = 0;     // in edges()
        bool as_subject = true;
    };
    struct Group {
        std::string verb;  // with marks: "is banned by [planned]"
        std::vector<std::size_t> lines;
    };
    struct Neighbour {
        std::uint32_t node = 0;
        std::string name;
        EntityType type = EntityType::organisation;
        std::size_t relations = 0;
        double belief = 0;  // of all relations, added up
    };
    struct Event {
        std::string date;
        std::size_t line = 0, quote = 0;
    };
    KnowledgeGraph::Node node;
    std::vector<Line> lines;             // the entity as subject first, then as object; each by belief
    std::vector<Group> groups;           // the most frequent first
    std::vector<Event> timeline;         // by date; without those of which no date is known
    std::vector<std::size_t> strongest;  // lines, five at most, the most believed first
    std::vector<std::pair<std::size_t, std::size_t>> contradictions;  // lines: told so, and told not so
    std::vector<Neighbour> neighbours;                                // ten at most, the nearest first
};

[[nodiscard]] Dossier make_dossier(const KnowledgeGraph& graph, const Schema& schema, std::uint32_t node);

// For a person to read: plain text, no control bytes; at most `quotes` sentences a relation.
[[nodiscard]] std::string to_text(const Dossier& dossier, std::size_t quotes = 3);
[[nodiscard]] std::string to_markdown(const Dossier& dossier, std::size_t quotes = 3);
[[nodiscard]] std::string to_html(const Dossier& dossier,
                                  std::size_t quotes = 3);            // one file, no script, nothing to load
[[nodiscard]] std::string to_json(const Dossier& dossier);            // all of it
std::ostream& operator<<(std::ostream& out, const Dossier& dossier);  // as to_text()

// ---- ways

struct Way {
    struct Step {
        std::uint32_t edge = 0;  // in edges()
        bool along = true;       // from its subject to its object
    };
    std::vector<Step> steps;
    double belief = 1;  // the product of its steps
};

struct Ways {
    std::vector<Way> shortest;   // `most` at most, of one length, the strongest first
    std::vector<Way> strongest;  // one, or none; where it is among the shortest it stands here too
};

// Over what is told to be so, in either direction; what is denied joins nobody. None where no way leads.
[[nodiscard]] Ways find_ways(const KnowledgeGraph& graph, std::uint32_t from, std::uint32_t to, std::size_t most = 3);

[[nodiscard]] std::string to_text(const Ways& ways, const KnowledgeGraph& graph, const Schema& schema,
                                  std::uint32_t from);
[[nodiscard]] std::string to_json(const Ways& ways, const KnowledgeGraph& graph, const Schema& schema,
                                  std::uint32_t from);

}  // namespace entente
