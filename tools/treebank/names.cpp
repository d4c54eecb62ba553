// Names for the sentences of treebanks.
// SPDX-License-Identifier: MIT
#include "names.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>

#include "entente/text/error.hpp"

namespace treebank {
namespace {

using entente::Deprel;
using entente::Error;
using entente::Xpos;

std::optional<Name::Kind> kind_of(std::string_view label) {
    if (label == "PER" || label == "person") return Name::Kind::person;
    if (label == "ORG" || label == "organization") return Name::Kind::organisation;
    if (label == "LOC" || label == "place") return Name::Kind::location;
    return {};
}

// ---- Universal NER

// "B-PER" begins a name, "I-PER" goes on with it; OTH and what an annotator left as "B-O" is none.
void add_label(Sentence& sentence, std::uint32_t word, std::string_view label) {
    const bool inside = label.starts_with("I-");
    const auto kind = label.size() > 2 ? kind_of(label.substr(2)) : std::nullopt;
    if (!kind) return;
    if (inside && !sentence.names.empty() && sentence.names.back().end == word && sentence.names.back().kind == *kind) {
        sentence.names.back().end = word + 1;
    } else {
        sentence.names.push_back({word, word + 1, *kind});
    }
}

void add_rows(Sentence& sentence, const std::vector<std::pair<std::string, std::string>>& rows) {
    const auto same = [](const Word& word, const auto& row) { return word.form == row.first; };
    sentence.has_names = std::equal(sentence.words.begin(), sentence.words.end(), rows.begin(), rows.end(), same);
    for (std::uint32_t i = 0; i < rows.size() && sentence.has_names; ++i)
        add_label(sentence, i, rows[i].second);
}

// ---- GUM

struct Mention {
    std::uint32_t begin, end;
    std::string_view type;
};

bool proper(const Word& word) {
    return word.xpos == Xpos::nnp || word.xpos == Xpos::nnps;
}

// "(8-organization-new-...(9-place-...)": 8 begins, 9 is one word; "9)8)" ends both.
std::vector<Mention> mentions_of(const Sentence& sentence) {
    std::vector<Mention> out;
    std::map<std::string_view, std::vector<std::size_t>> open;
    for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
        const std::string_view all = sentence.words[i].entities;
        for (std::size_t at = 0; at < all.size();) {
            const bool begins = all[at] == '(';
            if (begins) ++at;
            const std::size_t end = std::min(all.find_first_of("()", at), all.size());
            const std::string_view field = all.substr(at, end - at), id = field.substr(0, field.find('-'));
            const bool ends = end < all.size() && all[end] == ')';
            if (begins) {
                const std::string_view rest = field.substr(std::min(id.size() + 1, field.size()));
                open[id].push_back(out.size());
                out.push_back({i, 0, rest.substr(0, rest.find('-'))});
            }
            if (ends && !open[id].empty()) {
                out[open[id].back()].end = i + 1;
                open[id].pop_back();
            }
            at = end + (ends ? 1 : 0);
        }
    }
    std::erase_if(out, [](const Mention& m) { return m.end == 0; });
    return out;
}

std::uint32_t head_of(const Sentence& sentence, const Mention& mention) {
    for (std::uint32_t i = mention.begin; i < mention.end; ++i) {
        const std::uint32_t head = sentence.words[i].head;  // from 1
        if (head <= mention.begin || head > mention.end) return i;
    }
    return mention.begin;
}

// Where the proper nouns end that go on from `at`, which is behind one: "-", and "of", "for", "and" between two of them
// where bodies are meant.
std::uint32_t run_end(const Sentence& sentence, std::uint32_t at, std::uint32_t end, bool joined) {
    for (; at < end; ++at) {
        if (proper(sentence.words[at])) continue;
        const std::string& form = sentence.words[at].form;
        const bool joint = form == "-" || (joined && (form == "of" || form == "for" || form == "and" || form == "&"));
        std::uint32_t next = at + 1;
        if (joint && form != "-" && next < end && sentence.words[next].form == "the") ++next;
        if (!joint || next >= end || !proper(sentence.words[next])) break;
        at = next;
    }
    return at;
}

Name name_of(const Sentence& sentence, const Mention& mention, Name::Kind kind) {
    const std::uint32_t head = head_of(sentence, mention);
    const bool person = kind == Name::Kind::person;
    std::uint32_t begin = head;
    while (!person && begin > mention.begin && proper(sentence.words[begin - 1]))
        --begin;
    const std::uint32_t end = run_end(sentence, head + 1, mention.end, kind == Name::Kind::organisation);
    const bool plural = sentence.words[head].xpos == Xpos::nnps;
    const auto joins = [](const Word& word) { return word.deprel == Deprel::conj; };
    const bool several = std::any_of(sentence.words.begin() + head, sentence.words.begin() + mention.end, joins);
    if (person && (plural || several)) return {head, end, Name::Kind::any};
    return {begin, end, kind};
}

}  // namespace

void add_uner_names(const std::string& path, std::vector<Sentence>& sentences) {
    std::map<std::string, Sentence*> by_id;
    for (Sentence& sentence : sentences)
        by_id.emplace(sentence.id, &sentence);
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(Error::Kind::missing, "cannot read '" + path + "'");
    std::string id;
    std::vector<std::pair<std::string, std::string>> rows;  // form, label
    const auto finish = [&] {
        if (const auto found = by_id.find(id); found != by_id.end()) add_rows(*found->second, rows);
        rows.clear();
    };
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        constexpr std::string_view sentence = "# sent_id = ";
        if (line.empty()) finish();
        if (line.starts_with(sentence)) id = line.substr(sentence.size());
        if (line.empty() || line.front() == '#') continue;
        const std::size_t form = line.find('\t') + 1, label = line.find('\t', form) + 1;
        if (form == 0 || label == 0)
            throw Error(Error::Kind::data, {path, number, 0, line}, "a row needs a number, a word and a label");
        rows.emplace_back(line.substr(form, label - form - 1), line.substr(label, line.find('\t', label) - label));
    }
    finish();
}

void add_gum_names(std::vector<Sentence>& sentences) {
    for (Sentence& sentence : sentences) {
        sentence.has_names = true;
        std::vector<Mention> mentions = mentions_of(sentence);
        const auto wider = [](const Mention& a, const Mention& b) { return a.end - a.begin > b.end - b.begin; };
        std::stable_sort(mentions.begin(), mentions.end(), wider);
        for (const Mention& mention : mentions) {
            const auto kind = kind_of(mention.type);
            if (!kind || !proper(sentence.words[head_of(sentence, mention)])) continue;
            const Name name = name_of(sentence, mention, *kind);
            const auto meets = [&](const Name& other) { return name.begin < other.end && other.begin < name.end; };
            if (std::none_of(sentence.names.begin(), sentence.names.end(), meets)) sentence.names.push_back(name);
        }
        const auto before = [](const Name& a, const Name& b) { return a.begin < b.begin; };
        std::sort(sentence.names.begin(), sentence.names.end(), before);
    }
}

}  // namespace treebank
