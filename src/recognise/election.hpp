// Votes to one type for each name.
//
// in        every candidate of an article with its votes
// out       for each spelling what it is; short forms ("Li", "EC") are counted together with full ones
// cost      linear but for the number of full names that share a first or last word, of which eight are
// looked at SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recognise/candidate.hpp"

namespace entente::recognise {

// What the network sees, on the mean of its looks, as votes: it counts once for a spelling, as what the name's own words say.
[[nodiscard]] Votes votes_of(const Sight& seen, int looks = 1);

class Election {
  public:
    struct Result {
        EntityType type = EntityType::organisation;
        std::uint32_t line = 0;   // of names.patterns: the strongest pattern for that type
        bool certain = false;     // the name was met where its capital is not owed to the sentence's begin
        bool short_form = false;  // of a full name of the article
    };

    void add(std::string_view name, const Candidate& candidate);
    // To be called once, after the last add; `own` says what a name's own words say.
    template <typename OwnVotes>
    void count(OwnVotes own) {
        for (auto& [key, spelling] : spellings_) {
            spelling.own.add(own(spelling.form));
            spelling.own.add(votes_of(spelling.seen, spelling.looks));
        }
        link();
    }
    // What the name is; nothing where no type has enough votes, or it is a thing.
    [[nodiscard]] std::optional<Result> result(std::string_view name) const;
    [[nodiscard]] int votes(std::string_view name, Vote vote) const;

  private:
    struct Spelling {
        std::string form;  // as it stands at its first place
        std::vector<std::string> words;
        Votes own, all;
        Sight seen{};
        int looks = 0;
        bool certain = false, short_form = false;
        bool known = false;  // to the world
    };
    using Spellings = std::map<std::string, Spelling, std::less<>>;
    void link();
    void join(Spelling& shorter, Spelling& full);
    Spellings spellings_;  // by folded name
};

}  // namespace entente::recognise
