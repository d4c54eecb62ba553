// Right trees and ours to figures.
//
// As in the shared task: each side is a list of words, each word the characters that it covers, counted
// without blanks. The words of a contraction that does not fall apart cleanly ("gonna" as going + to) cover
// the whole of it. SPDX-License-Identifier: MIT
#include "scores.hpp"

#include <map>

#include "entente/text/utf8.hpp"

namespace evaluate {
namespace {

using entente::Deprel;

struct Place {
    std::size_t begin, end;  // characters other than blanks
    int nth = 0;             // among the words that cover the same ones
    friend auto operator<=>(const Place&, const Place&) = default;
};

struct Word {
    Place place;
    entente::Upos upos;
    entente::Xpos xpos;
    Deprel deprel;
    std::string lemma;
    std::size_t head;  // among the words; itself = root
};

struct Side {
    std::vector<Word> words;
    std::vector<std::pair<std::size_t, std::size_t>> sentences;
};

std::size_t length(std::string_view text) {
    std::size_t out = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = entente::decode(text, at);
        if (!entente::is_space(c.value)) ++out;
        at += c.size;
    }
    return out;
}

void number_places(std::vector<Word>& words) {
    std::map<std::pair<std::size_t, std::size_t>, int> seen;
    for (Word& word : words)
        word.place.nth = seen[{word.place.begin, word.place.end}]++;
}

Side gold_side(const std::vector<treebank::Sentence>& sentences) {
    Side out;
    std::size_t at = 0;
    for (const auto& sentence : sentences) {
        const std::size_t first = out.words.size(), begin = at;
        std::size_t next = 0;
        for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
            const std::size_t size = length(sentence.tokens[t].form), from = next;
            std::string together;
            for (; next < sentence.words.size() && sentence.words[next].token == t; ++next)
                together += sentence.words[next].form;
            const bool clean = length(together) == size;
            std::size_t inner = at;
            for (std::size_t w = from; w < next; ++w) {
                const auto& word = sentence.words[w];
                const std::size_t end = inner + length(word.form);
                const Place place = clean ? Place{inner, end} : Place{at, at + size};
                inner = end;
                out.words.push_back({place, word.upos, word.xpos, word.deprel, word.lemma,
                                     first + (word.head == 0 ? w : word.head - 1)});
            }
            at += size;
        }
        out.sentences.emplace_back(begin, at);
    }
    number_places(out.words);
    return out;
}

Side our_side(const entente::Document& document) {
    Side out;
    std::size_t at = 0;
    for (const auto& sentence : document.sentences) {
        const std::size_t begin = at;
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            const std::size_t end = at + length(document.form(i));
            const auto& tag = document.tags[i];
            out.words.push_back(
                {{at, end}, tag.upos, tag.xpos, document.arcs[i].deprel, tag.lemma, document.arcs[i].head});
            at = end;
        }
        out.sentences.emplace_back(begin, at);
    }
    number_places(out.words);
    return out;
}

void compare_word(const Side& gold, const Side& ours, const Word& right, const Word& word, Scores& s) {
    const Word &right_head = gold.words[right.head], &our_head = ours.words[word.head];
    const bool right_root = &right_head == &right, our_root = &our_head == &word;
    const bool head = right_root == our_root && (right_root || right_head.place == our_head.place);
    s.words.right += 1;
    s.upos.right += right.upos == word.upos;
    s.xpos.right += right.xpos == word.xpos;
    s.lemma.right += right.lemma == "_" || right.lemma == word.lemma;
    s.uas.right += head;
    s.las.right += head && entente::universal(right.deprel) == entente::universal(word.deprel);
    s.full.right += head && right.deprel == word.deprel;
}

}  // namespace

std::vector<Figure> Scores::figures(bool raw) const {
    if (raw) return {words, sentences, upos, xpos, uas, las, full, lemma};
    return {upos, xpos, uas, las, full, lemma};
}

void compare(const std::vector<treebank::Sentence>& gold_sentences, const entente::Document& document, Scores& s) {
    const Side gold = gold_side(gold_sentences), ours = our_side(document);
    std::map<Place, const Word*> by_place;
    for (const Word& word : gold.words)
        by_place.emplace(word.place, &word);
    for (Figure* f : {&s.words, &s.upos, &s.xpos, &s.uas, &s.las, &s.full, &s.lemma}) {
        f->gold += static_cast<double>(gold.words.size());
        f->ours += static_cast<double>(ours.words.size());
    }
    for (const Word& word : ours.words) {
        if (const auto found = by_place.find(word.place); found != by_place.end())
            compare_word(gold, ours, *found->second, word, s);
    }
    s.sentences.gold += static_cast<double>(gold.sentences.size());
    s.sentences.ours += static_cast<double>(ours.sentences.size());
    std::size_t at = 0;
    for (const auto& sentence : ours.sentences) {
        while (at < gold.sentences.size() && gold.sentences[at] < sentence)
            ++at;
        s.sentences.right += at < gold.sentences.size() && gold.sentences[at] == sentence;
    }
}

}  // namespace evaluate
