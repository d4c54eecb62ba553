// Votes to one type for each name.
//
// "Li" alone says little; "Ann Li, chairman of Norvia" says it for both. So the votes on a full name are lent
// to its short forms and theirs to it: to a person's family name, to the beginning of an organisation's, to
// its initials. SPDX-License-Identifier: MIT
#include "recognise/election.hpp"

#include <algorithm>
#include <cmath>

#include "entente/text/abbreviation.hpp"
#include "entente/text/utf8.hpp"

namespace entente::recognise {
namespace {

constexpr int enough = 2;
constexpr float sees = 5;                   // the weight of what the network sees for certain, as in names.patterns
constexpr std::size_t most_full_names = 8;  // that one short form is compared with
constexpr std::array<Vote, 5> types = {Vote::person, Vote::organisation, Vote::country, Vote::place, Vote::thing};

Vote winner(const Votes& votes) {
    return *std::max_element(types.begin(), types.end(), [&](Vote a, Vote b) { return votes.of(a) < votes.of(b); });
}

bool begins_with(const std::vector<std::string>& full, const std::vector<std::string>& part) {
    return part.size() < full.size() && std::equal(part.begin(), part.end(), full.begin());
}
bool ends_with(const std::vector<std::string>& full, const std::vector<std::string>& part) {
    return part.size() < full.size() && std::equal(part.rbegin(), part.rend(), full.rbegin());
}

}  // namespace

Votes votes_of(const Sight& seen, int looks) {
    Votes out;
    for (std::size_t k = 0; k < seen.size() && looks > 0; ++k) {
        const int weight = static_cast<int>(std::lround(sees * seen[k] / static_cast<float>(looks)));
        if (weight != 0) out.add(static_cast<Vote>(k), weight, 0);
    }
    return out;
}

void Election::add(std::string_view name, const Candidate& candidate) {
    const auto [at, is_new] = spellings_.try_emplace(fold(name));
    Spelling& spelling = at->second;
    if (is_new) {
        spelling.form = name;
        spelling.words = words_of(name);
    }
    spelling.own.add(candidate.votes);
    spelling.certain = spelling.certain || !candidate.initial;
    spelling.known = spelling.known || !candidate.meanings.empty();
    for (std::size_t k = 0; k < spelling.seen.size(); ++k)
        spelling.seen[k] += candidate.seen[k];
    ++spelling.looks;
}

void Election::join(Spelling& shorter, Spelling& full) {
    const Vote kind = winner(full.own);
    const bool initials_of = shorter.words.size() == 1 && kind != Vote::person && abbreviates(shorter.form, full.form);
    const bool short_for = kind == Vote::person
                               ? ends_with(full.words, shorter.words) || begins_with(full.words, shorter.words)
                               : begins_with(full.words, shorter.words) && kind != Vote::thing;
    // "US" is no short form of "US Embassy", nor "Oslo" of "Oslo Harbour Board"; but "in Dolmar's way" is Vesna Dolmar's
    const Vote alone = winner(shorter.own);
    const bool family_name = kind == Vote::person && !shorter.known && ends_with(full.words, shorter.words);
    const bool elsewhere = (alone == Vote::country || alone == Vote::place) && alone != kind;
    if (elsewhere && !family_name) return;
    if (!initials_of && !short_for) return;
    shorter.all.add(full.own);
    if (!elsewhere) full.all.add(shorter.own);
    shorter.certain = shorter.certain || full.certain;
    shorter.short_form = true;
}

void Election::link() {
    std::map<std::string, std::vector<Spelling*>> full_names;  // by first word, last word, initials
    for (auto& [key, spelling] : spellings_) {
        spelling.all = spelling.own;
        if (spelling.words.size() < 2) continue;
        const std::string short_form = initials(spelling.form);
        for (const auto& word : {spelling.words.front(), spelling.words.back(), short_form}) {
            auto& names = full_names[word];
            if (names.size() < most_full_names) names.push_back(&spelling);
        }
    }
    for (auto& [key, spelling] : spellings_) {
        if (spelling.words.empty()) continue;
        std::vector<Spelling*> joined;
        for (const auto& word : {spelling.words.front(), spelling.words.back()}) {
            for (Spelling* full : full_names[word]) {
                if (full == &spelling || std::find(joined.begin(), joined.end(), full) != joined.end()) continue;
                joined.push_back(full);
                join(spelling, *full);
            }
        }
    }
}

int Election::votes(std::string_view name, Vote vote) const {
    const auto found = spellings_.find(fold(name));
    return found == spellings_.end() ? 0 : found->second.all.of(vote);
}

std::optional<Election::Result> Election::result(std::string_view name) const {
    const auto found = spellings_.find(fold(name));
    if (found == spellings_.end()) return {};
    const Spelling& spelling = found->second;
    const Vote vote = winner(spelling.all);
    if (vote == Vote::thing || spelling.all.of(vote) < enough) return {};
    constexpr std::array<EntityType, 4> type = {EntityType::person, EntityType::organisation, EntityType::country,
                                                EntityType::place};
    const auto k = static_cast<std::size_t>(vote);
    return Result{type[k], spelling.all.line[k], spelling.certain, spelling.short_form};
}

}  // namespace entente::recognise
