// Articles to tokens a second.
//
//     bench [--rounds N] [--repeat N] [--clock wall|cpu] [--program FILE] ARTICLES...
//
// Each stage alone and all in a row, with one thread and with two; memory, start-up and size; beside a
// calibration loop. Of several rounds the best counts: whatever else the machine does can only make a round
// slower. docs/bench.md says how to read the answer. SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <variant>

#include "calibration.hpp"
#include "entente/data.hpp"
#include "entente/extract.hpp"
#include "entente/text/error.hpp"
#include "row.hpp"
#include "stopwatch.hpp"

namespace bench {
namespace {

constexpr std::size_t most_threads = 2;

struct Options {
    std::size_t rounds = 5, repeat = 50;
    Clock clock = Clock::wall;
    std::string program;
    std::vector<std::string> paths;

    // Processor time does not see threads wait for each other, so of two it would say nothing.
    [[nodiscard]] unsigned threads() const { return clock == Clock::cpu ? 1 : most_threads; }
};

[[noreturn]] void refuse(const std::string& text) {
    throw entente::Error(entente::Error::Kind::usage, text);
}

std::size_t positive(const std::string& text) {
    const int value = std::atoi(text.c_str());
    if (value < 1) refuse("'" + text + "' is no number from 1");
    return static_cast<std::size_t>(value);
}

Options options_of(int argc, char** argv) {
    Options out;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (!word.starts_with("--")) {
            out.paths.push_back(word);
            continue;
        }
        if (++i == argc) refuse(word + " needs a value");
        const std::string value = argv[i];
        if (word == "--rounds") {
            out.rounds = positive(value);
        } else if (word == "--repeat") {
            out.repeat = positive(value);
        } else if (word == "--program") {
            out.program = value;
        } else if (word == "--clock" && (value == "wall" || value == "cpu")) {
            out.clock = value == "cpu" ? Clock::cpu : Clock::wall;
        } else {
            refuse("there is no option " + word + " " + value);
        }
    }
    if (out.paths.empty()) refuse("no articles are named");
    return out;
}

struct Corpus {
    std::vector<std::string> texts;  // as read from the files
    std::size_t bytes = 0, copies = 1;

    [[nodiscard]] std::size_t size() const { return texts.size() * copies; }
    [[nodiscard]] entente::Article article(std::size_t i) const {
        return entente::read_article(texts[i % texts.size()], "bench");
    }
};

Corpus corpus_of(const Options& options) {
    Corpus out;
    out.copies = options.repeat;
    for (const auto& path : entente::find_articles(options.paths).paths) {
        auto read = entente::read_file(path);
        if (const auto* skip = std::get_if<entente::Skip>(&read)) refuse(path + " " + skip->text);
        out.texts.push_back(std::move(std::get<entente::Article>(read).text));
        out.bytes += out.texts.back().size() * out.copies;
    }
    return out;
}

// Memory and start-up come first, while nothing else lies in memory.
void measure_start(const Options& options, const Corpus& corpus) {
    Best best;
    double first = 0;
    for (std::size_t round = 0; round < options.rounds; ++round) {
        const double begin = now(options.clock);
        const entente::Extractor extractor;
        const double seconds = now(options.clock) - begin;
        best.add(seconds);
        if (round > 0) continue;
        first = seconds;
        const double ready = resident("VmRSS");
        for (std::size_t i = 0; i < corpus.texts.size(); ++i)
            static_cast<void>(extractor.extract(corpus.article(i)));
        fmt::print("memory       {:.0f} MiB resident when ready, at most {:.0f} MiB with an article at a time\n", ready,
                   resident("VmHWM"));
    }
    fmt::print("start-up     {:.1f} ms, the first time {:.1f} ms\n", 1000 * best.seconds, 1000 * first);
}

void measure_size(const Options& options) {
    constexpr double mib = 1 << 20;
    const auto model = entente::built_in("src/knowledge/english/english.model").size();
    fmt::print("model        {:.1f} MiB, built in\n", static_cast<double>(model) / mib);
    if (options.program.empty()) return;
    fmt::print("program      {:.1f} MiB\n", static_cast<double>(std::filesystem::file_size(options.program)) / mib);
}

double calibrate(const Options& options) {
    Best best;
    std::uint64_t answer = 0;
    for (std::size_t round = 0; round < options.rounds; ++round) {
        const double begin = now(options.clock);
        answer = calibration_loop();
        best.add(now(options.clock) - begin);
    }
    fmt::print("calibration  {:.3f} s a loop of {} million steps (answer {:016x})\n", best.seconds,
               loop_steps / 1'000'000, answer);
    return best.seconds;
}

// One line of the answer.
struct Figure {
    std::string name;
    std::array<Best, most_threads> best;
};

class Bench {
  public:
    Bench(const Options& options, const Corpus& corpus) : options_(options), corpus_(corpus) {
        figures_.push_back({"read", {}});
        for (const auto& stage : row_.stages())
            figures_.push_back({stage.first, {}});
        figures_.push_back({"to trees", {}});
        figures_.push_back({"in all", {}});
    }

    void run();
    void print(double loop) const;

  private:
    void each_stage(unsigned threads);
    void all_in_a_row(unsigned threads);

    const Options& options_;
    const Corpus& corpus_;
    Row row_;
    entente::Extractor extractor_;
    std::vector<Figure> figures_;
    std::size_t tokens_ = 0;
};

// A stage reads what the stages before it wrote, so each round begins with fresh documents.
void Bench::each_stage(unsigned threads) {
    std::vector<std::optional<entente::Document>> documents(corpus_.size());
    double seconds = time_of(options_.clock, documents.size(), threads,
                             [&](std::size_t i) { documents[i].emplace(corpus_.article(i)); });
    double to_trees = seconds;
    figures_[0].best[threads - 1].add(seconds);
    for (std::size_t s = 0; s < row_.stages().size(); ++s) {
        const Row::Deed& deed = row_.stages()[s].second;
        seconds = time_of(options_.clock, documents.size(), threads, [&](std::size_t i) { deed(*documents[i]); });
        figures_[s + 1].best[threads - 1].add(seconds);
        if (s <= Row::last_of_trees) to_trees += seconds;
    }
    figures_[figures_.size() - 2].best[threads - 1].add(to_trees);
    tokens_ = 0;
    for (const auto& document : documents)
        tokens_ += document->tokens.size();
}

void Bench::all_in_a_row(unsigned threads) {
    figures_.back().best[threads - 1].add(time_of(options_.clock, corpus_.size(), threads, [&](std::size_t i) {
        static_cast<void>(extractor_.extract(corpus_.article(i)));
    }));
}

void Bench::run() {
    for (std::size_t round = 0; round < options_.rounds; ++round) {
        for (unsigned threads = 1; threads <= options_.threads(); ++threads) {
            each_stage(threads);
            all_in_a_row(threads);
        }
    }
}

void Bench::print(double loop) const {
    const auto tokens = static_cast<double>(tokens_);
    fmt::print("articles     {} x {}: {} tokens, {:.1f} MiB\n\n", corpus_.texts.size(), corpus_.copies, tokens_,
               static_cast<double>(corpus_.bytes) / (1 << 20));
    fmt::print("{:<12}{:>10}{:>18}{:>18}\n", "", "threads", "tokens a second", "tokens a loop");
    for (const Figure& figure : figures_) {
        for (unsigned threads = 1; threads <= options_.threads(); ++threads) {
            const double speed = tokens / figure.best[threads - 1].seconds;
            fmt::print("{:<12}{:>10}{:>18.0f}{:>18.0f}\n", figure.name, threads, speed, speed * loop);
        }
    }
}

int run(int argc, char** argv) {
    const Options options = options_of(argc, argv);
    const Corpus corpus = corpus_of(options);
    fmt::print("best of {}, {} time\n", options.rounds, options.clock == Clock::cpu ? "processor" : "wall clock");
    measure_start(options, corpus);
    measure_size(options);
    const double loop = calibrate(options);
    Bench bench(options, corpus);
    bench.run();
    bench.print(loop);
    return 0;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) try { return bench::run(argc, argv); } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\nusage: bench [--rounds N] [--repeat N] [--clock wall|cpu] [--program FILE] ARTICLES...\n",
                 error.what());
    return 64;
}
