// entente build: articles into a graph file.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <set>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "entente/output.hpp"
#include "entente/store.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

// What the graph has, and what comes to it.
class Addition {
  public:
    Addition(const std::string& graph, std::string by, bool refresh)
        : writer_(graph), index_(index_graph(graph)), by_(std::move(by)), refresh_(refresh) {
        if (writer_.cut_off()) report(*writer_.cut_off());
        if (index_.problems.empty()) return;
        // What a damaged graph has lost would look as if it had never been there.
        const Error& first = index_.problems.front();
        throw Error(Error::Kind::data, first.place(), first.text(),
                    "the file is left as it is: entente repair takes such lines out");
    }

    // Whether the article need not be read; asked by several threads at once, so it changes nothing but the count.
    [[nodiscard]] bool knows(const Article& article) {
        const auto found = index_.readings.find(article.info.text_hash);
        if (found == index_.readings.end()) return false;
        const auto& readings = found->second;
        if (std::any_of(readings.begin(), readings.end(), [&](const auto& r) { return r.by == by_; })) return true;
        if (!refresh_) ++older_;
        return !refresh_;
    }

    void add(Extraction extraction) {
        const DocumentInfo& document = extraction.document;
        if (!added_.insert(document.text_hash).second) return;  // a copy among the articles read now
        if (const auto old = index_.readings.find(document.text_hash); old != index_.readings.end()) {
            for (const auto& reading : old->second) {
                extraction.supersedes.push_back(reading.id);
                extraction.supersedes.insert(extraction.supersedes.end(), reading.history.begin(),
                                             reading.history.end());
            }
            auto& all = extraction.supersedes;
            std::sort(all.begin(), all.end());
            all.erase(std::unique(all.begin(), all.end()), all.end());
        } else if (const auto same = index_.texts.find(document.id); same != index_.texts.end() && document.id != "-") {
            warn(fmt::format("{} has changed since it was read: its older text, {}, stays in the graph",
                             printable(document.id), same->second));
        }
        writer_.add(extraction);
    }

    void finish(bool quiet) {
        writer_.commit();
        if (older_ == 0 || quiet) return;
        inform(
            fmt::format("{} of them were read by another version of entente, its model or its rules: --refresh reads "
                        "them again",
                        older_.load()));
    }

  private:
    GraphWriter writer_;
    GraphIndex index_;
    std::string by_;
    bool refresh_;
    std::set<std::string> added_;  // hashes of texts
    std::atomic<std::size_t> older_ = 0;
};

struct Build {
    ArticleOptions articles;
    DataOptions data;
    std::string output;
    bool refresh = false;

    int run() const {
        if (is_stream(output)) return print();
        check_writable(output);
        const Extractor extractor = data.load_extractor();
        Addition addition(output, extractor.by(), refresh);
        const int code = articles.extract(
            extractor, [&](Extraction e) { addition.add(std::move(e)); },
            [&](const Article& article) { return addition.knows(article); });
        addition.finish(articles.quiet);
        if (!articles.quiet) inform("wrote " + output);
        return code;
    }

    // To standard output, a pipe or a device.
    int print() const {
        check_writable(output);
        WholeFile out(output);
        const Extractor extractor = data.load_extractor();
        const int code = articles.extract(extractor, [&](const Extraction& e) { out.write(to_json(e) + "\n"); });
        out.commit();
        return code;
    }
};

}  // namespace

Command build_command() {
    return {"build",
            "Read articles and write what they say into a graph file",
            {"entente build articles/ -o news.graph", "entente build monday.txt tuesday.txt -o news.graph",
             "entente build articles/ -o news.graph --refresh", "cat story.txt | entente build - -o -"},
            [](CLI::App& app) {
                const auto options = std::make_shared<Build>();
                options->articles.declare(app);
                options->data.declare(app);
                app.add_option("-o,--output", options->output,
                               "The graph file; articles are added to one that is there; - for standard output")
                    ->required()
                    ->type_name("GRAPH");
                app.add_flag("--refresh", options->refresh,
                             "Read again the articles that another version of entente, its model or its rules read");
                return [options] { return options->run(); };
            }};
}

}  // namespace entente::cli
