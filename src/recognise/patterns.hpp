// Names in context to votes on types.
//
// in        names.patterns, whose head explains its lines
// out       for a stretch of a sentence what each pattern says of it
// errors    constructor: Error (config) with file, line and column
// threads   read by many threads
// cost      one pass over at most 100 bytes a pattern and candidate
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entente/knowledge.hpp"
#include "entente/text/regex.hpp"
#include "recognise/candidate.hpp"

namespace entente::recognise {

class Patterns {
  public:
    Patterns(std::string_view text, std::string_view file, const Lexicon& lexicon);

    // What the name's own words say.
    [[nodiscard]] Votes name_votes(std::string_view name) const;
    // What stands around `name`, which lies in `sentence`, says; both are spans of `text`.
    [[nodiscard]] Votes context_votes(std::string_view text, Span sentence, Span name) const;
    // "names.patterns:12"; line 0 is the network's
    [[nodiscard]] std::string origin(std::uint32_t line) const {
        return line == 0 ? "network" : file_ + ":" + std::to_string(line);
    }

  private:
    enum class Where : std::uint8_t { name, before, after };
    struct Pattern {
        Vote vote;
        int weight;
        Where where;
        std::uint32_t line;
        Regex regex;
    };
    void add_line(std::string_view line, std::uint32_t number, std::string_view file, const Lexicon& lexicon);

    [[nodiscard]] std::string expand(std::string_view pattern, const Lexicon& lexicon);
    void add_votes(Votes& votes, Where where, std::string_view view) const;

    std::string file_;  // without its folder
    std::vector<Pattern> patterns_;
    std::map<std::string, std::string> lists_;  // as they are written in a pattern, while the patterns are read
};

}  // namespace entente::recognise
