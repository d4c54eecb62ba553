// entente show: all about one name.
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

struct Show {
    std::string graph, name, output = "-", format = "text";
    std::size_t quotes = 3;

    // Others of the same name, for people.
    static std::string others(const KnowledgeGraph& knowledge, const std::vector<std::uint32_t>& nodes) {
        std::string out;
        for (std::size_t i = 1; i < nodes.size(); ++i)
            out += (i == 1 ? "\nThe same name: " : ", ") + knowledge.nodes()[nodes[i]].id;
        return out.empty() ? out : out + "\n";
    }

    int run() const {
        int code = fine;
        const Schema schema = Knowledge::built_in().schema;
        const KnowledgeGraph& knowledge = open_knowledge(graph, schema, code);
        const auto nodes = find_names(knowledge, name);
        const Dossier dossier = make_dossier(knowledge, schema, nodes.front());
        write_file(output, format == "json"       ? to_json(dossier)
                           : format == "html"     ? to_html(dossier, quotes)
                           : format == "markdown" ? to_markdown(dossier, quotes)
                                                  : to_text(dossier, quotes) + others(knowledge, nodes));
        return code;
    }
};

}  // namespace

Command show_command() {
    return {"show",
            "Show who a name is, its relations both ways, and the sentences behind them",
            {"entente show news.graph Telmar", "entente show news.graph 'European Union'",
             "entente show news.graph Q20", "entente show news.graph Telmar --format html -o telmar.html"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Show>();
                app.add_option("graph", options->graph, "A graph file; - for standard input")
                    ->required()
                    ->type_name("GRAPH");
                app.add_option("name", options->name, "A name, an alias or an id")->required()->type_name("NAME");
                app.add_option("--format", options->format, "text, markdown, json or html")
                    ->check(CLI::IsMember({"text", "markdown", "json", "html"}))
                    ->type_name("FORMAT");
                app.add_option("--quotes", options->quotes, "At most so many sentences for each relation; JSON has all")
                    ->check(CLI::Range(1, 1'000'000))
                    ->type_name("N");
                app.add_option("-o,--output", options->output, "Where to write; by default standard output")
                    ->type_name("FILE");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
