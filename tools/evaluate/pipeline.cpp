// The program's stages, on the words of a treebank or on raw text.
// SPDX-License-Identifier: MIT
#include "pipeline.hpp"

namespace evaluate {

using entente::Document;
using treebank::Sentence;

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

void Pipeline::parse(Document& document) const {
    encoder_.annotate(document);
    tagger_.annotate(document);
    parser_.annotate(document);
    if (!bare_) repairs_.annotate(document);
}

}  // namespace evaluate
