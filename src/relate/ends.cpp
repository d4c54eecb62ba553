// Where the ends of a verb or noun stand.
//
// "Telmar, which is based in Malmö, employs ...": leftward from "employs" an aside between commas is stepped
// over, and "the head of Norvia said" is read back over "of" to "head", which means nobody we know, so there
// is no subject. SPDX-License-Identifier: MIT
#include "relate/ends.hpp"

#include <algorithm>

namespace entente::relate {
namespace {

constexpr int deepest = 6;             // verbs that share or pass on a subject
constexpr std::uint32_t longest = 60;  // tokens that an aside may have

}  // namespace

EntityType EndFinder::type(int reference) const {
    const Document& document = reading_.document();
    return document.entities[number(document.references[static_cast<std::size_t>(reference)].entity)].type;
}

// Steps over what stands between a verb and its phrase: adverbs and what is in brackets.
std::uint32_t EndFinder::skip_right(std::uint32_t at) const {
    while (at < reading_.size()) {
        if (reading_.kind(at) == Class::open) {
            while (at < reading_.size() && reading_.kind(at) != Class::close)
                ++at;
            ++at;
        } else if (reading_.skips(at)) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

int EndFinder::object_phrase(int group) const {
    const std::uint32_t at = skip_right(reading_.groups()[static_cast<std::size_t>(group)].end);
    const int phrase = reading_.phrase_at(at);
    return phrase != none && reading_.phrases()[static_cast<std::size_t>(phrase)].begin == at ? phrase : none;
}

Ends EndFinder::object(int group) const {
    const int phrase = object_phrase(group);
    return phrase == none ? Ends{} : joined_right(phrase, true);
}

Ends EndFinder::meant_by(int phrase) const {
    const Phrase& p = reading_.phrases()[static_cast<std::size_t>(phrase)];
    if (p.head != none) return {p.head};
    const int next = reading_.phrase_at(p.end + 1);
    if (!reading_.is(p.end, "of") || next == none || !reading_.word(p.end - 1).names_place) return {};
    const int place = reading_.phrases()[static_cast<std::size_t>(next)].head;  // "the town of Lahti"
    return place == none ? Ends{} : Ends{place};
}

// "Norway, Sweden and Denmark", from the last one; a list needs its "and".
Ends EndFinder::joined_left(int phrase) const {
    Ends out = meant_by(phrase);
    if (out.empty()) return out;
    bool joined = false;
    for (int p = phrase - 1; p >= 0; --p) {
        const Phrase& left = reading_.phrases()[static_cast<std::size_t>(p)];
        const Phrase& right = reading_.phrases()[static_cast<std::size_t>(p) + 1];
        std::uint32_t at = left.end;
        const bool comma = reading_.kind(at) == Class::comma;
        if (comma) ++at;
        const bool conjunction = reading_.kind(at) == Class::conjunction;
        if (conjunction) ++at;
        if (at != right.begin || !(comma || conjunction) || left.head == none || (comma && !conjunction && !joined))
            break;
        if (comma && reading_.kind(right.begin) != Class::nominal) break;  // "Telmar, the maker and ..."
        joined = true;
        out.push_back(left.head);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

Ends EndFinder::joined_right(int phrase, bool of_verb) const {
    Ends out = meant_by(phrase);
    const auto& phrases = reading_.phrases();
    Ends list = out;
    for (std::size_t p = static_cast<std::size_t>(phrase); p + 1 < phrases.size() && !list.empty(); ++p) {
        std::uint32_t at = phrases[p].end;
        const bool comma = reading_.kind(at) == Class::comma;
        if (comma) ++at;
        const bool conjunction = reading_.kind(at) == Class::conjunction;
        if (conjunction) ++at;
        const Phrase& right = phrases[p + 1];
        if (at != right.begin || !(comma || conjunction) || right.head == none) break;
        // "banned Telmar and Norvia said": what is the subject of a verb is not in the list
        const int next = reading_.group_at(skip_right(right.end));
        if (of_verb && next != none && reading_.groups()[static_cast<std::size_t>(next)].kind == Group::Kind::finite)
            break;
        list.push_back(right.head);
        if (conjunction) return list;
    }
    return out;
}

int EndFinder::leftward_host(std::uint32_t last) const {
    int phrase = reading_.phrase_at(last);
    while (phrase != none) {
        const std::uint32_t begin = reading_.phrases()[static_cast<std::size_t>(phrase)].begin;
        if (begin < 2 || !reading_.joins(begin - 1) || reading_.phrase_at(begin - 2) == none) return phrase;
        phrase = reading_.phrase_at(begin - 2);
    }
    return none;
}

Ends EndFinder::subject(int group, int depth) const {
    if (depth > deepest) return {};
    const Group& g = reading_.groups()[static_cast<std::size_t>(group)];
    if (g.kind == Group::Kind::infinitive || g.kind == Group::Kind::gerund) {
        return controlled_subject(group, depth);
    }
    return left_of(g.begin, group, depth);
}

// The words before token `at`, read from right to left.
Ends EndFinder::left_of(std::uint32_t at, int group, int depth) const {
    const bool reduced = reading_.groups()[static_cast<std::size_t>(group)].kind == Group::Kind::participle;
    while (at > 0) {
        const std::uint32_t last = at - 1;
        if (reading_.skips(last) || reading_.kind(last) == Class::dash) {
            at = last;
            if (reading_.kind(last) == Class::time && at > 0 && reading_.kind(at - 1) == Class::preposition) --at;
            continue;
        }
        const Class c = reading_.kind(last);
        if (c == Class::close) {
            while (at > 0 && reading_.kind(at - 1) != Class::open)
                --at;
            at = at > 0 ? at - 1 : 0;
            continue;
        }
        if (const int phrase = reading_.phrase_at(last); phrase != none) {
            if (reduced) return meant_by(phrase);
            const int host = leftward_host(last);
            const std::uint32_t begin = reading_.phrases()[static_cast<std::size_t>(host)].begin;
            if (begin > 0 && reading_.joins(begin - 1)) return {};
            return joined_left(host);
        }
        if (c == Class::relative || c == Class::that) return antecedent(last);
        if (c == Class::comma) {
            if (!reduced) return before_aside(last);
            const int phrase = last > 0 ? reading_.phrase_at(last - 1) : none;
            return phrase == none ? Ends{}
                                  : meant_by(leftward_host(last - 1) == phrase ? phrase : leftward_host(last - 1));
        }
        if (c == Class::conjunction || c == Class::but) return shared_subject(group, depth);
        return {};
    }
    return {};
}

// "Telmar, which ..."; "the firm that ...".
Ends EndFinder::antecedent(std::uint32_t relative) const {
    std::uint32_t at = relative;
    if (at > 0 && reading_.kind(at - 1) == Class::comma) --at;
    if (at > 0 && reading_.kind(at - 1) == Class::close) {
        while (at > 0 && reading_.kind(at - 1) != Class::open)
            --at;
        if (at > 0) --at;
    }
    if (at == 0 || reading_.phrase_at(at - 1) == none) return {};
    int phrase = reading_.phrase_at(at - 1);
    const bool who = reading_.is(relative, "who");
    const int host = leftward_host(at - 1);
    if (host != phrase && who) phrase = host;
    if (host != phrase && meant_by(phrase).empty()) phrase = host;
    const Ends meant = meant_by(phrase);
    if (meant.empty()) return apposed(phrase);
    const bool person = type(meant.front()) == EntityType::person;
    return who == person || reading_.kind(relative) == Class::that ? meant : Ends{};
}

// Who is named before the comma that opens this phrase.
Ends EndFinder::apposed(int phrase) const {
    std::uint32_t at = reading_.phrases()[static_cast<std::size_t>(phrase)].begin;
    if (at < 2 || reading_.kind(at - 1) != Class::comma) return {};
    at -= 1;
    if (reading_.kind(at - 1) == Class::close) {
        while (at > 0 && reading_.kind(at - 1) != Class::open)
            --at;
        if (at == 0) return {};
        --at;
    }
    const int before = at > 0 ? reading_.phrase_at(at - 1) : none;
    if (before == none) return {};
    const std::uint32_t begin = reading_.phrases()[static_cast<std::size_t>(before)].begin;
    // a list is no apposition: "Norway, Sweden and ..."
    if (reading_.kind(reading_.phrases()[static_cast<std::size_t>(phrase)].end) == Class::conjunction &&
        !meant_by(phrase).empty()) {
        return {};
    }
    if (begin > 0 && reading_.kind(begin - 1) == Class::preposition && leftward_host(at - 1) != before) {
        const Ends outer = meant_by(leftward_host(at - 1));
        if (!outer.empty()) return outer;
    }
    return meant_by(before);
}

// The comma at `comma` closes an aside: "Ann Li, chairman of Norvia, said".
Ends EndFinder::before_aside(std::uint32_t comma) const {
    int verbs = 0;
    bool relative = false;
    for (std::uint32_t at = comma; at > 0 && comma - at < longest; --at) {
        const std::uint32_t i = at - 1;
        const Class c = reading_.kind(i);
        if (c == Class::semicolon || c == Class::quote || c == Class::but || c == Class::condition) return {};
        if (const int group = reading_.group_at(i); group != none) {
            const Group& g = reading_.groups()[static_cast<std::size_t>(group)];
            if (g.main == i && g.kind == Group::Kind::finite) ++verbs;
        }
        if (c == Class::relative || c == Class::that) relative = true;
        if (c != Class::comma || i == 0) continue;
        const int phrase = reading_.phrase_at(i - 1);
        const bool bracket = reading_.kind(i - 1) == Class::close;
        if (phrase == none && !bracket) return {};
        const Class first = reading_.kind(i + 1);
        const bool opens = first == Class::relative || reading_.phrase_at(i + 1) != none ||
                           first == Class::preposition || reading_.group_at(i + 1) != none;
        if (!opens || (verbs > 0 && !relative)) return {};
        std::uint32_t last = i - 1;
        if (bracket) {
            while (last > 0 && reading_.kind(last) != Class::open)
                --last;
            if (last == 0 || reading_.phrase_at(last - 1) == none) return {};
            --last;
        }
        const int host = leftward_host(last);
        const std::uint32_t begin = reading_.phrases()[static_cast<std::size_t>(host)].begin;
        if (begin > 0 && reading_.joins(begin - 1)) return {};
        if (const Ends found = meant_by(host); !found.empty()) return found;
        const int named = reading_.phrase_at(i + 1);  // "its leader, Ann Li, said"
        if (named != none && reading_.phrases()[static_cast<std::size_t>(named)].end == comma) return meant_by(named);
    }
    return {};
}

// "Iceland imposed sanctions on Pesmarel and accused Portugal".
Ends EndFinder::shared_subject(int group, int depth) const {
    const Group& own = reading_.groups()[static_cast<std::size_t>(group)];
    for (int other = group - 1; other >= 0; --other) {
        const Group& g = reading_.groups()[static_cast<std::size_t>(other)];
        if (g.kind != own.kind) continue;
        if (g.passive != own.passive && own.kind == Group::Kind::participle) continue;
        for (std::uint32_t i = g.end; i < own.begin; ++i) {
            const Class c = reading_.kind(i);
            if (c == Class::semicolon || c == Class::quote) return {};
        }
        return subject(other, depth + 1);
    }
    return {};
}

int EndFinder::governor(int group) const {
    const Group& own = reading_.groups()[static_cast<std::size_t>(group)];
    if (own.kind != Group::Kind::infinitive && own.kind != Group::Kind::gerund) return none;
    if (own.begin > 0 && reading_.kind(own.begin - 1) == Class::conjunction) {
        for (int other = group - 1; other >= 0; --other) {  // "urged Norway to ban Telmar and to fine Norvia"
            if (reading_.groups()[static_cast<std::size_t>(other)].kind == own.kind) return governor(other);
        }
        return none;
    }
    const int other = group - 1;
    if (other < 0) return none;
    for (std::uint32_t i = reading_.groups()[static_cast<std::size_t>(other)].end; i < own.begin; ++i) {
        const Class c = reading_.kind(i);
        if (c == Class::comma || c == Class::semicolon || c == Class::quote || c == Class::relative || c == Class::that)
            return none;
    }
    return other;
}

// "agreed to buy": whoever agreed. "urged Norway to ban": Norway.
Ends EndFinder::controlled_subject(int group, int depth) const {
    const Group& own = reading_.groups()[static_cast<std::size_t>(group)];
    if (own.begin > 0 && reading_.kind(own.begin - 1) == Class::conjunction) return shared_subject(group, depth);
    const int other = governor(group);
    if (other == none) {  // "Norway to ban Telmar", a headline
        return group == 0 && own.kind == Group::Kind::infinitive ? left_of(own.begin, group, depth) : Ends{};
    }
    const Group& g = reading_.groups()[static_cast<std::size_t>(other)];
    const Governor how = reading_.governor(g);
    const int phrase = object_phrase(other);
    const bool direct =
        skip_right(g.end) >= own.begin || (own.kind == Group::Kind::gerund && skip_right(g.end) + 1 >= own.begin);
    if (direct) {
        if (how.of_object && !g.passive && own.kind == Group::Kind::infinitive) return {};
        return subject(other, depth + 1);
    }
    if (own.kind == Group::Kind::gerund) return {};
    if (phrase == none) return how.listed ? Ends{} : subject(other, depth + 1);
    if (how.listed && !g.passive) return object(other);
    const Phrase& p = reading_.phrases()[static_cast<std::size_t>(phrase)];
    if (p.head == none) {  // "Norvia's plan to buy Ilvarro"
        for (const int r : reading_.references_in(p.begin, p.end)) {
            if (reading_.kind(reading_.range(r).end) == Class::clitic) return {r};
        }
    }
    return subject(other, depth + 1);
}

// "in Oslo", "in May", "for 3 million": a phrase on which nothing hangs.
bool EndFinder::stands_aside(int phrase) const {
    if (!meant_by(phrase).empty()) return true;
    const Phrase& p = reading_.phrases()[static_cast<std::size_t>(phrase)];
    return reading_.shape(p.begin) == Shape::number || reading_.kind(p.begin) == Class::number ||
           reading_.is(p.begin, "$") || reading_.is(p.begin, "may");
}

// "in a laboratory in Trondheim": the place where that lies.
Ends EndFinder::place_of(int phrase) const {
    const std::uint32_t end = reading_.phrases()[static_cast<std::size_t>(phrase)].end;
    if (!reading_.is(end, "in") && !reading_.is(end, "at")) return {};
    const int next = reading_.phrase_at(end + 1);
    if (next == none) return {};
    const Ends out = meant_by(next);
    if (out.empty()) return {};
    const EntityType kind = type(out.front());
    return kind == EntityType::place || kind == EntityType::country ? out : Ends{};
}

Ends EndFinder::behind(std::string_view preposition, std::uint32_t from, bool of_verb) const {
    bool astray = false;  // past a phrase on which the next may hang
    for (std::uint32_t i = from; i < reading_.size(); ++i) {
        if (reading_.group_at(i) != none) return {};
        const Class c = reading_.kind(i);
        if (c == Class::semicolon || c == Class::relative || c == Class::that || c == Class::subordinator ||
            c == Class::comma || c == Class::condition || c == Class::quote || c == Class::but || c == Class::dash) {
            return {};
        }
        if (c == Class::open) {
            i = skip_right(i) - 1;
            continue;
        }
        if (c != Class::preposition && c != Class::to) continue;
        const std::uint32_t at = skip_right(i + 1);
        const int phrase = reading_.phrase_at(at);
        if (phrase == none) continue;  // "by Monday"
        if (!reading_.is(i, preposition)) {
            astray = astray || !stands_aside(phrase);
            continue;
        }
        if (astray && preposition != "by") return {};  // "lent money for a railway to the coast"
        if (preposition == "in" && meant_by(phrase).empty()) return place_of(phrase);
        return joined_right(phrase, of_verb);
    }
    return {};
}

Ends EndFinder::behind_noun(std::string_view preposition, std::uint32_t from) const {
    std::uint32_t stop = from;
    while (stop < reading_.size() && reading_.kind(stop) != Class::comma && reading_.group_at(stop) == none)
        ++stop;
    const Class first = from < reading_.size() ? reading_.kind(from) : Class::stop;
    if (first != Class::preposition && first != Class::to && !reading_.skips(from)) return {};
    return behind(preposition, from, false);
}

}  // namespace entente::relate
