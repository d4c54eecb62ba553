// entente stats: a graph in figures.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "entente/analyse.hpp"
#include "entente/json.hpp"
#include "entente/output.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t shown = 10;  // rows of a list, for people; JSON has all

using Row = std::pair<std::string, std::size_t>;

std::vector<Row> by_count(const std::map<std::string, std::size_t>& counts) {
    std::vector<Row> out(counts.begin(), counts.end());
    std::stable_sort(out.begin(), out.end(), [](const Row& a, const Row& b) { return a.second > b.second; });
    return out;
}

struct Figures {
    struct Connected {
        std::string id, name, type;
        std::size_t edges = 0;
    };
    std::size_t articles = 0, stories = 0, entities = 0, mentions = 0, edges = 0, statements = 0, components = 0;
    std::string first_date, last_date;
    std::vector<Row> types, relations, marks, publishers;  // by count
    std::map<std::string, std::size_t> months;             // "2026-03" -> articles
    std::vector<Connected> connected;                      // by edges, then id
};

void count_articles(Figures& out, const KnowledgeGraph& graph) {
    std::map<std::string, std::size_t> publishers;
    out.articles = graph.documents().size();
    out.stories = std::set<std::uint32_t>(graph.stories().begin(), graph.stories().end()).size();
    for (const auto& document : graph.documents()) {
        if (const std::string publisher = publisher_of(document); !publisher.empty()) ++publishers[publisher];
        if (document.date.empty()) continue;
        ++out.months[document.date.substr(0, 7)];
        if (out.first_date.empty() || document.date < out.first_date) out.first_date = document.date;
        out.last_date = std::max(out.last_date, document.date);
    }
    out.publishers = by_count(publishers);
}

// Names that two entities share are told apart: each counts for itself.
void count_connections(Figures& out, const KnowledgeGraph& graph) {
    std::vector<std::size_t> edges(graph.nodes().size());
    for (const auto& edge : graph.edges()) {
        ++edges[edge.subject];
        if (edge.object != edge.subject) ++edges[edge.object];
    }
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto& node = graph.nodes()[i];
        if (edges[i] > 0) out.connected.push_back({node.id, node.name, std::string(name_of(node.type)), edges[i]});
    }
    std::stable_sort(out.connected.begin(), out.connected.end(),
                     [](const auto& a, const auto& b) { return a.edges > b.edges; });
}

std::size_t components_of(const KnowledgeGraph& graph) {
    GraphBuilder bare;  // without properties, which take long to copy
    std::vector<NodeId> nodes;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i)
        nodes.push_back(bare.add_node());
    for (const auto& edge : graph.edges())
        bare.add_edge(nodes[edge.subject], nodes[edge.object], "");
    return components(freeze(bare)).count;
}

Figures figures_of(const KnowledgeGraph& graph) {
    Figures out;
    std::map<std::string, std::size_t> types, relations, marks;
    count_articles(out, graph);
    count_connections(out, graph);
    out.entities = graph.nodes().size();
    out.edges = graph.edges().size();
    for (const auto& node : graph.nodes()) {
        ++types[std::string(name_of(node.type))];
        out.mentions += node.mentions;
    }
    for (const auto& edge : graph.edges()) {
        out.statements += edge.supports.size();
        relations[edge.relation] += edge.supports.size();
        marks[edge.polarity == Polarity::negative ? "negative" : std::string(name_of(edge.modality))] +=
            edge.supports.size();
    }
    out.components = components_of(graph);
    out.types = by_count(types);
    out.relations = by_count(relations);
    out.marks = by_count(marks);
    return out;
}

// Years where the articles span more than two of them, else months.
std::vector<Row> periods(const Figures& figures) {
    std::map<std::string, std::size_t> years;
    for (const auto& [month, count] : figures.months)
        years[month.substr(0, 4)] += count;
    const auto& chosen = years.size() > 2 ? years : figures.months;
    return {chosen.begin(), chosen.end()};
}

std::string text_of(const Figures& figures) {
    std::string out = fmt::format("{:>8} articles", figures.articles);
    if (figures.stories < figures.articles)
        out += fmt::format(", {} of them copies", figures.articles - figures.stories);
    if (!figures.first_date.empty()) out += fmt::format(", {} to {}", figures.first_date, figures.last_date);
    out += fmt::format("\n{:>8} entities, named {} times\n{:>8} edges, from {} statements\n{:>8} components\n",
                       figures.entities, figures.mentions, figures.edges, figures.statements, figures.components);
    const auto list = [&](std::string_view title, const std::vector<Row>& rows, std::size_t most = shown) {
        if (rows.empty()) return;
        out += fmt::format("\n{}\n", title);
        for (std::size_t i = 0; i < std::min(most, rows.size()); ++i) {
            out += fmt::format("{:>8} {}\n", rows[i].second, printable(rows[i].first));
        }
        if (rows.size() > most) out += fmt::format("         and {} more\n", rows.size() - most);
    };
    list("entities by type", figures.types);
    list("statements by relation", figures.relations);
    list("statements by mark", figures.marks);
    std::map<std::string, std::size_t> same;  // name -> entities
    for (const auto& one : figures.connected)
        ++same[one.name];
    std::vector<Row> connected;
    for (const auto& one : figures.connected)
        connected.emplace_back(same[one.name] > 1 ? one.name + " (" + one.id + ")" : one.name, one.edges);
    list("most connected, by edges", connected);
    list("articles by publisher", figures.publishers);
    list("articles by date", periods(figures), 24);
    return out;
}

std::string json_of(const Figures& figures) {
    JsonWriter out;
    const auto number = [&](std::string_view key, std::size_t n) { out.key(key).value(static_cast<std::int64_t>(n)); };
    out.object();
    number("articles", figures.articles);
    number("stories", figures.stories);
    number("entities", figures.entities);
    number("mentions", figures.mentions);
    number("edges", figures.edges);
    number("statements", figures.statements);
    number("components", figures.components);
    out.key("first_date").value(figures.first_date).key("last_date").value(figures.last_date);
    const auto list = [&](std::string_view key, const auto& rows) {
        out.key(key).object();
        for (const auto& [name, count] : rows)
            number(name, count);
        out.end();
    };
    list("types", figures.types);
    list("relations", figures.relations);
    list("marks", figures.marks);
    list("publishers", figures.publishers);
    list("months", figures.months);
    out.key("connected").array();
    for (const auto& one : figures.connected) {
        out.object().key("id").value(one.id).key("name").value(one.name).key("type").value(one.type);
        number("edges", one.edges);
        out.end();
    }
    out.end().end();
    return std::string(out.text()) + "\n";
}

struct Stats {
    std::string graph;
    bool json = false;

    int run() const {
        int code = fine;
        const Figures figures = figures_of(open_knowledge(graph, Knowledge::built_in().schema, code));
        write_file("-", json ? json_of(figures) : text_of(figures));
        return code;
    }
};

}  // namespace

Command stats_command() {
    return {"stats",
            "Count what a graph holds",
            {"entente stats news.graph", "entente stats news.graph --json"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Stats>();
                app.add_option("graph", options->graph, "A graph file; - for standard input")
                    ->required()
                    ->type_name("GRAPH");
                app.add_flag("--json", options->json, "As one JSON object");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
