// All about one entity.
//
// in        a KnowledgeGraph, the schema (for the words of a relation), a node
// out       names, relations in both directions, and the sentences and files behind each
// errors    none
// lifetime  a Dossier keeps a reference to nothing
// threads   pure function
// cost      linear in the edges of the graph
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
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
    };
    struct Line {
        std::string words;  // "bans Telmar", "is banned by Norway", "does not ban Telmar": the entity is the subject
        Modality modality = Modality::asserted;
        Polarity polarity = Polarity::positive;
        double belief = 0;
        std::vector<Quote> quotes;
    };
    KnowledgeGraph::Node node;
    std::vector<Line> lines;  // the entity as subject first, then as object; each by belief
};

[[nodiscard]] Dossier make_dossier(const KnowledgeGraph& graph, const Schema& schema, std::uint32_t node);

// For a person to read: plain text, no control bytes.
std::ostream& operator<<(std::ostream& out, const Dossier& dossier);

}  // namespace entente
