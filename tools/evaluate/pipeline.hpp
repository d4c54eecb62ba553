// The program's stages, on the words of a treebank or on raw text.
//
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/encode.hpp"
#include "entente/knowledge.hpp"
#include "entente/parse.hpp"
#include "entente/parse/repairs.hpp"
#include "entente/recognise.hpp"
#include "entente/tag.hpp"
#include "entente/tokenise.hpp"
#include "treebank/conllu.hpp"

namespace evaluate {

// The text of a document with a blank line between paragraphs.
[[nodiscard]] entente::Document text_of(const std::vector<treebank::Sentence>& sentences);
// The words of the treebank, a blank between them, and its sentences.
[[nodiscard]] entente::Document words_of(const std::vector<treebank::Sentence>& sentences);

class Pipeline {
  public:
    // `bare`: trees as the parser leaves them, without repairs.
    Pipeline(const entente::Model& model, bool bare)
        : encoder_(model), tagger_(model), parser_(model), recogniser_(knowledge_, model), bare_(bare) {}

    // Words and sentences.
    void tokenise(entente::Document& document) const { tokeniser_.annotate(document); }
    // Tags, lemmas and trees of words.
    void parse(entente::Document& document) const;
    // Names, of what is tokenised and parsed.
    void recognise(entente::Document& document) const { recogniser_.annotate(document); }

  private:
    entente::Knowledge knowledge_ = entente::Knowledge::built_in();
    entente::Tokeniser tokeniser_{knowledge_.lexicon};
    entente::Encoder encoder_;
    entente::Tagger tagger_;
    entente::Parser parser_;
    entente::Repairs repairs_{knowledge_};
    entente::Recogniser recogniser_;
    bool bare_;
};

}  // namespace evaluate
