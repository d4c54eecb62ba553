// Files to figures.
// SPDX-License-Identifier: MIT
#include "figures.hpp"

#include "name_scores.hpp"
#include "treebank/marked.hpp"
#include "treebank/names.hpp"

namespace evaluate {
namespace {

using entente::Document;
using treebank::Sentence;

std::string name_of(const std::string& path) {
    const std::string bank = path.find("gum") != std::string::npos   ? "GUM"
                             : path.find("ewt") != std::string::npos ? "EWT"
                                                                     : path;
    for (const char* part : {"dev", "test", "train"}) {
        if (path.find(part, path.rfind('/') + 1) != std::string::npos) return bank + "-" + part;
    }
    return bank;
}

std::vector<std::vector<Sentence>> documents_of(std::vector<Sentence> sentences) {
    std::vector<std::vector<Sentence>> out;
    for (Sentence& sentence : sentences) {
        if (out.empty() || sentence.new_document) out.emplace_back();
        out.back().push_back(std::move(sentence));
    }
    return out;
}

void add(const std::string& part, const std::vector<Figure>& figures, std::vector<Line>& lines) {
    for (const Figure& figure : figures)
        lines.push_back({part, figure});
}

}  // namespace

std::vector<Line> treebank_figures(const Pipeline& pipeline, const std::string& path, bool raw,
                                   const std::vector<std::string>& names, bool misses) {
    std::vector<Sentence> sentences = treebank::read_conllu(path);
    for (const std::string& file : names)
        treebank::add_uner_names(file, sentences);
    Scores all, news;
    NameScores found;
    found.print_misses = misses;
    for (const auto& document : documents_of(std::move(sentences))) {
        Document ours = raw ? text_of(document) : words_of(document);
        if (raw) pipeline.tokenise(ours);
        pipeline.parse(ours);
        compare(document, ours, all);
        if (document[0].document.starts_with("GUM_news")) compare(document, ours, news);
        if (names.empty()) continue;
        Document text = text_of(document);
        pipeline.tokenise(text);
        pipeline.parse(text);
        pipeline.recognise(text);
        compare_names(document, text, found);
    }
    std::vector<Line> out;
    add(name_of(path), all.figures(raw), out);
    if (found.all.gold > 0) add(name_of(path), found.figures(), out);
    if (news.words.gold > 0) add(name_of(path) + "-news", news.figures(raw), out);
    return out;
}

std::vector<Line> newswire_figures(const Pipeline& pipeline, const std::vector<std::string>& paths, bool misses) {
    NameScores found;
    found.print_misses = misses;
    for (const std::string& path : paths) {
        for (const treebank::MarkedArticle& article : treebank::read_marked(path)) {
            Document document({{}, article.text});
            pipeline.tokenise(document);
            pipeline.parse(document);
            pipeline.recognise(document);
            compare_names(article, document, found);
        }
    }
    std::vector<Line> out;
    add("newswire", found.figures(), out);
    return out;
}

}  // namespace evaluate
