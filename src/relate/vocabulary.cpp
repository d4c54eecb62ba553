// Words and what rules they wake.
//
// Until a tagger tells verb from noun, every form that a lemma can take is listed here, and the sentence
// decides. SPDX-License-Identifier: MIT
#include "relate/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "entente/text/error.hpp"
#include "relate/inflection.hpp"

namespace entente::relate {
namespace {

constexpr std::array<std::pair<std::string_view, Class>, 20> classes = {{
    {"number", Class::number},
    {"determiner", Class::determiner},
    {"negative_determiner", Class::negative_determiner},
    {"possessive", Class::possessive},
    {"pronoun", Class::pronoun},
    {"relative", Class::relative},
    {"that", Class::that},
    {"subordinator", Class::subordinator},
    {"condition", Class::condition},
    {"preposition", Class::preposition},
    {"to", Class::to},
    {"conjunction", Class::conjunction},
    {"but", Class::but},
    {"modal", Class::modal},
    {"be", Class::be},
    {"have", Class::have},
    {"do", Class::do_},
    {"negation", Class::negation},
    {"adverb", Class::adverb},
    {"time", Class::time},
}};

Class class_named(std::string_view name) {
    for (const auto& [text, kind] : classes) {
        if (text == name) return kind;
    }
    throw Error(Error::Kind::internal, "function_words.txt: no class '" + std::string(name) + "'");
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        out.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

Governor governor(std::string_view effect) {
    Governor out;
    out.listed = true;
    for (const std::string& word : split_words(effect)) {
        if (word == "hidden") out.hidden = true;
        if (word == "object") out.of_object = true;
        if (word == "negative") out.polarity = Polarity::negative;
        if (const auto named = modality(word)) out.modality = *named;
    }
    return out;
}

}  // namespace

std::uint32_t Vocabulary::lemma_id(const std::string& lemma) {
    const auto [place, fresh] = ids_.emplace(lemma, static_cast<std::uint32_t>(lemmas_.size()));
    if (fresh) lemmas_.emplace_back().text = lemma;
    return place->second;
}

void Vocabulary::add_form(const std::string& form, std::uint32_t lemma, Form::Bit bit) {
    std::vector<Form>& verbs = words_[form].verbs;
    const auto same = std::find_if(verbs.begin(), verbs.end(), [&](const Form& f) { return f.lemma == lemma; });
    if (same != verbs.end())
        same->bits = static_cast<std::uint8_t>(same->bits | bit);
    else
        verbs.push_back({lemma, bit});
}

// "crack down" is a lemma of its own that "crack" leads to.
std::uint32_t Vocabulary::add_verb(const std::string& lemma, const Lexicon& lexicon) {
    if (ids_.contains(lemma)) return ids_.at(lemma);
    std::vector<std::string> words = split_words(lemma);
    const std::uint32_t id = lemma_id(lemma);
    if (words.size() > 1) {
        const std::uint32_t first = add_verb(words.front(), lexicon);
        words.erase(words.begin());
        auto& phrasal = lemmas_[first].phrasal;
        phrasal.emplace_back(std::move(words), id);
        std::stable_sort(phrasal.begin(), phrasal.end(),
                         [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
        return id;
    }
    const VerbForms forms = verb_forms(lemma, lexicon);
    add_form(forms.base, id, Form::base);
    add_form(forms.third, id, Form::third);
    add_form(forms.past, id, Form::past);
    add_form(forms.participle, id, Form::participle);
    add_form(forms.gerund, id, Form::gerund);
    return id;
}

void Vocabulary::add_noun(const std::string& words, std::uint32_t rule, bool adjective) {
    std::vector<std::string> before = split_words(words);
    const std::string last = before.back();
    before.pop_back();
    if (adjective) {
        words_[last].adjectives.push_back({rule, before});
        return;
    }
    words_[last].nouns.push_back({rule, before});
    if (const std::string many = plural(last); many != last) words_[many].nouns.push_back({rule, before});
}

void Vocabulary::add_rules(const RuleSet& rules, const Lexicon& lexicon) {
    for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
        const Rule& rule = rules.rules()[i];
        for (const std::string& word : rule.words) {
            if (rule.kind == Rule::Kind::verb) {
                const std::uint32_t id = add_verb(word, lexicon);
                lemmas_[id].rules.push_back(i);
            } else {
                add_noun(word, i, rule.kind == Rule::Kind::adjective);
            }
        }
    }
}

void Vocabulary::add_marks() {
    constexpr std::pair<const char*, Class> marks[] = {
        {",", Class::comma},  {";", Class::semicolon}, {":", Class::semicolon}, {".", Class::stop},
        {"!", Class::stop},   {"?", Class::stop},      {"...", Class::stop},    {"(", Class::open},
        {"[", Class::open},   {")", Class::close},     {"]", Class::close},     {"\"", Class::quote},
        {"``", Class::quote}, {"''", Class::quote},    {"«", Class::quote},     {"»", Class::quote},
        {"--", Class::dash},  {"–", Class::dash},      {"—", Class::dash},      {"'s", Class::clitic},
        {"'", Class::clitic},
    };
    for (const auto& [mark, kind] : marks)
        words_[mark].kind = kind;
}

Vocabulary::Vocabulary(const RuleSet& rules, const Lexicon& lexicon) {
    for (const auto& [lemma, effect] : lexicon.entries("governors")) {
        const std::uint32_t id = add_verb(lemma, lexicon);
        lemmas_[id].governor = governor(effect);
    }
    for (const auto& [lemma, nothing] : lexicon.entries("light_verbs")) {
        const std::uint32_t id = add_verb(lemma, lexicon);
        lemmas_[id].light = true;
    }
    for (const auto& [lemma, nothing] : lexicon.entries("speech_verbs")) {
        const std::uint32_t id = add_verb(lemma, lexicon);
        lemmas_[id].speech = true;
    }
    for (const auto& [lemma, nothing] : lexicon.entries("common_verbs"))
        add_verb(lemma, lexicon);
    add_rules(rules, lexicon);
    for (const auto& [word, nothing] : lexicon.entries("state_nouns"))
        words_[word].state = true;
    for (const auto& [word, nothing] : lexicon.entries("site_nouns"))
        words_[word].names_place = true;
    for (const auto& [word, kind] : lexicon.entries("function_words"))
        words_[word].kind = class_named(kind);
    add_marks();
}

const Word& Vocabulary::find(std::string_view folded) const {
    static const Word unknown{};
    const auto found = words_.find(std::string(folded));
    return found == words_.end() ? unknown : found->second;
}

}  // namespace entente::relate
