// Communities: Leiden.
//
// Three steps by turns. Nodes move to the neighbouring community that raises modularity most, until none does. Each
// community is taken apart again and joined only where it holds together well. What was joined becomes one node of a
// smaller graph, and all begins anew, until nothing moves. Where the paper draws lots, the best choice is taken, of equals
// the lowest number: the same graph gives the same communities.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <deque>
#include <map>
#include <numeric>

#include "entente/analyse.hpp"

namespace entente {
namespace {

using Numbers = std::vector<std::uint32_t>;

// An undirected graph with weights; an edge stands at both of its ends.
struct Weighted {
    struct Link {
        std::uint32_t to;
        double weight;
    };
    std::vector<std::vector<Link>> links;
    std::vector<double> strength;  // of all links of a node, a loop twice
    double total = 0;              // of all strengths

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(links.size()); }
};

// Weights from and to communities, by community; only what was touched is cleared.
class Sums {
  public:
    explicit Sums(std::size_t size) : sums_(size, 0.0) {}
    void add(std::uint32_t at, double weight) {
        if (sums_[at] == 0.0) touched_.push_back(at);
        sums_[at] += weight;
    }
    [[nodiscard]] double operator[](std::uint32_t at) const { return sums_[at]; }
    [[nodiscard]] const Numbers& sorted() {
        std::ranges::sort(touched_);
        return touched_;
    }
    void clear() {
        for (const std::uint32_t at : touched_)
            sums_[at] = 0.0;
        touched_.clear();
    }

  private:
    std::vector<double> sums_;
    Numbers touched_;
};

Weighted weighted(const PropertyGraph& graph, const Numbers& row_of, std::uint32_t rows) {
    std::vector<std::map<std::uint32_t, double>> found(rows);
    Weighted out;
    out.links.resize(rows);
    out.strength.resize(rows, 0.0);
    for (const EdgeId edge : graph.edges()) {
        const std::uint32_t a = row_of[number(graph.source(edge))], b = row_of[number(graph.target(edge))];
        if (a != b) {
            found[a][b] += 1;
            found[b][a] += 1;
        }
        out.strength[a] += 1;
        out.strength[b] += 1;
        out.total += 2;
    }
    for (std::uint32_t row = 0; row < rows; ++row) {
        for (const auto& [to, weight] : found[row])
            out.links[row].push_back({to, weight});
    }
    return out;
}

constexpr double least_gain = 1e-10;
constexpr int most_rounds = 20;

class Leiden {
  public:
    // Begins with the communities that are given.
    Leiden(Weighted graph, double resolution, Numbers begin)
        : graph_(std::move(graph)), resolution_(resolution), community_(std::move(begin)) {}

    Numbers run() {
        Numbers of(graph_.size());  // the node of the shrinking graph that holds a node
        std::iota(of.begin(), of.end(), 0U);
        while (true) {
            move_nodes();
            if (count(community_) == graph_.size()) break;
            const Numbers refined = compact(refine());
            Numbers next(count(refined));
            for (std::uint32_t node = 0; node < graph_.size(); ++node)
                next[refined[node]] = community_[node];
            if (next.size() == graph_.size()) break;
            for (std::uint32_t& node : of)
                node = refined[node];
            shrink(refined, static_cast<std::uint32_t>(next.size()));
            community_ = compact(next);
        }
        for (std::uint32_t& node : of)
            node = community_[node];
        return of;
    }

  private:
    static std::uint32_t count(const Numbers& numbers) {
        const Numbers fresh = compact(numbers);
        return fresh.empty() ? 0 : 1 + *std::ranges::max_element(fresh);
    }

    // Numbered anew in the order of their first node.
    static Numbers compact(Numbers numbers) {
        const std::uint32_t none = 0xFFFFFFFF;
        Numbers fresh(numbers.empty() ? 0 : 1 + *std::ranges::max_element(numbers), none);
        std::uint32_t next = 0;
        for (std::uint32_t& one : numbers) {
            if (fresh[one] == none) fresh[one] = next++;
            one = fresh[one];
        }
        return numbers;
    }

    // What modularity loses, without its constant, when strengths meet in one community.
    [[nodiscard]] double expected(double a, double b) const {
        return graph_.total > 0 ? resolution_ * a * b / graph_.total : 0;
    }

    void move_nodes() {
        std::vector<double> strength(graph_.size(), 0.0);
        for (std::uint32_t node = 0; node < graph_.size(); ++node)
            strength[community_[node]] += graph_.strength[node];
        std::deque<std::uint32_t> waiting(graph_.size());
        std::iota(waiting.begin(), waiting.end(), 0U);
        const auto weaker = [&](std::uint32_t a, std::uint32_t b) { return graph_.strength[a] < graph_.strength[b]; };
        std::ranges::stable_sort(waiting, weaker);
        std::vector<bool> waits(graph_.size(), true);
        Sums to(graph_.size());
        while (!waiting.empty()) {
            const std::uint32_t node = waiting.front();
            waiting.pop_front();
            waits[node] = false;
            const std::uint32_t old = community_[node];
            strength[old] -= graph_.strength[node];
            for (const auto& link : graph_.links[node])
                to.add(community_[link.to], link.weight);
            std::uint32_t best = old;
            double most = to[old] - expected(graph_.strength[node], strength[old]);
            for (const std::uint32_t one : to.sorted()) {
                const double gain = to[one] - expected(graph_.strength[node], strength[one]);
                if (gain > most + least_gain) {
                    most = gain;
                    best = one;
                }
            }
            to.clear();
            strength[best] += graph_.strength[node];
            if (best == old) continue;
            community_[node] = best;
            for (const auto& link : graph_.links[node]) {
                if (community_[link.to] == best || waits[link.to]) continue;
                waits[link.to] = true;
                waiting.push_back(link.to);
            }
        }
    }

    // Within each community: nodes that hold to it well join one another.
    Numbers refine() const {
        const std::uint32_t size = graph_.size();
        Numbers refined(size);
        std::iota(refined.begin(), refined.end(), 0U);
        std::vector<double> whole(size, 0.0);  // by community: its strength
        for (std::uint32_t node = 0; node < size; ++node)
            whole[community_[node]] += graph_.strength[node];
        std::vector<double> strength = graph_.strength, cut(size, 0.0);  // by part: to the rest of its community
        for (std::uint32_t node = 0; node < size; ++node) {
            for (const auto& link : graph_.links[node])
                cut[node] += community_[link.to] == community_[node] ? link.weight : 0;
        }
        const std::vector<double> inside = cut;
        std::vector<std::uint32_t> members(size, 1);
        Sums to(size);
        const auto holds_well = [&](std::uint32_t part, std::uint32_t community) {
            return cut[part] + least_gain >= expected(strength[part], whole[community] - strength[part]);
        };
        for (std::uint32_t node = 0; node < size; ++node) {
            const std::uint32_t community = community_[node];
            if (members[refined[node]] != 1 || refined[node] != node || !holds_well(node, community)) continue;
            for (const auto& link : graph_.links[node]) {
                if (community_[link.to] == community) to.add(refined[link.to], link.weight);
            }
            std::uint32_t best = node;
            double most = 0;
            for (const std::uint32_t part : to.sorted()) {
                const double gain = to[part] - expected(graph_.strength[node], strength[part]);
                if (part != node && gain > most + least_gain && holds_well(part, community)) {
                    most = gain;
                    best = part;
                }
            }
            if (best != node) {
                cut[best] += inside[node] - 2 * to[best];
                strength[best] += graph_.strength[node];
                members[best] += 1;
                members[node] = 0;
                refined[node] = best;
            }
            to.clear();
        }
        return refined;
    }

    void shrink(const Numbers& refined, std::uint32_t rows) {
        std::vector<std::map<std::uint32_t, double>> found(rows);
        std::vector<double> strength(rows, 0.0);
        for (std::uint32_t node = 0; node < graph_.size(); ++node) {
            strength[refined[node]] += graph_.strength[node];
            for (const auto& link : graph_.links[node]) {
                if (refined[link.to] != refined[node]) found[refined[node]][refined[link.to]] += link.weight;
            }
        }
        graph_.links.assign(rows, {});
        for (std::uint32_t row = 0; row < rows; ++row) {
            for (const auto& [to, weight] : found[row])
                graph_.links[row].push_back({to, weight});
        }
        graph_.strength = std::move(strength);
    }

    Weighted graph_;
    double resolution_;
    Numbers community_;
};

double modularity_of(const PropertyGraph& graph, const Numbers& of, std::uint32_t count, double resolution) {
    std::vector<double> inside(count, 0.0), strength(count, 0.0);
    for (const EdgeId edge : graph.edges()) {
        const std::uint32_t a = of[number(graph.source(edge))], b = of[number(graph.target(edge))];
        if (a == b) inside[a] += 1;
        strength[a] += 1;
        strength[b] += 1;
    }
    const double edges = graph.edge_count();
    double out = 0;
    for (std::uint32_t i = 0; i < count && edges > 0; ++i)
        out += inside[i] / edges - resolution * (strength[i] / (2 * edges)) * (strength[i] / (2 * edges));
    return out;
}

// The same with the least node in community 0.
Communities numbered(const PropertyGraph& graph, const Numbers& row_of, const Numbers& found, double resolution) {
    Communities out{0, Numbers(graph.node_bound(), no_component), 0};
    Numbers fresh(found.size(), no_component);
    for (const NodeId node : graph.nodes()) {
        std::uint32_t& community = fresh[found[row_of[number(node)]]];
        if (community == no_component) community = out.count++;
        out.of[number(node)] = community;
    }
    out.modularity = modularity_of(graph, out.of, out.count, resolution);
    return out;
}

}  // namespace

Communities communities(const PropertyGraph& graph, double resolution) {
    Numbers row_of(graph.node_bound(), 0);
    std::uint32_t rows = 0;
    for (const NodeId node : graph.nodes())
        row_of[number(node)] = rows++;
    const Weighted whole = weighted(graph, row_of, rows);
    Numbers found(rows);
    std::iota(found.begin(), found.end(), 0U);
    Communities out = numbered(graph, row_of, found, resolution);
    for (int round = 0; round < most_rounds; ++round) {
        found = Leiden(whole, resolution, found).run();
        Communities next = numbered(graph, row_of, found, resolution);
        if (next.modularity <= out.modularity + least_gain) break;
        out = std::move(next);
    }
    return out;
}

}  // namespace entente
