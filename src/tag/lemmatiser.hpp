// A word and its tag to its lemma.
//
// in        section "lemmas": lines TAG, a blank, an ending ("^" where it is the whole word), a tab, l or k
// (lower case, or
//           the case kept), how many bytes to cut, a blank, what to add; sorted
// threads   read by many threads
// cost      some ten searches a word
// example   "VBD ied<tab>l3 y": carried is carry.  "VBD ^was<tab>l3 be"
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/model.hpp"
#include "entente/syntax.hpp"

namespace entente::tag {

struct LemmaRule {
    bool keep_case = false;
    std::size_t cut = 0;  // bytes from the end
    std::string_view add;
    [[nodiscard]] std::string apply(std::string_view form) const;
};

inline constexpr std::size_t longest_ending = 5;  // characters

// The keys under which a word may have a rule, the longest first: "VBD ^carried", "VBD rried", ... "VBD ".
[[nodiscard]] std::vector<std::string> lemma_keys(std::string_view form, Xpos xpos);

class Lemmatiser {
  public:
    explicit Lemmatiser(const Model& model);
    [[nodiscard]] std::string lemma(std::string_view form, Xpos xpos) const;

  private:
    struct Entry {
        std::string_view key;
        LemmaRule rule;
    };
    std::vector<Entry> entries_;  // sorted by key
};

}  // namespace entente::tag
