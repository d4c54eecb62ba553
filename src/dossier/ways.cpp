// Ways between two entities.
//
// Between two neighbours the most believed edge counts. Shortest: a search in layers from the goal tells how far each
// entity is; then layer by layer each keeps its few strongest ways from the start. Strongest: Dijkstra over -log(belief),
// where of equals the one with fewer steps and then the smaller number wins, so the answer is one.
//
// source    Dijkstra 1959, "A note on two problems in connexion with graphs"
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <queue>
#include <tuple>

#include "dossier/marks.hpp"
#include "entente/json.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

struct Hop {
    std::uint32_t to = 0;
    Way::Step step;
    double belief = 0;
};

// Of each entity its neighbours by number, each once.
std::vector<std::vector<Hop>> hops_of(const KnowledgeGraph& graph) {
    std::vector<std::map<std::uint32_t, Hop>> best(graph.nodes().size());
    for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
        const auto& edge = graph.edges()[i];
        if (edge.polarity == Polarity::negative || edge.subject == edge.object) continue;
        for (const bool along : {true, false}) {
            const auto from = along ? edge.subject : edge.object, to = along ? edge.object : edge.subject;
            Hop& hop = best[from][to];
            const bool surer =
                std::tuple(edge.modality == Modality::asserted, edge.belief) >
                std::tuple(hop.belief > 0 && graph.edges()[hop.step.edge].modality == Modality::asserted, hop.belief);
            if (hop.belief == 0 || surer) hop = {to, {i, along}, edge.belief};
        }
    }
    std::vector<std::vector<Hop>> out(best.size());
    for (std::size_t i = 0; i < best.size(); ++i) {
        for (const auto& [to, hop] : best[i])
            out[i].push_back(hop);
    }
    return out;
}

std::vector<std::uint32_t> distances(const std::vector<std::vector<Hop>>& hops, std::uint32_t goal) {
    std::vector<std::uint32_t> out(hops.size(), unreached);
    std::vector<std::uint32_t> layer{goal};
    out[goal] = 0;
    for (std::uint32_t far = 1; !layer.empty(); ++far) {
        std::vector<std::uint32_t> next;
        for (const auto node : layer) {
            for (const Hop& hop : hops[node]) {
                if (out[hop.to] != unreached) continue;
                out[hop.to] = far;
                next.push_back(hop.to);
            }
        }
        layer = std::move(next);
    }
    return out;
}

std::vector<Way> shortest_ways(const std::vector<std::vector<Hop>>& hops, std::uint32_t from, std::uint32_t to,
                               std::size_t most) {
    const auto far = distances(hops, to);
    if (far[from] == unreached) return {};
    std::map<std::uint32_t, std::vector<Way>> layer{{from, {Way{}}}};
    for (std::uint32_t left = far[from]; left > 0; --left) {
        std::map<std::uint32_t, std::vector<Way>> next;
        for (const auto& [node, ways] : layer) {
            for (const Hop& hop : hops[node]) {
                if (far[hop.to] != left - 1) continue;
                for (Way way : ways) {
                    way.steps.push_back(hop.step);
                    way.belief *= hop.belief;
                    next[hop.to].push_back(std::move(way));
                }
            }
        }
        for (auto& [node, ways] : next) {
            std::ranges::stable_sort(ways, std::ranges::greater{}, &Way::belief);
            ways.resize(std::min(ways.size(), most));
        }
        layer = std::move(next);
    }
    return layer.at(to);
}

std::vector<Way> strongest_way(const std::vector<std::vector<Hop>>& hops, std::uint32_t from, std::uint32_t to) {
    struct Reached {
        double cost = std::numeric_limits<double>::infinity();
        std::uint32_t steps = unreached, before = unreached;
        Way::Step step;
        double belief = 0;
        bool settled = false;
    };
    std::vector<Reached> reached(hops.size());
    using Entry = std::tuple<double, std::uint32_t, std::uint32_t>;  // cost, steps, node
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    reached[from] = {0, 0, unreached, {}, 1, false};
    queue.emplace(0, 0, from);
    while (!queue.empty() && !reached[to].settled) {
        const auto [cost, steps, node] = queue.top();
        queue.pop();
        if (std::exchange(reached[node].settled, true)) continue;
        for (const Hop& hop : hops[node]) {
            Reached& next = reached[hop.to];
            const double further = cost - std::log(hop.belief);
            if (next.settled || std::tuple(further, steps + 1, node) >= std::tuple(next.cost, next.steps, next.before))
                continue;
            next = {further, steps + 1, node, hop.step, reached[node].belief * hop.belief, false};
            queue.emplace(further, steps + 1, hop.to);
        }
    }
    if (!reached[to].settled) return {};
    Way out;
    out.belief = reached[to].belief;
    for (std::uint32_t node = to; node != from; node = reached[node].before)
        out.steps.push_back(reached[node].step);
    std::ranges::reverse(out.steps);
    return {out};
}

std::string step_words(const KnowledgeGraph& graph, const Schema& schema, const Way::Step& step) {
    const auto& edge = graph.edges()[step.edge];
    const std::string marks = dossier::marks_of(edge.polarity, edge.modality);
    return dossier::verb_of(schema, edge.relation, step.along) + " " +
           graph.nodes()[step.along ? edge.object : edge.subject].name + (marks.empty() ? "" : "  [" + marks + "]");
}

std::string way_text(const Way& way, const KnowledgeGraph& graph, const Schema& schema, std::uint32_t from) {
    std::string out = "  " + printable(graph.nodes()[from].name) + "\n";
    for (const Way::Step& step : way.steps) {
        const auto quotes = dossier::quotes_of(graph, graph.edges()[step.edge]);
        out += fmt::format("    {}\n        \"{}\"\n        {}\n", printable(step_words(graph, schema, step)),
                           printable(quotes.front().sentence), printable(dossier::origin_of(quotes.front())));
    }
    return out;
}

bool same(const Way& a, const Way& b) {
    return std::ranges::equal(a.steps, b.steps, {}, &Way::Step::edge, &Way::Step::edge);
}

void write(JsonWriter& out, const Way& way, const KnowledgeGraph& graph, const Schema& schema, std::uint32_t from) {
    out.object().key("belief").value(way.belief).key("steps").array();
    std::uint32_t at = from;
    for (const Way::Step& step : way.steps) {
        const auto& edge = graph.edges()[step.edge];
        const auto quote = dossier::quotes_of(graph, edge).front();
        const std::uint32_t next = step.along ? edge.object : edge.subject;
        out.object().key("from").value(graph.nodes()[at].name).key("to").value(graph.nodes()[next].name);
        out.key("edge").value(edge_id(graph, edge)).key("relation").value(edge.relation);
        out.key("along").value(step.along).key("words").value(step_words(graph, schema, step));
        out.key("modality").value(name_of(edge.modality)).key("belief").value(edge.belief);
        out.key("sentence")
            .value(quote.sentence)
            .key("document")
            .value(quote.document)
            .key("published")
            .value(quote.date)
            .end();
        at = next;
    }
    out.end().end();
}

}  // namespace

Ways find_ways(const KnowledgeGraph& graph, std::uint32_t from, std::uint32_t to, std::size_t most) {
    if (from == to) return {};
    const auto hops = hops_of(graph);
    return {shortest_ways(hops, from, to, most), strongest_way(hops, from, to)};
}

std::string to_text(const Ways& ways, const KnowledgeGraph& graph, const Schema& schema, std::uint32_t from) {
    if (ways.shortest.empty()) return "no way leads from one to the other\n";
    std::string out;
    bool told = false;
    for (const Way& way : ways.shortest) {
        const bool strongest = !ways.strongest.empty() && same(way, ways.strongest.front());
        told = told || strongest;
        out += fmt::format(
            "{}{}, {}, belief {:.2f}\n{}", out.empty() ? "" : "\n", strongest ? "shortest and strongest" : "shortest",
            dossier::counted(way.steps.size(), "step", "steps"), way.belief, way_text(way, graph, schema, from));
    }
    if (told) return out;
    for (const Way& way : ways.strongest) {
        out += fmt::format("\nstrongest, {}, belief {:.2f}\n{}", dossier::counted(way.steps.size(), "step", "steps"),
                           way.belief, way_text(way, graph, schema, from));
    }
    return out;
}

std::string to_json(const Ways& ways, const KnowledgeGraph& graph, const Schema& schema, std::uint32_t from) {
    JsonWriter out;
    out.object().key("shortest").array();
    for (const Way& way : ways.shortest)
        write(out, way, graph, schema, from);
    out.end().key("strongest").array();
    for (const Way& way : ways.strongest)
        write(out, way, graph, schema, from);
    return std::string(out.end().end().text()) + "\n";
}

}  // namespace entente
