// Newswire with its names marked to sentences that have names and no trees.
//
// A name that does not begin and end where words do cannot be learnt: its words may then be anything.
// SPDX-License-Identifier: MIT
#include "newswire.hpp"

#include <algorithm>

#include "entente/knowledge.hpp"
#include "entente/tokenise.hpp"
#include "treebank/marked.hpp"

namespace train {
namespace {

using entente::Document;
using treebank::Name;
using treebank::Sentence;

// `names` are those of the whole article.
Sentence sentence_of(const Document& document, const entente::Sentence& from,
                     const std::vector<treebank::Marked>& names) {
    Sentence out;
    out.has_tree = false;
    out.has_names = out.has_adjectives = true;
    const auto [begin, end] = from.tokens;
    for (std::uint32_t i = begin; i < end; ++i)
        out.words.push_back({std::string(document.form(i)), {}, {}, {}, {}, 0, 0, {}});
    for (const treebank::Marked& name : names) {
        const auto meets = [&](std::uint32_t i) {
            const entente::Span span = document.tokens[i].span;
            return span.begin < name.span.end && name.span.begin < span.end;
        };
        std::uint32_t first = begin;
        while (first < end && !meets(first))
            ++first;
        std::uint32_t last = first;
        while (last < end && meets(last))
            ++last;
        if (first == last) continue;
        const bool fits = document.span({first, last}) == name.span;
        out.names.push_back({first - begin, last - begin, fits ? static_cast<Name::Kind>(name.kind) : Name::Kind::any});
    }
    return out;
}

}  // namespace

std::vector<Sentence> read_newswire(const std::vector<std::string>& paths) {
    const entente::Knowledge knowledge = entente::Knowledge::built_in();
    const entente::Tokeniser tokeniser(knowledge.lexicon);
    std::vector<Sentence> out;
    for (const std::string& path : paths) {
        for (const treebank::MarkedArticle& article : treebank::read_marked(path)) {
            Document document({{}, article.text});
            tokeniser.annotate(document);
            for (const entente::Sentence& sentence : document.sentences)
                out.push_back(sentence_of(document, sentence, article.names));
        }
    }
    return out;
}

}  // namespace train
