// Words that all forms of a dossier share.
//
// A modality is told beside the words, never by bending the verb: English verb forms are not worth the risk of a sentence
// that says something else than the article.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "entente/dossier.hpp"

namespace entente::dossier {

// "not so, planned", or "".
[[nodiscard]] std::string marks_of(Polarity polarity, Modality modality);

// The sentence on one line: runs of white space as one blank.
[[nodiscard]] std::string one_line(std::string_view sentence);

// "3 times", "1 time"
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

// "named 3 times in 1 article"
[[nodiscard]] std::string fame_of(const KnowledgeGraph::Node& node);

// "a.txt:12, 2026-03-12, says Telmar"
[[nodiscard]] std::string origin_of(const Dossier::Quote& quote);

// An edge seen from one end: "bans", "is banned by".
[[nodiscard]] std::string verb_of(const Schema& schema, const std::string& relation, bool as_subject);

// The quotes of an edge, the surest first, then the earliest.
[[nodiscard]] std::vector<Dossier::Quote> quotes_of(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge);

}  // namespace entente::dossier
