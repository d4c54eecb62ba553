// CoNLL-U to sentences.
//
// errors    entente::Error (data) with the line
// example   for (const Sentence& sentence : read_conllu("dev.conllu")) ...
// source    https://universaldependencies.org/format.html
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/syntax.hpp"

namespace treebank {

struct Word {
    std::string form, lemma;
    entente::Upos upos = entente::Upos::x;
    entente::Xpos xpos = entente::Xpos::fw;
    entente::Deprel deprel = entente::Deprel::dep;
    std::uint32_t head = 0;   // from 1; 0 = root
    std::uint32_t token = 0;  // which surface token holds it, from 0
};

// What stands in the text: one word, or several ("don't" is do + n't).
struct Token {
    std::string form;
    bool space_after = true;
};

struct Sentence {
    std::string document;       // of "# newdoc id"
    bool new_document = false;  // the first one of its document
    bool new_paragraph = false;
    std::vector<Word> words;
    std::vector<Token> tokens;
};

[[nodiscard]] std::vector<Sentence> read_conllu(const std::string& path);

}  // namespace treebank
