// Repairs of places.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "entente/text/utf8.hpp"
#include "parse/repair.hpp"

namespace entente::parse {
namespace {

constexpr std::uint32_t longest_name = 6;  // tokens of a country or a city: "Republic of the Congo"

// The known names that begin at the word, the longest; and where they end.
std::optional<World::Match> names_at(const Tree& tree, const Knowledge& english, std::uint32_t from) {
    std::vector<Piece> pieces;
    for (std::uint32_t i = from; i < std::min(tree.words().end, from + longest_name); ++i)
        pieces.push_back({fold(tree.form(i)), true});
    return english.world.longest(pieces);
}

// A country, or the state or province of one.
const Known* land(const World::Match& match) {
    for (const World::Meaning& meaning : match.meanings) {
        const std::string& kind = meaning.known->fact("kind");
        const bool state = kind == "state" || kind == "province" || kind == "region";
        if (meaning.as == World::As::name && (meaning.known->entity.type == EntityType::country || state))
            return meaning.known;
    }
    return nullptr;
}

const std::string& iso2(const Known& land) {
    return land.fact(land.entity.type == EntityType::country ? "iso2" : "country");
}

// Whether the name that ends before `end` is a city of this land, as far as the world knows.
bool city_of(const Tree& tree, const Knowledge& english, std::uint32_t end, const Known& land) {
    for (std::uint32_t from = std::max(tree.words().begin, end - std::min(end, longest_name)); from < end; ++from) {
        const auto match = names_at(tree, english, from);
        if (!match || from + match->pieces != end) continue;
        for (const World::Meaning& meaning : match->meanings) {
            const Known& known = *meaning.known;
            if (known.fact("kind") == "state") return false;  // "New York, North Carolina": a list
            if (known.fact("kind") == "city" && known.fact("country") == iso2(land)) return true;
            if (known.fact("capital") == tree.form(end - 1) && known.fact("iso2") == iso2(land)) return true;
        }
    }
    return false;
}

// A name of which the world knows nothing, behind "in" or "near".
bool unknown_place(const Tree& tree, const Knowledge& english, std::uint32_t city) {
    const auto preposition = tree.child(city, {Deprel::case_});
    if (!preposition || tree.upos(city) != Upos::propn || names_at(tree, english, city)) return false;
    const std::string_view word = tree.lemma(*preposition);
    return word == "in" || word == "near" || word == "outside";
}

}  // namespace

// in <-case- Quito -conj-> Ecuador    to    Quito -nmod:unmarked-> Ecuador
void city_and_country(Tree& tree, const Knowledge& english) {
    for (std::uint32_t comma = tree.words().begin + 1; comma + 1 < tree.words().end; ++comma) {
        if (!tree.comma(comma) || tree.upos(comma - 1) != Upos::propn || tree.upos(comma + 1) != Upos::propn) continue;
        const auto match = names_at(tree, english, comma + 1);
        const Known* const country = match ? land(*match) : nullptr;
        if (country == nullptr) continue;
        const auto end = static_cast<std::uint32_t>(comma + 1 + match->pieces);
        std::uint32_t name = comma + 1;
        while (comma < tree.head(name) && tree.head(name) < end && tree.head(name) != name)
            name = tree.head(name);
        const std::uint32_t city = tree.name_head(comma - 1);
        const bool of_other = tree.deprel(name) == Deprel::nmod_unmarked && tree.head(name) != city;
        const bool joined = tree.is(name, {Deprel::conj, Deprel::list, Deprel::compound, Deprel::flat});
        if (tree.head(name) >= comma || !(joined || of_other)) continue;
        const bool list = end < tree.words().end && tree.upos(end) == Upos::cconj;
        const bool known = city_of(tree, english, comma, *country);
        if (!known && (list || !unknown_place(tree, english, city))) continue;
        tree.change({{name, {city, Deprel::nmod_unmarked}}, {comma, {name, Deprel::punct}}});
    }
}

}  // namespace entente::parse
