// Verb groups of a sentence.
//
// A form that can be a verb is one if the words before it ask for one: an auxiliary, "to", a subject. After "the" or
// "of" it is a noun. Where both can be - "Norway sanctions Telmar", "EU sanctions on Telmar" - the next word decides.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/reading.hpp"

namespace entente::relate {
namespace {

bool auxiliary(Class c) { return c == Class::modal || c == Class::be || c == Class::have || c == Class::do_; }

std::uint8_t all_bits(const Word& word) {
    std::uint8_t bits = 0;
    for (const Form& form : word.verbs) bits = static_cast<std::uint8_t>(bits | form.bits);
    return bits;
}

Modality modal_meaning(const std::string& word) {
    if (word == "will" || word == "would" || word == "shall" || word == "'ll" || word == "wo" || word == "'d") return Modality::planned;
    if (word == "should" || word == "must") return Modality::requested;
    return Modality::possible;
}

}  // namespace

void Reading::find_groups() {
    for (std::uint32_t i = 0; i < size(); ++i) {
        Group group;
        if (!verb_here(i, group)) continue;
        for (std::uint32_t t = group.begin; t < group.end; ++t) {
            if (reference_at_[t] == none) group_at_[t] = static_cast<int>(groups_.size());
        }
        i = group.end - 1;
        groups_.push_back(std::move(group));
    }
}

// Whether a verb group has its main verb at i.
bool Reading::verb_here(std::uint32_t i, Group& group) const {
    if (reference_at_[i] != none) return false;
    const Class own = kind(i);
    const std::uint8_t bits = own == Class::be || own == Class::have || own == Class::do_ ? 0 : all_bits(word(i));
    if (bits == 0 && own != Class::be && own != Class::have && own != Class::do_) return false;
    std::uint32_t before = i;  // one past the word before the verb, adverbs aside
    while (before > 0 && (skips(before - 1) && kind(before - 1) != Class::time)) --before;
    const bool starts = before == 0;
    const Class c = starts ? Class::stop : kind(before - 1);
    const bool free = starts || reference_at_[before - 1] == none;
    std::uint8_t fits = 0;
    if (own == Class::be || own == Class::have || own == Class::do_) {
        // an auxiliary is a verb of its own if no other follows
        std::uint32_t next = i + 1;
        while (skips(next) && kind(next) != Class::time) ++next;
        const bool more = auxiliary(kind(next)) || (own == Class::be && kind(next) == Class::to) ||
                          (next < size() && reference_at_[next] == none && kind(next) == Class::nominal &&
                           (own == Class::be     ? (all_bits(word(next)) & (Form::participle | Form::gerund)) != 0
                            : own == Class::have ? (all_bits(word(next)) & Form::participle) != 0
                                                 : (all_bits(word(next)) & Form::base) != 0));
        if (more) return false;
        group.kind = free && c == Class::to ? Group::Kind::infinitive : Group::Kind::finite;
        group.copula = own == Class::be;
        fits = 0xff;
    } else if (free && (c == Class::modal || c == Class::do_ || c == Class::to)) {
        if ((bits & Form::base) == 0) return false;
        group.kind = c == Class::to ? Group::Kind::infinitive : Group::Kind::finite;
        fits = Form::base;
    } else if (free && c == Class::have && (bits & Form::participle) != 0) {
        fits = Form::participle;
    } else if (free && c == Class::be && (bits & (Form::participle | Form::gerund)) != 0) {
        group.passive = (bits & Form::participle) != 0;
        fits = group.passive ? Form::participle : Form::gerund;
    } else if ((bits & Form::gerund) != 0) {
        if (!(free && !starts && (c == Class::preposition || (before > 0 && group_at_[before - 1] != none)))) return false;
        group.kind = Group::Kind::gerund;
        fits = Form::gerund;
    } else {
        if (starts || !finite_here(i, bits, before, false)) {
            if ((bits & Form::participle) == 0 || starts) return false;
            const bool after_noun = c == Class::comma || reference_at_[before - 1] != none || c == Class::nominal || c == Class::close;
            const bool marked = kind(i + 1) == Class::preposition;
            if (!after_noun || !marked || (c == Class::nominal && free && shape(before - 1) == Shape::number)) return false;
            group.kind = Group::Kind::participle;
            group.passive = true;
            fits = Form::participle;
        } else {
            fits = static_cast<std::uint8_t>(bits & (Form::past | Form::third | Form::base));
            const bool joins = c == Class::conjunction && fits == Form::base && !groups_.empty();
            if (joins && groups_.back().kind == Group::Kind::infinitive) group.kind = Group::Kind::infinitive;
        }
    }
    group.main = i;
    group.end = i + 1;
    group.begin = i;
    widen(group, i);
    name_lemmas(group, fits);
    return true;
}

// Whether what follows token i can be an object: a phrase that begins anew.
bool Reading::object_follows(std::uint32_t i) const {
    std::uint32_t next = i + 1;
    while (skips(next)) ++next;
    if (next >= size()) return false;
    const Class c = kind(next);
    return reference_at_[next] != none || c == Class::determiner || c == Class::negative_determiner || c == Class::possessive ||
           c == Class::pronoun || c == Class::that || shape(next) == Shape::number || shape(next) == Shape::title ||
           shape(next) == Shape::upper;
}

bool Reading::finite_here(std::uint32_t i, std::uint8_t bits, std::uint32_t before, bool) const {
    const Class c = kind(before - 1);
    const int reference = reference_at_[before - 1];
    const bool past = (bits & Form::past) != 0;
    if (reference != none) {
        if (adjective(reference) || c == Class::possessive) return false;
    } else {
        switch (c) {
            case Class::nominal:
                if (shape(before - 1) == Shape::number && !past) return false;
                break;
            case Class::pronoun:
            case Class::relative:
            case Class::that:
            case Class::conjunction:
            case Class::but:
            case Class::comma:
            case Class::close:
            case Class::quote:
            case Class::dash:
            case Class::time: break;
            default: return false;
        }
    }
    const Class next = kind(i + 1);
    const bool subject_marked = c == Class::pronoun || c == Class::relative || c == Class::that || c == Class::conjunction || c == Class::but;
    if (past) {
        const bool participle = (bits & Form::participle) != 0;
        if (participle && !subject_marked && is(i + 1, "by")) return false;
        if (participle && c == Class::comma && next == Class::preposition && !is(i + 1, "to")) return false;
        return true;
    }
    if ((bits & Form::third) != 0) {
        const bool noun_too = !word(i).nouns.empty() || (reference == none && c == Class::nominal);
        return !noun_too || object_follows(i);
    }
    if ((bits & Form::base) != 0) {
        if (c == Class::conjunction && !groups_.empty()) return groups_.back().kind == Group::Kind::infinitive || object_follows(i);
        if (c == Class::pronoun || c == Class::relative) return true;
        return reference != none ? object_follows(i) : c == Class::nominal && folded_[before - 1].ends_with('s') && object_follows(i);
    }
    return false;
}

// Takes in the auxiliaries and adverbs before the main verb, and what they say.
void Reading::widen(Group& group, std::uint32_t main) const {
    bool planned_to = false;
    for (std::uint32_t t = main; t > 0; --t) {
        const Class c = kind(t - 1);
        if (reference_at_[t - 1] != none || group_at_[t - 1] != none) break;
        if (c == Class::to) {
            if (group.begin != t || t != main) {
                // only "to" right before the first verb belongs to it
            }
            if (group.kind != Group::Kind::infinitive && group.begin != main) group.kind = Group::Kind::infinitive;
            group.begin = t - 1;
            planned_to = true;
            if (t > 1 && kind(t - 2) == Class::be) continue;
            break;
        }
        const bool inside = auxiliary(c) || skips(t - 1);
        if (!inside || c == Class::time) break;
        if (c == Class::negation) group.polarity = Polarity::negative;
        if (is(t - 1, "longer") && t > 1 && is(t - 2, "no")) {
            group.polarity = Polarity::negative;
            group.begin = t - 2;
            --t;
            continue;
        }
        if (c == Class::modal) {
            group.modality = modal_meaning(folded_[t - 1]);
            group.would = folded_[t - 1] == "would" || folded_[t - 1] == "'d";
            if (folded_[t - 1] == "ca") group.modality = Modality::possible;
        }
        if (c == Class::be && planned_to && group.kind == Group::Kind::infinitive) {
            group.kind = Group::Kind::finite;
            group.modality = Modality::planned;
        }
        group.begin = t - 1;
    }
    // adverbs at the edge are no part of the group
    while (group.begin < main && skips(group.begin) && kind(group.begin) != Class::negation) ++group.begin;
    if (group.copula && main + 1 < size() && (kind(main + 1) == Class::negation || is(main + 1, "no"))) {
        group.polarity = Polarity::negative;
        if (kind(main + 1) == Class::negation) group.end = main + 2;
    }
}

void Reading::name_lemmas(Group& group, std::uint8_t bits) const {
    std::uint32_t longest = group.end;
    for (const Form& form : word(group.main).verbs) {
        if ((form.bits & bits) == 0) continue;
        for (const auto& [particles, id] : lemma(form.lemma).phrasal) {
            std::uint32_t at = group.main + 1;
            std::size_t i = 0;
            while (i < particles.size() && is(at, particles[i])) ++i, ++at;
            if (i < particles.size()) continue;
            group.lemmas.push_back(id);
            longest = std::max(longest, at);
        }
        group.lemmas.push_back(form.lemma);
    }
    group.end = longest;
}

}  // namespace entente::relate
