// entente import: JSON and GraphML to a graph file.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "entente/exchange.hpp"
#include "entente/output.hpp"

namespace entente::cli {
namespace {

struct Import {
    std::string input, output;
    bool quiet = false;

    int run() const {
        check_writable(output);
        const std::string bytes = read_bytes(input);
        const GraphFile file = import_graph(bytes, input == "-" ? "standard input" : input);
        for (const Error& problem : file.problems)
            report(problem);
        write_file(output, graph_bytes(file));
        if (!quiet && output != "-") {
            inform(fmt::format("wrote {}: {} {}", output, file.extractions.size(),
                               file.extractions.size() == 1 ? "article" : "articles"));
        }
        return file.problems.empty() ? fine : some_skipped;
    }
};

}  // namespace

Command import_command() {
    return {"import",
            "Make a graph file of exported JSON, or of any program's GraphML",
            {"entente import news.json -o news.graph", "entente import network.graphml -o network.graph"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Import>();
                app.add_option("file", options->input, "JSON or GraphML; - for standard input")
                    ->required()
                    ->type_name("FILE");
                app.add_option("-o,--output", options->output, "The graph file; - for standard output")
                    ->required()
                    ->type_name("GRAPH");
                app.add_flag("-q,--quiet", options->quiet, "Say nothing but what went wrong");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
