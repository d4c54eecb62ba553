// Rules of verbs over one sentence.
//
// clause.cpp knows where a verb keeps its ends, so that here a rule is only held against them.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/beside.hpp"
#include "relate/matcher.hpp"
#include "relate/source.hpp"

namespace entente::relate {

std::vector<Find> Matcher::finds() {
    for (int i = 0; i < tree_.size(); ++i) {
        const Word& word = tree_.word(i);
        if (tree_.folded(i).ends_with("ed") || tree_.is(i, "run")) compound(i);
        if (tree_.verb(i) || tree_.upos(i) == Upos::adj) adjective(i);
        if (tree_.upos(i) == Upos::aux || tree_.lemma(i) == "do" || tree_.lemma(i) == "follow") repeated(i);
        if (!word.verbs.empty() && tree_.verb(i)) verb(i);
        if (!word.nouns.empty() && (tree_.nominal(i) || tree_.upos(i) == Upos::adj)) noun(i);
        if (tree_.upos(i) == Upos::noun) any_noun(i);
        if (!word.adjectives.empty() && tree_.nominal(i)) adjective(i);
    }
    for (const int reference : tree_.references())
        names(reference);
    return std::move(finds_);
}

namespace {

// "opened a Tashkent warehouse", "closed its Oslo branch": what would stand behind "in".
Ends places_before_object(const Tree& tree, int verb) {
    const int object = object_noun(tree, verb);
    Ends out = object == none ? Ends{} : modifier(tree, object);
    std::erase_if(out, [&](End end) {
        return tree.entity(end.reference).type != EntityType::place ||
               tree.is(static_cast<int>(tree.range(end.reference).end), "-");
    });
    return out;
}

}  // namespace

Ends Matcher::verb_slot(const Rule& rule, const Slot& slot, bool object, int word, Particles phrase) const {
    const Reach reach = object ? Reach{rule.through_goods, rule.through_deeds} : Reach{};
    switch (slot.kind) {
        case Slot::Kind::subject:
            return agent(tree_, word);
        case Slot::Kind::object:
            return patient(tree_, word, phrase, reach);
        case Slot::Kind::clause:
            return demanded_of(tree_, word);
        case Slot::Kind::infinitive:
            return done_by_infinitive(tree_, word, reach);
        case Slot::Kind::preposition: {
            Ends out = behind_verb(tree_, word, slot.preposition, reach);
            const bool of_object = out.empty() && slot.preposition == "in" && !rule.with.empty();
            return of_object ? places_before_object(tree_, word) : out;
        }
        case Slot::Kind::understood:
            return {{.reference = none, .elsewhere = Elsewhere::understood}};
        default:
            return {};
    }
}

// Whether the verb's object, or what a preposition opens, is one of the nouns that the rule asks for: "opened an office".
bool Matcher::has_noun(const Rule& rule, int word) const {
    if (rule.with.empty()) return true;
    const auto wanted = [&](int noun) {
        return noun != none && std::any_of(rule.with.begin(), rule.with.end(), [&](const std::string& w) {
                   return tree_.lemma(noun) == w || tree_.folded(noun) == w;
               });
    };
    if (wanted(object_noun(tree_, word))) return true;
    const auto children = tree_.children(word);
    return std::any_of(children.begin(), children.end(), [&](int c) {
        return tree_.is(c, {Deprel::obl, Deprel::xcomp, Deprel::advmod, Deprel::obj}) && wanted(c);
    });
}

// "made no bid for", "took little notice of": the noun of the phrase has its own words beside it.
std::optional<Stance> Matcher::stance_of_phrase(int word, Particles phrase) const {
    auto out = stance_of(tree_, word);
    for (int i = phrase.begin; out && i < phrase.end; ++i) {
        if (tree_.upos(i) != Upos::noun || tree_.head(i) != word) continue;
        if (hidden_beside(tree_, i)) return std::nullopt;
        const Stance own = beside(tree_, i);
        if (own.polarity == Polarity::negative && !denies(tree_, i)) out->polarity = Polarity::negative;
        if (denies(tree_, i) && tree_.word(word).light) out->polarity = Polarity::negative;
        out->modality = weaker(out->modality, own.modality);
    }
    return out;
}

// "withdrew its licence from Telmar" is no withdrawal from Telmar: the noun tells the deed.
bool Matcher::takes_back(const Rule& wanted, int word) const {
    if (wanted.objects.front().kind != Slot::Kind::preposition || !wanted.with.empty()) return false;
    const int object = tree_.child(word, {Deprel::obj});
    const Governor how = governor_of(tree_, word);
    return object != none && how.listed && how.polarity == Polarity::negative && !tree_.word(object).nouns.empty();
}

// "A and B met C", "A and B cooperate with C": nothing of A and B.
bool Matcher::done_with_another(int word) const {
    const int object = tree_.child(word, {Deprel::obj});
    return (object != none && !meant_by(tree_, object).empty()) || !behind_verb(tree_, word, "with", {}).empty();
}

namespace {

// A country, or a body with a word of office in its name: "the Road Safety Agency".
bool authority(const Tree& tree, End end) {
    const EntityType type = tree.entity(end.reference).type;
    if (type == EntityType::country) return true;
    if (type != EntityType::organisation) return false;
    const TokenRange name = tree.range(end.reference);
    for (auto i = static_cast<int>(name.begin); i < static_cast<int>(name.end); ++i) {
        const StandIn kind = tree.word(i).stands_for;
        if (kind == StandIn::people || kind == StandIn::authority) return true;
    }
    return false;
}

}  // namespace

// Of what is done already it may be another's deed.
Ends Matcher::doer_who_speaks(const Rule& wanted, int word, const Ends& objects) const {
    if (wanted.subjects.back().kind != Slot::Kind::speaker) return {};
    const auto stance = stance_of(tree_, word);
    if (!stance || *stance == Stance{} || tree_.has(word, {Deprel::obl_agent})) return {};
    Ends out = speakers_around(tree_, word);
    std::erase_if(out, [&](End end) {
        return !authority(tree_, end) || std::any_of(objects.begin(), objects.end(), [&](End object) {
            return object.reference != none &&
                   tree_.meant(object.reference).entity == tree_.meant(end.reference).entity;
        });
    });
    return out;
}

void Matcher::verb(int word) {
    bool phrasal = tree_.has(word, {Deprel::compound_prt});  // "took over" is not "took"
    for (const Cue& cue : tree_.word(word).verbs) {
        if (cue.rest.empty() && phrasal) continue;
        const auto phrase = particles(tree_, word, cue.rest);
        if (!phrase) continue;
        const Rule& wanted = rule(cue.rule);
        if (!has_noun(wanted, word) || takes_back(wanted, word)) continue;
        if (wanted.subjects == wanted.objects && done_with_another(word)) continue;
        const auto ends = [&](const std::vector<Slot>& slots, bool object) {
            Ends out;
            for (const Slot& slot : slots) {
                out = verb_slot(wanted, slot, object, word, *phrase);
                if (!out.empty()) break;
            }
            return out;
        };
        Ends subjects = ends(wanted.subjects, false);
        if (subjects.empty() && !passive(tree_, word)) continue;
        Ends objects = ends(wanted.objects, true);
        if (objects.empty()) continue;
        if (subjects.empty()) subjects = doer_who_speaks(wanted, word, objects);
        if (subjects.empty()) continue;
        if (auto stance = stance_of_phrase(word, *phrase)) {
            const int thing = wanted.with.empty() || !tree_.word(word).light ? none : object_noun(tree_, word);
            if (thing != none && denies(tree_, thing)) stance->polarity = Polarity::negative;  // "has no office in"
            const int end = phrase->any() && phrase->begin == word + 1 ? phrase->end : word + 1;
            put(cue.rule, std::move(subjects), std::move(objects), word, end, *stance, word);
            phrasal |= phrase->any();  // where "lent to" finds nobody, "lent" may
        }
    }
}

// "Sweden did so too", "is close to doing the same", "followed suit": the verb of the other subject says nothing itself.
bool Matcher::says_the_same(int word) const {
    if (tree_.lemma(word) == "follow") return tree_.is(word + 1, "suit");
    if (tree_.lemma(word) != "do") return false;
    const int object = tree_.child(word, {Deprel::obj, Deprel::advmod});
    return tree_.is(word + 1, "so") || tree_.is(word + 1, "likewise") ||
           (object != none && tree_.lemma(object) == "same");
}

// What was told last, with another subject: also "nor did Laos", "and so is Spain", "but the Senate did not".
void Matcher::repeated(int word) {
    const bool again = says_the_same(word);
    const bool nor = word > 0 && (tree_.is(word - 1, "nor") || tree_.is(word - 1, "neither"));
    const bool so = word > 0 && tree_.is(word - 1, "so") && word + 1 < tree_.size();
    Ends subjects;
    if (nor || so) {
        const int reference = word + 1 < tree_.size() ? tree_.covering(word + 1) : none;
        const bool free = tree_.upos(word) == Upos::aux && !tree_.is(word, {Deprel::aux});
        if (reference != none && free) subjects = meant_by(tree_, tree_.head_of(reference));
    } else if (again || left_alone(word)) {
        subjects = surface_subject(tree_, word);
    }
    auto stance = stance_of(tree_, word);
    if (subjects.empty() || !stance) return;
    if (!again && !nor && !so) {
        const Governor& own = tree_.vocabulary().marker(tree_.folded(word));
        if (own.listed && stance->modality == Modality::asserted) stance->modality = own.modality;
        if (tree_.is(word, "would") && stance->modality == Modality::asserted) stance->modality = Modality::planned;
    }
    std::vector<Find> copies;
    for (auto last = finds_.rbegin(); last != finds_.rend(); ++last) {
        if (last->clause == none || (!tree_.verb(last->clause) && !so)) continue;
        if (!copies.empty() && last->clause != copies.back().clause) break;
        copies.push_back(*last);
    }
    for (Find& copy : copies) {
        if (!so) copy.stance = *stance;
        if (nor) copy.stance.polarity = Polarity::negative;
        copy.subjects = subjects;
        copy.cue_begin = word;
        copy.cue_end = std::min(word + (again ? 2 : 1), tree_.size());
        copy.clause = word;
    }
    finds_.insert(finds_.end(), copies.rbegin(), copies.rend());
}

// "the Senate did not": an auxiliary with a subject and nothing to help.
bool Matcher::left_alone(int word) const {
    if (tree_.upos(word) != Upos::aux || tree_.lemma(word) == "be") return false;
    if (tree_.is(word, {Deprel::aux, Deprel::cop}) || !tree_.has(word, {Deprel::nsubj})) return false;
    const int done = tree_.child(word, {Deprel::advcl});  // "has since left", where the tree takes two clauses
    return !tree_.has(word, {Deprel::obj, Deprel::xcomp, Deprel::ccomp, Deprel::obl, Deprel::acl}) &&
           (done == none || done < word || tree_.xpos(done) != Xpos::vbn);
}

void Matcher::put(std::uint32_t index, Ends subjects, Ends objects, int begin, int end, Stance stance, int clause) {
    const Rule& wanted = rule(index);
    Find find;
    find.rule = index;
    find.pairs = wanted.subjects == wanted.objects;
    if (find.pairs) {  // "like Norway, Sweden and Denmark met": Norway did not meet them
        std::erase_if(subjects, [](const End& e) { return e.compared; });
        std::erase_if(objects, [](const End& e) { return e.compared; });
    }
    find.subjects = std::move(subjects);
    find.objects = std::move(objects);
    find.cue_begin = begin;
    find.cue_end = std::min(end, tree_.size());
    find.stance = stance;
    find.clause = clause;
    find.claimed = clause != none;
    if (wanted.polarity == Polarity::negative) {
        find.stance.polarity = stance.polarity == Polarity::negative ? Polarity::positive : Polarity::negative;
    }
    if (stance.modality == Modality::asserted) find.stance.modality = wanted.modality;
    finds_.push_back(std::move(find));
}

}  // namespace entente::relate
