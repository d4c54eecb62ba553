// One sentence, read into phrases and verbs.
//
// Verbs are found first (groups.cpp), since "sanctions" is one or none by the words around it; what is left
// between function words and marks falls into phrases. A phrase means the reference that ends it: "the
// Swedish firm Telmar" means Telmar, "Telmar shares" means none. SPDX-License-Identifier: MIT
#include "relate/reading.hpp"

#include <algorithm>

#include "entente/text/utf8.hpp"

namespace entente::relate {
namespace {

bool currency_sign(std::string_view folded) {
    return folded == "$" || folded == "us$" || folded == "€" || folded == "£" || folded == "¥" || folded == "₹";
}

}  // namespace

Reading::Reading(const Document& document, std::uint32_t sentence, const Vocabulary& vocabulary, std::size_t first,
                 std::size_t last, const std::vector<bool>& adjectives)
    : document_(document),
      vocabulary_(vocabulary),
      adjectives_(adjectives),
      sentence_(sentence),
      offset_(document.sentences[sentence].tokens.begin) {
    const TokenRange tokens = document.sentences[sentence].tokens;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        folded_.push_back(fold(document.form(i)));
        words_.push_back(&vocabulary.find(folded_.back()));
    }
    reference_at_.assign(size(), none);
    phrase_at_.assign(size(), none);
    group_at_.assign(size(), none);
    find_references(first, last);
    find_groups();
    find_phrases();
}

Span Reading::span(std::uint32_t begin, std::uint32_t end) const {
    return document_.span({offset_ + begin, offset_ + end});
}

TokenRange Reading::range(int reference) const {
    const TokenRange tokens = document_.references[static_cast<std::size_t>(reference)].tokens;
    return {tokens.begin - offset_, tokens.end - offset_};
}

void Reading::find_references(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i)
        references_.push_back(static_cast<int>(i));
    for (const int reference : references_) {
        const TokenRange tokens = range(reference);
        for (std::uint32_t i = tokens.begin; i < std::min(tokens.end, size()); ++i) {
            const int there = reference_at_[i];
            if (there == none || range(there).size() < tokens.size()) reference_at_[i] = reference;
        }
    }
}

std::vector<int> Reading::references_in(std::uint32_t begin, std::uint32_t end) const {
    std::vector<int> out;
    const auto from = std::lower_bound(references_.begin(), references_.end(), begin,
                                       [&](int r, std::uint32_t at) { return range(r).begin < at; });
    for (auto r = from; r != references_.end() && range(*r).begin < end; ++r) {
        if (range(*r).end <= end) out.push_back(*r);
    }
    return out;
}

Governor Reading::governor(const Group& group) const {
    for (const std::uint32_t id : group.lemmas) {
        if (lemma(id).governor.listed) return lemma(id).governor;
    }
    return {};
}

bool Reading::joins(std::uint32_t i) const {
    if (kind(i) != Class::preposition) return false;
    for (const char* word : {"after", "before", "since", "until", "as", "than"}) {
        if (is(i, word)) return false;
    }
    return true;
}

bool Reading::skips(std::uint32_t i) const {
    if (i >= size() || reference_at_[i] != none) return false;
    const Class c = kind(i);
    if (c == Class::negative_determiner && is(i, "no") && is(i + 1, "longer")) return true;
    if (c == Class::adverb || c == Class::time || c == Class::negation) return true;
    return c == Class::nominal && folded_[i].size() > 4 && folded_[i].ends_with("ly") && shape(i) == Shape::lower;
}

bool Reading::in_phrase(std::uint32_t i) const {
    if (group_at_[i] != none) return false;
    if (reference_at_[i] != none) return true;
    switch (kind(i)) {
        case Class::nominal:
        case Class::number:
        case Class::determiner:
        case Class::negative_determiner:
        case Class::possessive:
        case Class::pronoun:
        case Class::clitic:
            return true;
        default:
            return false;
    }
}

// "gave Kenya | the money", "fined Telmar | 18 million": where one phrase follows another without a word
// between.
bool Reading::opens_phrase(std::uint32_t i) const {
    if (reference_at_[i] != none && reference_at_[i] == reference_at_[i - 1]) return false;
    switch (kind(i)) {
        case Class::determiner:
        case Class::negative_determiner:
        case Class::possessive:
        case Class::pronoun:
            return true;
        default:
            break;
    }
    return (shape(i) == Shape::number || kind(i) == Class::number || currency_sign(folded_[i])) &&
           reference_at_[i] == none && reference_at_[i - 1] != none;
}

void Reading::find_phrases() {
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i < size(); ++i) {
        const bool inside = in_phrase(i) && !skips(i);
        const bool fresh = inside && i > begin && opens_phrase(i);
        if (!inside || fresh) {
            close_phrase(begin, i);
            begin = inside ? i : i + 1;
        }
    }
    close_phrase(begin, size());
}

void Reading::close_phrase(std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    for (std::uint32_t i = begin; i < end; ++i)
        phrase_at_[i] = static_cast<int>(phrases_.size());
    phrases_.push_back({begin, end, head_of(begin, end)});
}

int Reading::head_of(std::uint32_t begin, std::uint32_t end) const {
    const int last = reference_at_[end - 1];
    if (last != none && range(last).begin >= begin && range(last).end <= end && !adjective(last)) {
        return kind(end - 1) == Class::possessive && end - 1 == range(last).begin ? none : last;
    }
    if (last != none || !word(end - 1).state) return none;
    for (std::uint32_t i = end - 1; i > begin; --i) {  // "the Icelandic police", "Iceland's police"
        const int nation = reference_at_[i - 1];
        if (nation == none) continue;
        const Reference& meant = document_.references[static_cast<std::size_t>(nation)];
        return document_.entities[number(meant.entity)].type == EntityType::country && adjective(nation) ? nation
                                                                                                         : none;
    }
    return none;
}

}  // namespace entente::relate
