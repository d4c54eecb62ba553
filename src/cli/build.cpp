// entente build: articles into a graph file.
// SPDX-License-Identifier: MIT
#include <filesystem>
#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "entente/output.hpp"
#include "entente/store.hpp"

namespace entente::cli {
namespace {

struct Build {
    ArticleOptions articles;
    DataOptions data;
    std::string output;

    // What the graph file holds already; a damaged one is not written over.
    [[nodiscard]] GraphFile old_graph() const {
        if (output == "-" || !std::filesystem::is_regular_file(output)) return {};
        GraphFile file = load_graph(output);
        if (file.problems.empty()) return file;
        const Error& first = file.problems.front();
        throw Error(Error::Kind::data, first.place(), first.text(),
                    "the file is left as it is: write to another file, or take this line out");
    }

    int run() const {
        check_writable(output);
        GraphFile file = old_graph();
        std::vector<Extraction> extractions;
        const Extractor extractor = data.load_extractor();
        const int code = articles.extract(extractor, [&](Extraction e) { extractions.push_back(std::move(e)); });
        add_to_graph(file, std::move(extractions));
        write_file(output, graph_bytes(file));
        if (!articles.quiet && output != "-") inform("wrote " + output);
        return code;
    }
};

}  // namespace

Command build_command() {
    return {"build",
            "Read articles and write what they say into a graph file",
            {"entente build articles/ -o news.graph", "entente build monday.txt tuesday.txt -o news.graph",
             "cat story.txt | entente build - -o -"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Build>();
                options->articles.declare(app);
                options->data.declare(app);
                app.add_option("-o,--output", options->output,
                               "The graph file; articles are added to one that is there; - for standard output")
                    ->required()
                    ->type_name("GRAPH");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
