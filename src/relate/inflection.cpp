// A lemma to its forms.
//
// Three rules of spelling carry nearly all of it: an -e is dropped, -y becomes -i-, and a lone consonant
// after a lone stressed vowel is doubled. Stress cannot be seen, so a word of several syllables doubles only
// if the list says so. SPDX-License-Identifier: MIT
#include "relate/inflection.hpp"

namespace entente::relate {
namespace {

bool vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool consonant_and_y(std::string_view word) {
    return word.size() >= 2 && word.back() == 'y' && !vowel(word[word.size() - 2]);
}

// "bans", "pushes", "denies"; for verbs and nouns.
std::string with_s(std::string_view word) {
    const std::string stem(word);
    if (consonant_and_y(word)) return stem.substr(0, stem.size() - 1) + "ies";
    for (const char* end : {"s", "x", "z", "ch", "sh"}) {
        if (word.ends_with(end)) return stem + "es";
    }
    if (word == "go" || word == "do" || word == "veto" || word == "embargo" || word == "forgo" || word == "undergo")
        return stem + "es";
    return stem + "s";
}

// "ban" doubles, "open" and "back" do not.
bool doubles(std::string_view word) {
    const std::size_t n = word.size();
    if (n < 3 || vowel(word[n - 1]) || std::string_view("wxy").find(word[n - 1]) != std::string_view::npos)
        return false;
    if (!vowel(word[n - 2]) || (vowel(word[n - 3]) && !word.starts_with("qu"))) return false;
    for (std::size_t i = 0; i + 3 <= n - 1; ++i) {
        if (vowel(word[i])) return false;  // more than one syllable
    }
    return true;
}

std::string stem_of(std::string_view word, bool doubled) {
    return doubled ? std::string(word) + word.back() : std::string(word);
}

std::string with_ed(std::string_view word, bool doubled) {
    if (word.ends_with('e')) return std::string(word) + "d";
    if (consonant_and_y(word)) return std::string(word.substr(0, word.size() - 1)) + "ied";
    return stem_of(word, doubled) + "ed";
}

std::string with_ing(std::string_view word, bool doubled) {
    if (word.ends_with("ie")) return std::string(word.substr(0, word.size() - 2)) + "ying";
    if (word.ends_with('e') && !word.ends_with("ee") && !word.ends_with("oe") && word != "be") {
        return std::string(word.substr(0, word.size() - 1)) + "ing";
    }
    return stem_of(word, doubled) + "ing";
}

}  // namespace

VerbForms verb_forms(std::string_view lemma, const Lexicon& lexicon) {
    const std::string_view listed = lexicon.look_up("verbs", lemma);
    const bool doubled = listed == "+" || doubles(lemma);
    VerbForms out{std::string(lemma), with_s(lemma), with_ed(lemma, doubled), "", with_ing(lemma, doubled)};
    out.participle = out.past;
    if (const std::size_t blank = listed.find(' '); blank != std::string_view::npos) {
        out.past = listed.substr(0, blank);
        out.participle = listed.substr(blank + 1);
    }
    if (lemma == "be") out.third = "is";
    if (lemma == "have") out.third = "has";
    return out;
}

std::string plural(std::string_view noun) {
    if (noun.ends_with("man") && !noun.ends_with("german")) return std::string(noun.substr(0, noun.size() - 2)) + "en";
    if (noun == "person") return "people";
    return with_s(noun);
}

}  // namespace entente::relate
