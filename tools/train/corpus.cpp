// Treebanks to examples.
//
// Headlines and captions are rare in the treebanks and common in news; a few sentences are rewritten in each
// epoch to look like them. Their trees stay as they are. SPDX-License-Identifier: MIT
#include "corpus.hpp"

#include <algorithm>
#include <numeric>

#include "entente/text/utf8.hpp"
#include "recognise/labels.hpp"

namespace train {
namespace {

using entente::encode::features_of;
using treebank::Sentence;

std::int32_t position(const std::vector<std::uint32_t>& keys, std::uint32_t key) {
    const auto found = std::lower_bound(keys.begin(), keys.end(), key);
    return found != keys.end() && *found == key ? static_cast<std::int32_t>(found - keys.begin()) : -1;
}

void sort_vectors(WordVectors& vectors, std::vector<std::uint32_t>& keys) {
    std::map<std::uint32_t, std::size_t> first;  // of words with the same key the more frequent one
    for (std::size_t i = 0; i < vectors.words.size(); ++i)
        first.emplace(entente::encode::key_of(vectors.words[i]), i);
    WordVectors sorted;
    for (const auto& [key, i] : first) {
        keys.push_back(key);
        sorted.words.push_back(vectors.words[i]);
        const auto row = vectors.values.begin() + static_cast<std::ptrdiff_t>(i * vector_columns);
        sorted.values.insert(sorted.values.end(), row, row + vector_columns);
    }
    vectors = std::move(sorted);
}

bool content(entente::Upos upos) {
    using enum entente::Upos;
    return upos == noun || upos == verb || upos == adj || upos == propn || upos == adv || upos == pron || upos == num;
}

std::string upper(const std::string& word, std::size_t count) {
    std::string out = word;
    for (std::size_t i = 0; i < std::min(count, out.size()); ++i) {
        if (out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 32);
    }
    return out;
}

// ---- names

using entente::recognise::NameKind;
using entente::recognise::NamePart;
using Kind = treebank::Name::Kind;

std::vector<NameKind> kinds_of(Kind kind) {
    if (kind == Kind::location) return {NameKind::country, NameKind::place, NameKind::government};
    return {static_cast<NameKind>(kind)};  // the same in both enumerations
}
static_assert(static_cast<int>(Kind::adjective) == static_cast<int>(NameKind::adjective));

std::uint32_t bit(NameKind kind, NamePart part) {
    return 1U << entente::recognise::label_of(kind, part);
}

bool has_capital(const std::string& form) {
    return entente::lower(form) != form;
}

// The labels that may be right for each word. Where adjectives were not looked for, a capitalised word may be one.
std::vector<std::uint32_t> allowed_labels(const Sentence& sentence) {
    if (!sentence.has_names) return {};
    std::vector<std::uint32_t> out;
    for (const auto& word : sentence.words) {
        const bool open = !sentence.has_adjectives && has_capital(word.form);
        out.push_back(1 | (open ? bit(NameKind::adjective, NamePart::unit) : 0));
    }
    for (const auto& name : sentence.names) {
        for (std::uint32_t i = name.begin; i < name.end; ++i) {
            const NamePart part = name.end == name.begin + 1 ? NamePart::unit
                                  : i == name.begin          ? NamePart::begin
                                  : i + 1 == name.end        ? NamePart::last
                                                             : NamePart::inside;
            out[i] = name.kind == Kind::any ? (1U << entente::recognise::name_labels) - 1 : 0;
            if (name.kind == Kind::any) continue;
            for (const NameKind kind : kinds_of(name.kind))
                out[i] |= bit(kind, part);
        }
    }
    return out;
}

// ---- variety

bool drop_full_stop(Sentence& sentence) {
    const auto last = static_cast<std::uint32_t>(sentence.words.size());
    if (last < 3 || sentence.words.back().deprel != entente::Deprel::punct) return false;
    for (const auto& word : sentence.words) {
        if (word.head == last) return false;
    }
    if (!sentence.names.empty() && sentence.names.back().end == last) return false;
    sentence.words.pop_back();
    return true;
}

}  // namespace

std::set<std::string> normal_forms(const std::vector<Sentence>& sentences) {
    std::set<std::string> out;
    for (const Sentence& sentence : sentences) {
        if (!sentence.has_tree) continue;
        for (const auto& word : sentence.words)
            out.insert(entente::encode::normal_form(word.form));
    }
    return out;
}

Vocabulary make_vocabulary(const std::vector<Sentence>& sentences, WordVectors& vectors) {
    Vocabulary out;
    std::map<std::uint32_t, int> counts;
    std::set<std::pair<entente::Upos, entente::Xpos>> tags;
    for (const Sentence& sentence : sentences) {
        if (!sentence.has_tree) continue;
        for (const auto& word : sentence.words) {
            ++counts[features_of(word.form).word];
            tags.insert({word.upos, word.xpos});
        }
    }
    for (const auto& [key, count] : counts) {
        if (count >= 2) out.words.push_back(key);
    }
    out.tags.assign(tags.begin(), tags.end());
    sort_vectors(vectors, out.vectors);
    return out;
}

Example make_example(const Sentence& sentence, const Vocabulary& vocabulary) {
    Example out;
    out.has_tree = sentence.has_tree;
    out.names = allowed_labels(sentence);
    const auto size = static_cast<std::uint16_t>(sentence.words.size());
    for (const auto& word : sentence.words) {
        const auto features = features_of(word.form);
        Input input;
        input.rows[0] = static_cast<std::uint32_t>(position(vocabulary.words, features.word) + 1);
        for (int a = 0; a < entente::encode::affix_count; ++a)
            input.rows[a + 1] = features.affixes[a] % affix_rows[a];
        input.vector = position(vocabulary.vectors, features.vector);
        out.inputs.push_back(input);
        const std::pair tag(word.upos, word.xpos);
        const auto found = std::lower_bound(vocabulary.tags.begin(), vocabulary.tags.end(), tag);
        const bool known = found != vocabulary.tags.end() && *found == tag;
        out.tags.push_back(static_cast<std::uint16_t>(known ? found - vocabulary.tags.begin() : 0));
        out.labels.push_back(static_cast<std::uint16_t>(word.deprel));
        out.heads.push_back(word.head == 0 ? size : static_cast<std::uint16_t>(word.head - 1));
    }
    return out;
}

bool vary(Sentence& sentence, Random& random) {
    const double chance = random.uniform();
    if (chance < 0.06) return drop_full_stop(sentence);
    if (chance < 0.10 && sentence.words.size() <= 20) {
        (void)drop_full_stop(sentence);
        for (auto& word : sentence.words) {
            if (content(word.upos)) word.form = upper(word.form, 1);
        }
        return true;
    }
    if (chance < 0.11) {
        for (auto& word : sentence.words)
            word.form = upper(word.form, word.form.size());
        return true;
    }
    return false;
}

}  // namespace train
