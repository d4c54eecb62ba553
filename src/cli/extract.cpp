// entente extract: articles to lines of a graph file.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "entente/output.hpp"

namespace entente::cli {
namespace {

struct Extract {
    ArticleOptions articles;
    DataOptions data;

    int run() const {
        const Extractor extractor = data.load_extractor();
        return articles.extract(extractor, [](const Extraction& e) { write_file("-", to_json(e) + "\n"); });
    }
};

}  // namespace

Command extract_command() {
    return {"extract",
            "Print what each article says, one JSON line an article",
            {"entente extract articles/ > lines.jsonl", "echo 'Norway banned Telmar.' | entente extract -"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Extract>();
                options->articles.declare(app);
                options->data.declare(app);
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
