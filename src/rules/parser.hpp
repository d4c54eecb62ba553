// One rule file, line by line.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/rules.hpp"

namespace entente::rules {

class Parser {
  public:
    Parser(std::string_view text, std::string_view file, const Schema& schema);
    [[nodiscard]] RuleSet parsed();

  private:
    // A word of a line and the byte at which it begins in the text.
    struct Word {
        std::string_view text;
        std::size_t at = 0;
    };

    void check_bytes() const;
    void line(std::string_view text, std::size_t at);
    void relation_line(const std::vector<Word>& words, std::size_t end);
    void cast_line(std::string_view rest, std::size_t at);
    void rule_line(Rule::Kind kind, const std::vector<Word>& words, std::size_t end);
    void reach_line(const std::vector<Word>& words, std::size_t end);
    enum class Expect { now, later, nothing };  // example, wish, never
    void example_line(std::string_view rest, std::size_t at, Expect expect);
    void options(Rule& rule, std::string_view inside, std::size_t at) const;
    void check_slots(const Rule& rule, const Word& arrow) const;
    void warn_of_repeats(const Rule& rule);
    [[nodiscard]] std::vector<Slot> slots(Rule::Kind kind, Word word) const;
    [[nodiscard]] std::vector<EntityType> types(Word word) const;
    [[nodiscard]] Example::Claim claim(std::string_view text, std::size_t at) const;
    [[nodiscard]] std::string known_relation(Word word) const;
    [[nodiscard]] std::string source(std::size_t at) const;
    [[nodiscard]] std::vector<Word> words_of(std::string_view text, std::size_t at) const;
    [[noreturn]] void fail(std::size_t at, const std::string& text, const std::string& hint = {}) const;

    std::string_view text_, file_;
    const Schema& schema_;
    RuleSet set_;
    std::string relation_;
    bool goods_ = false, deeds_ = false;  // the relation's reach, for the rules below the line
    std::size_t line_number_ = 0;
    std::map<std::string, std::string> seen_;  // kind, word and slots, to the line that had them first
};

}  // namespace entente::rules
