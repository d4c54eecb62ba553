// Descriptions and pronouns to entities.
//
// The text is read once, from left to right, with a record of every mention so far; then whoever speaks in a quotation
// gets its "I" and "we".
// SPDX-License-Identifier: MIT
#include "resolve/anaphora.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "resolve/described.hpp"
#include "resolve/own_bodies.hpp"
#include "resolve/pronouns.hpp"
#include "resolve/quotes.hpp"
#include "resolve/record.hpp"
#include "resolve/speech.hpp"

namespace entente::resolve {
namespace {

class Reader {
  public:
    Reader(const Document& document, const std::vector<Cluster>& clusters, const std::vector<Mentioned>& bodies,
           const Knowledge& knowledge, const Clauses& clauses, const std::vector<TokenRange>& quotes)
        : document_(document),
          cluster_of_(document.names.size()),
          bodies_(bodies),
          profiles_(profiles_of(document, clusters, knowledge, clauses)),
          record_(document, clusters, clauses),
          describer_(document, knowledge),
          described_(document, knowledge, clusters, profiles_, clauses, record_),
          pronouns_(document, knowledge, clusters, profiles_, clauses, record_, quotes) {
        for (std::size_t c = 0; c < clusters.size(); ++c) {
            for (const std::uint32_t i : clusters[c].names)
                cluster_of_[i] = c;
        }
    }

    std::vector<Mentioned> read() {
        std::uint32_t next = 0;
        for (const Sentence& sentence : document_.sentences) {
            record_.begin_sentence(sentence);
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
                if (next < document_.names.size() && document_.names[next].tokens.begin == i) {
                    const Name& name = document_.names[next];
                    record_.add(cluster_of_[next++], name.tokens, Reference::Kind::name, name.adjective);
                    i = name.tokens.end;
                } else if (is_body(i)) {
                    const Mentioned& body = bodies_[next_body_++];
                    record_.add(body.cluster, body.tokens, body.kind, false);
                    i = body.tokens.end;
                } else {
                    i = read_word(i, sentence.tokens.end);
                }
            }
        }
        return record_.mentions();
    }

  private:
    // Whether a body without a name is told of here, or in the words that begin here: "the finance ministry".
    bool is_body(std::uint32_t i) const { return next_body_ < bodies_.size() && bodies_[next_body_].tokens.begin == i; }
    bool holds_body(TokenRange tokens) const {
        return next_body_ < bodies_.size() && tokens.contains(bodies_[next_body_].tokens);
    }
    std::uint32_t read_word(std::uint32_t i, std::uint32_t end);
    std::uint32_t add(const std::vector<std::size_t>& clusters, TokenRange tokens, Reference::Kind kind) {
        for (const std::size_t c : clusters)
            record_.add(c, tokens, kind, false);
        return tokens.end;
    }

    const Document& document_;
    std::vector<std::size_t> cluster_of_;  // by name
    const std::vector<Mentioned>& bodies_;
    std::size_t next_body_ = 0;
    std::vector<Profile> profiles_;
    Record record_;
    Describer describer_;
    Described described_;
    Pronouns pronouns_;
    std::optional<Description> due_;  // a description whose nation stands before it
};

std::uint32_t Reader::read_word(std::uint32_t i, std::uint32_t end) {
    if (due_ && due_->tokens.begin <= i) {
        const Description description = *std::exchange(due_, {});
        if (description.tokens.begin == i) {
            const auto meant = described_.meant_by(description);
            if (!meant.empty()) return add(meant, description.tokens, Reference::Kind::description);
        }
    }
    if (const auto description = describer_.at(i, end)) {
        if (holds_body(description->tokens)) return i + 1;
        if (description->tokens.begin > i) {
            due_ = description;
            return i + 1;
        }
        const auto meant = described_.meant_by(*description);
        if (!meant.empty()) return add(meant, description->tokens, Reference::Kind::description);
        return i + 1;
    }
    const auto meant = pronouns_.meant_by(i);
    if (!meant.empty()) return add(meant, {i, i + 1}, Reference::Kind::pronoun);
    return i + 1;
}

}  // namespace

std::vector<Mentioned> mentions_of(const Document& document, const std::vector<Cluster>& clusters,
                                   const std::vector<Mentioned>& bodies, const Knowledge& knowledge) {
    const Clauses clauses(document);
    const std::vector<TokenRange> quotes = quotes_of(document);
    std::vector<Mentioned> out = Reader(document, clusters, bodies, knowledge, clauses, quotes).read();
    const std::vector<Mentioned> own = own_bodies(document, knowledge, clusters, clauses, quotes, out);
    const std::vector<Mentioned> speech = first_persons(document, knowledge, clusters, clauses, quotes, out);
    out.insert(out.end(), own.begin(), own.end());
    out.insert(out.end(), speech.begin(), speech.end());
    std::stable_sort(out.begin(), out.end(),
                     [](const Mentioned& a, const Mentioned& b) { return a.tokens.begin < b.tokens.begin; });
    return out;
}

}  // namespace entente::resolve
