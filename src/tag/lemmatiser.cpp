// A word and its tag to its lemma.
//
// One list of rules, from whole words ("went") to the empty ending; the longest that fits decides. So an
// irregular word is a rule like any other. tools/train learns the list and keeps a rule only where a shorter
// one would be wrong. SPDX-License-Identifier: MIT
#include "tag/lemmatiser.hpp"

#include <algorithm>
#include <charconv>

#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente::tag {
namespace {

constexpr std::size_t longest_word = 60;  // bytes; longer ones have no lemma but themselves

// Lower case, the apostrophe in ASCII: "n’t" is "n't".
std::string plain(std::string_view form) {
    constexpr std::string_view curly = "\u2019";
    const std::string word = lower(form);
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const bool apostrophe = std::string_view(word).substr(at).starts_with(curly);
        out += apostrophe ? '\'' : word[at];
        at += apostrophe ? curly.size() : 1;
    }
    return out;
}

// How many bytes the ending of `characters` characters takes, or all.
std::size_t ending_size(std::string_view word, std::size_t characters) {
    std::size_t at = word.size();
    for (; characters > 0 && at > 0; --characters)
        at -= std::min<std::size_t>(at, decode_before(word, at).size);
    return word.size() - at;
}

}  // namespace

std::string LemmaRule::apply(std::string_view form) const {
    std::string out = keep_case ? std::string(form) : plain(form);
    if (cut > out.size()) return out;
    out.resize(out.size() - cut);
    out += add;
    return out;
}

std::vector<std::string> lemma_keys(std::string_view form, Xpos xpos) {
    const std::string word = plain(form);
    std::string tag(name(xpos));
    tag += ' ';
    std::vector<std::string> out = {tag};
    out.back().append("^").append(word);
    const std::size_t characters = std::min(longest_ending, word.size());
    for (std::size_t i = characters + 1; i-- > 0;) {
        std::string key = tag;
        key.append(word, word.size() - ending_size(word, i));
        if (key != out.back()) out.push_back(std::move(key));
    }
    return out;
}

Lemmatiser::Lemmatiser(const Model& model) {
    for (const std::string_view line : model.lines("lemmas")) {
        const std::size_t tab = line.find('\t'), blank = line.find(' ', tab + 1);
        Entry entry{line.substr(0, tab), {}};
        if (tab == std::string_view::npos || blank == std::string_view::npos) {
            throw Error(Error::Kind::config, "the model's lemmas are no list of rules");
        }
        entry.rule.keep_case = line[tab + 1] == 'k';
        std::from_chars(line.data() + tab + 2, line.data() + blank, entry.rule.cut);
        entry.rule.add = line.substr(blank + 1);
        entries_.push_back(entry);
    }
}

std::string Lemmatiser::lemma(std::string_view form, Xpos xpos) const {
    if (form.size() > longest_word) return std::string(form);
    for (const std::string& key : lemma_keys(form, xpos)) {
        const auto found = std::lower_bound(entries_.begin(), entries_.end(), key,
                                            [](const Entry& e, const std::string& k) { return e.key < k; });
        if (found == entries_.end() || found->key != key) continue;
        std::string out = found->rule.apply(form);
        return out.empty() ? std::string(form) : out;
    }
    return plain(form);
}

}  // namespace entente::tag
