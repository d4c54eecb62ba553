// An article and its layers.
// SPDX-License-Identifier: MIT
#include "entente/document.hpp"

#include <algorithm>
#include <ostream>

namespace entente {

Span Document::span(TokenRange range) const {
    return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

std::uint32_t Document::sentence_of(std::uint32_t token) const {
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                        [](std::uint32_t t, const Sentence& s) { return t < s.tokens.end; });
    return static_cast<std::uint32_t>(after - sentences.begin());
}

std::ostream& operator<<(std::ostream& out, const Document& document) {
    for (const Sentence& sentence : document.sentences) {
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            out << (i > sentence.tokens.begin ? " " : "") << document.form(i);
        }
        out << '\n';
    }
    return out;
}

}  // namespace entente
