// Words by their frequency to regular verbs' forms and their lemmas.
// SPDX-License-Identifier: MIT
#include "paradigms.hpp"

#include <algorithm>
#include <map>

namespace train {
namespace {

using Ranks = std::map<std::string, std::size_t>;  // from the most frequent on

bool vowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

// The forms that a verb may have with the ending: hope + ing = hoping, stop + ing = stopping, carry + ed = carried.
std::vector<std::string> forms(const std::string& verb, const std::string& ending) {
    const char last = verb.back();
    if (last == 'e') {
        std::vector<std::string> out = {verb.substr(0, verb.size() - 1) + ending};
        if (ending == "ing") out.push_back(verb + ending);  // "seeing"
        return out;
    }
    if (last == 'y' && ending == "ed" && !vowel(verb[verb.size() - 2]))
        return {verb.substr(0, verb.size() - 1) + "ied"};
    return {verb + ending, verb + last + ending};
}

// The verb of which `form` is one: the most frequent word that has both forms among the words.
std::string verb_of(const std::string& form, const std::string& ending, const Ranks& ranks) {
    const std::string stem = form.substr(0, form.size() - ending.size());
    std::vector<std::string> candidates = {stem, stem + 'e'};
    if (stem.size() > 3 && stem.back() == stem[stem.size() - 2]) candidates.push_back(stem.substr(0, stem.size() - 1));
    if (ending == "ed" && stem.back() == 'i') candidates = {stem.substr(0, stem.size() - 1) + 'y'};
    const auto known = [&](const std::string& word) { return ranks.contains(word); };
    std::string best;
    for (const std::string& verb : candidates) {
        if (verb.size() < 3 || !known(verb) || std::none_of(verb.begin(), verb.end(), vowel)) continue;
        const auto past = forms(verb, "ed"), present = forms(verb, "ing");
        const auto& ours = ending == "ed" ? past : present;
        const bool whole =
            std::any_of(past.begin(), past.end(), known) && std::any_of(present.begin(), present.end(), known);
        if (!whole || std::find(ours.begin(), ours.end(), form) == ours.end()) continue;
        if (best.empty() || ranks.at(verb) < ranks.at(best)) best = verb;
    }
    return best;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> regular_forms(const std::vector<std::string>& words) {
    Ranks ranks;
    for (const std::string& word : words)
        ranks.emplace(word, ranks.size());
    std::vector<std::pair<std::string, std::string>> out;
    for (const std::string& word : words) {
        for (const char* ending : {"ed", "ing"}) {
            const bool letters = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
            if (!letters || word.size() < 5 || !word.ends_with(ending)) continue;
            if (std::string verb = verb_of(word, ending, ranks); !verb.empty()) out.emplace_back(word, verb);
        }
    }
    return out;
}

}  // namespace train
