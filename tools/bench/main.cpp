// Articles to tokens a second.
//
//     bench [--processor plain|avx2|avx512] [--times 5] FILE.txt...
//
// Each stage from text to trees on all files, one thread, then the whole of it on one and on two: the best of
// five runs by the thread's own clock, beside a loop that does the same on any machine, for comparing one
// machine with another. Then how long the network takes to load, and the most memory that the program held.
// SPDX-License-Identifier: MIT
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <thread>
#include <vector>

#include "entente/encode.hpp"
#include "entente/knowledge.hpp"
#include "entente/parse.hpp"
#include "entente/tag.hpp"
#include "entente/tokenise.hpp"

namespace bench {
namespace {

using entente::Document;

double thread_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds_of(const std::function<void()>& work) {
    const double begin = thread_seconds();
    work();
    return thread_seconds() - begin;
}

// A hundred million steps, each waiting for the one before.
double calibration() {
    return seconds_of([] {
        std::uint64_t x = 1;
        for (int i = 0; i < 100'000'000; ++i)
            x = x * 6364136223846793005ULL + 1442695040888963407ULL;
        volatile std::uint64_t sink = x;
        (void)sink;
    });
}

struct Stages {
    explicit Stages(entente::Processor processor) : Stages(entente::Model::built_in(processor)) {}
    explicit Stages(const entente::Model& model) : encoder(model), tagger(model), parser(model) {}
    entente::Knowledge knowledge = entente::Knowledge::built_in();
    entente::Tokeniser tokeniser{knowledge.lexicon};
    entente::Encoder encoder;
    entente::Tagger tagger;
    entente::Parser parser;

    void all(const std::vector<std::string>& texts) const {
        for (const std::string& text : texts) {
            Document document({{}, text});
            tokeniser.annotate(document);
            encoder.annotate(document);
            tagger.annotate(document);
            parser.annotate(document);
        }
    }
};

std::vector<double> stage_seconds(const Stages& stages, const std::vector<std::string>& texts) {
    std::vector<double> out(4, 0);
    for (const std::string& text : texts) {
        Document document({{}, text});
        out[0] += seconds_of([&] { stages.tokeniser.annotate(document); });
        out[1] += seconds_of([&] { stages.encoder.annotate(document); });
        out[2] += seconds_of([&] { stages.tagger.annotate(document); });
        out[3] += seconds_of([&] { stages.parser.annotate(document); });
    }
    return out;
}

double two_threads(const Stages& stages, const std::vector<std::string>& texts) {
    const auto begin = std::chrono::steady_clock::now();
    std::thread other([&] { stages.all(texts); });
    stages.all(texts);
    other.join();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void run(entente::Processor processor, int times, const std::vector<std::string>& texts) {
    double load = 1e9, loop = 1e9, one = 1e9, two = 1e9;
    for (int i = 0; i < times; ++i) {
        loop = std::min(loop, calibration());
        load = std::min(load, seconds_of([&] { const Stages stages(processor); }));
    }
    const Stages stages(processor);
    std::size_t tokens = 0;
    for (const std::string& text : texts) {
        Document document({{}, text});
        stages.tokeniser.annotate(document);
        tokens += document.tokens.size();
    }
    std::vector<double> best(4, 1e9);
    for (int i = 0; i < times; ++i) {
        const auto now = stage_seconds(stages, texts);
        for (std::size_t s = 0; s < best.size(); ++s)
            best[s] = std::min(best[s], now[s]);
        one = std::min(one, seconds_of([&] { stages.all(texts); }));
        two = std::min(two, two_threads(stages, texts));
    }
    const double n = static_cast<double>(tokens);
    const char* names[] = {"tokenise", "encode", "tag", "parse"};
    std::printf("calibration  %.3f s\ntokens       %zu\n", loop, tokens);
    for (std::size_t s = 0; s < best.size(); ++s)
        std::printf("%-12s %.0f tokens a second\n", names[s], n / best[s]);
    std::printf("all          %.0f tokens a second; %.0f in the time of the calibration loop\n", n / one,
                n / one * loop);
    std::printf("two threads  %.0f tokens a second by the clock on the wall\n", 2 * n / two);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("loading      %.1f ms\nmemory       %ld MiB\n", 1e3 * load, usage.ru_maxrss / 1024);
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
    try {
        entente::Processor processor = entente::best_processor();
        int times = 5;
        std::vector<std::string> texts;
        const std::map<std::string, entente::Processor> processors = {{"plain", entente::Processor::plain},
                                                                      {"avx2", entente::Processor::avx2},
                                                                      {"avx512", entente::Processor::avx512}};
        for (int i = 1; i < argc; ++i) {
            const std::string word = argv[i];
            if (word == "--processor" && i + 1 < argc) {
                processor = processors.at(argv[++i]);
            } else if (word == "--times" && i + 1 < argc) {
                times = std::stoi(argv[++i]);
            } else {
                std::ifstream in(word, std::ios::binary);
                texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
            }
        }
        std::size_t bytes = 0;
        for (const std::string& text : texts)
            bytes += text.size();
        if (bytes == 0) throw std::runtime_error("bench needs texts: graphs/gallery/*/article.txt");
        for (; bytes < 400'000; bytes *= 2) {  // the same articles again, until there is enough to measure
            const std::vector<std::string> once = texts;
            texts.insert(texts.end(), once.begin(), once.end());
        }
        bench::run(processor, times, texts);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
