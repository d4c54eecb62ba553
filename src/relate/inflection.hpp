// A lemma to its forms.
//
// source    the spelling rules of English; what they do not give is in src/knowledge/english/verbs.txt
// example   VerbForms of "ban": bans, banned, banned, banning
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "entente/knowledge.hpp"

namespace entente::relate {

struct VerbForms {
    std::string base, third, past, participle, gerund;
};

[[nodiscard]] VerbForms verb_forms(std::string_view lemma, const Lexicon& lexicon);
[[nodiscard]] std::string plural(std::string_view noun);

}  // namespace entente::relate
