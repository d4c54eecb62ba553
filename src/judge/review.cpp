// What is worth asking.
//
// A question is worth the doubt times what hangs on it: how likely the answer is to change the graph, and how many edges
// it would touch. Countries are not asked about: they are known.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "entente/judge.hpp"
#include "judge/names.hpp"

namespace entente {
namespace {

using judge::likeness;

constexpr std::size_t common = 30;  // nodes: a word that more of them have says nothing
constexpr double weak = 0.75;       // belief from which an edge is not asked about
constexpr std::size_t quotes_a_side = 2;

class Review {
  public:
    Review(const KnowledgeGraph& graph, std::span<const Judgement> standing)
        : graph_(graph), edges_of_(graph.nodes().size()) {
        for (const Judgement& judgement : in_force(standing))
            answered_.insert(judgement.topic());
        for (std::uint32_t e = 0; e < graph.edges().size(); ++e) {
            edges_of_[graph.edges()[e].subject].push_back(e);
            if (graph.edges()[e].object != graph.edges()[e].subject) edges_of_[graph.edges()[e].object].push_back(e);
        }
    }

    std::vector<Question> take(std::size_t count) {
        ask_about_names();
        ask_about_merges();
        ask_about_edges();
        std::sort(questions_.begin(), questions_.end(), [](const Question& a, const Question& b) {
            return std::tie(b.use, a.kind, a.about) < std::tie(a.use, b.kind, b.about);
        });
        if (questions_.size() > count) questions_.resize(count);
        return std::move(questions_);
    }

  private:
    [[nodiscard]] bool is_answered(Judgement::Kind kind, std::vector<std::string> about) const {
        Judgement judgement;
        judgement.kind = kind;
        judgement.about = std::move(about);
        return answered_.contains(judgement.topic());
    }

    [[nodiscard]] double weight(std::uint32_t node) const {
        return std::log2(2.0 + static_cast<double>(edges_of_[node].size()));
    }

    [[nodiscard]] std::string described(std::uint32_t node) const {
        const auto& n = graph_.nodes()[node];
        return fmt::format("{} ({}, {} edges, {} articles)", n.name, name_of(n.type), edges_of_[node].size(),
                           n.documents.size());
    }

    void quote(Question& question, const KnowledgeGraph::Support& support) const {
        const Evidence& evidence = support.statement.evidence.front();
        question.quotes.push_back({graph_.documents()[support.document].id, evidence.text, evidence.sentence.begin});
    }

    // A few sentences about a node, each from another edge; of these articles only, if any are given.
    void quote_node(Question& question, std::uint32_t node, const std::set<std::uint32_t>& articles = {}) const {
        std::size_t quoted = 0;
        for (const std::uint32_t edge : edges_of_[node]) {
            for (const auto& support : graph_.edges()[edge].supports) {
                if (!articles.empty() && !articles.contains(support.document)) continue;
                quote(question, support);
                if (++quoted == quotes_a_side) return;
                break;
            }
        }
    }

    // Pairs of nodes of one type that share a word which few have.
    [[nodiscard]] std::set<std::pair<std::uint32_t, std::uint32_t>> candidates() const {
        std::map<std::string, std::vector<std::uint32_t>> by_word;
        for (std::uint32_t i = 0; i < graph_.nodes().size(); ++i) {
            const auto& node = graph_.nodes()[i];
            if (node.type == EntityType::country) continue;
            for (const auto& key : judge::keys_of(node))
                by_word[std::string(name_of(node.type)) + ":" + key].push_back(i);
        }
        std::set<std::pair<std::uint32_t, std::uint32_t>> out;
        for (const auto& [word, nodes] : by_word) {
            if (nodes.size() > common) continue;
            for (std::size_t a = 0; a < nodes.size(); ++a) {
                for (std::size_t b = a + 1; b < nodes.size(); ++b)
                    out.emplace(std::minmax(nodes[a], nodes[b]));
            }
        }
        return out;
    }

    void ask_about_names() {
        for (const auto& [a, b] : candidates()) {
            const auto &x = graph_.nodes()[a], &y = graph_.nodes()[b];
            if (a == b || is_answered(Judgement::Kind::same, {x.id, y.id})) continue;
            const double likely = likeness(x, y);
            if (likely <= 0) continue;
            Question question{
                Question::Kind::same_name, likely * std::min(weight(a), weight(b)), {x.id, y.id}, "", {}, {}};
            question.text = fmt::format("Are these the same? {} and {}", described(a), described(b));
            quote_node(question, a);
            quote_node(question, b);
            questions_.push_back(std::move(question));
        }
    }

    // The articles that name a node, in groups that have another entity in common. Countries and what is named
    // everywhere bind nothing together.
    [[nodiscard]] std::vector<std::set<std::uint32_t>> groups_of(std::uint32_t node) const;
    void ask_about_merges();
    void ask_about_edges();

    const KnowledgeGraph& graph_;
    std::vector<std::vector<std::uint32_t>> edges_of_;  // by node
    std::vector<std::vector<std::uint32_t>> named_in_;  // by document: nodes that are no countries
    std::set<std::string> answered_;                    // topics
    std::vector<Question> questions_;
};

std::vector<std::set<std::uint32_t>> Review::groups_of(std::uint32_t node) const {
    const auto& documents = graph_.nodes()[node].documents;
    std::vector<std::size_t> group(documents.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    const auto find = [&](std::size_t i) {
        while (group[i] != i)
            i = group[i] = group[group[i]];
        return i;
    };
    std::unordered_map<std::uint32_t, std::size_t> first;  // other node -> article in which it stands
    for (std::size_t d = 0; d < documents.size(); ++d) {
        for (const std::uint32_t other : named_in_[documents[d]]) {
            if (other == node) continue;
            const auto [at, is_new] = first.emplace(other, d);
            if (!is_new) group[find(d)] = find(at->second);
        }
    }
    std::map<std::size_t, std::set<std::uint32_t>> sets;
    for (std::size_t d = 0; d < documents.size(); ++d)
        sets[find(d)].insert(documents[d]);
    std::vector<std::set<std::uint32_t>> out;
    for (auto& [root, set] : sets)
        out.push_back(std::move(set));
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    return out;
}

void Review::ask_about_merges() {
    const std::size_t everywhere = std::max<std::size_t>(20, graph_.documents().size() / 10);
    named_in_.resize(graph_.documents().size());
    for (std::uint32_t i = 0; i < graph_.nodes().size(); ++i) {
        const auto& node = graph_.nodes()[i];
        if (node.type == EntityType::country || node.documents.size() > everywhere) continue;
        for (const std::uint32_t document : node.documents)
            named_in_[document].push_back(i);
    }
    for (std::uint32_t i = 0; i < graph_.nodes().size(); ++i) {
        const auto& node = graph_.nodes()[i];
        const bool is_known = node.type == EntityType::country || !node.wikidata.empty();
        if (is_known || node.documents.size() < 2 || node.documents.size() > everywhere || edges_of_[i].empty())
            continue;
        if (is_answered(Judgement::Kind::split, {node.id})) continue;
        const auto groups = groups_of(i);
        if (groups.size() < 2) continue;
        const bool one_word = node.name.find(' ') == std::string::npos;
        Question question{Question::Kind::suspicious_merge, (one_word ? 0.5 : 0.2) * weight(i), {node.id}, "", {}, {}};
        question.text =
            fmt::format("Is this more than one? {}: its articles have no other name in common", described(i));
        for (const std::uint32_t document : groups.back())
            question.articles.push_back(graph_.documents()[document].text_hash);
        quote_node(question, i, groups.front());
        quote_node(question, i, groups.back());
        questions_.push_back(std::move(question));
    }
}

void Review::ask_about_edges() {
    for (const auto& edge : graph_.edges()) {
        if (edge.belief >= weak) continue;
        const auto& support = edge.supports.front();
        if (is_answered(Judgement::Kind::wrong, {support.statement.id})) continue;
        Question question{Question::Kind::weak_edge,
                          (1 - edge.belief) * std::max(weight(edge.subject), weight(edge.object)) / 2,
                          {support.statement.id},
                          "",
                          {},
                          {}};
        std::string marks = edge.polarity == Polarity::negative ? "not " : "";
        if (edge.modality != Modality::asserted) marks += std::string(name_of(edge.modality)) + " ";
        std::string relation = edge.relation;
        std::replace(relation.begin(), relation.end(), '_', ' ');
        question.text = fmt::format("Is this what is said? {} - {}{} - {}", graph_.nodes()[edge.subject].name, marks,
                                    relation, graph_.nodes()[edge.object].name);
        quote(question, support);
        questions_.push_back(std::move(question));
    }
}

}  // namespace

std::vector<Question> review(const KnowledgeGraph& graph, std::span<const Judgement> standing, std::size_t count) {
    return Review(graph, standing).take(count);
}

}  // namespace entente
