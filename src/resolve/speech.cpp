// Quotations to speakers.
//
// SPDX-License-Identifier: MIT
#include "resolve/speech.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "entente/text/utf8.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t reach = 7;          // tokens between "said" and who did, and between a name and an office
constexpr std::uint32_t office_reach = 14;  // tokens of ", a spokesman for the ministry of Norvia"

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
          at_(document.tokens.size(), nobody) {
        for (std::size_t m = 0; m < mentions.size(); ++m) {
            for (std::uint32_t i = mentions[m].tokens.begin; i < mentions[m].tokens.end; ++i)
                at_[i] = m;
        }
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
    static constexpr std::size_t nobody = SIZE_MAX;

    std::optional<std::size_t> speaker_of(TokenRange quote, std::uint32_t from, std::uint32_t to) const;
    std::size_t sayer(std::uint32_t verb, TokenRange sentence) const;
    bool says(std::uint32_t token) const {
        return document_.tokens[token].shape == Shape::lower &&
               knowledge_.lexicon.has("saying_verbs", document_.form(token));
    }
    bool may_speak(std::uint32_t token) const {
        return at_[token] != nobody && !in_quote_[token] &&
               clusters_[mentions_[at_[token]].cluster].type != EntityType::place;
    }
    void add(std::vector<Mentioned>& out, TokenRange quote, std::size_t speaker) const;

    std::optional<std::size_t> body_of(std::size_t person) const;
    std::size_t office_before(const Mentioned& name) const;
    std::size_t office_after(const Mentioned& name) const;
    bool is_body(std::size_t mention) const {
        const EntityType type = clusters_[mentions_[mention].cluster].type;
        return type == EntityType::organisation || type == EntityType::country;
    }
    bool is_office(std::uint32_t token) const {
        const std::string word = fold(document_.form(token));
        return knowledge_.lexicon.has("titles", word) || knowledge_.lexicon.has("person_nouns", word);
    }

    const Document& document_;
    const Knowledge& knowledge_;
    const std::vector<Cluster>& clusters_;
    const Clauses& clauses_;
    const std::vector<TokenRange>& quotes_;
    const std::vector<Mentioned>& mentions_;
    std::vector<std::size_t> at_;  // the mention that covers a token
    std::vector<bool> in_quote_;
};

// Who does what the verb says: its subject, else who stands next to it.
std::size_t Speech::sayer(std::uint32_t verb, TokenRange sentence) const {
    const std::uint32_t subject = clauses_.subject(verb);
    if (subject != no_token && may_speak(subject)) return at_[subject];
    if (subject != no_token && is_office(subject)) {  // "a spokesman for Norvia said"
        for (const std::uint32_t i : clauses_.children(subject)) {
            if (clauses_.is(i, {Deprel::appos, Deprel::flat}) && may_speak(i)) return at_[i];
        }
        for (const std::uint32_t i : clauses_.children(subject)) {
            if (clauses_.is(i, {Deprel::nmod, Deprel::compound}) && may_speak(i) && is_body(at_[i])) return at_[i];
        }
    }
    if (subject != no_token && !in_quote_[subject] && clauses_.xpos(subject) != Xpos::nnp) return nobody;
    for (std::uint32_t i = verb + 1; i < std::min(sentence.end, verb + reach); ++i) {
        if (document_.form(i) == "," || in_quote_[i] || document_.form(i) == "that") break;
        if (may_speak(i) && clusters_[mentions_[at_[i]].cluster].type == EntityType::person) return at_[i];
    }
    for (std::uint32_t i = verb; i-- > sentence.begin && i + reach > verb;) {
        if (in_quote_[i]) break;
        if (may_speak(i)) return at_[i];
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

// "its chairman, Ann Li", "Norway's minister Ann Li", "a spokesman for Norvia, Ann Li"
std::size_t Speech::office_before(const Mentioned& name) const {
    bool office = false;
    for (std::uint32_t n = 1; n <= reach && n <= name.tokens.begin; ++n) {
        const std::uint32_t i = name.tokens.begin - n;
        if (at_[i] != nobody) return office && is_body(at_[i]) ? at_[i] : nobody;
        if (document_.form(i) == ",") {
            if (n > 1) return nobody;
        } else if (is_office(i)) {
            office = true;
        } else if (document_.tokens[i].shape == Shape::other && document_.form(i) != "-" && document_.form(i) != "'s" &&
                   document_.form(i) != "’s") {
            return nobody;
        }
    }
    return nobody;
}

// "Ann Li, a spokeswoman for Norvia", "Ann Li of Norvia", "Ann Li, who leads Norvia"
std::size_t Speech::office_after(const Mentioned& name) const {
    const auto size = static_cast<std::uint32_t>(document_.tokens.size());
    std::uint32_t i = name.tokens.end;
    if (i >= size) return nobody;
    bool office = document_.form(i) == "of" || document_.form(i) == "from" || document_.form(i) == "at";
    if (!office && document_.form(i) != ",") return nobody;
    const bool who = i + 1 < size && document_.form(i + 1) == "who";
    for (++i; i < std::min(size, name.tokens.end + office_reach); ++i) {
        if (at_[i] != nobody) {
            const Reference::Kind kind = mentions_[at_[i]].kind;
            const std::uint32_t next = mentions_[at_[i]].tokens.end;
            const bool owns = next < size && (document_.form(next) == "'s" || document_.form(next) == "’s");
            if (is_body(at_[i]) && (office || owns)) return at_[i];
            if (kind == Reference::Kind::name && !is_body(at_[i])) return nobody;
            continue;
        }
        if (document_.form(i) == "," || document_.form(i) == "." || in_quote_[i]) return nobody;
        if (is_office(i)) office = true;
        if (who && i < document_.tags.size() && knowledge_.lexicon.has("office_verbs", document_.tags[i].lemma))
            office = true;
    }
    return nobody;
}

// For whom a person speaks.
std::optional<std::size_t> Speech::body_of(std::size_t person) const {
    std::size_t office = nobody;  // the mention of a business office without its firm
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
        const Mentioned& name = mentions_[m];
        if (name.cluster != person || name.kind != Reference::Kind::name) continue;
        for (const std::size_t body : {office_before(name), office_after(name)}) {
            if (body != nobody) return mentions_[body].cluster;
        }
        const std::uint32_t begin = name.tokens.begin;
        if (office == nobody && begin > 0 && is_office(begin - 1) && document_.tokens[begin - 1].shape == Shape::lower)
            office = m;
    }
    if (office == nobody) return {};
    // "said chief executive Ann Li": of the firm of which this sentence or the one before speaks
    const std::uint32_t sentence = document_.sentence_of(mentions_[office].tokens.begin);
    std::set<std::size_t> bodies;
    for (const Mentioned& m : mentions_) {
        const std::uint32_t s = document_.sentence_of(m.tokens.begin);
        if (s + 1 >= sentence && s <= sentence && clusters_[m.cluster].type == EntityType::organisation)
            bodies.insert(m.cluster);
    }
    if (bodies.size() != 1) return {};
    return *bodies.begin();
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
        if (!asked) body = body_of(speaker).value_or(nobody);
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
