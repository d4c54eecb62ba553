// What has been said so far, and of whom.
// SPDX-License-Identifier: MIT
#include "resolve/record.hpp"

#include <algorithm>

namespace entente::resolve {

Record::Record(const Document& document, const std::vector<Cluster>& clusters, const Clauses& clauses)
    : document_(document), clusters_(clusters), clauses_(clauses), meant_(document.tokens.size()) {}

void Record::begin_sentence(const Sentence& sentence) {
    title_ = sentence.tokens.begin == 0 && sentence.kind == Sentence::Kind::line;  // "Kenya raises fuel tax"
    headline_ = sentence.kind == Sentence::Kind::headline;  // what follows a headline does not refer to it
    if (!headline_) sentences_.push_back({&sentence, {}});
}

void Record::add(std::size_t cluster, TokenRange tokens, Reference::Kind kind, bool adjective) {
    mentions_.push_back({cluster, tokens, kind});
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
        meant_[i].push_back(cluster);
    if (headline_ || title_) headlined_.insert(cluster);
    if (headline_) return;
    Seen& seen = seen_[cluster];
    ++seen.mentions;
    if (adjective) {
        if (seen.last == 0) seen.last = now();
        return;
    }
    sentences_.back().clusters.insert(cluster);
    const bool subject = clauses_.is(clauses_.head_of(tokens), {Deprel::nsubj});
    seen.subject = subject || (seen.last == now() && seen.subject);
    seen.last = now();
    seen.by_name = true;
}

// Who is meant by a word itself, or by the name beside it: "its founder, Ann Li", "Captain Ann Li".
const std::vector<std::size_t>& Record::meant_at(std::uint32_t token) const {
    if (!meant_[token].empty()) return meant_[token];
    for (const std::uint32_t i : clauses_.children(token)) {
        const bool beside = clauses_.is(i, {Deprel::appos, Deprel::flat, Deprel::nmod_desc});
        if (beside && !meant_[i].empty()) return meant_[i];
    }
    return meant_[token];
}

Record::Party Record::party_at(std::uint32_t token) const {
    Party out;
    const auto add = [&](std::uint32_t word) {
        const auto& meant = meant_at(word);
        if (meant.empty()) out.whole = false;
        for (const std::size_t c : meant) {
            if (std::find(out.clusters.begin(), out.clusters.end(), c) == out.clusters.end()) out.clusters.push_back(c);
        }
    };
    if (token == no_token) return out;
    add(token);
    for (const std::uint32_t i : clauses_.children(token)) {
        if (clauses_.is(i, {Deprel::conj}) && clauses_.subject(i) == no_token) add(i);
    }
    return out;
}

const std::set<std::size_t>& Record::sentence(std::size_t back) const {
    static const std::set<std::size_t> nobody;
    return back < sentences_.size() ? sentences_[sentences_.size() - 1 - back].clusters : nobody;
}

std::uint32_t Record::root(std::size_t back) const {
    if (back >= sentences_.size()) return no_token;
    return clauses_.root(*sentences_[sentences_.size() - 1 - back].sentence);
}

}  // namespace entente::resolve
