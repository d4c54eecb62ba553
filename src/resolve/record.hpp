// What has been said so far, and of whom.
//
// in        mentions, in the order of the text
// out       who is meant at a word, who was mentioned in a sentence, when each was mentioned last
// lifetime  views the Document, the clusters and the Clauses
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <vector>

#include "entente/document.hpp"
#include "resolve/anaphora.hpp"
#include "resolve/clauses.hpp"
#include "resolve/clusters.hpp"

namespace entente::resolve {

// What is known of a cluster's mentions in the running text so far. Sentences are counted without headlines.
struct Seen {
    int mentions = 0;
    int last = 0;          // sentence of the last one
    bool subject = false;  // whether that one was a subject
    bool by_name = false;  // whether any was more than an adjective
};

class Record {
  public:
    Record(const Document& document, const std::vector<Cluster>& clusters, const Clauses& clauses);

    void begin_sentence(const Sentence& sentence);
    void add(std::size_t cluster, TokenRange tokens, Reference::Kind kind, bool adjective);

    // Whom the word means, with those that it is joined with; `whole` is false where one of them has no name.
    struct Party {
        std::vector<std::size_t> clusters;
        bool whole = true;
    };
    [[nodiscard]] Party party_at(std::uint32_t token) const;
    // Who was mentioned in the sentence that lies so many sentences back, but for adjectives; 0 = in this one so far.
    [[nodiscard]] const std::set<std::size_t>& sentence(std::size_t back) const;
    // The root of that sentence; no_token where there is none.
    [[nodiscard]] std::uint32_t root(std::size_t back) const;
    [[nodiscard]] const std::map<std::size_t, Seen>& seen() const { return seen_; }
    // Whether a headline names it: the article is about it.
    [[nodiscard]] bool in_headline(std::size_t cluster) const { return headlined_.contains(cluster); }
    [[nodiscard]] int now() const { return static_cast<int>(sentences_.size()); }
    [[nodiscard]] const std::vector<Mentioned>& mentions() const { return mentions_; }

  private:
    [[nodiscard]] const std::vector<std::size_t>& meant_at(std::uint32_t token) const;

    struct Spoken {
        const Sentence* sentence;
        std::set<std::size_t> clusters;
    };
    const Document& document_;
    const std::vector<Cluster>& clusters_;
    const Clauses& clauses_;
    std::vector<Spoken> sentences_;  // without headlines
    bool headline_ = false, title_ = false;
    std::set<std::size_t> headlined_;
    std::map<std::size_t, Seen> seen_;
    std::vector<std::vector<std::size_t>> meant_;  // by token: the clusters of the mention that covers it
    std::vector<Mentioned> mentions_;
};

}  // namespace entente::resolve
