// Trees mended after the parser.
//
// News has turns of phrase that the treebanks hardly know. Where such a turn cannot be anything else, the
// tree is put right by name, one repair after the other, each over the whole sentence.
// SPDX-License-Identifier: MIT
#include "entente/parse/repairs.hpp"

#include <array>

#include "parse/repair.hpp"

namespace entente {
namespace {

constexpr std::string_view list = "tree_repairs";
constexpr std::string_view odd_forms = "odd_verb_forms";
constexpr std::uint32_t longest = 200;  // words: what is longer is no sentence of a news agency

// "shot" is of "shoot", which no ending says.
void mend_lemmas(Document& document, TokenRange words, const Lexicon& lexicon) {
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        Tag& tags = document.tags[i];
        if (tags.xpos != Xpos::vbd && tags.xpos != Xpos::vbn) continue;
        if (const std::string_view verb = lexicon.look_up(odd_forms, document.form(i)); !verb.empty())
            tags.lemma = verb;
    }
}

}  // namespace

namespace parse {
namespace {

constexpr std::array repairs = {
    Repair{"verb behind a name", verb_behind_name},
    Repair{"bare infinitive", bare_infinitive},
    Repair{"infinitive", infinitive},
    Repair{"perfect", perfect},
    Repair{"verb of a modal", verb_of_modal},
    Repair{"adjective of a verb", adjective_of_verb},
    Repair{"infinitive behind", infinitive_behind},
    Repair{"name before a pronoun", name_before_pronoun},
    Repair{"name as a mark", name_as_mark},
    Repair{"result", result},
    Repair{"infinitive of a noun", infinitive_of_noun},
    Repair{"object of an infinitive", object_of_infinitive},
    Repair{"infinitive below a noun", infinitive_below_noun},
    Repair{"subject of an auxiliary", subject_of_auxiliary},
    Repair{"verb of an auxiliary", verb_of_auxiliary},
    Repair{"auxiliary before speech", auxiliary_before_speech},
    Repair{"predicate as an object", predicate_as_object},
    Repair{"particle of a verb", particle_of_verb},
    Repair{"object without a preposition", object_without_preposition},
    Repair{"predicate of a subject", predicate_of_subject},
    Repair{"finite verb as a modifier", finite_verb_as_modifier},
    Repair{"only verb", only_verb},
    Repair{"clause of a noun", clause_of_noun},
    Repair{"joined to a name", joined_to_name},
    Repair{"gerund of a noun", gerund_of_noun},
    Repair{"verb behind an adverb", verb_behind_adverb},
    Repair{"nominal of a verb", nominal_of_verb},
    Repair{"two for one", two_for_one},
    Repair{"two objects", two_objects},
    Repair{"name behind a comma", name_behind_comma},
    Repair{"second subject", second_subject},
    Repair{"described behind a comma", described_behind_comma},
    Repair{"title before a name", title_before_name},
    Repair{"joined titles", joined_titles},
    Repair{"city and country", city_and_country},
    Repair{"subject behind a comma", subject_behind_comma},
    Repair{"verb behind an apposition", verb_behind_apposition},
    Repair{"relative of a name", relative_of_name},
    Repair{"comma splice", comma_splice},
    Repair{"name before a verb", name_before_verb},
    Repair{"verb left out", verb_left_out},
    Repair{"subject of what is said", subject_of_what_is_said},
    Repair{"inverted quotation", inverted_quotation},
    Repair{"speaker before a verb", speaker_before_verb},
    Repair{"participle of a name", participle_of_name},
    Repair{"agent of a participle", agent_of_participle},
    Repair{"object control", object_control},
    Repair{"gerund of an object", gerund_of_object},
    Repair{"told that", told_that},
    Repair{"hearer", hearer},
    Repair{"headline infinitive", headline_infinitive},
};

}  // namespace

std::span<const Repair> all_repairs() {
    return repairs;
}

bool is_kind(const Knowledge& english, std::string_view lemma, std::string_view kind) {
    return english.lexicon.look_up(list, lemma).find(kind) != std::string_view::npos;
}

}  // namespace parse

Repairs::Repairs(const Knowledge& knowledge) : knowledge_(&knowledge) {
    (void)knowledge.lexicon.entries(list);
    (void)knowledge.lexicon.entries(odd_forms);
}

void Repairs::annotate(Document& document) const {
    for (const Sentence& sentence : document.sentences) {
        mend_lemmas(document, sentence.tokens, knowledge_->lexicon);
        if (sentence.tokens.size() > longest) continue;
        parse::Tree tree(document, sentence.tokens);
        for (const parse::Repair& repair : parse::all_repairs())
            repair.mend(tree, *knowledge_);
    }
}

}  // namespace entente
