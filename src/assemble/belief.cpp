// How far an edge is believed.
//
// Articles of one publisher, and copies of one story, are one witness: it counts with its best statement. Witnesses are
// independent: the doubt that is left is the product of their doubts (noisy-or).
// SPDX-License-Identifier: MIT
#include "assemble/belief.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>

namespace entente::assembling {
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

struct Witness {
    std::uint32_t document = 0;
    double p = 0;  // of the best statement
};

std::vector<Witness> articles_of(const KnowledgeGraph::Edge& edge) {
    std::vector<Witness> out;
    for (const auto& support : edge.supports) {
        if (out.empty() || out.back().document != support.document) out.push_back({support.document, 0});
        out.back().p = std::max(out.back().p, probability(support.statement.confidence));
    }
    return out;
}

// Those that share a publisher or a story become one, with the best of their probabilities.
std::vector<double> witnesses(const std::vector<Witness>& articles, const std::vector<std::uint32_t>& stories,
                              const std::vector<std::string>& publishers) {
    std::vector<std::size_t> group(articles.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    const auto find = [&](std::size_t i) {
        while (group[i] != i)
            i = group[i] = group[group[i]];
        return i;
    };
    std::map<std::uint32_t, std::size_t> by_story;
    std::map<std::string_view, std::size_t> by_publisher;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto join = [&](auto& map, const auto& key) {
            const auto [at, is_new] = map.emplace(key, i);
            if (is_new) return;
            const std::size_t a = find(i), b = find(at->second);
            group[std::max(a, b)] = std::min(a, b);
        };
        join(by_story, stories[articles[i].document]);
        if (const std::string& publisher = publishers[articles[i].document]; !publisher.empty())
            join(by_publisher, std::string_view(publisher));
    }
    std::map<std::size_t, double> best;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        double& p = best[find(i)];
        p = std::max(p, articles[i].p);
    }
    std::vector<double> out;
    for (const auto& [root, p] : best)
        out.push_back(p);
    std::sort(out.begin(), out.end());  // the sum of roundings does not depend on who came first
    return out;
}

// What all the rest comes to where one statement stands alone, as most do.
void weigh_one(KnowledgeGraph::Edge& edge, const std::vector<DocumentInfo>& documents,
               const std::vector<std::string>& publishers) {
    const auto& support = edge.supports[0];
    edge.first_seen = edge.last_seen = documents[support.document].date;
    if (const std::string& name = publishers[support.document]; !name.empty()) edge.publishers = {name};
    edge.independent = 1;
    edge.belief = 1 - (1 - probability(support.statement.confidence));
}

template <typename T>
void keep_distinct(std::vector<T>& all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

}  // namespace

void weigh(KnowledgeGraph::Edge& edge, const std::vector<DocumentInfo>& documents,
           const std::vector<std::uint32_t>& stories, const std::vector<std::string>& publishers) {
    if (edge.supports.size() == 1) return weigh_one(edge, documents, publishers);
    const std::vector<Witness> articles = articles_of(edge);
    std::vector<std::string_view> names;
    std::vector<std::uint32_t> told;
    for (const Witness& article : articles) {
        const std::string& date = documents[article.document].date;
        if (!date.empty() && (edge.first_seen.empty() || date < edge.first_seen)) edge.first_seen = date;
        edge.last_seen = std::max(edge.last_seen, date);
        if (!publishers[article.document].empty()) names.emplace_back(publishers[article.document]);
        told.push_back(stories[article.document]);
    }
    keep_distinct(names);
    keep_distinct(told);
    edge.publishers.assign(names.begin(), names.end());
    edge.copies = static_cast<std::uint32_t>(articles.size() - told.size());
    const std::vector<double> independent = witnesses(articles, stories, publishers);
    edge.independent = static_cast<std::uint32_t>(independent.size());
    double doubt = 1;
    for (const double p : independent)
        doubt *= 1 - p;
    edge.belief = 1 - doubt;
}

}  // namespace entente::assembling
