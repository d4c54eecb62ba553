// Treebanks to figures.
//
//     evaluate [--model FILE] [--raw] [--bare] [--processor plain|avx2|avx512] FILE.conllu...
//
// One line a figure: "EWT-dev LAS 84.1". LAS compares universal relations as in CoNLL 2018, LAS-full their subtypes too.
// Words are the treebank's; with --raw the program finds words and sentences itself, from the text of each document with a
// blank line between paragraphs; --bare leaves the repairs out. The documents of GUM_news are told again on their own.
// SPDX-License-Identifier: MIT
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "entente/data.hpp"
#include "entente/encode.hpp"
#include "entente/knowledge.hpp"
#include "entente/parse.hpp"
#include "entente/parse/repairs.hpp"
#include "entente/tag.hpp"
#include "entente/text/error.hpp"
#include "entente/tokenise.hpp"
#include "scores.hpp"

namespace evaluate {
namespace {

using entente::Document;
using treebank::Sentence;

struct Options {
    std::string model;
    bool raw = false;
    bool bare = false;  // trees as the parser leaves them, without repairs
    entente::Processor processor = entente::best_processor();
    std::vector<std::string> files;
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
        } else if (word == "--model") {
            out.model = value();
        } else if (word == "--processor") {
            out.processor = processors.at(value());
        } else {
            out.files.push_back(word);
        }
    }
    if (out.files.empty()) throw entente::Error(entente::Error::Kind::usage, "evaluate needs a treebank");
    return out;
}

// The words of the treebank, a blank between them.
Document words_of(const std::vector<Sentence>& sentences) {
    entente::Article article;
    for (const Sentence& sentence : sentences) {
        for (const auto& word : sentence.words)
            article.text += word.form + ' ';
    }
    Document out(std::move(article));
    std::size_t at = 0;
    for (const Sentence& sentence : sentences) {
        entente::Sentence ours;
        ours.tokens.begin = static_cast<std::uint32_t>(out.tokens.size());
        for (const auto& word : sentence.words) {
            out.tokens.push_back({entente::make_span(at, at + word.form.size()), entente::Shape::other, true});
            at += word.form.size() + 1;
        }
        ours.tokens.end = static_cast<std::uint32_t>(out.tokens.size());
        ours.span = out.span(ours.tokens);
        out.sentences.push_back(ours);
    }
    return out;
}

Document text_of(const std::vector<Sentence>& sentences) {
    entente::Article article;
    for (const Sentence& sentence : sentences) {
        if (sentence.new_paragraph && !article.text.empty()) article.text += "\n\n";
        for (const auto& token : sentence.tokens)
            article.text += token.form + (token.space_after ? " " : "");
    }
    return Document(std::move(article));
}

class Pipeline {
  public:
    Pipeline(const entente::Model& model, bool bare) : encoder_(model), tagger_(model), parser_(model), bare_(bare) {}

    [[nodiscard]] Document run(const std::vector<Sentence>& sentences, bool raw) const {
        Document document = raw ? text_of(sentences) : words_of(sentences);
        if (raw) tokeniser_.annotate(document);
        encoder_.annotate(document);
        tagger_.annotate(document);
        parser_.annotate(document);
        if (!bare_) repairs_.annotate(document);
        return document;
    }

  private:
    entente::Knowledge knowledge_ = entente::Knowledge::built_in();
    entente::Tokeniser tokeniser_{knowledge_.lexicon};
    entente::Encoder encoder_;
    entente::Tagger tagger_;
    entente::Parser parser_;
    entente::Repairs repairs_{knowledge_};
    bool bare_;
};

std::string name_of(const std::string& path) {
    const std::string bank = path.find("gum") != std::string::npos   ? "GUM"
                             : path.find("ewt") != std::string::npos ? "EWT"
                                                                     : path;
    for (const char* part : {"dev", "test", "train"}) {
        if (path.find(part, path.rfind('/') + 1) != std::string::npos) return bank + "-" + part;
    }
    return bank;
}

void print(const std::string& name, const Scores& scores, bool raw) {
    for (const Figure& figure : scores.figures(raw))
        std::printf("%s %s %.2f\n", name.c_str(), figure.name.c_str(), figure.percent());
}

void evaluate_file(const Pipeline& pipeline, const std::string& path, bool raw) {
    const auto sentences = treebank::read_conllu(path);
    Scores all, news;
    for (std::size_t i = 0; i < sentences.size();) {
        std::vector<Sentence> document = {sentences[i++]};
        while (i < sentences.size() && !sentences[i].new_document)
            document.push_back(sentences[i++]);
        const Document ours = pipeline.run(document, raw);
        compare(document, ours, all);
        if (document[0].document.starts_with("GUM_news")) compare(document, ours, news);
    }
    print(name_of(path), all, raw);
    if (news.words.gold > 0) print(name_of(path) + "-news", news, raw);
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
    for (const std::string& path : options.files)
        evaluate_file(pipeline, path, options.raw);
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
