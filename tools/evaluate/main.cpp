// Treebanks to figures.
//
//     evaluate [--model FILE] [--raw] [--bare] [--misses] [--processor plain|avx2|avx512] FILE.conllu... [FILE.iob2...] [FILE.txt...]
//
// One line a figure: "EWT-dev LAS 84.1". LAS compares universal relations as in CoNLL 2018, LAS-full their subtypes too.
// Words are the treebank's; with --raw the program finds words and sentences itself, from the text of each document with a
// blank line between paragraphs; --bare leaves the repairs out, --misses prints the names that are not right. The documents of GUM_news are told again on their own.
// .iob2: names of Universal NER for the treebanks' sentences. .txt: newswire with its names marked. Names are always looked
// for in raw text.
// SPDX-License-Identifier: MIT
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>

#include "entente/text/error.hpp"
#include "figures.hpp"

namespace evaluate {
namespace {

struct Options {
    std::string model;
    bool raw = false;
    bool bare = false;    // trees as the parser leaves them, without repairs
    bool misses = false;  // names that are not right are printed
    entente::Processor processor = entente::best_processor();
    std::vector<std::string> treebanks, names, newswire;
};

Options parse(int argc, char** argv) {
    const std::map<std::string, entente::Processor> processors = {{"plain", entente::Processor::plain},
                                                                  {"avx2", entente::Processor::avx2},
                                                                  {"avx512", entente::Processor::avx512}};
    Options out;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const auto value = [&] {
            return ++i < argc ? std::string(argv[i])
                              : throw entente::Error(entente::Error::Kind::usage, word + " needs a value");
        };
        if (word == "--raw") {
            out.raw = true;
        } else if (word == "--bare") {
            out.bare = true;
        } else if (word == "--misses") {
            out.misses = true;
        } else if (word == "--model") {
            out.model = value();
        } else if (word == "--processor") {
            out.processor = processors.at(value());
        } else {
            (word.ends_with(".iob2")  ? out.names
             : word.ends_with(".txt") ? out.newswire
                                      : out.treebanks)
                .push_back(word);
        }
    }
    if (out.treebanks.empty() && out.newswire.empty())
        throw entente::Error(entente::Error::Kind::usage, "evaluate needs a treebank or newswire");
    return out;
}

void print(const std::vector<Line>& lines) {
    for (const Line& line : lines)
        std::printf("%s %s %.2f\n", line.part.c_str(), line.figure.name.c_str(), line.figure.percent());
}

int run(const Options& options) {
    std::string bytes;
    if (!options.model.empty()) {
        std::ifstream in(options.model, std::ios::binary);
        if (!in) throw entente::Error(entente::Error::Kind::missing, "cannot read '" + options.model + "'");
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    const auto model = options.model.empty() ? entente::Model::built_in(options.processor)
                                             : entente::Model::from_bytes(bytes, options.model, options.processor);
    const Pipeline pipeline(model, options.bare);
    for (const std::string& path : options.treebanks)
        print(treebank_figures(pipeline, path, options.raw, options.names, options.misses));
    if (!options.newswire.empty()) print(newswire_figures(pipeline, options.newswire, options.misses));
    return 0;
}

}  // namespace
}  // namespace evaluate

int main(int argc, char** argv) {
    try {
        return evaluate::run(evaluate::parse(argc, argv));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
