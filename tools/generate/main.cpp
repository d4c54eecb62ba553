// A large graph out of nothing, for tests and timings.
//
//     generate [--statements N] [--entities N] [--per-article N] [--papers N] [--seed N] [--text] [--articles FOLDER] [-o FILE]
//
// Prints a graph file: the same bytes for the same numbers, on every machine. --text keeps each article's text in its line.
// --articles writes the texts as .txt files into a folder instead, a thousand to a subfolder.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <charconv>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <map>
#include <string>

#include "entente/output.hpp"
#include "entente/text/error.hpp"
#include "newsroom.hpp"

namespace generate {
namespace {

using entente::Error;

struct Options {
    Size size;
    bool text = false;
    std::string folder, output = "-";
};

std::size_t number(const std::string& text) {
    std::size_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size() || out == 0)
        throw Error(Error::Kind::usage, "'" + text + "' is no number from 1");
    return out;
}

Options options_of(int argc, char** argv) {
    Options out;
    std::map<std::string, std::size_t*> numbers{{"--statements", &out.size.statements},
                                                {"--entities", &out.size.entities},
                                                {"--per-article", &out.size.per_article},
                                                {"--papers", &out.size.papers}};
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--text") {
            out.text = true;
            continue;
        }
        if (i + 1 == argc) throw Error(Error::Kind::usage, word + " needs a value");
        const std::string value = argv[++i];
        if (const auto found = numbers.find(word); found != numbers.end())
            *found->second = number(value);
        else if (word == "--seed")
            out.size.seed = number(value);
        else if (word == "--articles")
            out.folder = value;
        else if (word == "-o")
            out.output = value;
        else
            throw Error(Error::Kind::usage, "'" + word + "' is no option; tools/generate/main.cpp lists them");
    }
    return out;
}

void write_articles(Newsroom& newsroom, const Options& options) {
    std::size_t left = options.size.statements;
    for (std::size_t i = 0; left > 0; ++i) {
        const auto article = newsroom.write(std::min(left, options.size.per_article));
        left -= article.statements.size();
        const auto folder = std::filesystem::path(options.folder) / fmt::format("{:04}", i / 1000);
        if (i % 1000 == 0) std::filesystem::create_directories(folder);
        std::FILE* file = std::fopen((folder / fmt::format("{:03}.txt", i % 1000)).c_str(), "wb");
        if (file == nullptr) throw Error(Error::Kind::output, "the articles cannot be written to " + folder.string());
        const std::string text = fmt::format("{}\n\n{}", article.document.date, *article.text);
        const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
        if (std::fclose(file) != 0 || !whole) throw Error(Error::Kind::io, "writing to " + folder.string() + " failed");
    }
}

void write_graph(Newsroom& newsroom, const Options& options) {
    entente::WholeFile out(options.output);
    std::string buffer;
    for (std::size_t left = options.size.statements; left > 0;) {
        auto article = newsroom.write(std::min(left, options.size.per_article));
        left -= article.statements.size();
        if (!options.text) article.text.reset();
        buffer += to_json(article) + "\n";
        if (buffer.size() < std::size_t{1} << 20) continue;
        out.write(buffer);
        buffer.clear();
    }
    out.write(buffer);
    out.commit();
}

}  // namespace
}  // namespace generate

int main(int argc, char** argv) try {
    const auto options = generate::options_of(argc, argv);
    const auto knowledge = entente::Knowledge::built_in();
    generate::Newsroom newsroom(knowledge, options.size);
    options.folder.empty() ? generate::write_graph(newsroom, options) : generate::write_articles(newsroom, options);
    return 0;
} catch (const std::exception& error) {
    (void)std::fprintf(stderr, "generate: %s\n", error.what());
    return 64;
}
