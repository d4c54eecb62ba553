// All about one entity.
//
//     Telmar (organisation), named 12 times in 4 articles
//
//     is banned by 1, operates in 2
//
//     is banned by Denmark
//         "Denmark banned Telmar from ..."
//         telecoms-ban/article.txt:1204
//     is banned by Norway [not so, planned]
//         ...
// SPDX-License-Identifier: MIT
#include "entente/dossier.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "dossier/marks.hpp"

namespace entente {
namespace {

using dossier::marks_of;

constexpr std::size_t most_strongest = 5, most_neighbours = 10;

std::vector<Dossier::Line> lines_of(const KnowledgeGraph& graph, const Schema& schema,
                                    const std::vector<std::uint32_t>& edges, bool as_subject) {
    std::vector<Dossier::Line> out;
    for (const auto number : edges) {
        const KnowledgeGraph::Edge& edge = graph.edges()[number];
        Dossier::Line line;
        line.verb = dossier::verb_of(schema, edge.relation, as_subject);
        line.other = as_subject ? edge.object : edge.subject;
        line.words = line.verb + " " + graph.nodes()[line.other].name;
        line.modality = edge.modality;
        line.polarity = edge.polarity;
        line.belief = edge.belief;
        line.quotes = dossier::quotes_of(graph, edge);
        line.edge = number;
        line.as_subject = as_subject;
        out.push_back(std::move(line));
    }
    std::ranges::sort(out, [](const Dossier::Line& a, const Dossier::Line& b) {
        return std::tie(b.belief, a.words, a.polarity, a.modality) <
               std::tie(a.belief, b.words, b.polarity, b.modality);
    });
    return out;
}

std::vector<Dossier::Group> groups_of(const std::vector<Dossier::Line>& lines) {
    std::map<std::string, std::vector<std::size_t>> by_verb;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string marks = marks_of(lines[i].polarity, lines[i].modality);
        by_verb[lines[i].verb + (marks.empty() ? "" : " [" + marks + "]")].push_back(i);
    }
    std::vector<Dossier::Group> out;
    for (auto& [verb, members] : by_verb)
        out.push_back({verb, std::move(members)});
    std::ranges::stable_sort(out, std::ranges::greater{},
                             [](const Dossier::Group& group) { return group.lines.size(); });
    return out;
}

std::vector<Dossier::Event> timeline_of(const std::vector<Dossier::Line>& lines) {
    std::vector<Dossier::Event> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = 0; j < lines[i].quotes.size(); ++j) {
            if (!lines[i].quotes[j].when.empty()) out.push_back({lines[i].quotes[j].when, i, j});
        }
    }
    std::ranges::stable_sort(out, {}, &Dossier::Event::date);
    return out;
}

std::vector<std::size_t> strongest_of(const std::vector<Dossier::Line>& lines) {
    std::vector<std::size_t> out(lines.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = i;
    std::ranges::stable_sort(out, [&](std::size_t a, std::size_t b) {
        return std::tuple(-lines[a].belief, -static_cast<double>(lines[a].quotes.size())) <
               std::tuple(-lines[b].belief, -static_cast<double>(lines[b].quotes.size()));
    });
    out.resize(std::min(out.size(), most_strongest));
    return out;
}

// The same told and denied. What is only possible or asked for stands against nothing.
std::vector<std::pair<std::size_t, std::size_t>> contradictions_of(const std::vector<Dossier::Line>& lines) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    const auto firm = [](const Dossier::Line& line) {
        return line.modality == Modality::asserted || line.modality == Modality::planned;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = 0; j < lines.size(); ++j) {
            const bool opposed = lines[i].polarity == Polarity::positive && lines[j].polarity == Polarity::negative;
            if (opposed && firm(lines[i]) && firm(lines[j]) && lines[i].words == lines[j].words) out.emplace_back(i, j);
        }
    }
    return out;
}

std::vector<Dossier::Neighbour> neighbours_of(const KnowledgeGraph& graph, const std::vector<Dossier::Line>& lines,
                                              std::uint32_t self) {
    std::map<std::uint32_t, Dossier::Neighbour> found;
    for (const auto& line : lines) {
        if (line.other == self) continue;
        Dossier::Neighbour& neighbour = found[line.other];
        neighbour.node = line.other;
        neighbour.name = graph.nodes()[line.other].name;
        neighbour.type = graph.nodes()[line.other].type;
        ++neighbour.relations;
        neighbour.belief += line.belief;
    }
    std::vector<Dossier::Neighbour> out;
    for (auto& [node, neighbour] : found)
        out.push_back(std::move(neighbour));
    std::ranges::stable_sort(out, std::ranges::greater{}, &Dossier::Neighbour::belief);
    out.resize(std::min(out.size(), most_neighbours));
    return out;
}

}  // namespace

Dossier make_dossier(const KnowledgeGraph& graph, const Schema& schema, std::uint32_t node) {
    Dossier out;
    out.node = graph.nodes()[node];
    out.lines = lines_of(graph, schema, graph.edges_from(node), true);
    auto as_object = lines_of(graph, schema, graph.edges_to(node), false);
    out.lines.insert(out.lines.end(), std::make_move_iterator(as_object.begin()),
                     std::make_move_iterator(as_object.end()));
    out.groups = groups_of(out.lines);
    out.timeline = timeline_of(out.lines);
    out.strongest = strongest_of(out.lines);
    out.contradictions = contradictions_of(out.lines);
    out.neighbours = neighbours_of(graph, out.lines, node);
    return out;
}

}  // namespace entente
