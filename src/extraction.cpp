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

std::string reading_id(const Extraction& extraction) {
    std::string key = extraction.document.text_hash + "|" + extraction.by;
    for (const std::string& id : extraction.supersedes)
        key += "|" + id;
    return hash_hex(key);
}

namespace {

// Runs of digits compare as numbers: 0.9.0 comes before 0.10.0.
int compare_versions(std::string_view a, std::string_view b) {
    const auto is_number = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!is_number(a[i]) || !is_number(b[j])) {
            if (a[i] != b[j]) return a[i] < b[j] ? -1 : 1;
            ++i, ++j;
            continue;
        }
        const auto run = [&](std::string_view text, std::size_t& at) {
            while (at < text.size() && text[at] == '0')
                ++at;
            const std::size_t begin = at;
            while (at < text.size() && is_number(text[at]))
                ++at;
            return text.substr(begin, at - begin);
        };
        const std::string_view x = run(a, i), y = run(b, j);
        if (x.size() != y.size()) return x.size() < y.size() ? -1 : 1;
        if (const int order = x.compare(y); order != 0) return order;
    }
    return static_cast<int>(a.size() - i > 0) - static_cast<int>(b.size() - j > 0);
}

}  // namespace

bool counts_before(const Extraction& a, const Extraction& b) {
    if (const int order = compare_versions(a.by, b.by); order != 0) return order > 0;
    if (a.document.id != b.document.id) return a.document.id < b.document.id;
    if (a.by != b.by) return a.by < b.by;
    return a.supersedes < b.supersedes;
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
