// entente verify: every name, cue and end found again.
// SPDX-License-Identifier: MIT
#include "entente/verify.hpp"

#include <fmt/core.h>

#include <map>
#include <memory>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

struct Verify {
    std::string graph;
    std::vector<std::string> paths;
    bool quiet = false;

    // The articles' texts by what identifies them; `code` becomes some_skipped where one could not be read.
    [[nodiscard]] std::map<std::string, std::string> texts(int& code) const {
        std::map<std::string, std::string> out;
        if (paths.empty()) return out;
        const ArticleFiles found = find_articles(paths);
        SkipReport skips;
        for (const Skip& skip : found.skipped)
            skips.add(skip);
        for (const auto& path : found.paths) {
            auto read = read_file(path);
            if (const Skip* skip = std::get_if<Skip>(&read)) {
                skips.add(*skip);
                continue;
            }
            Article& article = std::get<Article>(read);
            out.emplace(article.info.text_hash, std::move(article.text));
        }
        if (skips.skipped() > 0) {
            skips.close(out.size(), quiet);
            code = some_skipped;
        }
        return out;
    }

    int run() const {
        int code = fine;
        const GraphFile file = read_graph(graph, code);
        const auto articles = texts(code);
        std::size_t verified = 0, checks = 0, without = 0, faults = 0;
        for (const Extraction& extraction : file.extractions) {
            const auto found = articles.find(extraction.document.text_hash);
            if (found == articles.end() && !extraction.text) {
                ++without;
                warn(fmt::format("{}: its article is not among the given ones, or was changed",
                                 printable(extraction.document.id)));
                continue;
            }
            for (const Fault& fault :
                 entente::verify(extraction, found != articles.end() ? found->second : *extraction.text)) {
                ++faults;
                report(
                    Error(Error::Kind::data, Error::Place{fault.document, 0, 0, ""}, fault.where + ": " + fault.what));
            }
            ++verified;
            checks += checks_of(extraction);
        }
        if (!quiet || faults > 0 || without > 0) {
            inform(fmt::format("verified {} of {} articles: {} names, cues and ends, {} not found again", verified,
                               file.extractions.size(), checks, faults));
        }
        if (faults > 0) return bad_data;
        return without > 0 ? some_skipped : code;
    }
};

}  // namespace

Command verify_command() {
    return {"verify",
            "Find every name, cue and end of a graph again at its bytes in the articles",
            {"entente verify news.graph articles/"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Verify>();
                app.add_option("graph", options->graph, "A graph file; - for standard input")
                    ->required()
                    ->type_name("GRAPH");
                app.add_option("paths", options->paths,
                               "The articles that it was made from; none if it keeps their texts")
                    ->type_name("PATHS");
                app.add_flag("-q,--quiet", options->quiet, "Say nothing but what is wrong");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
