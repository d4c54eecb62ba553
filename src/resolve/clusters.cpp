// Names to clusters of one meaning.
//
// Names that the world knows go by their ids. The others are put together by spelling, then each short form
// joins a full one: of several ("Li" beside Ann Li and Bo Li) the one that the article brings first.
// SPDX-License-Identifier: MIT
#include "resolve/clusters.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "entente/text/abbreviation.hpp"
#include "resolve/short_forms.hpp"

namespace entente::resolve {
namespace {

constexpr std::size_t most_compared = 32;  // full names that a short form is compared with

// A spelling of a type, and the names that have it.
struct Spelling {
    EntityType type;
    const Known* known;
    Form form;
    std::vector<std::uint32_t> names;
    std::size_t full;  // index of the spelling that it is short for, or its own
};

std::string key_of(const Name& name, const Form& form) {
    if (!name.known.empty()) return "=" + name.known;
    std::string key(name_of(name.type));
    for (const auto& word : form.words)
        key += ' ' + word;
    return key;
}

std::vector<Spelling> spellings_of(const Document& document, const Knowledge& knowledge) {
    std::vector<Spelling> out;
    std::map<std::string, std::size_t> by_key;
    for (std::uint32_t i = 0; i < document.names.size(); ++i) {
        const Name& name = document.names[i];
        Form form = make_form(name.type, document.text(name.span), knowledge.lexicon);
        const auto [at, is_new] = by_key.try_emplace(key_of(name, form), out.size());
        if (is_new) {
            const Known* known = name.known.empty() ? nullptr : knowledge.world.find(name.known);
            if (known != nullptr) form = make_form(name.type, known->entity.name, knowledge.lexicon);
            out.push_back({name.type, known, std::move(form), {}, out.size()});
        }
        out[at->second].names.push_back(i);
    }
    return out;
}

// A firm's name with no more than a general word added: "Telmar Group" for "Telmar".
bool merely_longer(const Spelling& longer, const Spelling& known, const Lexicon& lexicon) {
    const auto& words = longer.form.words;
    const auto& base = known.form.words;
    if (known.type != EntityType::organisation || words.size() != base.size() + 1) return false;
    if (!std::equal(base.begin(), base.end(), words.begin())) return false;
    return lexicon.look_up("organisation_heads", words.back()).find('g') != std::string_view::npos;
}

void join_short_forms(std::vector<Spelling>& spellings, const Lexicon& lexicon) {
    std::map<std::string, std::vector<std::size_t>> by_word;  // also by initials, under the first letter
    for (std::size_t i = 0; i < spellings.size(); ++i) {
        for (const auto& word : spellings[i].form.words) {
            for (const auto& key : {word, word.substr(0, 1) + "*"}) {
                auto& list = by_word[key];
                if (list.size() < most_compared && (list.empty() || list.back() != i)) list.push_back(i);
            }
        }
    }
    for (std::size_t i = 0; i < spellings.size(); ++i) {
        Spelling& one = spellings[i];
        if (one.known != nullptr || one.form.words.empty()) continue;
        const std::string& first = one.form.words.front();
        for (const auto& key : {first, first.substr(0, 1) + "*"}) {
            for (const std::size_t j : by_word[key]) {
                const Spelling& other = spellings[j];
                if (i == j || other.type != one.type || one.full != i) continue;
                const bool equal = other.form.words.size() == one.form.words.size();
                if (equal && j > i) continue;  // of two equals the later joins the first
                const bool joins = is_short_for(one.type, one.form, other.form, lexicon) ||
                                   (other.known != nullptr && merely_longer(one, other, lexicon));
                if (joins) one.full = j;
            }
        }
    }
}

std::size_t root(const std::vector<Spelling>& spellings, std::size_t i) {
    for (std::size_t steps = 0; spellings[i].full != i && steps < spellings.size(); ++steps)
        i = spellings[i].full;
    return i;
}

}  // namespace

std::vector<Cluster> cluster_names(const Document& document, const Knowledge& knowledge) {
    std::vector<Spelling> spellings = spellings_of(document, knowledge);
    join_short_forms(spellings, knowledge.lexicon);
    std::map<std::size_t, Cluster> by_root;
    for (std::size_t i = 0; i < spellings.size(); ++i) {
        const Spelling& full = spellings[root(spellings, i)];
        Cluster& cluster =
            by_root.try_emplace(root(spellings, i), Cluster{full.type, full.known, {}, {}, {}, {}}).first->second;
        cluster.names.insert(cluster.names.end(), spellings[i].names.begin(), spellings[i].names.end());
    }
    std::vector<Cluster> out;
    for (auto& [at, cluster] : by_root) {
        std::sort(cluster.names.begin(), cluster.names.end());
        out.push_back(std::move(cluster));
    }
    std::sort(out.begin(), out.end(), [](const Cluster& a, const Cluster& b) { return a.names < b.names; });
    return out;
}

std::string canonical_name(const Cluster& cluster, const Document& document) {
    if (!cluster.body.empty()) return cluster.called;
    std::string best = cluster.known != nullptr ? cluster.known->entity.name : "";
    std::size_t most = words_of(best).size();
    for (const std::uint32_t i : cluster.names) {
        const Name& name = document.names[i];
        const std::string_view text = document.text(name.span);
        const std::size_t length = words_of(text).size();
        if (cluster.known != nullptr && (!name.known.empty() || length <= most)) continue;
        if (length > most || (length == most && text.size() > best.size())) {
            best = text;
            most = length;
        }
    }
    return best;
}

}  // namespace entente::resolve
