// Names to their short forms.
//
// in        names, as they stand in a text
// threads   pure functions
// cost      linear
// example   abbreviates("SIS", "Scheldt Inspection Service"), abbreviates("AfDB", "African Development Bank")
// source    the order of initials as in Schwartz and Hearst 2003, "A Simple Algorithm for Identifying
// Abbreviation
//           Definitions in Biomedical Text"
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// The words of a name, folded: "Orsava Ports" has two.
[[nodiscard]] std::vector<std::string> words_of(std::string_view name);

// The first letters of a name's capitalised words, folded: "dcp" of "Department for Coastal Ports".
[[nodiscard]] std::string initials(std::string_view name);

// Whether `shorter` is made of first letters of `name`'s words, in order, at most with further letters of a
// word between: at least two letters, each capital one the first of a word, no capitalised word left out.
[[nodiscard]] bool abbreviates(std::string_view shorter, std::string_view name);

}  // namespace entente
