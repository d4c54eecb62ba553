// Extractions to one graph.
//
// Everything goes through ordered maps keyed by what it is (an article by its text, an entity by its id, an edge by its
// five parts), so the order of the Extractions leaves no trace.
// SPDX-License-Identifier: MIT
#include "entente/assemble.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

// How far one article's statement is believed, by its confidence.
double probability(Confidence confidence) {
    switch (confidence) {
        case Confidence::high:
            return 0.9;
        case Confidence::medium:
            return 0.7;
        case Confidence::low:
            return 0.5;
    }
    return 0.5;
}

// Of copies of an article (the same text under several names) the first by document id, then by maker.
std::vector<const Extraction*> distinct(std::span<const Extraction> extractions) {
    std::map<std::string, const Extraction*> by_text;
    for (const Extraction& extraction : extractions) {
        const auto [at, is_new] = by_text.try_emplace(extraction.document.text_hash, &extraction);
        const auto order = [](const Extraction* e) { return std::tie(e->document.id, e->by); };
        if (!is_new && order(&extraction) < order(at->second)) at->second = &extraction;
    }
    std::vector<const Extraction*> out;
    for (const auto& [hash, extraction] : by_text)
        out.push_back(extraction);
    return out;
}

// What is gathered about one entity before its canonical name is chosen.
struct Gathered {
    KnowledgeGraph::Node node;
    std::map<std::string, std::uint32_t> names;  // canonical name in an article -> number of articles
    std::set<std::string> aliases;
};

KnowledgeGraph::Node named(Gathered gathered) {
    std::uint32_t most = 0;
    for (const auto& [name, count] : gathered.names) {
        if (count > most) {
            most = count;
            gathered.node.name = name;
        }
        gathered.aliases.insert(name);
    }
    gathered.aliases.erase(gathered.node.name);
    gathered.node.aliases.assign(gathered.aliases.begin(), gathered.aliases.end());
    return std::move(gathered.node);
}

using EdgeKey = std::tuple<std::uint32_t, std::string, std::uint32_t, Polarity, Modality>;

double belief_in(const std::vector<KnowledgeGraph::Support>& supports) {
    std::map<std::uint32_t, double> by_document;
    for (const auto& support : supports) {
        double& best = by_document[support.document];
        best = std::max(best, probability(support.statement.confidence));
    }
    double doubt = 1;
    for (const auto& [document, p] : by_document)
        doubt *= 1 - p;
    return 1 - doubt;
}

// How well `name` answers to a question: 0 = exact, 1 = an alias; nothing = not at all.
std::optional<int> answers(const KnowledgeGraph::Node& node, std::string_view id, const std::string& folded) {
    if (node.id == id || fold(node.name) == folded) return 0;
    for (const auto& alias : node.aliases) {
        if (fold(alias) == folded) return 1;
    }
    return {};
}

}  // namespace

KnowledgeGraph assemble(std::span<const Extraction> extractions, const Schema& schema) {
    KnowledgeGraph out;
    const auto articles = distinct(extractions);
    std::map<std::string, Gathered> entities;
    for (std::uint32_t d = 0; d < articles.size(); ++d) {
        out.documents_.push_back(articles[d]->document);
        for (const Entity& entity : articles[d]->entities) {
            Gathered& gathered = entities[entity.id];
            gathered.node.id = entity.id;
            gathered.node.type = entity.type;
            if (gathered.node.wikidata.empty()) gathered.node.wikidata = entity.wikidata;
            gathered.node.documents.push_back(d);
            gathered.node.mentions += static_cast<std::uint32_t>(entity.mentions.size());
            ++gathered.names[entity.name];
            gathered.aliases.insert(entity.aliases.begin(), entity.aliases.end());
        }
    }
    std::map<std::string, std::uint32_t> numbers;
    for (auto& [id, gathered] : entities) {
        numbers.emplace(id, static_cast<std::uint32_t>(out.nodes_.size()));
        out.nodes_.push_back(named(std::move(gathered)));
    }
    std::map<EdgeKey, std::vector<KnowledgeGraph::Support>> edges;
    for (std::uint32_t d = 0; d < articles.size(); ++d) {
        for (const Statement& statement : articles[d]->statements) {
            std::uint32_t subject = numbers.at(statement.subject), object = numbers.at(statement.object);
            const Relation* relation = schema.find(statement.relation);
            if (relation != nullptr && relation->symmetric && object < subject) std::swap(subject, object);
            std::string source = statement.source.empty() ? "" : out.nodes_[numbers.at(statement.source)].name;
            if (source.empty()) source = statement.source_text;
            edges[{subject, statement.relation, object, statement.polarity, statement.modality}].push_back(
                {d, statement, std::move(source)});
        }
    }
    for (auto& [key, supports] : edges) {
        const auto& [subject, relation, object, polarity, modality] = key;
        std::sort(supports.begin(), supports.end(), [](const auto& a, const auto& b) {
            const auto order = [](const auto& s) {
                return std::tuple(s.document, s.statement.evidence.front().sentence, s.statement.id);
            };
            return order(a) < order(b);
        });
        const double belief = belief_in(supports);
        out.edges_.push_back({subject, object, relation, polarity, modality, belief, std::move(supports)});
    }
    return out;
}

std::vector<std::uint32_t> KnowledgeGraph::edges_from(std::uint32_t node) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < edges_.size(); ++i) {
        if (edges_[i].subject == node) out.push_back(i);
    }
    return out;
}

std::vector<std::uint32_t> KnowledgeGraph::edges_to(std::uint32_t node) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < edges_.size(); ++i) {
        if (edges_[i].object == node) out.push_back(i);
    }
    return out;
}

std::vector<std::uint32_t> KnowledgeGraph::find(std::string_view name) const {
    const std::string folded = fold(name);
    std::vector<std::tuple<int, std::uint32_t, std::uint32_t>> found;  // how well, fewer mentions, node
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
        if (const auto rank = answers(nodes_[i], name, folded)) found.emplace_back(*rank, ~nodes_[i].mentions, i);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::uint32_t> out;
    for (const auto& [rank, mentions, node] : found)
        out.push_back(node);
    return out;
}

std::vector<std::string> KnowledgeGraph::similar_names(std::string_view name, std::size_t count) const {
    const std::string folded = fold(name);
    std::set<std::pair<std::size_t, std::string>> ranked;
    const auto consider = [&](const std::string& candidate) {
        const std::string other = fold(candidate);
        const bool part = other.find(folded) != std::string::npos || folded.find(other) != std::string::npos;
        const std::size_t distance = edit_distance(folded, other);
        if (part || distance <= folded.size() / 3 + 1) ranked.emplace(distance, candidate);
    };
    for (const Node& node : nodes_) {
        consider(node.name);
        for (const auto& alias : node.aliases)
            consider(alias);
    }
    std::vector<std::string> out;
    for (const auto& [distance, candidate] : ranked) {
        if (out.size() == count) break;
        out.push_back(candidate);
    }
    return out;
}

}  // namespace entente
