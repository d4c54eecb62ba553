// Clusters to ids.
// SPDX-License-Identifier: MIT
#include "resolve/identity.hpp"

#include <algorithm>
#include <map>

#include "entente/text/abbreviation.hpp"
#include "entente/text/utf8.hpp"

namespace entente::resolve {
namespace {

constexpr std::size_t hash_digits = 8;
constexpr int plainly = 3;  // times as many mentions as any other country

// "Ministry of Finance", "Supreme Court", "Senate": a name of general words only.
bool is_general(const std::string& name, const Lexicon& lexicon) {
    const auto words = words_of(name);
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return lexicon.has("organisation_heads", word) || lexicon.has("organisation_words", word) ||
               lexicon.has("part_names", word) || lexicon.has("function_words", word) || word == "supreme" ||
               word == "high" || word == "constitutional" || word == "foreign" || word == "affairs";
    });
}

// "the Kenyan Ministry of Finance", "Kenya's Senate": the country that stands before a name.
const Name* country_before(const Document& document, const Name& name) {
    const auto& names = document.names;
    const auto at = std::lower_bound(names.begin(), names.end(), name.tokens.begin,
                                     [](const Name& n, std::uint32_t t) { return n.tokens.begin < t; });
    if (at == names.begin()) return nullptr;
    const Name& before = *(at - 1);
    const std::uint32_t gap = name.tokens.begin - before.tokens.end;
    if (before.type != EntityType::country || gap > 1) return nullptr;
    if (gap == 1 && !document.form(before.tokens.end).ends_with('s')) return nullptr;  // "'s"
    return &before;
}

// The country of which the article speaks most by far; "" = none.
std::string main_country(const Document& document) {
    std::map<std::string, int> mentions;
    for (const Name& name : document.names) {
        if (name.type == EntityType::country) ++mentions[name.known];
    }
    std::string best;
    int most = 0, second = 0;
    for (const auto& [country, count] : mentions) {
        if (count > most) {
            second = most;
            most = count;
            best = country;
        } else {
            second = std::max(second, count);
        }
    }
    return most > plainly * second ? best : "";
}

std::string country_of(const Cluster& cluster, const Document& document) {
    if (!cluster.owner.empty()) return cluster.owner;
    for (const std::uint32_t i : cluster.names) {
        if (const Name* country = country_before(document, document.names[i])) return country->known;
    }
    return main_country(document);
}

std::string with(const std::string& id, const std::string& what) {
    return what.empty() ? id : id + " (" + what + ")";
}

}  // namespace

std::string identity(const Cluster& cluster, const std::string& name, const Document& document,
                     const Knowledge& knowledge) {
    if (cluster.known != nullptr) return cluster.known->entity.id;
    const std::string here = document.article.info.text_hash.substr(0, hash_digits);
    const bool body = !cluster.body.empty();
    const std::string id = entity_id(cluster.type, body ? cluster.body : name);
    if (cluster.type == EntityType::person && words_of(name).size() == 1) return with(id, here);
    if (cluster.type != EntityType::organisation || (!body && !is_general(name, knowledge.lexicon))) return id;
    const Known* country = knowledge.world.find(country_of(cluster, document));
    if (country == nullptr && !cluster.owner.empty()) return with(id, fold(cluster.owner));
    return with(id, country != nullptr ? fold(country->entity.name) : here);
}

}  // namespace entente::resolve
