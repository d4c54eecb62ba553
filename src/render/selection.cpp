// What of a graph is drawn.
//
// Of a graph too large to read the entities with the greatest sum of belief over their edges are kept. That
// is where a reader is found who walks from entity to entity along what is said, in either direction and by
// how far it is believed: PageRank of the undirected graph, without its leaps. PageRank along the arrows
// would hide those who act and are not acted upon, such as a regulator that bans. Around a focus the near come
// before the far. An edge is within `depth` steps of the focus if it begins or ends nearer than that: so one
// step shows what the focus does and suffers, and not what its neighbours do to each other.
// SPDX-License-Identifier: MIT
#include "render/selection.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "render/filter.hpp"

namespace entente::render {
namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

// Of the numbers `all` the first `most` in the order of `before`, ascending again.
template <typename Before>
std::vector<std::uint32_t> first(std::vector<std::uint32_t> all, std::size_t most, Before before) {
    if (all.size() > most) {
        std::ranges::sort(all, before);
        all.resize(most);
        std::ranges::sort(all);
    }
    return all;
}

std::vector<std::uint32_t> ends(const KnowledgeGraph& knowledge, const std::vector<std::uint32_t>& edges) {
    std::vector<bool> is_end(knowledge.nodes().size());
    for (const auto edge : edges)
        is_end[knowledge.edges()[edge].subject] = is_end[knowledge.edges()[edge].object] = true;
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < is_end.size(); ++i) {
        if (is_end[i]) out.push_back(i);
    }
    return out;
}

class Selector {
  public:
    Selector(const KnowledgeGraph& knowledge, const RenderOptions& options)
        : knowledge_(knowledge), options_(options), filter_(knowledge, options) {}

    Selection select() {
        for (std::uint32_t i = 0; i < knowledge_.edges().size(); ++i) {
            if (filter_.wants(i)) edges_.push_back(i);
        }
        measure();
        std::erase_if(edges_, [&](std::uint32_t edge) { return !is_near(edge); });
        weigh();
        Selection out = cut();
        add_lonely(out);
        out.filter = filter_.told();
        return out;
    }

  private:
    // How many steps each node is away from the focus; all 0 where there is none.
    void measure() {
        far_.assign(knowledge_.nodes().size(), options_.focus.empty() ? 0 : nowhere);
        for (const auto node : options_.focus)
            far_[node] = 0;
        for (std::uint32_t step = 1; !options_.focus.empty() && step <= options_.depth; ++step) {
            bool moved = false;
            for (const auto number : edges_) {
                const auto& edge = knowledge_.edges()[number];
                for (const auto& [from, to] :
                     {std::pair{edge.subject, edge.object}, std::pair{edge.object, edge.subject}}) {
                    if (far_[from] != step - 1 || far_[to] != nowhere) continue;
                    far_[to] = step;
                    moved = true;
                }
            }
            if (!moved) break;
        }
    }

    [[nodiscard]] bool is_near(std::uint32_t number) const {
        const auto& edge = knowledge_.edges()[number];
        const auto nearer = std::min(far_[edge.subject], far_[edge.object]);
        return options_.focus.empty() || (nearer != nowhere && nearer < options_.depth);
    }

    void weigh() {
        weight_.assign(knowledge_.nodes().size(), 0);
        for (const auto number : edges_) {
            const auto& edge = knowledge_.edges()[number];
            weight_[edge.subject] += edge.belief;
            if (edge.object != edge.subject) weight_[edge.object] += edge.belief;
        }
    }

    [[nodiscard]] bool comes_before(std::uint32_t a, std::uint32_t b) const {
        const auto rank = [&](std::uint32_t i) {
            return std::tuple(far_[i], -weight_[i], -static_cast<double>(knowledge_.nodes()[i].mentions), i);
        };
        return rank(a) < rank(b);
    }

    [[nodiscard]] Selection cut() const {
        const auto& edges = knowledge_.edges();
        const auto before = [&](std::uint32_t a, std::uint32_t b) { return comes_before(a, b); };
        const std::vector<std::uint32_t> related = ends(knowledge_, edges_);
        const std::vector<std::uint32_t> kept = first(related, options_.most_entities, before);
        Selection out;
        for (const auto i : edges_) {
            if (std::ranges::binary_search(kept, edges[i].subject) && std::ranges::binary_search(kept, edges[i].object))
                out.edges.push_back(i);
        }
        out.edges = first(std::move(out.edges), options_.most_relations, [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(-edges[a].belief, edges[b].supports.size(), a) <
                   std::tuple(-edges[b].belief, edges[a].supports.size(), b);
        });
        out.nodes = ends(knowledge_, out.edges);
        out.wanted_nodes = related.size();
        out.wanted_edges = edges_.size();
        return out;
    }

    // Those that no edge of the whole graph touches, and a focus that has none.
    void add_lonely(Selection& out) const {
        const auto add = [&](const std::vector<std::uint32_t>& nodes) {
            for (const auto node : nodes) {
                if (!std::ranges::binary_search(out.nodes, node) && out.nodes.size() < options_.most_entities)
                    out.nodes.insert(std::ranges::upper_bound(out.nodes, node), node);
            }
        };
        add(options_.focus);
        if (options_.part) add(options_.part->nodes);
        if (!options_.focus.empty() || options_.part) return;
        std::vector<std::uint32_t> all(knowledge_.edges().size());
        std::iota(all.begin(), all.end(), 0U);
        const auto related = ends(knowledge_, all);
        std::vector<std::uint32_t> lonely;
        for (std::uint32_t i = 0; i < knowledge_.nodes().size(); ++i) {
            const auto& types = options_.types;
            const bool fits = types.empty() || std::ranges::find(types, knowledge_.nodes()[i].type) != types.end();
            if (fits && !std::ranges::binary_search(related, i)) lonely.push_back(i);
        }
        out.lonely_nodes = lonely.size();
        if (!options_.lonely) return;
        const std::size_t room = options_.most_entities - std::min(options_.most_entities, out.nodes.size());
        const auto shown = first(lonely, room, [&](std::uint32_t a, std::uint32_t b) { return comes_before(a, b); });
        out.lonely_nodes -= shown.size();
        out.nodes.insert(out.nodes.end(), shown.begin(), shown.end());
        std::ranges::sort(out.nodes);
    }

    const KnowledgeGraph& knowledge_;
    const RenderOptions& options_;
    Filter filter_;
    std::vector<std::uint32_t> edges_;  // wanted
    std::vector<std::uint32_t> far_;    // by node
    std::vector<double> weight_;        // by node
};

}  // namespace

Selection select(const KnowledgeGraph& knowledge, const RenderOptions& options) {
    return Selector(knowledge, options).select();
}

}  // namespace entente::render
