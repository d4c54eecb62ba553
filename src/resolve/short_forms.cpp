// Two names: is one short for the other?
//
// Each type has its habits. A person keeps a family name, which need not be the last word ("Pedro Ruiz Alba"
// is "Ruiz"), or, in a family's story, the given one; an organisation keeps its beginning, its head ("the
// Commission") or its initials; a place its beginning. SPDX-License-Identifier: MIT
#include "resolve/short_forms.hpp"

#include <algorithm>

#include "entente/text/abbreviation.hpp"

namespace entente::resolve {
namespace {

using Words = std::vector<std::string>;

bool begins_with(const Words& full, const Words& part) {
    return part.size() <= full.size() && std::equal(part.begin(), part.end(), full.begin());
}
bool ends_with(const Words& full, const Words& part) {
    return part.size() <= full.size() && std::equal(part.rbegin(), part.rend(), full.rbegin());
}
bool in_order(const Words& part, const Words& full) {
    auto at = full.begin();
    for (const auto& word : part) {
        at = std::find(at, full.end(), word);
        if (at == full.end()) return false;
        ++at;
    }
    return true;
}

// "Norvia Senate" and "Senate of Norvia": the same words, small ones aside.
bool same_words(Words a, Words b) {
    const auto strip = [](Words& words) {
        std::erase_if(words, [](const auto& w) { return w == "of" || w == "the" || w == "for" || w == "and"; });
        std::sort(words.begin(), words.end());
    };
    strip(a);
    strip(b);
    return a == b;
}

bool short_person(const Form& shorter, const Form& full) {
    if (shorter.words.size() == 1) {
        return std::find(full.words.begin(), full.words.end(), shorter.words.front()) != full.words.end();
    }
    if (ends_with(full.words, shorter.words)) return true;
    return shorter.words.front() == full.words.front() && in_order(shorter.words, full.words);
}

bool short_organisation(const Form& shorter, const Form& full, const Lexicon& lexicon) {
    if (begins_with(full.words, shorter.words) || same_words(shorter.words, full.words)) return true;
    if (shorter.words.size() == 1 && abbreviates(shorter.text, full.text)) return true;
    const bool has_head = lexicon.has("organisation_heads", shorter.words.back()) ||
                          lexicon.has("organisation_heads", shorter.words.front());
    return has_head && ends_with(full.words, shorter.words);
}

}  // namespace

Form make_form(EntityType type, std::string_view text, const Lexicon& lexicon) {
    Form out{std::string(text), words_of(text)};
    if (out.words.size() > 1 && out.words.front() == "the") out.words.erase(out.words.begin());
    while (type == EntityType::organisation && out.words.size() > 1 && lexicon.has("legal_forms", out.words.back())) {
        out.words.pop_back();
    }
    return out;
}

bool is_short_for(EntityType type, const Form& shorter, const Form& full, const Lexicon& lexicon) {
    if (shorter.words.empty() || full.words.size() < shorter.words.size()) return false;
    switch (type) {
        case EntityType::person:
            return full.words.size() > 1 && short_person(shorter, full);
        case EntityType::organisation:
            return short_organisation(shorter, full, lexicon);
        case EntityType::country:
            return false;
        case EntityType::place:
            break;
    }
    return begins_with(full.words, shorter.words) && full.words.size() == shorter.words.size() + 1 &&
           lexicon.has("place_heads", full.words.back());
}

}  // namespace entente::resolve
