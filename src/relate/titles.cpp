// What stands around a title.
// SPDX-License-Identifier: MIT
#include "relate/titles.hpp"

#include <algorithm>

namespace entente::relate {
namespace {

// A hyphen, not the dash behind a dateline.
bool glued(const Tree& tree, int word) {
    return !tree.document().tokens[tree.offset() + static_cast<std::uint32_t>(word)].space_before;
}

// Words of one phrase, without what would join two.
bool in_phrase(const Tree& tree, int word) {
    switch (tree.upos(word)) {
        case Upos::noun:
        case Upos::propn:
        case Upos::adj:
        case Upos::det:
        case Upos::num:
            return true;
        default:
            return tree.is(word, "'s") || tree.is(word, "’s") || (tree.is(word, "-") && glued(tree, word)) ||
                   tree.is(word, {Deprel::nmod_poss});
    }
}

}  // namespace

// What the words beside a title make of it: "former chairman", "its former partner Telmar", "president-elect".
Rank rank_of(const Tree& tree, int word, int begin) {
    for (const int c : tree.children(word)) {
        if (c < begin && tree.is(c, {Deprel::amod, Deprel::advmod, Deprel::compound, Deprel::nmod})) {
            if (const Rank rank = tree.vocabulary().find(tree.folded(c)).rank; rank != Rank::full) return rank;
        }
    }
    for (int i = begin - 1; i >= 0 && i + 5 > begin && (in_phrase(tree, i) || tree.is(i, "then")); --i) {
        if (tree.is(i, {Deprel::case_})) break;  // "'s"
        if (tree.covering(i) != none) continue;  // "former Norvia chairman"
        const Rank rank = tree.vocabulary().find(tree.folded(i)).rank;
        if (rank != Rank::full && (!tree.is(i, "then") || tree.is(i + 1, "-"))) return rank;
    }
    const bool hyphen = tree.is(word + 1, "-");
    const int behind = hyphen ? word + 2 : word + 1;
    if (behind >= tree.size() || tree.covering(behind) != none) return Rank::full;
    if (!hyphen && !in_phrase(tree, behind)) return Rank::full;
    return tree.vocabulary().find(tree.folded(behind)).rank;
}

// The name right behind a title: "Secretary of State Ann Li", "President-elect Ann Li". Parsers trained on little news
// often hang it elsewhere.
Ends name_behind(const Tree& tree, int word) {
    if (tree.is(word + 1, "-") &&
        tree.vocabulary().find(tree.folded(std::min(word + 2, tree.size() - 1))).rank == Rank::coming)
        word += 2;
    const int reference = word + 1 < tree.size() ? tree.covering(word + 1) : none;
    if (reference == none || tree.adjective(reference)) return {};
    if (tree.meant(reference).kind != Reference::Kind::name) return {};
    return static_cast<int>(tree.range(reference).begin) == word + 1 ? Ends{{.reference = reference}} : Ends{};
}

// The name nearest before a title in its phrase: with "'s" or as "its" a possessor, else a modifier.
Ends name_before(const Tree& tree, int begin, bool possessive) {
    bool owned = false;
    for (int i = begin - 1; i >= 0 && i + 8 > begin && in_phrase(tree, i); --i) {
        if (tree.is(i, "'s") || tree.is(i, "’s")) owned = true;
        if (tree.upos(i) == Upos::det && tree.covering(i) == none) return {};
        const int reference = tree.covering(i);
        if (reference == none || static_cast<int>(tree.range(reference).end) > begin) continue;
        owned |= tree.xpos(i) == Xpos::prp_possessive;
        return owned == possessive ? Ends{{.reference = reference}} : Ends{};
    }
    return {};
}

// "the petroleum minister, Ann Li, ..."
Ends name_behind_comma(const Tree& tree, int word) {
    const int reference = tree.is(word + 1, ",") && word + 2 < tree.size() ? tree.covering(word + 2) : none;
    if (reference == none || tree.adjective(reference)) return {};
    if (tree.entity(reference).type != EntityType::person) return {};
    const TokenRange range = tree.range(reference);
    const int end = static_cast<int>(range.end);
    const bool ends = tree.is(end, ",") || (end + 1 == tree.size() && tree.upos(end) == Upos::punct);
    const bool whole = static_cast<int>(range.begin) == word + 2 && ends;
    return whole ? Ends{{.reference = reference}} : Ends{};
}

// "US Special Representative for Iran Ann Li", "Secretary of State for Health Jon Dahl": the person right behind what the
// title is of or for.
Ends name_behind_complement(const Tree& tree, int word) {
    const bool envoy =
        tree.is(word + 1, "to") || tree.is(word + 1, "at") || tree.is(word + 1, "in");  // "ambassador to"
    if (!tree.is(word + 1, "of") && !tree.is(word + 1, "for") && !envoy) return {};
    for (int i = word + 2; i < std::min(word + 9, tree.size()); ++i) {
        const int reference = tree.covering(i);
        const bool begins = reference != none && static_cast<int>(tree.range(reference).begin) == i;
        if (begins && tree.entity(reference).type == EntityType::person) {
            const int name = tree.head_of(reference);
            const bool titled = !tree.word(i - 1).nouns.empty();  // "a lawyer for President Ann Li"
            const bool other = i == word + 2 || titled || tree.upos(i - 1) == Upos::det || tree.adjective(reference);
            const bool acts = tree.is(name, {Deprel::nsubj, Deprel::obj}) && tree.below(name, word);
            return other || acts ? Ends{} : Ends{{.reference = reference}};
        }
        const bool part = tree.upos(i) == Upos::noun || tree.upos(i) == Upos::propn || tree.upos(i) == Upos::adj ||
                          tree.is(i, "of") || tree.is(i, "and") || tree.is(i, "the");
        if (!part) return i > word + 2 ? name_behind_comma(tree, i - 1) : Ends{};  // "chairman of Norvia, Ann Li, ..."
    }
    return {};
}

// "Norvia's head of research", "president for Europe at Norvia": it leads a part alone.
bool of_a_part(const Tree& tree, int word) {
    if (!tree.is(word + 1, "of") && !tree.is(word + 1, "for")) return false;
    int i = word + 2;
    while (i < tree.size() && in_phrase(tree, i) && tree.covering(i) == none)
        ++i;  // "the opposition Green Alliance"
    const int named = i < tree.size() && in_phrase(tree, i) ? tree.covering(i) : none;
    if (named != none) return tree.is(word + 1, "for") && tree.entity(named).type == EntityType::place;
    const int noun = i - 1;
    return tree.upos(noun) == Upos::noun && tree.word(noun).stands_for == StandIn::none && !tree.is(noun, "state");
}

// "Norvia, whose chairman is Ann Li"
Ends before_whose(const Tree& tree, int begin) {
    int i = begin - 1;
    while (i >= 0 && i + 5 > begin && in_phrase(tree, i) && !tree.is(i, "whose"))
        --i;
    if (i < 1 || !tree.is(i, "whose")) return {};
    const bool mark = tree.upos(i - 1) == Upos::punct;  // a comma, a dash, a bracket
    const int end = mark ? i - 2 : i - 1;
    const int reference = end >= 0 ? tree.covering(end) : none;
    if (reference != none) return tree.adjective(reference) ? Ends{} : Ends{{.reference = reference}};
    for (int noun = end; mark && noun != none && tree.right(noun) <= i;
         noun = tree.head(noun)) {  // "Norvia, a bank, whose"
        if (tree.is(noun, {Deprel::appos})) return meant_alone(tree, tree.head(noun));
    }
    return {};
}

// "Ann Li, chairman": the name before the comma that opens the title's phrase.
Ends name_before_comma(const Tree& tree, int begin) {
    int i = begin - 1;
    while (i >= 0 && in_phrase(tree, i))
        --i;
    if (i < 1 || !tree.is(i, ",")) return {};
    const int reference = tree.covering(i - 1);
    if (reference == none || tree.adjective(reference)) return {};
    return static_cast<int>(tree.range(reference).end) == i ? Ends{{.reference = reference}} : Ends{};
}

// "minister of transport", "foreign affairs minister": a title with what it is for.
std::string title_of(const Tree& tree, int word, int begin) {
    std::string out;
    const bool wide = begin == word && (tree.lemma(word) == "minister" || tree.lemma(word) == "secretary");
    while (wide && begin > 0 && begin + 4 > word && tree.covering(begin - 1) == none &&
           (tree.upos(begin - 1) == Upos::noun || tree.upos(begin - 1) == Upos::propn || tree.is(begin - 1, "foreign")))
        --begin;
    for (int i = begin; i < word; ++i)
        out += tree.folded(i) + " ";
    out += tree.lemma(word);
    const bool more = tree.is(word + 1, "of") || tree.is(word + 1, "for");
    if (!more || (!wide && !tree.is(word, "state"))) return out;
    for (int i = word + 1; i < std::min(word + 6, tree.size()); ++i) {
        const bool part = tree.upos(i) == Upos::noun || tree.upos(i) == Upos::propn || tree.upos(i) == Upos::adj ||
                          tree.is(i, "of") || tree.is(i, "for") || tree.is(i, "and") || tree.is(i, "the");
        if (!part || tree.covering(i) != none) break;
        out += " " + tree.folded(i);
    }
    return out;
}

// "Prime Minister Ann Li", "Ann Li, the foreign minister": a title alone, that a name bears, in capitals where it is of one
// word ("the president" may be that of a club); also "the capital, Oslo".
bool names_no_owner(const Tree& tree, int word, int begin, End bearer) {
    if (bearer.elsewhere != Elsewhere::no || tree.meant(bearer.reference).kind != Reference::Kind::name) return false;
    const bool person = tree.entity(bearer.reference).type == EntityType::person;
    const bool wide = tree.lemma(word) == "minister" || tree.lemma(word) == "secretary";
    const char first = tree.document().form(tree.offset() + static_cast<std::uint32_t>(word)).front();
    if (person && begin == word && !wide && !(first >= 'A' && first <= 'Z')) return false;
    if (!wide && !tree.is(word, "state") && (tree.is(word + 1, "of") || tree.is(word + 1, "for"))) return false;
    const int name = tree.head_of(bearer.reference);
    for (int i = begin - 1; i >= 0 && in_phrase(tree, i) && (tree.below(i, word) || tree.below(i, name)); --i) {
        if (tree.xpos(i) == Xpos::prp_possessive) {  // "his foreign minister", of another person
            const int owner = tree.covering(i);
            if (owner == none || tree.entity(owner).type == EntityType::person) return true;
        }
        const bool noun = tree.upos(i) == Upos::noun || tree.upos(i) == Upos::propn;
        if (tree.covering(i) != none || tree.is(i, {Deprel::nmod_poss})) return false;
        if (noun && (!wide || begin != word)) return false;
    }
    return true;
}

// "Vietnamese Premier Ann Li and Trade Minister Jon Dahl": the country of the title before.
int shared_country(const Tree& tree, int begin) {
    const int last = tree.is(begin - 1, "and") ? begin - 2 : none;
    const int person = last > 0 ? tree.covering(last) : none;
    if (person == none || tree.entity(person).type != EntityType::person) return none;
    const int first = static_cast<int>(tree.range(person).begin);
    for (const bool possessive : {false, true}) {
        const Ends before = name_before(tree, first, possessive);
        if (!before.empty() && tree.entity(before.front().reference).type == EntityType::country)
            return before.front().reference;
    }
    return none;
}

}  // namespace entente::relate
