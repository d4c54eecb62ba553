// Quotations to speakers.
//
// SPDX-License-Identifier: MIT
#include "resolve/speech.hpp"

#include <algorithm>
#include <optional>

#include "entente/text/utf8.hpp"
#include "resolve/offices.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t reach = 7;  // tokens between "said" and who did

class Speech {
  public:
    Speech(const Document& document, const Knowledge& knowledge, const std::vector<Cluster>& clusters,
           const Clauses& clauses, const std::vector<TokenRange>& quotes, const std::vector<Mentioned>& mentions)
        : document_(document),
          knowledge_(knowledge),
          clusters_(clusters),
          clauses_(clauses),
          quotes_(quotes),
          mentions_(mentions),
          offices_(document, knowledge, clusters, clauses, quotes, mentions) {
        in_quote_.resize(document.tokens.size());
        for (const TokenRange& quote : quotes)
            std::fill(in_quote_.begin() + quote.begin, in_quote_.begin() + quote.end, true);
    }

    std::vector<Mentioned> read() {
        std::vector<Mentioned> out;
        std::optional<std::size_t> last;  // who spoke last, and where
        std::uint32_t last_sentence = 0;
        for (const TokenRange& quote : quotes_) {
            const std::uint32_t from = document_.sentence_of(quote.begin), to = document_.sentence_of(quote.end - 1);
            auto speaker = speaker_of(quote, from, to);
            if (!speaker && last && from <= last_sentence + 1) speaker = last;
            last = speaker;
            last_sentence = to;
            if (speaker) add(out, quote, *speaker);
        }
        return out;
    }

  private:
    static constexpr std::size_t nobody = Offices::nobody;

    std::optional<std::size_t> speaker_of(TokenRange quote, std::uint32_t from, std::uint32_t to) const;
    std::size_t sayer(std::uint32_t verb, TokenRange sentence) const;
    bool says(std::uint32_t token) const {
        return document_.tokens[token].shape == Shape::lower &&
               knowledge_.lexicon.has("saying_verbs", document_.form(token));
    }
    bool may_speak(std::uint32_t token) const {
        return offices_.at(token) != nobody && !in_quote_[token] &&
               clusters_[mentions_[offices_.at(token)].cluster].type != EntityType::place;
    }
    void add(std::vector<Mentioned>& out, TokenRange quote, std::size_t speaker) const;

    const Document& document_;
    const Knowledge& knowledge_;
    const std::vector<Cluster>& clusters_;
    const Clauses& clauses_;
    const std::vector<TokenRange>& quotes_;
    const std::vector<Mentioned>& mentions_;
    Offices offices_;
    std::vector<bool> in_quote_;
};

// Who does what the verb says: its subject, else who stands next to it.
std::size_t Speech::sayer(std::uint32_t verb, TokenRange sentence) const {
    const std::uint32_t subject = clauses_.subject(verb);
    if (subject != no_token && may_speak(subject)) return offices_.at(subject);
    if (subject != no_token && offices_.is_office(subject)) {  // "a spokesman for Norvia said"
        for (const std::uint32_t i : clauses_.children(subject)) {
            if (clauses_.is(i, {Deprel::appos, Deprel::flat}) && may_speak(i)) return offices_.at(i);
        }
        for (const std::uint32_t i : clauses_.children(subject)) {
            if (clauses_.is(i, {Deprel::nmod, Deprel::compound}) && may_speak(i) && offices_.is_body(offices_.at(i)))
                return offices_.at(i);
        }
    }
    if (subject != no_token && !in_quote_[subject] && clauses_.xpos(subject) != Xpos::nnp) return nobody;
    for (std::uint32_t i = verb + 1; i < std::min(sentence.end, verb + reach); ++i) {
        if (document_.form(i) == "," || in_quote_[i] || document_.form(i) == "that") break;
        if (may_speak(i) && clusters_[mentions_[offices_.at(i)].cluster].type == EntityType::person)
            return offices_.at(i);
    }
    for (std::uint32_t i = verb; i-- > sentence.begin && i + reach > verb;) {
        if (in_quote_[i]) break;
        if (may_speak(i)) return offices_.at(i);
    }
    return nobody;
}

std::optional<std::size_t> Speech::speaker_of(TokenRange quote, std::uint32_t from, std::uint32_t to) const {
    std::optional<std::size_t> found;
    std::uint32_t nearest = 0;
    for (std::uint32_t s = from; s <= to; ++s) {
        const TokenRange sentence = document_.sentences[s].tokens;
        for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
            if (in_quote_[i] || !says(i)) continue;
            const std::uint32_t distance = i < quote.begin ? quote.begin - i : i - quote.end;
            if (found && distance >= nearest) continue;
            const std::size_t mention = sayer(i, sentence);
            if (mention == nobody) continue;
            found = mentions_[mention].cluster;
            nearest = distance;
        }
    }
    return found;
}

void Speech::add(std::vector<Mentioned>& out, TokenRange quote, std::size_t speaker) const {
    const bool person = clusters_[speaker].type == EntityType::person;
    std::size_t body = person ? nobody : speaker;
    bool asked = !person;
    for (std::uint32_t i = quote.begin; i < quote.end; ++i) {
        const std::string_view form = document_.form(i);
        if (form == "US") continue;
        const std::string word = fold(form);
        const bool one = word == "i" || word == "me" || word == "my" || word == "myself";
        const bool many = word == "we" || word == "us" || word == "our" || word == "ours";
        if (one && person) out.push_back({speaker, {i, i + 1}, Reference::Kind::pronoun});
        if (!many) continue;
        if (!asked) body = offices_.body_of(speaker, [](std::size_t) { return true; }).value_or(nobody);
        asked = true;
        if (body != nobody) out.push_back({body, {i, i + 1}, Reference::Kind::pronoun});
    }
}

}  // namespace

std::vector<Mentioned> first_persons(const Document& document, const Knowledge& knowledge,
                                     const std::vector<Cluster>& clusters, const Clauses& clauses,
                                     const std::vector<TokenRange>& quotes, const std::vector<Mentioned>& mentions) {
    return Speech(document, knowledge, clusters, clauses, quotes, mentions).read();
}

}  // namespace entente::resolve
