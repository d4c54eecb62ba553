// Who is meant by a word of the tree.
//
// "Telmar" is Telmar; "the maker, Telmar" is Telmar too; "Danish police" are Denmark; "Telmar shares" are nobody, and
// "Telmar equipment" is Telmar only for a relation that reaches goods.
// SPDX-License-Identifier: MIT
#include "relate/ends.hpp"

#include <algorithm>
#include <array>

namespace entente::relate {
namespace {

constexpr int deepest = 6;  // nouns that stand for one another, names joined to one another

void add_one(Ends& to, End end) {
    const bool there = std::any_of(to.begin(), to.end(), [&](End e) { return e.reference == end.reference; });
    if (!there) to.push_back(end);
}

bool names(const Tree& tree, int word) {
    const int reference = tree.reference(word);
    return reference != none && !tree.adjective(reference);
}

// Whether "not" or "but" stands before the later member of a list.
bool has_word(const Tree& tree, int word, std::string_view wanted) {
    for (int i = std::max(0, tree.left(word) - 1); i < word; ++i) {
        if (!tree.is(i, wanted)) continue;
        const bool also = wanted == "not" && (tree.is(i + 1, "only") || tree.is(i + 1, "just"));
        if (!also) return true;
    }
    return false;
}

Ends as_stand_in(Ends ends) {
    for (End& end : ends)
        end.stands_in = true;
    return ends;
}

bool reaches(const Tree& tree, int word, Reach reach) {
    switch (tree.word(word).stands_for) {
        case StandIn::people:
        case StandIn::authority:
            return true;
        case StandIn::goods:
            return reach.goods;
        case StandIn::deeds:
            return reach.deeds;
        default:
            return false;
    }
}

// "firms such as Telmar and Norvia", "several countries, including Norway"
Ends listed_below(const Tree& tree, int word) {
    static constexpr std::array<std::string_view, 3> openers = {"such as", "including", "like"};
    for (const int c : tree.children(word)) {
        if (c < word || !tree.is(c, {Deprel::nmod, Deprel::appos, Deprel::obl})) continue;
        if (std::find(openers.begin(), openers.end(), tree.marks(c)) != openers.end()) return meant_by(tree, c);
    }
    return {};
}

Ends alone(const Tree& tree, int word, Reach reach, int depth);

bool person(const Tree& tree, int word) {
    return names(tree, word) && tree.entity(tree.reference(word)).type == EntityType::person;
}

// Where the tree errs: "the conductor Karl Brandt" with the name elsewhere; "the president of Benora, Amadou Sall" with
// the name below Benora.
Ends named_behind(const Tree& tree, int word) {
    if (tree.upos(word) != Upos::noun || tree.xpos(word) != Xpos::nn || word + 1 >= tree.size()) return {};
    const int next = tree.covering(word + 1);
    if (next != none && !tree.adjective(next) && tree.meant(next).kind == Reference::Kind::name &&
        static_cast<int>(tree.range(next).begin) == word + 1)
        return {{.reference = next}};
    for (const int c : tree.children(word)) {
        const std::string opener = tree.marks(c);
        const bool of_title = opener == "of" || (!tree.word(word).nouns.empty() && (opener == "for" || opener == "to"));
        if (c < word || !of_title || person(tree, c)) continue;
        for (const int below : tree.children(c)) {
            if (tree.is(below, {Deprel::appos}) && person(tree, below)) return {{.reference = tree.reference(below)}};
        }
    }
    return {};
}

// Whether a preposition stands right before the name, wherever the tree hangs it.
bool opened(const Tree& tree, int name) {
    int before = static_cast<int>(tree.range(tree.reference(name)).begin) - 1;
    while (before > 0 && (tree.upos(before) == Upos::det || tree.upos(before) == Upos::adj))
        --before;
    return before >= 0 && tree.upos(before) == Upos::adp;
}

// "the maker, Telmar"; "chairman Ann Li" where the title is the head.
Ends named_beside(const Tree& tree, int word) {
    for (const int c : tree.children(word)) {
        const bool beside = tree.is(c, {Deprel::appos, Deprel::flat}) ||
                            (c > word && tree.is(c, {Deprel::nmod_desc, Deprel::nmod_unmarked})) ||
                            (c > word && tree.is(c, {Deprel::nmod}) && person(tree, c) && !opened(tree, c));
        if (!beside || !names(tree, c) || !tree.marks(c).empty() || has_word(tree, c, "not")) continue;
        const bool several = tree.xpos(word) == Xpos::nns && tree.is(c, {Deprel::appos});
        return several ? meant_by(tree, c) : Ends{{.reference = tree.reference(c)}};  // "the firms, Telmar and Norvia"
    }
    return named_behind(tree, word);
}

bool country(const Tree& tree, int word) {
    return names(tree, word) && tree.entity(tree.reference(word)).type == EntityType::country;
}

// "made by Telmar", "from", behind goods
Ends made_by(const Tree& tree, int participle, Reach reach, int depth) {
    for (const int c : tree.children(participle)) {
        if (c > participle && tree.is(c, {Deprel::obl}) && tree.marks(c) == "by")
            return alone(tree, c, reach, depth + 1);
    }
    return {};
}

// Goods that no list knows: "Vietnamese solar modules", "glass shipped from Vietnam".
Ends from_abroad(const Tree& tree, int word, int depth) {
    const StandIn kind = tree.word(word).stands_for;
    if (tree.upos(word) != Upos::noun || tree.word(word).somebody) return {};
    if (kind != StandIn::none && kind != StandIn::goods) return {};
    for (const int c : tree.children(word)) {
        if (c < word || !tree.is(c, {Deprel::acl}) || tree.deprel(c) == Deprel::acl_relcl) continue;
        if (!tree.word(c).makes) continue;
        for (const int below : tree.children(c)) {
            const std::string opener = tree.marks(below);
            if (below > c && (opener == "from" || opener == "in" || opener == "by"))
                return alone(tree, below, {}, depth + 1);
        }
    }
    if (tree.xpos(word) != Xpos::nns && tree.has(word, {Deprel::det})) return {};  // "the Danish crash"
    Ends out = modifier(tree, word);
    std::erase_if(out, [&](End end) {
        return !tree.adjective(end.reference) || tree.entity(end.reference).type != EntityType::country ||
               tree.is(static_cast<int>(tree.range(end.reference).end), "-");
    });
    return out;
}

// A deed that no list knows: "the launch by Kenya".
Ends any_deed(const Tree& tree, int word, int depth) {
    if (tree.upos(word) != Upos::noun || tree.word(word).somebody || tree.word(word).stands_for != StandIn::none)
        return {};
    for (const int c : tree.children(word)) {
        if (c > word && tree.is(c, {Deprel::nmod}) && tree.marks(c) == "by")
            return as_stand_in(alone(tree, c, {}, depth + 1));
    }
    return {};
}

Ends represented(const Tree& tree, int word, Reach reach, int depth) {
    const StandIn kind = tree.word(word).stands_for;
    if (kind == StandIn::place || kind == StandIn::area) {  // "the town of Lahti"
        Ends out;
        for (const int c : tree.children(word)) {
            if (tree.is(c, {Deprel::nmod}) && tree.marks(c) == "of") add(out, alone(tree, c, reach, depth + 1));
        }
        const int before = kind == StandIn::area && word > 0 ? tree.covering(word - 1) : none;  // "the Donetsk region"
        if (before != none && !tree.adjective(before) && tree.entity(before).type == EntityType::place &&
            tree.below(word - 1, word) && !tree.is(tree.head_of(before), {Deprel::nmod_poss}))
            out = {{.reference = before}};
        return out;
    }
    if (reach.goods) {
        if (Ends out = from_abroad(tree, word, depth); !out.empty()) return as_stand_in(std::move(out));
    }
    if (!reaches(tree, word, reach)) return reach.deeds ? any_deed(tree, word, depth) : Ends{};
    Ends out = possessor(tree, word);
    if (out.empty()) out = modifier(tree, word);
    static constexpr std::array<std::string_view, 6> openers = {"of", "for", "from", "at", "by", "to"};
    const bool goods = tree.word(word).stands_for == StandIn::goods;  // "flights to Cuba", "radios made by Telmar"
    for (const int c : tree.children(word)) {
        if (out.empty() && c > word && goods && tree.is(c, {Deprel::acl})) out = made_by(tree, c, reach, depth);
        if (!out.empty() || c < word || !tree.is(c, {Deprel::nmod})) continue;
        const std::string opener = tree.marks(c);
        const bool there = opener == "in" && tree.word(word).stands_for == StandIn::authority && country(tree, c);
        if (!there &&
            (std::find(openers.begin(), openers.end(), opener) == openers.end() || (opener == "to" && !goods)))
            continue;
        out = alone(tree, c, reach, depth + 1);
    }
    return as_stand_in(std::move(out));
}

Ends alone(const Tree& tree, int word, Reach reach, int depth) {
    if (depth > deepest) return {};
    if (names(tree, word)) return {{.reference = tree.reference(word)}};
    Ends out = named_beside(tree, word);
    if (out.empty()) out = listed_below(tree, word);
    if (out.empty()) out = represented(tree, word, reach, depth);
    return out;
}

// A later member of a list with a preposition of its own is not the same end: "from Oslo and to Mkanda".
bool joined(const Tree& tree, int word, int other) {
    const bool loose = tree.is(other, {Deprel::appos, Deprel::parataxis, Deprel::nmod, Deprel::dep});
    if (loose && names(tree, other)) {
        const std::string with = tree.marks(other);
        if (with == "along with" || with == "together with" || with == "as well as") return true;
        return with.empty() && has_word(tree, other, "not");  // "Norway, not Sweden, banned"
    }
    if (!tree.is(other, {Deprel::conj}) || tree.has(other, {Deprel::nsubj, Deprel::cop})) return false;
    if (tree.verb(other)) return false;
    const std::string own = tree.marks(other);
    return own.empty() || own == tree.opener(word);
}

void gather(const Tree& tree, int word, Reach reach, Ends& out, int depth) {
    add(out, alone(tree, word, reach, 0));
    if (depth > deepest) return;
    for (const int c : tree.children(word)) {
        if (c < word || !joined(tree, word, c)) continue;
        Ends more;
        gather(tree, c, reach, more, depth + 1);
        mark_contrast(tree, c, more);
        add(out, more);
    }
}

}  // namespace

void mark_contrast(const Tree& tree, int word, Ends& ends) {
    const bool denied = has_word(tree, word, "not"), contrasted = !denied && has_word(tree, word, "but");
    for (End& end : ends)
        end.denied |= denied, end.contrasted |= contrasted;
}

void add(Ends& to, const Ends& more) {
    for (const End end : more)
        add_one(to, end);
}

Ends meant_by(const Tree& tree, int word, Reach reach) {
    Ends out;
    gather(tree, word, reach, out, 0);
    return out;
}

Ends meant_alone(const Tree& tree, int word, Reach reach) {
    return alone(tree, word, reach, 0);
}

namespace {

// "Telmar and Norvia called off their merger": both, though the pronoun is linked to one of them.
Ends their(const Tree& tree, int pronoun, int noun) {
    if (!tree.is(pronoun, "their") || tree.head(noun) == none || !tree.is(noun, {Deprel::obj, Deprel::obl})) return {};
    int verb = tree.head(noun);
    while (!tree.has(verb, {Deprel::nsubj}) && tree.is(verb, {Deprel::xcomp, Deprel::conj}) && tree.head(verb) != none)
        verb = tree.head(verb);
    const int subject = tree.child(verb, {Deprel::nsubj});
    if (subject == none || subject > pronoun) return {};
    Ends out = meant_by(tree, subject);
    return out.size() > 1 ? out : Ends{};
}

// "Jon Dahl and his wife": whose is plain, though the pronoun may be linked to nobody.
Ends his(const Tree& tree, int pronoun, int noun) {
    const int first = tree.head(noun);
    if (!tree.is(pronoun, "his") && !tree.is(pronoun, "her")) return {};
    return first != none && tree.is(noun, {Deprel::conj}) && person(tree, first)
               ? Ends{{.reference = tree.reference(first)}}
               : Ends{};
}

}  // namespace

Ends possessor(const Tree& tree, int noun) {
    for (const int c : tree.children(noun)) {
        if (!tree.is(c, {Deprel::nmod_poss})) continue;
        Ends out = their(tree, c, noun);
        if (out.empty()) out = meant_by(tree, c);
        if (out.empty()) out = his(tree, c, noun);
        if (out.empty() && tree.reference(c) != none) out.push_back({.reference = tree.reference(c)});
        if (!out.empty()) return out;
    }
    return {};
}

Ends modifier(const Tree& tree, int noun) {
    Ends out;
    for (const int c : tree.children(noun)) {
        if (c > noun || !tree.is(c, {Deprel::amod, Deprel::compound, Deprel::nmod, Deprel::flat})) continue;
        if (tree.is(c, {Deprel::nmod_poss}) || !tree.marks(c).empty()) continue;
        if (tree.reference(c) != none) add_one(out, {.reference = tree.reference(c)});
        for (const int joint : tree.children(c)) {  // "the Danish and Swedish ban", "EU competition chief"
            const bool beside = tree.is(joint, {Deprel::conj, Deprel::compound, Deprel::amod});
            if (beside && tree.reference(joint) != none) add_one(out, {.reference = tree.reference(joint)});
        }
    }
    return out;
}

Ends behind_noun(const Tree& tree, int noun, std::string_view preposition, Reach reach) {
    Ends out;
    for (const int c : tree.children(noun)) {
        if (c < noun || !tree.is(c, {Deprel::nmod, Deprel::obl})) continue;
        if (tree.opener(c) == preposition) add(out, meant_by(tree, c, reach));
    }
    if (!out.empty() || preposition == "of") return out;
    for (const int c : tree.children(noun)) {  // "the detention of Ann Li by Kenya", where "by Kenya" hangs on Ann Li
        if (c < noun || !tree.is(c, {Deprel::nmod}) || tree.opener(c) == preposition) continue;
        for (const int below : tree.children(c)) {
            if (below > c && tree.is(below, {Deprel::nmod}) && tree.opener(below) == preposition)
                add(out, meant_by(tree, below, reach));
        }
    }
    return out;
}

Ends paired(const Tree& tree, int noun) {
    const int first = tree.left(noun);
    for (int second = first + 2; second < noun; ++second) {
        if (tree.reference(second) == none || tree.folded(second - 1) != "-") continue;
        const int before = tree.covering(second - 2);
        if (second - 2 >= first && before != none && before != tree.reference(second))
            return {{.reference = before}, {.reference = tree.reference(second)}};
    }
    return {};
}

Ends owner(const Tree& tree, int noun) {
    Ends out = possessor(tree, noun);
    if (out.empty()) out = behind_noun(tree, noun, "by");
    if (out.empty()) out = behind_noun(tree, noun, "of");
    if (out.empty()) out = modifier(tree, noun);
    return out;
}

bool denies(const Tree& tree, int noun) {
    if (tree.is(noun + 1, "but")) return false;  // "nothing but praise"
    if (tree.is(noun, "none") || tree.is(noun, "nobody") || tree.is(noun, "nothing") || tree.is(noun, "neither"))
        return true;
    const int first = tree.left(noun);  // "neither Prime Minister Ann Li nor ..."
    if (first < noun && (tree.is(first, "neither") || tree.is(first, "no"))) return true;
    for (const int c : tree.children(noun)) {
        const bool before = c < noun && tree.is(c, {Deprel::det, Deprel::cc, Deprel::advmod});
        if (before && (tree.is(c, "no") || tree.is(c, "neither") || tree.is(c, "not"))) return true;
    }
    return false;
}

}  // namespace entente::relate
