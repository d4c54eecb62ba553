// Extractions to one graph.
//
// in        any number of Extractions, in any order; an article that comes twice (same text hash) counts once; what a person
//           has judged is applied before (judge.hpp)
// out       a KnowledgeGraph: who, what relation, whom, and every sentence that says so
// shape     an edge is one (subject, relation, object, polarity, modality); ends of a symmetric relation in id order;
//           parallel edges are kept
// errors    none: ends were checked when the Extractions were read
// lifetime  owns everything
// threads   a plain value; assembling uses all cores
// cost      linear but for sorting
// source    belief: noisy-or, Pearl 1988, section 4.3.2; stories: text/minhash.hpp; docs/assemble.md
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/extraction.hpp"
#include "entente/graph.hpp"
#include "entente/knowledge.hpp"

namespace entente {

class KnowledgeGraph {
  public:
    // An entity, whatever the articles call it.
    struct Node {
        std::string id;
        EntityType type = EntityType::organisation;
        std::string name;                      // the one most articles use; of equals the first by byte
        std::vector<std::string> aliases;      // all other names, sorted by byte
        std::string wikidata;                  // "" = not known
        std::vector<std::uint32_t> documents;  // those that name it, ascending
        std::uint32_t mentions = 0;            // in all of them
    };
    // A statement of an article that carries an edge.
    struct Support {
        std::uint32_t document = 0;  // in documents()
        Statement statement;         // its ends are the article's own ids
        std::string source;          // name of the one who says so; "" = the article
    };
    struct Edge {
        std::uint32_t subject = 0;  // in nodes()
        std::uint32_t object = 0;
        std::string relation;
        Polarity polarity = Polarity::positive;
        Modality modality = Modality::asserted;
        double belief = 0;              // (0, 1): grows with independent publishers
        std::vector<Support> supports;  // at least one; sorted by document, then place in the text
        // The days of the first and the last article that says so, ISO 8601; "" = no date is known.
        std::string first_seen{}, last_seen{};
        std::vector<std::string> publishers{};  // whose articles say so, as far as known; sorted by byte
        std::uint32_t independent = 0;  // publishers that do not copy each other; an unknown one is one of its own
        std::uint32_t copies = 0;       // articles that say so and are copies of another that does
    };

    [[nodiscard]] const std::vector<DocumentInfo>& documents() const { return documents_; }  // by text hash
    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }                  // by id
    [[nodiscard]] const std::vector<Edge>& edges() const { return edges_; }  // by subject, relation, object, ...
    // For each document the first one of its story, by date: itself, or the one that it is a copy of.
    [[nodiscard]] const std::vector<std::uint32_t>& stories() const { return stories_; }
    [[nodiscard]] std::vector<std::uint32_t> edges_from(std::uint32_t node) const;
    [[nodiscard]] std::vector<std::uint32_t> edges_to(std::uint32_t node) const;
    // Nodes by id, name or alias, letter case aside; exact names before aliases, then by mentions.
    [[nodiscard]] std::vector<std::uint32_t> find(std::string_view name) const;
    // The names nearest to a misspelt one, at most `count`, best first.
    [[nodiscard]] std::vector<std::string> similar_names(std::string_view name, std::size_t count) const;

  private:
    friend KnowledgeGraph assemble(std::vector<Extraction>, const Schema&);
    std::vector<DocumentInfo> documents_;
    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> stories_;
    std::vector<std::uint32_t> by_object_;  // edges, by object and number
};

// Who published a document: its site, else the host of its URL, else "".
[[nodiscard]] std::string publisher_of(const DocumentInfo& document);

// The statements become the supports of the edges: move the Extractions in where they are not needed any more.
[[nodiscard]] KnowledgeGraph assemble(std::vector<Extraction> extractions, const Schema& schema);

// The same as a property graph: node i is nodes()[i], edges keep their parallels. Labels Person, Organisation, Country,
// Place; edge types in upper snake case (BANS); properties id, name, aliases, wikidata, mentions / polarity, modality,
// belief, confidence, sources, dates, documents, evidence, publishers, independent, copies, first_seen, last_seen.
[[nodiscard]] FrozenGraph freeze(const KnowledgeGraph& knowledge);

// When it happened, as the article says, else when the article was published, else "".
[[nodiscard]] const std::string& date_of(const KnowledgeGraph& graph, const KnowledgeGraph::Support& support);

// "e" and 16 digits: a hash of ends, relation, polarity and modality, so it stays the same as a graph grows.
[[nodiscard]] std::string edge_id(const KnowledgeGraph& graph, const KnowledgeGraph::Edge& edge);

// What an edge says, for people: "bans", "not bans (planned)".
[[nodiscard]] std::string words_of(const Schema& schema, const KnowledgeGraph::Edge& edge);

}  // namespace entente
