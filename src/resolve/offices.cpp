// Whose office a person holds.
// SPDX-License-Identifier: MIT
#include "resolve/offices.hpp"

#include <algorithm>
#include <set>

#include "entente/text/utf8.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t reach = 7;          // tokens between a name and an office
constexpr std::uint32_t office_reach = 14;  // tokens of ", a spokesman for the ministry of Norvia"

}  // namespace

Offices::Offices(const Document& document, const Knowledge& knowledge, const std::vector<Cluster>& clusters,
                 const Clauses& clauses, const std::vector<TokenRange>& quotes, const std::vector<Mentioned>& mentions)
    : document_(document),
      knowledge_(knowledge),
      clusters_(clusters),
      clauses_(clauses),
      mentions_(mentions),
      at_(document.tokens.size(), nobody),
      in_quote_(document.tokens.size()) {
    for (std::size_t m = 0; m < mentions.size(); ++m) {
        for (std::uint32_t i = mentions[m].tokens.begin; i < mentions[m].tokens.end; ++i)
            at_[i] = m;
    }
    for (const TokenRange& quote : quotes)
        std::fill(in_quote_.begin() + quote.begin, in_quote_.begin() + quote.end, true);
}

bool Offices::is_body(std::size_t mention) const {
    const EntityType type = clusters_[mentions_[mention].cluster].type;
    return type == EntityType::organisation || type == EntityType::country;
}

bool Offices::is_office(std::uint32_t token) const {
    const std::string word = fold(document_.form(token));
    return knowledge_.lexicon.has("titles", word) || knowledge_.lexicon.has("person_nouns", word);
}

// "its chairman, Ann Li", "Norway's minister Ann Li", "a spokesman for Norvia, Ann Li"
std::size_t Offices::office_before(const Mentioned& name) const {
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
std::size_t Offices::office_after(const Mentioned& name) const {
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

// "Ann Li leads Norvia"
std::size_t Offices::office_held(const Mentioned& name) const {
    const std::uint32_t head = clauses_.head_of(name.tokens);
    if (!clauses_.is(head, {Deprel::nsubj})) return nobody;
    const std::uint32_t verb = document_.arcs[head].head;
    if (!knowledge_.lexicon.has("office_verbs", document_.tags[verb].lemma)) return nobody;
    const std::uint32_t object = clauses_.object(verb);
    return object != no_token && at_[object] != nobody && is_body(at_[object]) ? at_[object] : nobody;
}

// For whom a person speaks.
std::optional<std::size_t> Offices::body_of(std::size_t person, const Fits& fits) const {
    std::size_t office = nobody;  // the mention of a business office without its firm
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
        const Mentioned& name = mentions_[m];
        if (name.cluster != person || name.kind != Reference::Kind::name) continue;
        for (const std::size_t body : {office_before(name), office_after(name), office_held(name)}) {
            if (body != nobody && fits(mentions_[body].cluster)) return mentions_[body].cluster;
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
    if (bodies.size() != 1 || !fits(*bodies.begin())) return {};
    return *bodies.begin();
}

}  // namespace entente::resolve
