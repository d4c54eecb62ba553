// Words to descriptions.
// SPDX-License-Identifier: MIT
#include "resolve/descriptions.hpp"

#include <algorithm>

#include "entente/text/utf8.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t longest_description = 8;  // tokens, "the Swedish maker" and the like
constexpr std::uint32_t longest_noun = 3;         // tokens, "start-up", "prime minister"

// "the largest operator", "the first bank": such a noun need not mean one of whom the article has spoken.
bool singles_out(const std::string& word) {
    return word.ends_with("est") || word == "most" || word == "first" || word == "second" || word == "third" ||
           word == "next" || word == "only" || word == "other" || word == "new" || word == "same" || word == "former" ||
           word == "whole" || word == "entire" || word == "average" || word == "rival";
}

}  // namespace

const Name* Describer::name_at(std::uint32_t token) const {
    const auto& names = document_.names;
    const auto at = std::lower_bound(names.begin(), names.end(), token,
                                     [](const Name& n, std::uint32_t t) { return n.tokens.begin < t; });
    return at != names.end() && at->tokens.begin == token ? &*at : nullptr;
}

std::optional<Description::Of> Describer::kind_of(const std::string& noun) const {
    const Lexicon& lexicon = knowledge_.lexicon;
    if (lexicon.has("country_nouns", noun)) return Description::Of::country;
    if (lexicon.has("organisation_nouns", noun)) return Description::Of::organisation;
    if (lexicon.has("person_nouns", noun) || lexicon.has("titles", noun)) return Description::Of::person;
    return {};
}

std::pair<std::string, std::uint32_t> Describer::noun_at(std::uint32_t token, std::uint32_t end) const {
    std::pair<std::string, std::uint32_t> longest;
    std::string phrase;
    for (std::uint32_t n = 0; n < longest_noun && token + n < end; ++n) {
        if (document_.tokens[token + n].shape != Shape::lower && document_.form(token + n) != "-") break;
        if (n > 0 && document_.tokens[token + n].space_before) phrase += ' ';
        phrase += fold(document_.form(token + n));
        if (kind_of(phrase)) longest = {phrase, n + 1};
    }
    return longest;
}

// "the UN agency"
bool Describer::is_union(const Name& name) const {
    const Known* known = name.known.empty() ? nullptr : knowledge_.world.find(name.known);
    return known != nullptr && known->fact("kind") == "union";
}

bool Describer::is_adjective(std::uint32_t token) const {
    return token < document_.tags.size() && document_.tags[token].xpos == Xpos::jj;
}

std::optional<Description> Describer::two_at(std::uint32_t token, std::uint32_t end) const {
    const std::string first = fold(document_.form(token));
    std::uint32_t at = token;
    if (first == "the" || first == "these") {
        if (++at >= end || fold(document_.form(at)) != "two") return {};
    } else if (first != "both") {
        return {};
    }
    Description out{{token, at + 1}, Description::Of::anybody, "", "", true};
    const std::uint32_t after = at + 1;
    const bool bare = after >= end || document_.tags.size() <= after || document_.tags[after].upos == Upos::verb ||
                      document_.tags[after].upos == Upos::aux;
    const bool closed =
        after < end && (document_.form(after) == "." || document_.form(after) == ",");  // "between the two."
    if (bare || (first != "both" && closed)) return out;
    for (++at; at < std::min(end, token + longest_description); ++at) {
        if (document_.tokens[at].shape != Shape::lower || document_.tags.size() <= at) return {};
        if (document_.tags[at].xpos != Xpos::nns) continue;
        out.tokens.end = at + 1;
        out.noun = document_.tags[at].lemma;
        const bool anybody = out.noun == "side" || out.noun == "neighbour" || out.noun == "ally" || out.noun == "rival";
        const auto kind = kind_of(out.noun);
        if (kind && !anybody) out.of = *kind;
        return kind || anybody ? std::optional(out) : std::nullopt;
    }
    return {};
}

std::optional<Description> Describer::at(std::uint32_t token, std::uint32_t end) const {
    if (auto two = two_at(token, end)) return two;
    const std::string article = fold(document_.form(token));
    if (article != "the" && article != "this") return {};
    Description out;
    out.tokens = {token, token};
    for (std::uint32_t at = token + 1; at < std::min(end, token + longest_description);) {
        const Name* name = name_at(at);
        const bool found = out.tokens.end > token;
        // "the Swedish maker", "the US firm", "the Oslo bank"
        const bool nation = name != nullptr && name->type == EntityType::country && !name->acts;
        const bool place = name != nullptr && name->type == EntityType::place;
        if (name != nullptr && !found && (nation || place || is_union(*name))) {
            if (nation) out.nation = name->known;
            out.tokens.begin = name->tokens.end;
            at = name->tokens.end;
            continue;
        }
        const auto [noun, length] = noun_at(at, end);
        if (length > 0) {
            at += length;
            out.tokens.end = at;
            out.noun = noun;
            continue;
        }
        if (found || (document_.tokens[at].shape != Shape::lower && document_.form(at) != "-" && !is_adjective(at)))
            break;
        const std::string word = fold(document_.form(at));
        if (knowledge_.lexicon.has("function_words", word) || singles_out(word)) break;
        ++at;
    }
    if (out.noun.empty()) return {};
    out.tokens.begin = std::min(out.tokens.begin, out.tokens.end - 1);
    const std::uint32_t next = out.tokens.end;
    // "the maker of phones", "the firm-made phone", "the firm Telmar", "the company car"
    if (next < end && (document_.form(next) == "of" || document_.form(next) == "-" || name_at(next) != nullptr))
        return {};
    const bool compound = next < document_.tags.size() && next < end &&
                          (document_.tags[next].upos == Upos::noun || document_.tags[next].upos == Upos::propn);
    if (compound || out.noun == "police") return {};
    out.of = *kind_of(out.noun);
    const bool somebodys = next < end && (document_.form(next) == "for" || document_.form(next) == "at");
    if (out.of == Description::Of::person && somebodys) return {};  // "the lawyer for Norvia"
    return out;
}

}  // namespace entente::resolve
