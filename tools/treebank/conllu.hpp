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
    std::string entities;     // what the last column says of entities, as it stands there
};

// A name among the words [begin, end). `location` is a country or a place, `any` may be a name or none.
struct Name {
    enum class Kind : std::uint8_t { person, organisation, country, place, government, adjective, location, any };
    std::uint32_t begin = 0, end = 0;
    Kind kind = Kind::any;
    friend bool operator==(const Name&, const Name&) = default;
};

// What stands in the text: one word, or several ("don't" is do + n't).
struct Token {
    std::string form;
    bool space_after = true;
};

struct Sentence {
    std::string document;       // of "# newdoc id"
    std::string id;             // of "# sent_id"
    bool new_document = false;  // the first one of its document
    bool new_paragraph = false;
    std::vector<Word> words;
    std::vector<Token> tokens;
    bool has_tree = true;
    bool has_names = false;       // whether anybody looked for names
    bool has_adjectives = false;  // whether "Norwegian" counts as one
    std::vector<Name> names;      // in the order of the text, apart from each other
};

[[nodiscard]] std::vector<Sentence> read_conllu(const std::string& path);

}  // namespace treebank
