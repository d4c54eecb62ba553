// entente diff: what came and went between two graphs.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "entente/compare.hpp"
#include "entente/output.hpp"

namespace entente::cli {
namespace {

struct Diff {
    std::string before, after;
    bool json = false;

    int run() const {
        int code = fine;
        const Schema schema = Knowledge::built_in().schema;
        const KnowledgeGraph& older = open_knowledge(before, schema, code);
        const KnowledgeGraph& newer = open_knowledge(after, schema, code);
        const Comparison comparison = compare(older, newer);
        write_file("-", json ? to_json(comparison, older, newer, schema) : to_text(comparison, older, newer, schema));
        return code;
    }
};

}  // namespace

Command diff_command() {
    return {"diff",
            "Show which entities and relations came and went between two graphs",
            {"entente diff march.graph april.graph", "entente diff march.graph april.graph --json"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Diff>();
                app.add_option("old", options->before, "The older graph file")->required()->type_name("OLD");
                app.add_option("new", options->after, "The newer graph file")->required()->type_name("NEW");
                app.add_flag("--json", options->json, "As one JSON object");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
