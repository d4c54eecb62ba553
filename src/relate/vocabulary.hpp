// Words and what rules they wake.
//
// in        the rules and the word lists
// out       for a folded form: its class, the verbs it may be a form of, the rules that name it as a noun or
// a role cost      one hash look-up a token SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/knowledge.hpp"
#include "entente/rules.hpp"

namespace entente::relate {

// What a token does in a sentence.
enum class Class : std::uint8_t {
    nominal,  // nouns, adjectives, names: all that the lists do not know
    number,   // "two", "million"
    determiner,
    negative_determiner,
    possessive,
    pronoun,
    relative,
    that,
    subordinator,
    condition,
    preposition,
    to,
    conjunction,
    but,
    modal,
    be,
    have,
    do_,
    negation,
    adverb,
    time,
    clitic,  // "'s"
    comma,
    semicolon,
    stop,
    open,
    close,
    quote,
    dash,
};

// How a lemma is taken by what depends on it; see governors.txt.
struct Governor {
    bool listed = false;
    bool hidden = false;
    bool of_object = false;
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
};

struct Lemma {
    std::string text;                  // "crack"
    std::vector<std::uint32_t> rules;  // verb rules that name it alone
    bool light = false, speech = false;
    Governor governor;
    // "crack down": the words after the verb, and the lemma of the whole; longest first
    std::vector<std::pair<std::vector<std::string>, std::uint32_t>> phrasal;
};

struct Form {
    enum Bit : std::uint8_t { base = 1, third = 2, past = 4, participle = 8, gerund = 16 };
    std::uint32_t lemma = 0;
    std::uint8_t bits = 0;
};

// A noun or role of a rule that ends in this form; of several words, those before it.
struct NounCue {
    std::uint32_t rule = 0;
    std::vector<std::string> before;
};

struct Word {
    Class kind = Class::nominal;
    bool names_place = false;  // "the town of Lahti"
    bool state = false;        // "government", "police": acts for a nation
    std::vector<Form> verbs;
    std::vector<NounCue> nouns, adjectives;
};

class Vocabulary {
  public:
    Vocabulary(const RuleSet& rules, const Lexicon& lexicon);
    [[nodiscard]] const Word& find(std::string_view folded) const;  // a nominal without anything if not known
    [[nodiscard]] const Lemma& lemma(std::uint32_t id) const { return lemmas_[id]; }

  private:
    void add_rules(const RuleSet& rules, const Lexicon& lexicon);
    void add_marks();
    std::uint32_t add_verb(const std::string& lemma, const Lexicon& lexicon);
    std::uint32_t lemma_id(const std::string& lemma);
    void add_noun(const std::string& words, std::uint32_t rule, bool adjective);
    void add_form(const std::string& form, std::uint32_t lemma, Form::Bit bit);

    std::unordered_map<std::string, Word> words_;
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::vector<Lemma> lemmas_;
};

}  // namespace entente::relate
