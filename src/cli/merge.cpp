// entente merge: graph files into one.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/messages.hpp"
#include "entente/output.hpp"
#include "entente/store.hpp"

namespace entente::cli {
namespace {

struct Merge {
    std::vector<std::string> graphs;
    std::string output;
    bool quiet = false;

    int run() const {
        check_writable(output);
        const GraphCopy copy = merge_graphs(graphs, output);
        for (const Error& problem : copy.problems)
            report(problem);
        if (!copy.problems.empty())
            warn(fmt::format("{} lines could not be read and were passed over", copy.problems.size()));
        if (!quiet) {
            inform(fmt::format("merged {} files: {} lines, left out {} repeated and {} superseded", graphs.size(),
                               copy.kept, copy.repeated, copy.superseded));
        }
        return copy.problems.empty() ? fine : some_skipped;
    }
};

}  // namespace

Command merge_command() {
    return {"merge",
            "Put graph files together: the same bytes for any order and grouping",
            {"entente merge monday.graph tuesday.graph -o week.graph"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Merge>();
                app.add_option("graphs", options->graphs, "Graph files; - for standard input")
                    ->required()
                    ->type_name("GRAPHS");
                app.add_option("-o,--output", options->output,
                               "The merged file; it may be one of them; - for standard output")
                    ->required()
                    ->type_name("GRAPH");
                app.add_flag("-q,--quiet", options->quiet, "Say nothing but what went wrong");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
