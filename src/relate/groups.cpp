// Verb groups of a sentence.
//
// A form that can be a verb is one if the words before it ask for one: an auxiliary, "to", a subject. After
// "the" or "of" it is a noun. Where both can be - "Norway sanctions Telmar", "EU sanctions on Telmar" - the
// next word decides. SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/reading.hpp"

namespace entente::relate {
namespace {

bool auxiliary(Class c) {
    return c == Class::modal || c == Class::be || c == Class::have || c == Class::do_;
}

bool helper(Class c) {
    return c == Class::be || c == Class::have || c == Class::do_;
}

std::uint8_t all_bits(const Word& word) {
    std::uint8_t bits = 0;
    for (const Form& form : word.verbs)
        bits = static_cast<std::uint8_t>(bits | form.bits);
    return bits;
}

Modality modal_meaning(const std::string& word) {
    if (word == "will" || word == "would" || word == "shall" || word == "'ll" || word == "wo" || word == "'d")
        return Modality::planned;
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
    if (reference_at_[i] != none || (i > 0 && is(i - 1, "-"))) return false;
    std::uint32_t before = i;  // one past the word before the verb, adverbs aside
    while (before > 0 && skips(before - 1) && kind(before - 1) != Class::time)
        --before;
    const std::uint8_t bits = all_bits(word(i));
    std::uint8_t fits = 0;
    if (helper(kind(i))) {
        fits = alone(i, before, group);
    } else if (bits == 0) {
        return unknown_verb(i, group);
    } else {
        fits = behind_auxiliary(bits, before, group);
        if (fits == 0) fits = behind_other(i, bits, before, group);
    }
    if (fits == 0) return false;
    group.main = group.begin = i;
    group.end = i + 1;
    widen(group, i);
    name_lemmas(group, fits);
    return true;
}

// "be", "have" and "do" are verbs of their own where no other follows. All forms fit.
std::uint8_t Reading::alone(std::uint32_t i, std::uint32_t before, Group& group) const {
    const Class own = kind(i);
    std::uint32_t next = i + 1;
    while (skips(next) && kind(next) != Class::time)
        ++next;
    if (auxiliary(kind(next)) || (own == Class::be && kind(next) == Class::to)) return 0;
    if (next < size() && reference_at_[next] == none && kind(next) == Class::nominal) {
        const int wanted = own == Class::be     ? Form::participle | Form::gerund
                           : own == Class::have ? Form::participle
                                                : Form::base;
        if ((all_bits(word(next)) & wanted) != 0) return 0;
    }
    const bool after_to = before > 0 && reference_at_[before - 1] == none && kind(before - 1) == Class::to;
    group.kind = after_to ? Group::Kind::infinitive : Group::Kind::finite;
    group.copula = own == Class::be;
    return 0xff;
}

// "will ban", "to ban", "has banned", "was banned": which forms fit, 0 for none.
std::uint8_t Reading::behind_auxiliary(std::uint8_t bits, std::uint32_t before, Group& group) const {
    if (before == 0 || reference_at_[before - 1] != none) return 0;
    const Class c = kind(before - 1);
    if (c == Class::modal || c == Class::do_ || c == Class::to) {
        group.kind = c == Class::to ? Group::Kind::infinitive : Group::Kind::finite;
        return bits & Form::base;
    }
    if (c == Class::have) {
        if (is(before - 1, "having")) group.kind = Group::Kind::gerund;
        return bits & Form::participle;
    }
    if (c != Class::be) return 0;
    if (is(before - 1, "being") && (before < 2 || kind(before - 2) != Class::be)) group.kind = Group::Kind::gerund;
    group.passive = (bits & Form::participle) != 0;
    return group.passive ? Form::participle : bits & Form::gerund;
}

// A gerund, a finite verb or a participle: which forms fit, 0 for none.
std::uint8_t Reading::behind_other(std::uint32_t i, std::uint8_t bits, std::uint32_t before, Group& group) const {
    if (before == 0) return 0;
    const Class c = kind(before - 1);
    const bool free = reference_at_[before - 1] == none;
    if ((bits & Form::gerund) != 0) {
        group.kind = Group::Kind::gerund;
        return free && (c == Class::preposition || group_at_[before - 1] != none) ? Form::gerund : 0;
    }
    if (finite_here(i, bits, before)) {
        const std::uint8_t fits = bits & (Form::past | Form::third | Form::base);
        const bool joins_to = c == Class::conjunction && fits == Form::base && !groups_.empty();
        if (joins_to && groups_.back().kind == Group::Kind::infinitive) group.kind = Group::Kind::infinitive;
        return fits;
    }
    const bool noun = !free || (c == Class::nominal && shape(before - 1) != Shape::number);
    if (!noun && c != Class::comma && c != Class::close && !in_series(before - 1)) return 0;
    group.kind = Group::Kind::participle;
    group.passive = true;
    return kind(i + 1) == Class::preposition ? bits & Form::participle : 0;
}

// Whether "and" at i joins a participle to the one before: "founded by Ann Li and based in Oslo".
bool Reading::in_series(std::uint32_t i) const {
    return reference_at_[i] == none && kind(i) == Class::conjunction && !groups_.empty() &&
           groups_.back().kind == Group::Kind::participle;
}

// "Norway surprised Sweden": no list knows every verb, but a past form right behind a name is one.
bool Reading::unknown_verb(std::uint32_t i, Group& group) const {
    if (i == 0 || shape(i) != Shape::lower || !folded_[i].ends_with("ed") || kind(i) != Class::nominal) return false;
    if (reference_at_[i - 1] == none || adjective(reference_at_[i - 1]) || kind(i - 1) == Class::possessive)
        return false;
    group.begin = group.main = i;
    group.end = i + 1;
    return true;
}

// Whether the comma ends an aside of a sentence that still lacks its verb: "Ann Li, chairman of Norvia,
// resigned from".
bool Reading::closes_aside(std::uint32_t comma) const {
    for (std::uint32_t i = comma; i > 0; --i) {
        if (const int group = group_at_[i - 1]; group != none) {
            return groups_[static_cast<std::size_t>(group)].kind != Group::Kind::finite && closes_aside(i - 1);
        }
        if (kind(i - 1) == Class::comma) return true;
    }
    return false;
}

// Whether what follows token i can be an object: a phrase that begins anew.
bool Reading::object_follows(std::uint32_t i) const {
    std::uint32_t next = i + 1;
    while (skips(next))
        ++next;
    if (next >= size()) return false;
    const Class c = kind(next);
    return reference_at_[next] != none || c == Class::determiner || c == Class::negative_determiner ||
           c == Class::possessive || c == Class::pronoun || c == Class::that || shape(next) == Shape::number ||
           shape(next) == Shape::title || shape(next) == Shape::upper;
}

// Whether the word at `last` can end a subject, or what else a finite verb may follow.
bool Reading::subject_ends(std::uint32_t last, bool past) const {
    if (reference_at_[last] != none) return !adjective(reference_at_[last]) && kind(last) != Class::possessive;
    switch (kind(last)) {
        case Class::nominal:
            return shape(last) != Shape::number || past;
        case Class::pronoun:
        case Class::relative:
        case Class::that:
        case Class::conjunction:
        case Class::but:
        case Class::comma:
        case Class::close:
        case Class::quote:
        case Class::dash:
        case Class::time:
            return true;
        default:
            return false;
    }
}

bool Reading::finite_here(std::uint32_t i, std::uint8_t bits, std::uint32_t before) const {
    const std::uint32_t last = before - 1;
    const bool named = reference_at_[last] != none;
    const Class c = named ? Class::nominal : kind(last);
    if (!subject_ends(last, (bits & Form::past) != 0)) return false;
    if ((bits & Form::past) != 0) {
        if ((bits & Form::participle) == 0) return true;
        const bool marked = c == Class::pronoun || c == Class::relative || c == Class::that ||
                            c == Class::conjunction || c == Class::but;
        const bool preposition = kind(i + 1) == Class::preposition;
        if (!marked && is(i + 1, "by")) return false;
        if (preposition && in_series(last)) return false;
        return c != Class::comma || !preposition || closes_aside(last);
    }
    if ((bits & Form::third) != 0) {
        const bool noun_too = !word(i).nouns.empty() || (!named && c == Class::nominal);
        return !noun_too || object_follows(i);
    }
    if (c == Class::conjunction && !groups_.empty() && groups_.back().kind == Group::Kind::infinitive) return true;
    if (c == Class::pronoun || c == Class::relative) return true;
    const bool many = named || c == Class::conjunction || (c == Class::nominal && folded_[last].ends_with('s'));
    return many && object_follows(i);
}

// Takes in the auxiliaries and adverbs before the main verb, and what they say; `group.begin` moves left.
void Reading::widen(Group& group, std::uint32_t main) const {
    bool behind_to = false;  // "is to ban", "not to ban": little may stand before "to"
    for (std::uint32_t t = main; t > 0; --t) {
        const Class c = kind(t - 1);
        const bool negates = c == Class::negation || c == Class::negative_determiner;
        const bool inside = auxiliary(c) || c == Class::to || (skips(t - 1) && c != Class::time);
        if (!inside || reference_at_[t - 1] != none || group_at_[t - 1] != none) break;
        if (behind_to && c != Class::be && c != Class::negation) break;
        if (negates) group.polarity = Polarity::negative;
        if (c == Class::to) {
            group.kind = Group::Kind::infinitive;
            behind_to = true;
        } else if (c == Class::be && behind_to) {
            group.kind = Group::Kind::finite;
            group.modality = Modality::planned;
        } else if (c == Class::modal) {
            group.modality = modal_meaning(folded_[t - 1]);
            group.would = folded_[t - 1] == "would" || folded_[t - 1] == "'d";
        }
        group.begin = t - 1;
    }
    // adverbs at the edge are no part of the group
    while (group.begin < main && skips(group.begin) && kind(group.begin) == Class::adverb && !is(group.begin, "longer"))
        ++group.begin;
    if (group.copula && kind(main + 1) == Class::negation) {  // "is not"
        group.polarity = Polarity::negative;
        group.end = main + 2;
    }
}

void Reading::name_lemmas(Group& group, std::uint8_t bits) const {
    std::uint32_t longest = group.end;
    for (const Form& form : word(group.main).verbs) {
        if ((form.bits & bits) == 0) continue;
        for (const auto& [particles, id] : lemma(form.lemma).phrasal) {
            std::uint32_t at = group.main + 1;
            std::size_t i = 0;
            while (i < particles.size() && is(at, particles[i]))
                ++i, ++at;
            if (i < particles.size()) continue;
            group.lemmas.push_back(id);
            longest = std::max(longest, at);
        }
        group.lemmas.push_back(form.lemma);
    }
    group.end = longest;
}

}  // namespace entente::relate
