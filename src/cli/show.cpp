// entente show: all about one name.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>
#include <sstream>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "entente/dossier.hpp"
#include "entente/output.hpp"

namespace entente::cli {
namespace {

struct Show {
    std::string graph, name;

    static Error not_found(const KnowledgeGraph& knowledge, const std::string& name) {
        std::string hint;
        for (const auto& near : knowledge.similar_names(name, 5))
            hint += (hint.empty() ? "near it: " : ", ") + near;
        return {Error::Kind::missing, fmt::format("the graph has no '{}'", name), hint};
    }

    int run() const {
        int code = fine;
        const GraphFile file = open_graph(graph, code);
        const Schema schema = Knowledge::built_in().schema;
        const KnowledgeGraph knowledge = assemble(file.extractions, schema);
        const auto nodes = knowledge.find(name);
        if (nodes.empty()) throw not_found(knowledge, name);
        std::ostringstream out;
        out << make_dossier(knowledge, schema, nodes.front());
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            const auto& other = knowledge.nodes()[nodes[i]];
            out << (i == 1 ? "\nThe same name: " : ", ") << other.id;
        }
        if (nodes.size() > 1) out << '\n';
        write_file("-", out.str());
        return code;
    }
};

}  // namespace

Command show_command() {
    return {
        "show",
        "Show who a name is, its relations both ways, and the sentences behind them",
        {"entente show news.graph Telmar", "entente show news.graph 'European Union'", "entente show news.graph Q20"},
        [](CLI::App& app) {
            const auto options = std::make_shared<Show>();
            app.add_option("graph", options->graph, "A graph file; - for standard input")
                ->required()
                ->type_name("GRAPH");
            app.add_option("name", options->name, "A name, an alias or an id")->required()->type_name("NAME");
            return [options] { return options->run(); };
        }};
}

}  // namespace entente::cli
