// Two names: is one short for the other?
//
// in        names of the same type
// example   "Li" for "Ann Li", "Telmar" for "Telmar Group", "SIS" for "Scheldt Inspection Service", "the
// Commission"
//           for "European Commission", "Senate of Norvia" for "Norvia Senate"
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente::resolve {

struct Form {
    std::string text;                // as it stands
    std::vector<std::string> words;  // folded; without a leading "the" and, of organisations, legal forms
};

[[nodiscard]] Form make_form(EntityType type, std::string_view text, const Lexicon& lexicon);
[[nodiscard]] bool is_short_for(EntityType type, const Form& shorter, const Form& full, const Lexicon& lexicon);

}  // namespace entente::resolve
