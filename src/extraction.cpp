// What one article says.
//
// The names of the enumerators are the words of the file format; each table is their one home.
// SPDX-License-Identifier: MIT
#include "entente/extraction.hpp"

#include <fmt/core.h>

#include <array>
#include <ostream>

#include "entente/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 4> entity_types{"person", "organisation", "country", "place"};
constexpr std::array<std::string_view, 2> polarities{"positive", "negative"};
constexpr std::array<std::string_view, 4> modalities{"asserted", "planned", "possible", "requested"};
constexpr std::array<std::string_view, 3> confidences{"low", "medium", "high"};

template <typename Enum, std::size_t n>
std::optional<Enum> named(const std::array<std::string_view, n>& names, std::string_view name) {
    for (std::size_t i = 0; i < n; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return {};
}

}  // namespace

std::string_view name_of(EntityType type) {
    return entity_types.at(static_cast<std::size_t>(type));
}
std::string_view name_of(Polarity polarity) {
    return polarities.at(static_cast<std::size_t>(polarity));
}
std::string_view name_of(Modality modality) {
    return modalities.at(static_cast<std::size_t>(modality));
}
std::string_view name_of(Confidence confidence) {
    return confidences.at(static_cast<std::size_t>(confidence));
}
std::optional<EntityType> entity_type(std::string_view name) {
    return named<EntityType>(entity_types, name);
}
std::optional<Polarity> polarity(std::string_view name) {
    return named<Polarity>(polarities, name);
}
std::optional<Modality> modality(std::string_view name) {
    return named<Modality>(modalities, name);
}
std::optional<Confidence> confidence(std::string_view name) {
    return named<Confidence>(confidences, name);
}

std::string entity_id(EntityType type, std::string_view name) {
    std::string folded = fold(name);
    if (folded.starts_with("the ")) folded.erase(0, 4);
    while (!folded.empty() && folded.back() == '.')
        folded.pop_back();
    return fmt::format("{}:{}", name_of(type), folded);
}

std::string statement_id(std::string_view text_hash, const Statement& s) {
    std::string key = fmt::format("{}|{}|{}|{}", text_hash, s.relation, name_of(s.polarity), name_of(s.modality));
    if (!s.evidence.empty()) {
        const Evidence& e = s.evidence.front();
        for (const Span span : {e.subject, e.object, e.cue})
            key += fmt::format("|{}-{}", span.begin, span.end);
    }
    return hash_hex(key);
}

std::ostream& operator<<(std::ostream& out, EntityType type) {
    return out << name_of(type);
}
std::ostream& operator<<(std::ostream& out, Polarity polarity) {
    return out << name_of(polarity);
}
std::ostream& operator<<(std::ostream& out, Modality modality) {
    return out << name_of(modality);
}

std::ostream& operator<<(std::ostream& out, const Entity& entity) {
    out << entity.type << ' ' << entity.name;
    if (!entity.wikidata.empty()) out << " (" << entity.wikidata << ')';
    return out << ", " << entity.mentions.size() << " mentions";
}

std::ostream& operator<<(std::ostream& out, const Statement& statement) {
    if (statement.polarity == Polarity::negative) out << "not ";
    out << statement.relation << '(' << statement.subject << ", " << statement.object << ')';
    if (statement.modality != Modality::asserted) out << ' ' << statement.modality;
    return out;
}

}  // namespace entente
