// Rules over one sentence.
//
// out       finds in the order of the cues; ends are not yet checked against the schema
// cost      linear in the sentence but for its deepest clauses
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "relate/clause.hpp"
#include "relate/ends.hpp"
#include "relate/stance.hpp"
#include "relate/tree.hpp"

namespace entente::relate {

// What a rule found.
struct Find {
    std::uint32_t rule = 0;
    Ends subjects, objects;
    int cue_begin = 0, cue_end = 0;  // tokens of the sentence
    Stance stance;
    int clause = none;    // the word that carries it: sources, sums and dates are looked for around it
    bool pairs = false;   // both ends are the same list: "Norway and Sweden met"
    bool claimed = true;  // somebody says so; what merely stands beside a name is nobody's claim
    std::string title;    // of a role: "prime minister", "secretary of transport"
};

class Matcher {
  public:
    Matcher(const Tree& tree, const RuleSet& rules) : tree_(tree), rules_(rules) {}

    [[nodiscard]] std::vector<Find> finds();

  private:
    void verb(int word);
    void noun(int word);
    void role(int word, const Cue& cue, int begin);
    void any_noun(int word);  // "SolNord, a Danish installer": rules for whatever noun
    void adjective(int word);
    void names(int reference);
    [[nodiscard]] bool told(End subject, End object) const;
    void repeated(int word);  // "Sweden did so too"
    [[nodiscard]] bool says_the_same(int word) const;
    [[nodiscard]] bool left_alone(int word) const;

    [[nodiscard]] const Rule& rule(std::uint32_t index) const { return rules_.rules()[index]; }
    [[nodiscard]] Ends verb_slot(const Rule& rule, const Slot& slot, bool object, int word, Particles phrase) const;
    [[nodiscard]] std::optional<Stance> stance_of_phrase(int word, Particles phrase) const;
    [[nodiscard]] bool takes_back(const Rule& rule, int word) const;
    [[nodiscard]] bool done_with_another(int word) const;
    [[nodiscard]] bool has_noun(const Rule& rule, int word) const;
    void deed(int word, const Cue& cue, int begin);
    void administration(int word, const Cue& cue, int begin);  // "the Li administration"
    // Adds what the clause of a noun knows of its ends.
    void carried(const Rule& rule, int word, Ends& subjects, Ends& objects) const;
    [[nodiscard]] Ends together(int noun, int verb) const;
    void carried_by_verb(const Rule& rule, int word, int noun, int verb, Ends& subjects, Ends& objects) const;
    [[nodiscard]] bool suffered(const Rule& rule, int noun, int verb, Ends& subjects, Ends& objects) const;
    [[nodiscard]] Ends behind_verb_of(const Rule& rule, const std::vector<Slot>& slots, int verb) const;
    [[nodiscard]] Ends noun_slot(const Slot& slot, int word, Reach reach) const;
    [[nodiscard]] std::optional<int> preceded(const Cue& cue, int word) const;

    // Who bears a role, and how that is meant.
    struct Bearer {
        Ends ends;
        Stance stance;
        int around = none;  // another word beside which the role's other end may stand
        bool claimed = false;
        int by = none;  // the verb that puts them into it: "Norvia named Ann Li chairman"
    };
    [[nodiscard]] std::optional<Bearer> bearer_of(int word, int begin) const;
    [[nodiscard]] bool predicate(int word) const;
    [[nodiscard]] std::optional<Bearer> bearer_of_predicate(int word) const;
    [[nodiscard]] std::optional<Bearer> bearer_of_post(int post) const;
    [[nodiscard]] std::optional<Bearer> bearer_by_tree(int word) const;
    [[nodiscard]] std::optional<Bearer> bearer_by_verb(int word, int verb) const;
    [[nodiscard]] Ends role_slot(const Slot& slot, int word, int begin, const Bearer& bearer) const;
    [[nodiscard]] int head_of_title(int word, int begin) const;
    [[nodiscard]] Ends beside_reference(const Slot& slot, int reference, bool sure) const;
    [[nodiscard]] Ends right_behind(const std::string& preposition, int reference) const;
    [[nodiscard]] bool has_word(const Rule& rule, int reference) const;
    void compound(int word);  // "the US-backed militia", "state-owned Telmar"
    // Who says so, of a deed without a doer: "Norway said Telmar would not be banned".
    [[nodiscard]] Ends doer_who_speaks(const Rule& rule, int word, const Ends& objects) const;
    void put(std::uint32_t rule, Ends subjects, Ends objects, int begin, int end, Stance stance, int clause);

    const Tree& tree_;
    const RuleSet& rules_;
    std::vector<Find> finds_;
};

}  // namespace entente::relate
