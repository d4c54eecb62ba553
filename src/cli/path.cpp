// entente path: how two names hang together.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/names.hpp"
#include "entente/dossier.hpp"
#include "entente/output.hpp"

namespace entente::cli {
namespace {

struct Path {
    std::string graph, from, to;
    std::size_t most = 3;
    bool json = false;

    int run() const {
        int code = fine;
        const Schema schema = Knowledge::built_in().schema;
        const KnowledgeGraph& knowledge = open_knowledge(graph, schema, code);
        const std::uint32_t start = find_names(knowledge, from).front(), goal = find_names(knowledge, to).front();
        if (start == goal) {
            throw Error(Error::Kind::usage, fmt::format("'{}' and '{}' are the same", from, to),
                        "entente show tells all about one name");
        }
        const Ways ways = find_ways(knowledge, start, goal, most);
        write_file("-", json ? to_json(ways, knowledge, schema, start) : to_text(ways, knowledge, schema, start));
        return code;
    }
};

}  // namespace

Command path_command() {
    return {"path",
            "Show the shortest and the strongest ways between two names, each step with its sentence",
            {"entente path news.graph Telmar 'European Union'", "entente path news.graph Q20 Q35 --json"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Path>();
                app.add_option("graph", options->graph, "A graph file; - for standard input")
                    ->required()
                    ->type_name("GRAPH");
                app.add_option("from", options->from, "A name, an alias or an id")->required()->type_name("NAME");
                app.add_option("to", options->to, "Another one")->required()->type_name("NAME");
                app.add_option("--most", options->most, "At most so many shortest ways; by default 3")
                    ->check(CLI::Range(1, 1000))
                    ->type_name("N");
                app.add_flag("--json", options->json, "As one JSON object");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
