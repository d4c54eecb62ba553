// What the clause of a noun knows of its ends.
//
// "Norway imposed a ban on Telmar" lends the noun the subject of its verb; "Telmar faces a ban" makes that subject its
// object, "Telmar came under criticism" too; "sanctions hit Telmar" has the object of the verb. "A series of sanctions",
// "responsibility for the attack", "its plan for a ban" stand where the deed would stand.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/deeds.hpp"
#include "relate/matcher.hpp"

namespace entente::relate {
namespace {

constexpr int deepest = 6;  // nouns that bear one another's deed

bool nominal_head(const Tree& tree, int word) {
    return tree.head(word) != none && tree.nominal(tree.head(word));
}

// The noun that stands for the deed in its clause: "a series of sanctions", "a ban and a fine", "its plan for a ban".
int bearer(const Tree& tree, int word) {
    for (int steps = 0; steps < deepest && nominal_head(tree, word); ++steps) {
        const int above = tree.head(word);
        const Word& known = tree.word(above);
        const std::string marks = tree.marks(word);
        const bool behind = tree.is(word, {Deprel::nmod}) && (marks == "of" || marks == "for" || marks == "on" ||
                                                              marks == "about" || marks == "over" || marks == "in");
        const Governor& how = known.noun_governor;
        const bool bears = known.bears == Bears::part ||
                           (known.bears == Bears::nothing && how.listed && !how.hidden && !how.of_object);
        if (marks == "in" && known.bears != Bears::part) break;
        if (!tree.is(word, {Deprel::conj}) && !(behind && bears)) break;
        word = above;
    }
    const int part = part_beside(tree, word);
    return part == none ? word : part;
}

// "is the target of an attack", "the subject of an inquiry, Telmar", "is subject to sanctions": who is.
Ends target(const Tree& tree, int noun) {
    const int above = tree.head(noun);
    const std::string marks = tree.marks(noun);
    if (above == none || tree.word(above).bears != Bears::target || (marks != "of" && marks != "to")) return {};
    if (tree.has(above, {Deprel::nsubj})) return surface_subject(tree, above);
    const int around = tree.head(above);
    if (around == none) return {};
    if (tree.is(above, {Deprel::appos})) return meant_alone(tree, around);
    return tree.verb(around) ? surface_subject(tree, around) : Ends{};
}

// The clause that says what becomes of the noun: of its verb, or behind it, "the ban that Norway imposed".
int carrying_verb(const Tree& tree, int word, int noun) {
    for (const int c : tree.children(word)) {
        if (!tree.is(c, {Deprel::acl}) || c < word || tree.infinitive(c) || !tree.word(c).light) continue;
        if (tree.has(c, {Deprel::nsubj}) || passive(tree, c)) return c;
    }
    return tree.head(noun);
}

// "concerns about Kenya aired by members": whose they are is said, though not by a name.
bool done_by_another(const Tree& tree, int noun) {
    for (const int c : tree.children(noun)) {
        if (c < noun) continue;
        if (tree.is(c, {Deprel::nmod}) && tree.opener(c) == "by") return true;
        if (tree.is(c, {Deprel::acl}) && tree.has(c, {Deprel::obl_agent})) return true;
    }
    return false;
}

}  // namespace

Ends Matcher::behind_verb_of(const Rule& wanted, const std::vector<Slot>& slots, int verb) const {
    const Reach reach{wanted.through_goods, wanted.through_deeds};
    for (const Slot& slot : slots) {
        if (slot.kind != Slot::Kind::preposition) continue;
        if (Ends found = behind_verb(tree_, verb, slot.preposition, reach); !found.empty()) return found;
    }
    return {};
}

// "Norway and Kenya are in talks", "signed a deal", "called off their merger": what several do with one another.
Ends Matcher::together(int noun, int verb) const {
    const bool of_verb = verb != none && tree_.verb(verb);
    for (const std::string_view preposition : {"with", "against", "on", "to", "over", "from", "of", "by"}) {
        if (!behind_noun(tree_, noun, preposition).empty()) return {};
        if (of_verb && !behind_verb(tree_, verb, preposition, {}).empty()) return {};
    }
    Ends out;
    const bool light = of_verb && tree_.is(noun, {Deprel::obj}) && tree_.word(verb).light;
    if (light || (of_verb && governor_of(tree_, verb).listed)) out = possessor(tree_, noun);
    if (out.size() < 2 && tree_.has(noun, {Deprel::nsubj}) && !tree_.marks(noun).empty())
        out = surface_subject(tree_, noun);
    if (out.size() < 2 && light && !tree_.has(noun, {Deprel::nmod_poss})) out = agent(tree_, verb);
    return out.size() < 2 ? Ends{} : out;
}

void Matcher::carried(const Rule& wanted, int word, Ends& subjects, Ends& objects) const {
    if (subjects.empty() && done_by_another(tree_, word)) return;
    const int noun = bearer(tree_, word);
    const int verb = carrying_verb(tree_, word, noun);
    if (wanted.subjects == wanted.objects) {  // "announced a deal between Norway and Kenya"
        if (subjects.empty() && verb != none && tree_.verb(verb))
            subjects = objects = behind_verb_of(wanted, wanted.subjects, verb);
        if (subjects.empty()) subjects = objects = together(noun, verb);
        return;
    }
    if (subjects.empty() && noun != word && !tree_.is(word, {Deprel::conj})) subjects = possessor(tree_, noun);
    if (objects.empty()) objects = target(tree_, noun);
    const bool predicate =
        tree_.has(noun, {Deprel::cop}) && !tree_.marks(noun).empty();  // "denied it was behind the ban"
    if (subjects.empty() && predicate && !tree_.has(noun, {Deprel::nsubj})) subjects = surface_subject(tree_, noun);
    if (verb != none && tree_.verb(verb) && !predicate)
        return carried_by_verb(wanted, word, noun, verb, subjects, objects);
    const bool wished = tree_.word(noun).noun_governor.modality == Modality::requested;
    if (subjects.empty() && tree_.has(noun, {Deprel::nsubj}) && !tree_.marks(noun).empty() && !wished) {
        if (tree_.marks(noun) == "under")
            objects = surface_subject(tree_, noun);  // "is under investigation by"
        else
            subjects = surface_subject(tree_, noun);  // "is in talks with"
    }
    if (subjects.empty() && verb != none && tree_.has(verb, {Deprel::nsubj}) &&
        tree_.is(noun, {Deprel::obl, Deprel::xcomp}) && tree_.word(verb).adjective_governor.listed)
        subjects = surface_subject(tree_, verb);  // "is close to a deal with"
}

// Whether the verb tells to whom the deed is done; then it is added.
bool Matcher::suffered(const Rule& wanted, int noun, int verb, Ends& subjects, Ends& objects) const {
    const Undergoes how = tree_.word(verb).undergoes;
    const std::string marks = tree_.marks(noun);
    const bool aside = tree_.is(noun, {Deprel::obl, Deprel::nmod, Deprel::advmod, Deprel::xcomp});
    if (subjects.empty() && (aside || how == Undergoes::subject))
        subjects = behind_verb_of(wanted, wanted.subjects, verb);
    if (aside && marks == "under" && !tree_.has(noun, {Deprel::det})) {  // "came under criticism"
        const bool put = !passive(tree_, verb) && tree_.has(verb, {Deprel::obj});
        if (subjects.empty() && put) subjects = agent(tree_, verb);
        if (objects.empty()) objects = put ? patient(tree_, verb, {}, {}) : surface_subject(tree_, verb);
        return true;
    }
    const Reach reach{wanted.through_goods, wanted.through_deeds};
    if (how == Undergoes::object) {  // "sanctions hit Telmar", "hit Telmar with sanctions"
        const bool tool = aside && (marks == "with" || marks == "by");
        if (tree_.deprel(noun) != Deprel::nsubj && !tool) return false;
        if (objects.empty()) objects = patient(tree_, verb, {}, reach);
        if (subjects.empty() && marks == "with") subjects = agent(tree_, verb);
        return true;
    }
    const bool object = tree_.is(noun, {Deprel::obj}) || tree_.deprel(noun) == Deprel::nsubj_pass;
    if ((how == Undergoes::answers || how == Undergoes::disowns) &&
        (object || aside)) {  // "rejected Uganda's accusations", "agreed to a takeover by"
        const Answered aimed = tree_.word(noun).answered;
        if (subjects.empty() || !objects.empty() || aimed == Answered::no || aimed == Answered::judged) return false;
        objects = agent(tree_, verb);
        return true;
    }
    if (how != Undergoes::subject || !object || passive(tree_, verb)) return false;
    if (objects.empty()) objects = agent(tree_, verb);
    return true;
}

void Matcher::carried_by_verb(const Rule& wanted, int word, int noun, int verb, Ends& subjects, Ends& objects) const {
    if (suffered(wanted, noun, verb, subjects, objects)) return;
    const bool object =
        tree_.is(noun, {Deprel::obj}) || tree_.deprel(noun) == Deprel::nsubj_pass || verb != tree_.head(noun);
    const Word& how = tree_.word(verb);
    const bool light = how.light && (!how.light_lasting || (tree_.word(word).lasts && object));
    const Governor governor = governor_of(tree_, verb);
    const bool among =
        !wanted.objects.empty() && wanted.objects.front().preposition == "with";  // "called for talks with"
    const bool wished = governor.listed && governor.modality == Modality::requested && !among;
    const bool intends = governor.listed && !wished && !governor.of_others && !governor.hidden &&
                         (governor.modality != Modality::asserted || governor.polarity == Polarity::negative);
    const bool carries = object && (light || how.undergoes == Undergoes::subject || intends);
    const std::string marks = tree_.marks(noun);
    const bool out = marks == "from" || marks == "out of" || marks == "of";
    const bool gone = governor.listed && governor.polarity == Polarity::negative && out;  // "pulled out of a deal"
    const bool asked =
        governor.listed && !wished && governor.modality == Modality::requested;  // "called for talks with"
    const Governor opened = governor_with(tree_, verb, marks);
    const bool toys = governs_with(tree_, verb, marks) && opened.modality != Modality::requested && !opened.hidden &&
                      opened.polarity == Polarity::positive &&
                      opened.modality != Modality::asserted;  // "toys with a ban"
    const bool within = !object && tree_.is(noun, {Deprel::obl, Deprel::xcomp}) && (light || gone || asked || toys);
    if (object && wished) {  // "demanded a ban by Norway on Telmar", where the tree hangs all on the verb
        if (subjects.empty()) subjects = behind_verb(tree_, verb, "by", {});
        if (objects.empty() && !subjects.empty()) objects = behind_verb_of(wanted, wanted.objects, verb);
    }
    if (!carries && !within) return;
    if (objects.empty()) objects = behind_verb_of(wanted, wanted.objects, verb);
    const bool received = std::any_of(wanted.objects.begin(), wanted.objects.end(),
                                      [](const Slot& slot) { return slot.preposition == "to"; });
    if (objects.empty() && received && light && marks == "with" && tree_.is(noun, {Deprel::obl}))
        objects = patient(tree_, verb, {}, {});  // "issued Telmar with a warning"
    const bool takes_back = governor.listed && governor.polarity == Polarity::negative && object;
    const Slot& whom = wanted.objects.front();
    if (objects.empty() && takes_back && (whom.preposition == "to" || whom.preposition == "for"))
        objects = behind_verb(tree_, verb, "from", {});  // "withdrew its licence from"
    const bool own = !tree_.has(word, {Deprel::nmod_poss}) && behind_noun(tree_, word, "by").empty();
    if (!subjects.empty() && !(own && light && (object || marks == "into"))) return;
    if (!passive(tree_, verb)) {  // "approved the takeover of Telmar by Norvia", where "by" hangs on the verb
        if (Ends by = behind_verb(tree_, verb, "by", {}); !by.empty()) {
            subjects = std::move(by);
            return;
        }
    }
    if (Ends doer = agent(tree_, verb); !doer.empty()) subjects = std::move(doer);
}

}  // namespace entente::relate
