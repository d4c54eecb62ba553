// Lemmas and what they wake.
//
// in        the rules and the word lists
// out       for a lemma: the rules that name it, what it says of a deed that depends on it, for whom it stands
// cost      some hash look-ups a token
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/knowledge.hpp"
#include "entente/rules.hpp"

namespace entente::relate {

// How a word takes the deed that depends on it; see governors.txt.
struct Governor {
    bool listed = false;
    bool hidden = false;      // nothing is said of the deed
    bool of_object = false;   // the deed is the object's: "urged Norway to ban"
    bool of_other = false;    // asked for where somebody else is to do it: "wants to ban", "wants Norway to ban"
    bool fulfils = false;     // what a noun promises is done: "kept its promise to ban"
    bool of_others = false;   // the deed is never the subject's: "fears a ban", "overturned a ban"
    bool of_lasting = false;  // only what lasts: "closed its inquiry", not "closed a deal"
    bool firm = false;        // denied, it leaves no doubt: "did not hesitate to ban"
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
};

// A rule that a word wakes, with the rest of its words: those behind a verb, those before a noun or adjective.
struct Cue {
    std::uint32_t rule = 0;
    std::vector<std::string> rest;
};

// For whom or what a noun stands; see stand_ins.txt.
enum class StandIn : std::uint8_t { none, people, authority, goods, deeds, place, area };

// Of a noun that bears another's deed, of a deed that is answered, and whom a verb says that a noun's deed is done to; see
// bearing_nouns.txt, answered_deeds.txt and undergoing_verbs.txt.
enum class Bears : std::uint8_t { nothing, part, target };
enum class Answered : std::uint8_t { no, said, judged, offer };
enum class Undergoes : std::uint8_t { nobody, subject, object, answers, disowns };

// What a word beside a title makes of it; see beside_titles.txt.
enum class Rank : std::uint8_t { full, past, other, lower, coming };

struct Word {
    std::vector<Cue> verbs, nouns, adjectives;                           // nouns: also roles
    Governor governor;                                                   // as a verb
    Governor noun_governor, adjective_governor;                          // "its refusal to", "is unlikely to"
    std::vector<std::pair<std::vector<std::string>, Governor>> phrasal;  // "rule out"; longest first
    bool light_lasting = false;                                          // light beside what lasts alone
    bool light = false;                                                  // "imposed a ban": says little beside its noun
    Undergoes undergoes = Undergoes::nobody;
    Bears bears = Bears::nothing;
    Answered answered = Answered::no;
    bool gives = false;         // "gave Kenya the money": has a receiver without a preposition
    bool speech = false;        // "said that"
    bool takes_office = false;  // "succeeds Ann Li as chairman": its subject bears the role
    bool gives_office = false;  // "elected Ann Li chairman": she is
    bool lasts = false;         // a deed that goes on until it is ended: "ban", not "meeting"
    bool held = false;          // what one has until one sells it: "stake"
    StandIn stands_for = StandIn::none;
    bool makes = false;     // "made in Norway": goods are
    bool post = false;      // "lost her post as chairman"
    bool text = false;      // does what it says: "a law that bans Telmar"
    bool somebody = false;  // a person or a body: "lawyer", "firm"
    Rank rank = Rank::full;
    bool empty = true;
};

class Vocabulary {
  public:
    Vocabulary(const RuleSet& rules, const Lexicon& lexicon);
    // An empty word if not known.
    [[nodiscard]] const Word& find(std::string_view lemma) const;
    // What a word before or beside the deed says of it: "possible", "no longer"; see stance_words.txt. Not listed: none.
    [[nodiscard]] const Governor& marker(std::string_view folded) const;
    // Rules that need no words: "Bonn, Germany".
    [[nodiscard]] const std::vector<std::uint32_t>& name_rules() const { return name_rules_; }

  private:
    Word& word(std::string_view lemma);
    void add_governors(const Lexicon& lexicon);
    void add_flags(const Lexicon& lexicon);
    void add_rules(const RuleSet& rules);

    std::unordered_map<std::string, Word> words_;
    std::unordered_map<std::string, Governor> markers_;
    std::vector<std::uint32_t> name_rules_;
};

}  // namespace entente::relate
