// The ends of a verb, wherever its clause keeps them.
//
// A verb's subject may stand with another verb ("agreed to buy", "met and signed"), with the noun that it
// describes ("the firm banned by Norway"), or behind it ("was banned by"). Here that is known once.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "relate/ends.hpp"
#include "relate/tree.hpp"

namespace entente::relate {

// The words of a phrasal verb behind the verb: [begin, end); empty for a plain verb.
struct Particles {
    int begin = 0, end = 0;
    bool owners = false;  // "to Norway's aid", where the rule says "to the aid of"
    [[nodiscard]] bool any() const { return end > begin; }
};

// Where `rest` stands with the verb: right behind it, or further on and hanging on it; none where it does not.
[[nodiscard]] std::optional<Particles> particles(const Tree& tree, int verb, const std::vector<std::string>& rest);

// What the verb says of deeds that depend on it, by its longest phrase: "rule out" before "rule".
[[nodiscard]] Governor governor_of(const Tree& tree, int word);
// Of a clause that such words open it may say something else: "barred from", "accused of".
[[nodiscard]] bool governs_with(const Tree& tree, int word, const std::string& marks);  // "toy with", "hint at"
[[nodiscard]] Governor governor_with(const Tree& tree, int word, const std::string& marks);

[[nodiscard]] bool passive(const Tree& tree, int verb);
// Who stands before the verb, or before the verb or noun that lends its subject.
[[nodiscard]] Ends surface_subject(const Tree& tree, int verb, int depth = 0);
// Who does it: the subject, "by" in the passive.
[[nodiscard]] Ends agent(const Tree& tree, int verb);
// To whom: the object, the subject of the passive; of a phrasal verb what its preposition opens.
[[nodiscard]] Ends patient(const Tree& tree, int verb, Particles phrase, Reach reach);
// What stands with the verb, or with its object, behind a preposition.
[[nodiscard]] Ends behind_verb(const Tree& tree, int verb, std::string_view preposition, Reach reach);
// To whom the infinitive behind a verb or noun does it: "threatened to ban Telmar", "a promise to help Kenya".
[[nodiscard]] Ends done_by_infinitive(const Tree& tree, int word, Reach reach);
// Who is to do what a clause demands: "demanded that Norway ban", "insisted that Norway should ban".
[[nodiscard]] Ends demanded_of(const Tree& tree, int verb);
// The noun that is the verb's object, or the subject of its passive; none.
[[nodiscard]] int object_noun(const Tree& tree, int verb);
// "Ban Telmar, Ann Li told Norway"
[[nodiscard]] bool imperative(const Tree& tree, int verb);
// "who", "which", "that"
[[nodiscard]] bool relative_pronoun(const Tree& tree, int word);
// Whether the verb describes the noun that it hangs on.
[[nodiscard]] bool relative_clause(const Tree& tree, int verb);
// A name beside a verb that the parser takes for no end of it: an adverb, an address; or none.
[[nodiscard]] int stray_name(const Tree& tree, int verb, bool before);
// Whose law it is that does something: its owner, or who passes or rejects it.
[[nodiscard]] Ends behind_text(const Tree& tree, int noun, int depth = 0);
// Whom a relative clause describes.
[[nodiscard]] Ends antecedent(const Tree& tree, int verb, Reach reach = {});
// The verb in whose clause the word stands: itself, or the next one above.
[[nodiscard]] int clause_of(const Tree& tree, int word);

}  // namespace entente::relate
