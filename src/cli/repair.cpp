// entente repair: a graph file without its damaged lines.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/messages.hpp"
#include "entente/store.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

struct Repair {
    std::string graph, output;
    bool quiet = false;

    // The article that a damaged line was about, where its name can still be seen.
    static std::string article_of(const std::string& line) {
        constexpr std::string_view key = "\"document\":{\"id\":\"";
        const std::size_t at = line.find(key);
        if (at == std::string::npos) return "";
        const std::size_t begin = at + key.size();
        const std::string id = line.substr(begin, line.find('"', begin) - begin);
        return " of the article " + printable(id);
    }

    int run() const {
        const bool in_place = output.empty() || output == graph;
        const GraphCopy copy = repair_graph(graph, in_place ? graph : output);
        for (std::size_t i = 0; i < copy.problems.size(); ++i) {
            const Error& problem = copy.problems[i];
            warn(fmt::format("{}:{}: {} bytes{} cut out: {}", printable(graph), problem.place().line,
                             copy.damaged[i].size(), article_of(copy.damaged[i]), problem.text()));
        }
        if (quiet) return fine;
        if (copy.problems.empty()) {
            inform(fmt::format("{}: {} lines, nothing to repair", printable(graph), copy.kept));
            return fine;
        }
        const std::string rescued =
            copy.rescued > 0 ? fmt::format(", {} of them found inside damaged ones", copy.rescued) : "";
        inform(fmt::format("kept {} lines{}, cut out {}", copy.kept, rescued, copy.problems.size()));
        if (in_place) inform("what was cut out lies in " + printable(graph) + ".cut");
        return fine;
    }
};

}  // namespace

Command repair_command() {
    return {"repair",
            "Cut what cannot be read out of a graph file, and say what it was",
            {"entente repair news.graph", "entente repair news.graph -o good.graph"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Repair>();
                app.add_option("graph", options->graph, "A graph file")->required()->type_name("GRAPH");
                app.add_option("-o,--output", options->output, "Write to another file, and leave this one as it is")
                    ->type_name("GRAPH");
                app.add_flag("-q,--quiet", options->quiet, "Say nothing but what was cut out");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
