// Extractions to one graph.
//
// Everything is sorted by what it is (an article by its text, an entity by its id, an edge by its five parts), so the order
// of the Extractions leaves no trace.
// SPDX-License-Identifier: MIT
#include "entente/assemble.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "assemble/belief.hpp"
#include "assemble/stories.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

// Of copies of an article (the same text under several names) the one that counts, by text hash.
std::vector<const Extraction*> distinct(std::span<const Extraction> extractions) {
    std::unordered_map<std::string_view, const Extraction*> by_text;
    for (const Extraction& extraction : extractions) {
        const auto [at, is_new] = by_text.try_emplace(extraction.document.text_hash, &extraction);
        if (!is_new && counts_before(extraction, *at->second)) at->second = &extraction;
    }
    std::vector<const Extraction*> out;
    for (const auto& [hash, extraction] : by_text)
        out.push_back(extraction);
    std::sort(out.begin(), out.end(),
              [](const auto* a, const auto* b) { return a->document.text_hash < b->document.text_hash; });
    return out;
}

// What is gathered about one entity before its canonical name is chosen.
struct Gathered {
    KnowledgeGraph::Node node;
    std::map<std::string, std::uint32_t> names;  // canonical name in an article -> number of articles
    std::set<std::string> aliases;
};

void gather(Gathered& to, const Entity& entity, std::uint32_t document) {
    if (to.node.id.empty()) {
        to.node.id = entity.id;
        to.node.type = entity.type;
    }
    if (to.node.wikidata.empty()) to.node.wikidata = entity.wikidata;
    to.node.documents.push_back(document);
    to.node.mentions += static_cast<std::uint32_t>(entity.mentions.size());
    ++to.names[entity.name];
    to.aliases.insert(entity.aliases.begin(), entity.aliases.end());
}

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

using Numbers = std::unordered_map<std::string_view, std::uint32_t>;  // an id -> its node

// Nodes by id. The numbers' keys are the Extractions' own.
std::vector<KnowledgeGraph::Node> nodes_of(const std::vector<const Extraction*>& articles, Numbers& numbers) {
    std::vector<Gathered> gathered;
    for (std::uint32_t d = 0; d < articles.size(); ++d) {
        for (const Entity& entity : articles[d]->entities) {
            const auto [at, is_new] = numbers.try_emplace(entity.id, static_cast<std::uint32_t>(gathered.size()));
            if (is_new) gathered.emplace_back();
            gather(gathered[at->second], entity, d);
        }
    }
    std::vector<std::uint32_t> order(gathered.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return gathered[a].node.id < gathered[b].node.id; });
    std::vector<KnowledgeGraph::Node> out;
    out.reserve(order.size());
    std::vector<std::uint32_t> place(order.size());
    for (const std::uint32_t from : order) {
        place[from] = static_cast<std::uint32_t>(out.size());
        out.push_back(named(std::move(gathered[from])));
    }
    for (auto& [id, number] : numbers)
        number = place[number];
    return out;
}

// One statement, as it sorts.
struct Said {
    std::uint32_t subject, relation, object;  // the relation by its place in alphabetical order
    Polarity polarity;
    Modality modality;
    std::uint32_t document;
    const Statement* statement;

    [[nodiscard]] auto edge() const { return std::tie(subject, relation, object, polarity, modality); }
    [[nodiscard]] auto order() const {
        return std::tie(subject, relation, object, polarity, modality, document, statement->evidence.front().sentence,
                        statement->id);
    }
};

std::vector<Said> statements_of(const std::vector<const Extraction*>& articles, const Schema& schema,
                                const Numbers& numbers, std::vector<std::string>& relations) {
    std::set<std::string_view> names;
    for (const Extraction* article : articles) {
        for (const Statement& statement : article->statements)
            names.insert(statement.relation);
    }
    relations.assign(names.begin(), names.end());
    Numbers places;
    std::vector<bool> symmetric;
    for (const auto& name : relations) {
        places.emplace(name, static_cast<std::uint32_t>(places.size()));
        const Relation* relation = schema.find(name);
        symmetric.push_back(relation != nullptr && relation->symmetric);
    }
    std::vector<Said> out;
    for (std::uint32_t d = 0; d < articles.size(); ++d) {
        for (const Statement& s : articles[d]->statements) {
            std::uint32_t subject = numbers.at(s.subject), object = numbers.at(s.object);
            const std::uint32_t relation = places.at(s.relation);
            if (symmetric[relation] && object < subject) std::swap(subject, object);
            out.push_back({subject, relation, object, s.polarity, s.modality, d, &s});
        }
    }
    std::sort(out.begin(), out.end(), [](const Said& a, const Said& b) { return a.order() < b.order(); });
    return out;
}

// How well `name` answers to a question: 0 = exact, 1 = an alias; nothing = not at all.
std::optional<int> answers(const KnowledgeGraph::Node& node, std::string_view id, const std::string& folded) {
    if (node.id == id || fold(node.name) == folded) return 0;
    for (const auto& alias : node.aliases) {
        if (fold(alias) == folded) return 1;
    }
    return {};
}

struct BySubject {
    bool operator()(const KnowledgeGraph::Edge& edge, std::uint32_t node) const { return edge.subject < node; }
    bool operator()(std::uint32_t node, const KnowledgeGraph::Edge& edge) const { return node < edge.subject; }
};

}  // namespace

std::string publisher_of(const DocumentInfo& document) {
    if (!document.site.empty()) return fold(document.site);
    std::string_view host = document.url;
    const std::size_t begin = host.find("://");
    if (begin == std::string_view::npos) return {};
    host.remove_prefix(begin + 3);
    host = host.substr(0, host.find_first_of("/?#:"));
    if (host.starts_with("www.")) host.remove_prefix(4);
    return fold(host);
}

KnowledgeGraph assemble(std::span<const Extraction> extractions, const Schema& schema) {
    KnowledgeGraph out;
    const auto articles = distinct(extractions);
    std::vector<std::string> publishers;
    for (const Extraction* article : articles) {
        out.documents_.push_back(article->document);
        publishers.push_back(publisher_of(article->document));
    }
    out.stories_ = assembling::stories_of(out.documents_);
    Numbers numbers;
    out.nodes_ = nodes_of(articles, numbers);
    std::vector<std::string> relations;
    const std::vector<Said> said = statements_of(articles, schema, numbers, relations);
    for (std::size_t i = 0; i < said.size();) {
        KnowledgeGraph::Edge edge;
        edge.subject = said[i].subject;
        edge.object = said[i].object;
        edge.relation = relations[said[i].relation];
        edge.polarity = said[i].polarity;
        edge.modality = said[i].modality;
        for (const auto key = said[i].edge(); i < said.size() && said[i].edge() == key; ++i) {
            const Statement& statement = *said[i].statement;
            std::string source =
                statement.source.empty() ? statement.source_text : out.nodes_[numbers.at(statement.source)].name;
            edge.supports.push_back({said[i].document, statement, std::move(source)});
        }
        assembling::weigh(edge, out.documents_, out.stories_, publishers);
        out.edges_.push_back(std::move(edge));
    }
    out.by_object_.resize(out.edges_.size());
    std::iota(out.by_object_.begin(), out.by_object_.end(), 0u);
    std::stable_sort(out.by_object_.begin(), out.by_object_.end(),
                     [&](auto a, auto b) { return out.edges_[a].object < out.edges_[b].object; });
    return out;
}

std::vector<std::uint32_t> KnowledgeGraph::edges_from(std::uint32_t node) const {
    const auto [first, last] = std::equal_range(edges_.begin(), edges_.end(), node, BySubject{});
    std::vector<std::uint32_t> out(static_cast<std::size_t>(last - first));
    std::iota(out.begin(), out.end(), static_cast<std::uint32_t>(first - edges_.begin()));
    return out;
}

std::vector<std::uint32_t> KnowledgeGraph::edges_to(std::uint32_t node) const {
    const auto before = [&](std::uint32_t edge, std::uint32_t object) { return edges_[edge].object < object; };
    const auto after = [&](std::uint32_t object, std::uint32_t edge) { return object < edges_[edge].object; };
    return {std::lower_bound(by_object_.begin(), by_object_.end(), node, before),
            std::upper_bound(by_object_.begin(), by_object_.end(), node, after)};
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
