// Vectors to parts of speech.
//
// Both parts of speech are one choice among the pairs that the treebanks know, so they never contradict each
// other. SPDX-License-Identifier: MIT
#include "entente/tag.hpp"

#include <algorithm>

#include "entente/text/error.hpp"
#include "tag/lemmatiser.hpp"

namespace entente {
namespace {

constexpr std::size_t batch_words = 128;

}  // namespace

Tagger::Tagger(const Model& model)
    : scores_(model, "tag"), lemmatiser_(std::make_shared<const tag::Lemmatiser>(model)) {
    for (const std::string_view line : model.lines("tags")) {
        const std::size_t blank = line.find(' ');
        const auto upos = find_upos(line.substr(0, blank));
        const auto xpos = find_xpos(line.substr(std::min(blank, line.size() - 1) + 1));
        if (!upos || !xpos)
            throw Error(Error::Kind::config, "the model knows a part of speech that we do not: " + std::string(line));
        pairs_.push_back({*upos, *xpos});
    }
    if (pairs_.empty() || pairs_.size() > scores_.outputs())
        throw Error(Error::Kind::config, "the model's tags do not fit its layer");
}

Tagger::Pair Tagger::best(const float* scores) const {
    return pairs_[static_cast<std::size_t>(std::max_element(scores, scores + pairs_.size()) - scores)];
}

void Tagger::annotate(Document& document) const {
    document.tags.assign(document.tokens.size(), {});
    const std::size_t known = std::min(document.encodings.rows(), document.tokens.size());
    std::vector<float> scores(batch_words * scores_.outputs());
    for (std::size_t from = 0; from < known; from += batch_words) {
        const std::size_t count = std::min(batch_words, known - from);
        scores_.apply(document.encodings, from, count, scores.data());
        for (std::size_t i = 0; i < count; ++i) {
            const Pair pair = best(scores.data() + i * scores_.outputs());
            document.tags[from + i].upos = pair.upos;
            document.tags[from + i].xpos = pair.xpos;
        }
    }
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        document.tags[i].lemma = lemmatiser_->lemma(document.form(i), document.tags[i].xpos);
    }
}

}  // namespace entente
