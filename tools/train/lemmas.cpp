// Treebanks to rules for lemmas.
//
// Under each of its endings every word has one vote for its rule, however often it stands in the text, and
// two words must share an ending; under its whole form that rule wins which is right most often ("i" and "I"
// are both "I"). From the empty ending up to the whole word a rule is kept only where it differs from what
// the next shorter kept one says. SPDX-License-Identifier: MIT
#include "lemmas.hpp"

#include <algorithm>
#include <map>

#include "entente/text/utf8.hpp"
#include "tag/lemmatiser.hpp"

namespace train {
namespace {

using Votes = std::map<std::string, int>;  // of rules, by how they are written

std::size_t common(const std::string& a, const std::string& b) {
    std::size_t size = 0;
    while (size < a.size() && size < b.size() && a[size] == b[size])
        ++size;
    while (size > 0 && size < a.size() && (static_cast<unsigned char>(a[size]) & 0xC0) == 0x80)
        --size;
    return size;
}

std::string rule_of(const std::string& form, const std::string& lemma) {
    const std::string lower = entente::lower(form);
    const std::size_t kept = common(form, lemma), lowered = common(lower, lemma);
    const bool keep = kept > lowered;
    const std::size_t size = keep ? kept : lowered;
    return (keep ? "k" : "l") + std::to_string((keep ? form : lower).size() - size) + ' ' + lemma.substr(size);
}

const std::string& winner(const Votes& votes) {
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    return std::max_element(votes.begin(), votes.end(), fewer)->first;
}

bool is_word(const std::string& key) {
    return key[key.find(' ') + 1] == '^' && key.back() != '^';
}

// What the rules kept so far say about keys[i]: the next shorter one that has a rule.
const std::string& shorter(const std::map<std::string, std::string>& rules, const std::vector<std::string>& keys,
                           std::size_t i) {
    static const std::string none = "l0 ";
    for (std::size_t k = i + 1; k < keys.size(); ++k) {
        if (const auto found = rules.find(keys[k]); found != rules.end()) return found->second;
    }
    return none;
}

int total(const Votes& votes) {
    int sum = 0;
    for (const auto& [rule, count] : votes)
        sum += count;
    return sum;
}

entente::tag::LemmaRule parsed(const std::string& rule) {
    const std::size_t blank = rule.find(' ');
    return {rule.front() == 'k', std::stoul(rule.substr(1, blank - 1)), std::string_view(rule).substr(blank + 1)};
}

// A form and its lemma, and how often they were seen.
using Seen = std::map<std::pair<std::string, std::string>, int>;

Votes votes_of_word(const Seen& seen) {
    Votes out;
    for (const auto& [candidate, unused] : seen) {
        const std::string rule = rule_of(candidate.first, candidate.second);
        if (out.contains(rule)) continue;
        int& right = out[rule];
        for (const auto& [word, count] : seen)
            right += parsed(rule).apply(word.first) == word.second ? count : 0;
    }
    return out;
}

}  // namespace

std::string learn_lemmas(const std::vector<treebank::Sentence>& sentences,
                         const std::vector<std::pair<std::string, std::string>>& regular) {
    std::map<std::string, Votes> votes;
    std::map<std::string, Seen> words;                      // by the key of the whole word
    std::map<std::string, std::vector<std::string>> lists;  // likewise: all its keys
    const auto learn = [&](const std::vector<std::string>& keys, const std::string& form, const std::string& lemma) {
        lists.emplace(keys.front(), keys);
        if (words[keys.front()][{form, lemma}]++ > 0) return;
        for (const std::string& key : keys)
            ++votes[key][rule_of(form, lemma)];
    };
    for (const auto& sentence : sentences) {
        for (const auto& word : sentence.words) {
            if (word.lemma != "_" && word.form.size() <= 60)
                learn(entente::tag::lemma_keys(word.form, word.xpos), word.form, word.lemma);
        }
    }
    for (const auto& [form, lemma] : regular) {
        using enum entente::Xpos;
        for (const entente::Xpos xpos : {vbd, vbn, vbg}) {
            if ((xpos == vbg) != form.ends_with("ing")) continue;
            const auto keys = entente::tag::lemma_keys(form, xpos);
            if (!words.contains(keys.front())) learn(keys, form, lemma);
        }
    }
    for (const auto& [key, seen] : words)
        votes[key] = votes_of_word(seen);
    std::map<std::string, std::string> rules;
    for (std::size_t from_end = 1; from_end <= entente::tag::longest_ending + 2;
         ++from_end) {  // the shortest keys first
        for (const auto& [word, keys] : lists) {
            if (from_end > keys.size()) continue;
            const std::size_t i = keys.size() - from_end;
            const std::string& key = keys[i];
            const Votes& v = votes.at(key);
            if (rules.contains(key) || (!is_word(key) && from_end > 1 && total(v) < 2)) continue;
            if (winner(v) != shorter(rules, keys, i)) rules.emplace(key, winner(v));
        }
    }
    std::string out;
    for (const auto& [key, rule] : rules) {
        if (key.find_first_of("\t\n") == std::string::npos && rule.find('\n') == std::string::npos)
            out += key + '\t' + rule + '\n';
    }
    return out;
}

}  // namespace train
