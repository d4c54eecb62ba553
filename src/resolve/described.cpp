// Descriptions to clusters.
//
// The weights below were chosen so that one strong reason (a noun that the article has used for it) or two weak ones (the
// only firm in sight, of whom nothing else is known) are enough, and that a rival must lack one of them.
// SPDX-License-Identifier: MIT
#include "resolve/described.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "entente/text/abbreviation.hpp"

namespace entente::resolve {
namespace {

// How well a noun fits: it has been used; another of its kind has; it is so general that it fits many kinds; nothing is
// known.
constexpr int by_noun = 40, by_kind = 30, by_general_noun = 26, by_chance = 16;
constexpr int of_the_nation = 20;
constexpr int enough = 36, clear = 6;  // what the best needs, and before the second
constexpr int most_spoken_of = 6;
constexpr int of_the_headline = 8;  // "the country" is that of which the article tells
constexpr int its_own_clause = 14;  // "Telmar said the company ..." mostly means another

bool is_general(const std::string& noun) {
    return noun == "group" || noun == "company" || noun == "firm" || noun == "organisation" || noun == "organization" ||
           noun == "body" || noun == "institution";
}

}  // namespace

Described::Described(const Document& document, const Knowledge& knowledge, const std::vector<Cluster>& clusters,
                     const std::vector<Profile>& profiles, const Clauses& clauses, const Record& record)
    : document_(document),
      knowledge_(knowledge),
      clusters_(clusters),
      profiles_(profiles),
      clauses_(clauses),
      record_(record) {}

int Described::organisation_called_so(const Profile& profile, const std::string& noun) const {
    if (profile.nouns.contains(noun)) return by_noun;
    const std::string kind(knowledge_.lexicon.look_up("organisation_nouns", noun));
    const auto has = [&](const char* k) { return profile.kinds.contains(k); };
    if (is_general(noun)) {
        const bool sells = has("company") || has("bank") || has("media");
        const bool joined = has("group") || has("force") || has("union") || has("party");
        if ((noun == "company" || noun == "firm") ? sells : noun == "group" ? sells || joined : joined || has("state"))
            return by_general_noun;
    } else if (profile.kinds.contains(kind)) {
        // "the lender" is a bank; but "the agency" is no ministry
        return kind == "company" || kind == "bank" || kind == "media" || kind == "group" ? by_kind : 0;
    }
    // Of whom nothing is known may be a firm or a group, but is hardly "the ministry".
    return profile.kinds.empty() && kind != "state" && kind != "court" ? by_chance : 0;
}

bool Described::is_country_called(std::size_t cluster, const std::string& noun) const {
    const auto word = knowledge_.lexicon.look_up("country_nouns", noun);
    if (word.empty()) return true;
    const Known* known = clusters_[cluster].known;
    if (known == nullptr) return false;
    if (word == "=") return knowledge_.lexicon.has("island_countries", known->entity.name);
    const auto has = [&](const std::string& name) {
        const auto words = words_of(name);
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    const auto& aliases = known->entity.aliases;
    return has(known->entity.name) || std::any_of(aliases.begin(), aliases.end(), has);
}

int Described::called_so(std::size_t cluster, const Description& description) const {
    const EntityType type = clusters_[cluster].type;
    const Profile& profile = profiles_[cluster];
    int fit = 0;
    if (description.of == Description::Of::country) {
        return type == EntityType::country && is_country_called(cluster, description.noun) ? by_general_noun : 0;
    }
    if (description.of == Description::Of::organisation && type == EntityType::organisation)
        fit = organisation_called_so(profile, description.noun);
    const bool person_noun =
        knowledge_.lexicon.has("person_nouns", description.noun) || knowledge_.lexicon.has("titles", description.noun);
    if (person_noun && type == EntityType::person && profile.nouns.contains(description.noun)) fit = by_noun;
    if (person_noun && fit == 0 && type == EntityType::person && profile.nouns.empty() && is_only_person(cluster)) {
        fit = by_chance;
    }
    if (fit == 0 || description.nation.empty()) return fit;
    if (profile.nations.contains(description.nation)) return fit + of_the_nation;
    return profile.nations.empty() ? fit : 0;
}

// Whether the article has spoken of no other person, so that a noun means this one.
bool Described::is_only_person(std::size_t cluster) const {
    for (const auto& [other, seen] : record_.seen()) {
        if (other != cluster && clusters_[other].type == EntityType::person) return false;
    }
    return true;
}

int Described::nearness(const Seen& seen) const {
    constexpr int points[] = {20, 20, 14, 8, 4, 4};
    const int back = record_.now() - seen.last;
    return back < static_cast<int>(std::size(points)) ? points[back] : 0;
}

int Described::score(std::size_t cluster, const Seen& seen, const Description& description) const {
    const int fit = called_so(cluster, description);
    if (fit == 0) return 0;
    const bool country = clusters_[cluster].type == EntityType::country;
    const int acting = country ? 6 : 3;
    return fit + nearness(seen) + (seen.subject ? acting : 0) + (seen.by_name ? 8 : 0) +
           (country && record_.in_headline(cluster) ? of_the_headline : 0) + std::min(seen.mentions, most_spoken_of);
}

// "Norvia, the Finnish operator": a noun after a name and a comma is said of that name.
std::vector<std::size_t> Described::in_apposition(const Description& description) const {
    const auto& mentions = record_.mentions();
    std::uint32_t i = description.tokens.begin;
    while (i > 0 && document_.form(i - 1) != ",") {
        if (--i + 4 < description.tokens.begin) return {};
        const std::string_view word = document_.form(i);  // "Norvia, a lender to the firm"
        if (i < description.tokens.begin && word != "the" && knowledge_.lexicon.has("function_words", word)) return {};
    }
    if (i < 2 || mentions.empty()) return {};
    const auto last =
        std::find_if(mentions.rbegin(), mentions.rend(), [&](const Mentioned& m) { return m.tokens.end < i; });
    if (last == mentions.rend() || last->tokens.end != i - 1 || last->kind != Reference::Kind::name) return {};
    const std::uint32_t next = description.tokens.end;
    const bool closed = next >= document_.tokens.size() || document_.tokens[next].shape == Shape::other;
    if (!closed || !of_type(last->cluster, description)) return {};
    return {last->cluster};
}

bool Described::of_type(std::size_t cluster, const Description& description) const {
    switch (clusters_[cluster].type) {
        case EntityType::person:
            return description.of == Description::Of::person;
        case EntityType::organisation:
            return description.of == Description::Of::organisation;
        case EntityType::country:
            return description.of == Description::Of::country;
        case EntityType::place:
            break;
    }
    return false;
}

// The two who act together, else the two of a type, if what lies just before speaks of two and no more.
std::vector<std::size_t> Described::two(const Description& description) const {
    const auto may_be = [&](std::size_t c) {
        return clusters_[c].type != EntityType::place &&
               (description.of == Description::Of::anybody || of_type(c, description));
    };
    std::set<std::size_t> near;
    std::map<EntityType, std::vector<std::size_t>> of_a_type;
    for (std::size_t back = 0; back <= 2; ++back) {
        const std::uint32_t root = record_.root(back);
        if (back > 0 && root != no_token) {
            const Record::Party party = record_.party_at(clauses_.actor(root));
            if (party.whole && party.clusters.size() == 2 && may_be(party.clusters.front())) return party.clusters;
        }
        for (const std::size_t c : record_.sentence(back)) {
            if (may_be(c) && near.insert(c).second) of_a_type[clusters_[c].type].push_back(c);
        }
        if (near.size() == 2) return {near.begin(), near.end()};
        std::vector<std::vector<std::size_t>> pairs;
        for (const auto& [type, clusters] : of_a_type) {
            if (clusters.size() == 2) pairs.push_back(clusters);
        }
        if (pairs.size() == 1) return pairs.front();
        if (near.size() > 2) return {};
    }
    return {};
}

std::vector<std::size_t> Described::meant_by(const Description& description) const {
    if (description.two) return two(description);
    if (auto said_of = in_apposition(description); !said_of.empty()) return said_of;
    const std::uint32_t head = clauses_.head_of(description.tokens);
    const std::uint32_t own = clauses_.clause_of(head);
    const auto acting = record_.party_at(clauses_.actor(own)).clusters;
    const auto reporting = record_.party_at(clauses_.actor(clauses_.above(own))).clusters;
    const auto holds = [](const std::vector<std::size_t>& list, std::size_t c) {
        return std::find(list.begin(), list.end(), c) != list.end();
    };
    std::size_t best = 0;
    int most = 0, second = 0;
    for (const auto& [cluster, seen] : record_.seen()) {
        int points = score(cluster, seen, description);
        if (points == 0 || holds(acting, cluster)) continue;  // nobody sues "the company" that he is
        if (holds(reporting, cluster)) points -= its_own_clause;
        if (points > most) {
            second = std::exchange(most, points);
            best = cluster;
        } else {
            second = std::max(second, points);
        }
    }
    if (most < enough || most - second < clear) return {};
    return {best};
}

}  // namespace entente::resolve
