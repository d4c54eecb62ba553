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

#include "assemble/parts.hpp"
#include "assemble/statements.hpp"
#include "assemble/stories.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

// Of copies of an article (the same text under several names) the one that counts, by text hash.
std::vector<Extraction*> distinct(std::vector<Extraction>& extractions) {
    std::vector<Extraction*> out;
    for (Extraction& extraction : extractions)
        out.push_back(&extraction);
    std::sort(out.begin(), out.end(), [](const Extraction* a, const Extraction* b) {
        const int order = a->document.text_hash.compare(b->document.text_hash);
        return order != 0 ? order < 0 : counts_before(*a, *b);
    });
    const auto same = [](const auto* a, const auto* b) { return a->document.text_hash == b->document.text_hash; };
    out.erase(std::unique(out.begin(), out.end(), same), out.end());
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

// What is gathered about those entities whose ids' hashes fall to one of so many shares.
std::vector<Gathered> gathered(const std::vector<Extraction*>& articles, std::size_t share, std::size_t shares) {
    std::vector<Gathered> out;
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::uint32_t d = 0; d < articles.size(); ++d) {
        for (const Entity& entity : articles[d]->entities) {
            if (std::hash<std::string_view>()(entity.id) % shares != share) continue;
            const auto [at, is_new] = places.try_emplace(entity.id, out.size());
            if (is_new) out.emplace_back();
            gather(out[at->second], entity, d);
        }
    }
    return out;
}

// Nodes by id.
std::vector<KnowledgeGraph::Node> nodes_of(const std::vector<Extraction*>& articles) {
    const std::size_t count = articles.size() < 1000 ? 1 : assembling::cores();
    std::vector<std::vector<Gathered>> shares(count);
    const auto fill = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            shares[i] = gathered(articles, i, count);
    };
    assembling::in_parts(count, fill, 1);
    std::vector<KnowledgeGraph::Node> out;
    for (auto& share : shares) {
        for (Gathered& one : share)
            out.push_back(named(std::move(one)));
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
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

// The edges by object, of one object in their order.
std::vector<std::uint32_t> by_object(const std::vector<KnowledgeGraph::Edge>& edges, std::size_t nodes) {
    std::vector<std::uint32_t> next(nodes + 1), out(edges.size());
    for (const auto& edge : edges)
        ++next[edge.object + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    for (std::uint32_t i = 0; i < edges.size(); ++i)
        out[next[edges[i].object]++] = i;
    return out;
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

KnowledgeGraph assemble(std::vector<Extraction> extractions, const Schema& schema) {
    KnowledgeGraph out;
    const auto articles = distinct(extractions);
    out.documents_.reserve(articles.size());
    for (Extraction* article : articles)
        out.documents_.push_back(std::move(article->document));
    out.stories_ = assembling::stories_of(out.documents_);
    out.nodes_ = nodes_of(articles);
    for (Extraction* article : articles)
        article->entities = {};
    assembling::Numbers numbers;
    for (const auto& node : out.nodes_)
        numbers.emplace(node.id, static_cast<std::uint32_t>(numbers.size()));
    out.edges_ = assembling::edges_of(articles, out, numbers, schema);
    out.by_object_ = by_object(out.edges_, out.nodes_.size());
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
