// A pattern to the spans it finds.
//
// in        RE2 syntax; no look-ahead, no back-references; \w and \b are ASCII, so write [\pL\pN] for words
// out       spans of the match and its groups; a group that took no part is {0, 0} and `matched` says so
// errors    constructor: Error (config) with RE2's own words and the column where known
// threads   one Regex may serve many threads
// cost      linear in the text, bounded memory (8 MiB a pattern)
// source    RE2, https://swtch.com/~rsc/regexp/regexp3.html
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "entente/text/span.hpp"

namespace entente {

class Regex {
  public:
    struct Match {
        Span whole;
        std::vector<Span> groups;   // group 1 is groups[0]
        std::vector<bool> matched;  // whether the group took part
    };

    explicit Regex(std::string_view pattern);
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;
    ~Regex();

    // The first match in `text` at or after byte `from`.
    [[nodiscard]] std::optional<Match> find(std::string_view text, std::size_t from = 0) const;
    // All matches from left to right that do not overlap; empty ones are left out.
    [[nodiscard]] std::vector<Match> find_all(std::string_view text) const;
    [[nodiscard]] bool matches(std::string_view text) const;  // the whole text

  private:
    struct Program;
    std::unique_ptr<Program> program_;
};

}  // namespace entente
