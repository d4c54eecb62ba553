// Lemmas and what they wake.
//
// "crack_down_on" waits at "crack" with the rest of its words, "prime_minister" at "minister".
// SPDX-License-Identifier: MIT
#include "relate/vocabulary.hpp"

#include <algorithm>

#include "entente/text/error.hpp"

namespace entente::relate {
namespace {

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) out.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

// "secretary - general": a hyphen parts two words where the first is no prefix (prefixes.txt).
std::string parted(const std::string& phrase) {
    std::string out;
    for (const char c : phrase)
        out += c == '-' ? " - " : std::string(1, c);
    return out;
}

Governor governor(std::string_view list, std::string_view effect) {
    Governor out;
    out.listed = true;
    for (const std::string& word : split_words(effect)) {
        if (word == "hidden")
            out.hidden = true;
        else if (word == "object")
            out.of_object = true;
        else if (word == "other")
            out.of_other = true;
        else if (word == "fulfils")
            out.fulfils = true;
        else if (word == "others")
            out.of_others = true;
        else if (word == "lasting")
            out.of_lasting = true;
        else if (word == "firm")
            out.firm = true;
        else if (word == "negative")
            out.polarity = Polarity::negative;
        else if (const auto named = modality(word))
            out.modality = *named;
        else
            throw Error(Error::Kind::internal, std::string(list) + ".txt: no effect '" + word + "'");
    }
    return out;
}

StandIn stand_in(std::string_view name) {
    if (name == "people") return StandIn::people;
    if (name == "authority") return StandIn::authority;
    if (name == "goods") return StandIn::goods;
    if (name == "deeds") return StandIn::deeds;
    if (name == "place") return StandIn::place;
    if (name == "area") return StandIn::area;
    throw Error(Error::Kind::internal, "stand_ins.txt: no kind '" + std::string(name) + "'");
}

Rank rank(std::string_view name) {
    if (name == "past") return Rank::past;
    if (name == "other") return Rank::other;
    if (name == "lower") return Rank::lower;
    if (name == "coming") return Rank::coming;
    throw Error(Error::Kind::internal, "beside_titles.txt: no kind '" + std::string(name) + "'");
}

Undergoes undergoes(std::string_view name) {
    if (name.empty()) return Undergoes::subject;
    if (name == "object") return Undergoes::object;
    if (name == "answers") return Undergoes::answers;
    if (name == "disowns") return Undergoes::disowns;
    throw Error(Error::Kind::internal, "undergoing_verbs.txt: no kind '" + std::string(name) + "'");
}

Answered answered(std::string_view name) {
    if (name == "said") return Answered::said;
    if (name == "judged") return Answered::judged;
    if (name == "offer") return Answered::offer;
    throw Error(Error::Kind::internal, "answered_deeds.txt: no kind '" + std::string(name) + "'");
}

Bears bears(std::string_view name) {
    if (name == "part") return Bears::part;
    if (name == "target") return Bears::target;
    throw Error(Error::Kind::internal, "bearing_nouns.txt: no kind '" + std::string(name) + "'");
}

}  // namespace

Word& Vocabulary::word(std::string_view lemma) {
    Word& out = words_[std::string(lemma)];
    out.empty = false;
    return out;
}

void Vocabulary::add_governors(const Lexicon& lexicon) {
    for (const auto& [lemma, effect] : lexicon.entries("governors")) {
        std::vector<std::string> words = split_words(lemma);
        Word& first = word(words.front());
        const Governor how = governor("governors", effect);
        if (words.size() == 1) {
            first.governor = how;
            continue;
        }
        words.erase(words.begin());
        first.phrasal.emplace_back(std::move(words), how);
    }
    for (auto& [lemma, entry] : words_) {
        std::stable_sort(entry.phrasal.begin(), entry.phrasal.end(),
                         [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    }
    for (const auto& [lemma, effect] : lexicon.entries("governing_nouns"))
        word(lemma).noun_governor = governor("governing_nouns", effect);
    for (const auto& [lemma, effect] : lexicon.entries("governing_adjectives"))
        word(lemma).adjective_governor = governor("governing_adjectives", effect);
    for (const auto& [marker, effect] : lexicon.entries("stance_words"))
        markers_[marker] = governor("stance_words", effect);
}

void Vocabulary::add_rules(const RuleSet& rules) {
    for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
        const Rule& rule = rules.rules()[i];
        if (rule.kind == Rule::Kind::names) name_rules_.push_back(i);
        const auto add = [&](const std::string& phrase) {
            std::vector<std::string> rest = split_words(phrase);
            if (rest.empty()) return;
            const auto key = rule.kind == Rule::Kind::verb ? rest.begin() : rest.end() - 1;
            Word& entry = word(*key);
            rest.erase(key);
            auto& cues = rule.kind == Rule::Kind::verb        ? entry.verbs
                         : rule.kind == Rule::Kind::adjective ? entry.adjectives
                                                              : entry.nouns;
            cues.push_back({i, std::move(rest)});
        };
        for (const std::string& phrase : rule.words) {
            add(phrase);
            if (rule.kind != Rule::Kind::verb && phrase.find('-') != std::string::npos) add(parted(phrase));
        }
    }
    std::stable_partition(name_rules_.begin(), name_rules_.end(),
                          [&](std::uint32_t i) { return !rules.rules()[i].with.empty(); });
    for (auto& [lemma, entry] : words_) {
        for (auto* cues : {&entry.verbs, &entry.nouns, &entry.adjectives}) {
            std::stable_sort(cues->begin(), cues->end(),
                             [](const Cue& a, const Cue& b) { return a.rest.size() > b.rest.size(); });
        }
    }
}

void Vocabulary::add_flags(const Lexicon& lexicon) {
    for (const auto& [lemma, kind] : lexicon.entries("light_verbs"))
        word(lemma).light = true, word(lemma).light_lasting = kind == "lasting";
    for (const auto& [lemma, nothing] : lexicon.entries("making_verbs"))
        word(lemma).makes = true;
    for (const auto& [lemma, nothing] : lexicon.entries("giving_verbs"))
        word(lemma).gives = true;
    for (const auto& [lemma, kind] : lexicon.entries("undergoing_verbs"))
        word(lemma).undergoes = undergoes(kind);
    for (const auto& [lemma, kind] : lexicon.entries("bearing_nouns")) {
        if (kind == "text")
            word(lemma).text = true;
        else if (kind == "post")
            word(lemma).post = true;
        else
            word(lemma).bears = bears(kind);
    }
    for (const auto& [lemma, kind] : lexicon.entries("answered_deeds"))
        word(lemma).answered = answered(kind);
    for (const auto& [lemma, nothing] : lexicon.entries("speech_verbs"))
        word(lemma).speech = true;
    for (const auto& [lemma, kind] : lexicon.entries("stand_ins"))
        word(lemma).stands_for = stand_in(kind);
    for (const char* list : {"person_nouns", "organisation_nouns", "titles"}) {
        for (const auto& [lemma, kind] : lexicon.entries(list))
            words_[lemma].somebody = true;
    }
    for (const auto& [lemma, kind] : lexicon.entries("lasting_deeds")) {
        word(lemma).lasts = true;
        word(lemma).held = kind == "held";
    }
    for (const auto& [lemma, how] : lexicon.entries("taking_office"))
        (how == "given" ? word(lemma).gives_office : word(lemma).takes_office) = true;
    for (const auto& [lemma, kind] : lexicon.entries("beside_titles"))
        word(lemma).rank = rank(kind);
}

Vocabulary::Vocabulary(const RuleSet& rules, const Lexicon& lexicon) {
    add_governors(lexicon);
    add_flags(lexicon);
    add_rules(rules);
}

const Word& Vocabulary::find(std::string_view lemma) const {
    static const Word unknown{};
    const auto found = words_.find(std::string(lemma));
    return found == words_.end() ? unknown : found->second;
}

const Governor& Vocabulary::marker(std::string_view folded) const {
    static const Governor none{};
    const auto found = markers_.find(std::string(folded));
    return found == markers_.end() ? none : found->second;
}

}  // namespace entente::relate
