// An article to words and sentences.
//
// From the outside in: what is not furniture, its blocks, their stretches between white space, the words of
// each; then the sentences of each block.
// SPDX-License-Identifier: MIT
#include "entente/tokenise.hpp"

#include <algorithm>

#include "tokenise/characters.hpp"
#include "tokenise/lines.hpp"
#include "tokenise/lists.hpp"
#include "tokenise/sentences.hpp"
#include "tokenise/words.hpp"

namespace entente {
namespace {

using tokenise::Block;
using tokenise::Class;
using tokenise::WordLists;

// The parts of the text that are not furniture.
std::vector<Span> article_parts(const Article& article) {
    std::vector<Span> furniture = article.info.furniture;
    std::sort(furniture.begin(), furniture.end());
    std::vector<Span> parts;
    std::uint32_t at = 0;
    const auto size = static_cast<std::uint32_t>(article.text.size());
    for (const Span span : furniture) {
        const Span inside{std::min(span.begin, size), std::min(span.end, size)};
        if (inside.begin > at) parts.push_back({at, inside.begin});
        at = std::max(at, inside.end);
    }
    if (at < size) parts.push_back({at, size});
    return parts;
}

// "No" and its stop, where no number follows: "No. 5", but "He said no."
void part_stop(Document& document, std::size_t end, const WordLists& lists) {
    Token& last = document.tokens.back();
    if (last.span.end != end || lists.abbreviation(document.text(last.span)) != tokenise::Abbreviation::number) return;
    std::size_t next = end;
    while (tokenise::character(document.text(), next).is == Class::space && next < document.text().size()) {
        next += tokenise::character(document.text(), next).size;
    }
    if (tokenise::character(document.text(), next).is == Class::digit) return;
    --last.span.end;
    document.tokens.push_back({{last.span.end, last.span.end + 1}, Shape::other, false});
}

// Cuts the block at white space, and a stretch longer than a token may be where that is.
void add_words(Document& document, Span block, const WordLists& lists) {
    const std::string_view text = document.text().substr(0, block.end);
    for (std::size_t at = block.begin; at < block.end;) {
        tokenise::Character c = tokenise::character(text, at);
        if (c.is == Class::space) {
            at += c.size;
            continue;
        }
        const std::size_t begin = at;
        const bool space_before =
            begin == block.begin || document.tokens.empty() || document.tokens.back().span.end < begin;
        for (; at < block.end && c.is != Class::space && at + c.size - begin <= tokenise::longest_token;
             c = tokenise::character(text, at))
            at += c.size;
        const std::size_t first = document.tokens.size();
        split_words(text, make_span(begin, at), lists, document.tokens);
        document.tokens[first].space_before = space_before;
        part_stop(document, at, lists);
    }
}

}  // namespace

Tokeniser::Tokeniser(const Lexicon& lexicon) : lists_(std::make_shared<const WordLists>(lexicon)) {}

void Tokeniser::annotate(Document& document) const {
    document.tokens.clear();
    document.sentences.clear();
    for (const Span part : article_parts(document.article)) {
        for (const Block& block : tokenise::blocks_of(document.text(), part)) {
            const auto first = static_cast<std::uint32_t>(document.tokens.size());
            add_words(document, block.span, *lists_);
            split_sentences(document, first, block, *lists_);
        }
    }
}

}  // namespace entente
