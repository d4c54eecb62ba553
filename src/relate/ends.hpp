// Who is meant by a word of the tree.
//
// in        a sentence's tree
// out       references, without repeats, in the order in which they were met
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "relate/tree.hpp"

namespace entente::relate {

// Where an end is named, if not in the sentence's own words.
enum class Elsewhere : std::uint8_t {
    no,
    understood,  // whose office a title means: "Prime Minister Ann Li"
    contained,   // in the name of the reference: "Bank of Norway"
};

struct End {
    int reference = none;
    Elsewhere elsewhere = Elsewhere::no;
    bool stands_in = false;   // meant by another noun: "Danish police", "Telmar's equipment"
    bool denied = false;      // "Spain, but not France"
    bool contrasted = false;  // "not in Slovenia but in Croatia": so where the rest is not
    bool compared = false;    // "like Norway, Sweden banned"
    friend bool operator==(const End&, const End&) = default;
};
using Ends = std::vector<End>;

// What may stand for an end besides its own name.
struct Reach {
    bool goods = false;
    bool deeds = false;
};

// The word and what is joined to it: "Norway, Sweden and Denmark".
[[nodiscard]] Ends meant_by(const Tree& tree, int word, Reach reach = {});
// The word alone, without what is joined to it.
[[nodiscard]] Ends meant_alone(const Tree& tree, int word, Reach reach = {});

// "Norway's ban", "its ban"
[[nodiscard]] Ends possessor(const Tree& tree, int noun);
// "the Norwegian ban", "the Telmar chairman"
[[nodiscard]] Ends modifier(const Tree& tree, int noun);
// "a ban on Telmar": what hangs on the noun with this preposition.
[[nodiscard]] Ends behind_noun(const Tree& tree, int noun, std::string_view preposition, Reach reach = {});
// "the US-China talks": two names that a hyphen joins before the noun.
[[nodiscard]] Ends paired(const Tree& tree, int noun);
// Whose the noun is, however that is said: possessor, modifier, "of", "by".
[[nodiscard]] Ends owner(const Tree& tree, int noun);

// Whether the noun has a word that stands for nobody: "no firm", "none".
[[nodiscard]] bool denies(const Tree& tree, int noun);

// Marks the ends of a later member of a list: "but not Sweden" is denied, "but in Croatia" contrasted.
void mark_contrast(const Tree& tree, int word, Ends& ends);

void add(Ends& to, const Ends& more);

}  // namespace entente::relate
