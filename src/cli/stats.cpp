// entente stats: a graph in figures.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <memory>

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
    std::size_t articles = 0, entities = 0, mentions = 0, edges = 0, statements = 0, components = 0;
    std::string first_date, last_date;
    std::vector<Row> types, relations, marks, connected;
};

Figures figures_of(const KnowledgeGraph& graph) {
    Figures out;
    std::map<std::string, std::size_t> types, relations, marks, connected;
    out.articles = graph.documents().size();
    out.entities = graph.nodes().size();
    out.edges = graph.edges().size();
    for (const auto& document : graph.documents()) {
        if (document.date.empty()) continue;
        if (out.first_date.empty() || document.date < out.first_date) out.first_date = document.date;
        out.last_date = std::max(out.last_date, document.date);
    }
    for (const auto& node : graph.nodes()) {
        ++types[std::string(name_of(node.type))];
        out.mentions += node.mentions;
    }
    for (const auto& edge : graph.edges()) {
        out.statements += edge.supports.size();
        relations[edge.relation] += edge.supports.size();
        marks[edge.polarity == Polarity::negative ? "negative" : std::string(name_of(edge.modality))] +=
            edge.supports.size();
        for (const auto node : {edge.subject, edge.object})
            ++connected[graph.nodes()[node].name];
    }
    const FrozenGraph frozen = freeze(graph);
    out.components = components(frozen).count;
    out.types = by_count(types);
    out.relations = by_count(relations);
    out.marks = by_count(marks);
    out.connected = by_count(connected);
    return out;
}

std::string text_of(const Figures& figures) {
    std::string out = fmt::format("{:>8} articles", figures.articles);
    if (!figures.first_date.empty()) out += fmt::format(", {} to {}", figures.first_date, figures.last_date);
    out += fmt::format("\n{:>8} entities, named {} times\n{:>8} edges, from {} statements\n{:>8} components\n",
                       figures.entities, figures.mentions, figures.edges, figures.statements, figures.components);
    const auto list = [&](std::string_view title, const std::vector<Row>& rows) {
        if (rows.empty()) return;
        out += fmt::format("\n{}\n", title);
        for (std::size_t i = 0; i < std::min(shown, rows.size()); ++i) {
            out += fmt::format("{:>8} {}\n", rows[i].second, printable(rows[i].first));
        }
        if (rows.size() > shown) out += fmt::format("         and {} more\n", rows.size() - shown);
    };
    list("entities by type", figures.types);
    list("statements by relation", figures.relations);
    list("statements by mark", figures.marks);
    list("most connected", figures.connected);
    return out;
}

std::string json_of(const Figures& figures) {
    JsonWriter out;
    const auto number = [&](std::string_view key, std::size_t n) { out.key(key).value(static_cast<std::int64_t>(n)); };
    out.object();
    number("articles", figures.articles);
    number("entities", figures.entities);
    number("mentions", figures.mentions);
    number("edges", figures.edges);
    number("statements", figures.statements);
    number("components", figures.components);
    out.key("first_date").value(figures.first_date).key("last_date").value(figures.last_date);
    const auto list = [&](std::string_view key, const std::vector<Row>& rows) {
        out.key(key).object();
        for (const auto& [name, count] : rows)
            number(name, count);
        out.end();
    };
    list("types", figures.types);
    list("relations", figures.relations);
    list("marks", figures.marks);
    list("connected", figures.connected);
    out.end();
    return std::string(out.text()) + "\n";
}

struct Stats {
    std::string graph;
    bool json = false;

    int run() const {
        int code = fine;
        const GraphFile file = open_graph(graph, code);
        const Figures figures = figures_of(assemble(file.extractions, Knowledge::built_in().schema));
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
