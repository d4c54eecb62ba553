// Vectors to dependency trees.
//
// A long sentence is cut where a clause may end, since the best tree costs the cube of its length: parts of
// at most 200 words are parsed alone, and their roots hang on the first part's root as parataxis.
// SPDX-License-Identifier: MIT
#include "entente/parse.hpp"

#include <algorithm>

#include "parse/eisner.hpp"
#include "parse/scorer.hpp"

namespace entente {
namespace {

constexpr std::uint32_t longest_part = 200, batch_words = 128;

bool ends_clause(const Tag& tag) {
    return tag.xpos == Xpos::full_stop || tag.xpos == Xpos::colon || tag.xpos == Xpos::comma;
}

// Where the part of `words` ends that begins at `from`: behind the last mark in reach, or where reach ends.
std::uint32_t part_end(const Document& document, std::uint32_t from, std::uint32_t end) {
    if (end - from <= longest_part) return end;
    for (std::uint32_t i = from + longest_part; i > from + longest_part / 2; --i) {
        if (i <= document.tags.size() && ends_clause(document.tags[i - 1])) return i;
    }
    return from + longest_part;
}

struct Scratch {
    parse::Views views;
    parse::Eisner eisner;
    std::vector<float> scores;
    std::vector<std::uint32_t> part;
    std::vector<std::uint32_t> heads;  // of the batch, counted from its first word
    std::vector<Deprel> deprels;
};

// The heads of one sentence; `batch` is the first word looked at. Returns the roots of its parts.
std::vector<std::uint32_t> find_heads(const parse::Scorer& scorer, const Document& document, TokenRange sentence,
                                      std::uint32_t batch, Scratch& s) {
    std::vector<std::uint32_t> roots;
    for (std::uint32_t from = sentence.begin; from < sentence.end;) {
        const std::uint32_t end = part_end(document, from, sentence.end), size = end - from;
        const std::size_t stride = scorer.arcs(s.views, {from - batch, end - batch}, s.scores);
        s.part.assign(size, 0);
        s.eisner.decode(size, s.scores.data(), stride, s.part.data());
        for (std::uint32_t i = 0; i < size; ++i) {
            const bool root = s.part[i] == size;
            s.heads[from - batch + i] = from - batch + (root ? i : s.part[i]);
            if (root) roots.push_back(from + i);
        }
        from = end;
    }
    return roots;
}

}  // namespace

Parser::Parser(const Model& model) : scorer_(std::make_shared<const parse::Scorer>(model)) {}

void Parser::annotate(Document& document) const {
    document.arcs.clear();
    for (const Sentence& sentence : document.sentences) {  // flat, until something is known of it
        const TokenRange words = sentence.tokens;
        for (std::uint32_t i = words.begin; i < words.end; ++i)
            document.arcs.push_back({words.begin, i == words.begin ? Deprel::root : Deprel::dep});
    }
    Scratch s;
    const auto& sentences = document.sentences;
    for (std::size_t next = 0; next < sentences.size();) {
        const std::size_t first = next;
        TokenRange batch = sentences[first].tokens;
        while (++next < sentences.size() && sentences[next].tokens.end - batch.begin <= batch_words)
            batch.end = sentences[next].tokens.end;
        if (batch.end > document.encodings.rows()) break;
        scorer_->look(document, batch, s.views);
        s.heads.assign(batch.size(), 0);
        std::vector<std::vector<std::uint32_t>> roots;
        for (std::size_t i = first; i < next; ++i)
            roots.push_back(find_heads(*scorer_, document, sentences[i].tokens, batch.begin, s));
        scorer_->labels(s.views, s.heads, s.deprels);
        for (std::uint32_t i = 0; i < batch.size(); ++i)
            document.arcs[batch.begin + i] = {batch.begin + s.heads[i], s.deprels[i]};
        for (const auto& parts : roots) {
            for (std::size_t k = 1; k < parts.size(); ++k)
                document.arcs[parts[k]] = {parts[0], Deprel::parataxis};
        }
    }
}

}  // namespace entente
