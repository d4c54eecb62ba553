// The repairs, by name.
//
// shape     each looks through one sentence and changes what fits its pattern; docs/repairs.md shows before
// and after threads   pure functions of tree and words SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "entente/knowledge.hpp"
#include "parse/tree.hpp"

namespace entente::parse {

struct Repair {
    std::string_view name;
    void (*mend)(Tree& tree, const Knowledge& english);
};

// In the order in which they run: verbs and names first, then who belongs to which verb, then clauses.
[[nodiscard]] std::span<const Repair> all_repairs();

// Whether the list "tree_repairs" says of the lemma that it is of the kind: "quotes", "asks", "tells", "sees"
// ...
[[nodiscard]] bool is_kind(const Knowledge& english, std::string_view lemma, std::string_view kind);

// Whether the noun is one for a firm, a body of a state, a group.
[[nodiscard]] bool organisation(const Knowledge& english, const Tree& tree, std::uint32_t noun);
// Whether an article, a number or an owner stands before it: "the ferry operator", "Japan's largest lender".
[[nodiscard]] bool determined(const Tree& tree, std::uint32_t noun);

// repair_verbs.cpp
void verb_behind_name(Tree& tree, const Knowledge& english);
void bare_infinitive(Tree& tree, const Knowledge& english);
void adjective_of_verb(Tree& tree, const Knowledge& english);
void verb_of_modal(Tree& tree, const Knowledge& english);
void infinitive(Tree& tree, const Knowledge& english);
void infinitive_of_noun(Tree& tree, const Knowledge& english);
void infinitive_below_noun(Tree& tree, const Knowledge& english);
void subject_of_auxiliary(Tree& tree, const Knowledge& english);
void verb_of_auxiliary(Tree& tree, const Knowledge& english);
void particle_of_verb(Tree& tree, const Knowledge& english);
void auxiliary_before_speech(Tree& tree, const Knowledge& english);
void predicate_as_object(Tree& tree, const Knowledge& english);
void object_without_preposition(Tree& tree, const Knowledge& english);
void predicate_of_subject(Tree& tree, const Knowledge& english);
void finite_verb_as_modifier(Tree& tree, const Knowledge& english);
void only_verb(Tree& tree, const Knowledge& english);
void object_of_infinitive(Tree& tree, const Knowledge& english);
void clause_of_noun(Tree& tree, const Knowledge& english);
void joined_to_name(Tree& tree, const Knowledge& english);
void gerund_of_noun(Tree& tree, const Knowledge& english);
void verb_behind_adverb(Tree& tree, const Knowledge& english);
// repair_impossible.cpp
void perfect(Tree& tree, const Knowledge& english);
void name_before_pronoun(Tree& tree, const Knowledge& english);
void name_as_mark(Tree& tree, const Knowledge& english);
void result(Tree& tree, const Knowledge& english);
void infinitive_behind(Tree& tree, const Knowledge& english);
void two_objects(Tree& tree, const Knowledge& english);
// repair_names.cpp
void nominal_of_verb(Tree& tree, const Knowledge& english);
void two_for_one(Tree& tree, const Knowledge& english);
void name_behind_comma(Tree& tree, const Knowledge& english);
void described_behind_comma(Tree& tree, const Knowledge& english);
void second_subject(Tree& tree, const Knowledge& english);
void title_before_name(Tree& tree, const Knowledge& english);
void joined_titles(Tree& tree, const Knowledge& english);
// repair_places.cpp
void city_and_country(Tree& tree, const Knowledge& english);
// repair_clauses.cpp
void subject_behind_comma(Tree& tree, const Knowledge& english);
void comma_splice(Tree& tree, const Knowledge& english);
void name_before_verb(Tree& tree, const Knowledge& english);
void verb_left_out(Tree& tree, const Knowledge& english);
void subject_of_what_is_said(Tree& tree, const Knowledge& english);
void inverted_quotation(Tree& tree, const Knowledge& english);
void speaker_before_verb(Tree& tree, const Knowledge& english);
void verb_behind_apposition(Tree& tree, const Knowledge& english);
void relative_of_name(Tree& tree, const Knowledge& english);
void headline_infinitive(Tree& tree, const Knowledge& english);
// repair_control.cpp
void participle_of_name(Tree& tree, const Knowledge& english);
void agent_of_participle(Tree& tree, const Knowledge& english);
void object_control(Tree& tree, const Knowledge& english);
void gerund_of_object(Tree& tree, const Knowledge& english);
void told_that(Tree& tree, const Knowledge& english);
void hearer(Tree& tree, const Knowledge& english);

}  // namespace entente::parse
