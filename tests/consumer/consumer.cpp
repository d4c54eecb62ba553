// Text in memory to a graph, with a relation of one's own.
//
// What somebody who embeds Entente writes: no file is read or written. It prints how many steps each name is away from
// Norway, by an algorithm of Boost.Graph, and then the graph in DOT.
// SPDX-License-Identifier: MIT
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/visitors.hpp>
#include <cstdint>
#include <iostream>
#include <string_view>
#include <vector>

#include "entente/assemble.hpp"
#include "entente/extract.hpp"
#include "entente/read.hpp"
#include "entente/render.hpp"

namespace {

constexpr std::string_view article =
    "Norway banned Quellmar Holdings on Monday.\n\n"
    "Quellmar Holdings outshines Brandvik Systems.\n";

constexpr std::string_view schema = R"({"relations": [
    {"name": "outshines", "label": "outshines", "inverse": "is outshone by", "gloss": "does better than"}]})";

constexpr std::string_view rules =
    "relation outshines\n"
    "verb outshine    subject > object\n";

entente::Extractor make_extractor() {
    entente::Knowledge knowledge = entente::Knowledge::built_in();
    const entente::Schema own = entente::Schema::from_json(schema, "consumer's schema");
    for (const entente::Relation& relation : own.relations())
        knowledge.schema.add(relation);
    entente::RuleSet all = entente::RuleSet::built_in(knowledge.schema);
    all.add(entente::RuleSet::parse(rules, "outshines.rules", knowledge.schema));
    return {std::move(knowledge), std::move(all)};
}

// Steps from `start` along the edges; -1 where no way leads.
std::vector<int> steps_from(const entente::FrozenGraph& graph, std::uint32_t start) {
    std::vector<int> steps(graph.node_count(), -1);
    steps[start] = 0;
    const auto record = boost::record_distances(steps.data(), boost::on_tree_edge());
    boost::breadth_first_search(graph.boost_graph(), start, boost::visitor(boost::make_bfs_visitor(record)));
    return steps;
}

}  // namespace

int main() {
    const entente::Extractor extractor = make_extractor();
    const std::vector<entente::Extraction> extractions = {extractor.extract(entente::read_article(article, "memory"))};
    const entente::Schema& all_relations = extractor.knowledge().schema;
    const entente::KnowledgeGraph graph = entente::assemble(extractions, all_relations);

    const std::vector<std::uint32_t> norway = graph.find("Norway");
    if (norway.empty()) return 1;
    const std::vector<int> steps = steps_from(entente::freeze(graph), norway.front());
    for (std::size_t i = 0; i < steps.size(); ++i)
        std::cout << graph.nodes()[i].name << ": " << steps[i] << '\n';
    std::cout << entente::to_dot(graph, all_relations, entente::Style::built_in(), {});
}
