// Rules over one sentence.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "relate/ends.hpp"
#include "relate/reading.hpp"
#include "relate/stance.hpp"

namespace entente::relate {

// What a rule found: not yet a statement, since ends may be of the wrong type.
struct Find {
    std::uint32_t rule = 0;
    Ends subjects, objects;
    std::uint32_t cue_begin = 0, cue_end = 0;  // tokens of the sentence
    Stance stance;
    int group = none;    // the verb that carries it
    bool pairs = false;  // both ends are the same list: "Norway and Sweden met"
};

class Matcher {
  public:
    Matcher(const Reading& reading, const RuleSet& rules, const Lexicon& lexicon)
        : reading_(reading), rules_(rules), lexicon_(lexicon), ends_(reading) {}

    // All that the rules find, in the order of the cues.
    [[nodiscard]] std::vector<Find> finds();

  private:
    void match_verb(int group);
    void match_noun(std::uint32_t token);
    void match_role(std::uint32_t token);
    void match_adjective(std::uint32_t token);
    void match_seat(std::uint32_t token);  // "the Malmö-based firm Telmar"
    [[nodiscard]] bool has_noun(const Rule& rule, int group) const;
    [[nodiscard]] Ends verb_slot(const Slot& slot, int group) const;
    [[nodiscard]] Ends noun_slot(const Slot& slot, std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] Ends first_of(const std::vector<Slot>& slots, const std::function<Ends(const Slot&)>& look) const;
    void put(std::uint32_t rule, Ends subjects, Ends objects, std::uint32_t begin, std::uint32_t end, Stance stance,
             int group);
    // Who bears a role, and where "of Norvia" may stand behind it.
    struct Bearer {
        Ends ends;
        Stance stance;
        int group = none;
        std::uint32_t after = 0;
    };
    [[nodiscard]] std::optional<Bearer> bearer_of(int phrase, std::uint32_t end) const;
    [[nodiscard]] std::optional<Bearer> bearer_by_verb(int verb, std::uint32_t end) const;
    [[nodiscard]] Ends named_behind(std::uint32_t end) const;
    [[nodiscard]] bool of_the_past(const Phrase& phrase) const;
    void role_at(const NounCue& cue, std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] bool preceded(const NounCue& cue, std::uint32_t token) const;

    // The verb that has this noun's phrase as its object, or as the subject of a passive.
    struct Carrier {
        int group = none;
        bool passive = false;
    };
    [[nodiscard]] Carrier carrier(int phrase) const;
    // What a noun tells.
    struct Deed {
        Ends subjects, objects;
        Stance stance;
    };
    [[nodiscard]] bool carried(const Rule& rule, Carrier verb, Deed& deed) const;
    void noun_at(const NounCue& cue, std::uint32_t begin, std::uint32_t end);

    const Reading& reading_;
    const RuleSet& rules_;
    const Lexicon& lexicon_;
    EndFinder ends_;
    std::vector<Find> finds_;
};

}  // namespace entente::relate
