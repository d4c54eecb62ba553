// Rules of roles, adjectives and names over one sentence.
//
// "Norvia chairman Ann Li", "Ann Li, chairman of Norvia", "its chairman, Ann Li, said", "Ann Li is chairman of Norvia",
// "was named chairman", and "the Dutch company" where the whole phrase is known to mean someone.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/matcher.hpp"

namespace entente::relate {
namespace {

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
            return tree.is(word, "'s") || tree.is(word, "’s") || tree.is(word, "-") ||
                   tree.is(word, {Deprel::nmod_poss});
    }
}

// "former chairman": no longer told of anyone.
bool of_the_past(const Tree& tree, int word) {
    for (const int c : tree.children(word)) {
        if (c > word || !tree.is(c, {Deprel::amod, Deprel::advmod, Deprel::compound, Deprel::nmod})) continue;
        if (tree.is(c, "former") || tree.is(c, "ex") || tree.is(c, "late") || tree.is(c, "onetime") ||
            tree.is(c, "erstwhile") || tree.is(c, "then") || tree.is(c, "ex-"))
            return true;
    }
    for (int i = word - 1; i >= 0 && i + 4 > word && in_phrase(tree, i) && tree.covering(i) == none; --i) {
        if (tree.is(i, "former") || tree.is(i, "ex") || tree.is(i, "late")) return true;  // "its former partner Telmar"
    }
    return false;
}

bool beside_name(const Tree& tree, int word) {
    return tree.is(word, {Deprel::nmod_desc, Deprel::compound, Deprel::flat, Deprel::amod});
}

Ends name_at(const Tree& tree, int word) {
    const int reference = tree.reference(word);
    return reference != none && !tree.adjective(reference) ? Ends{{.reference = reference}} : Ends{};
}

// The name right behind a title: "Secretary of State Ann Li". Parsers trained on little news often hang it elsewhere.
Ends name_behind(const Tree& tree, int word) {
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

bool names_another(const Tree& tree, int word) {
    const int covering = tree.covering(word);
    return covering != none && tree.meant(covering).kind == Reference::Kind::name && tree.head_of(covering) != word;
}

}  // namespace

// ---- roles

std::optional<Matcher::Bearer> Matcher::bearer_by_verb(int word, int verb) const {
    const auto stance = stance_of(tree_, word);
    if (!stance) return std::nullopt;
    Ends ends;
    const int object = tree_.child(verb, {Deprel::obj});
    const bool taken = tree_.word(verb).takes_office;  // "succeeds Ann Li as chairman": the subject is chairman
    if (object != none && object != word && !passive(tree_, verb) && !taken)
        ends = meant_by(tree_, object);  // "named Ann Li chairman"
    else
        ends = surface_subject(tree_, verb);  // "became chairman", "was named chairman", "serves as chairman"
    if (ends.empty()) return std::nullopt;
    return Bearer{std::move(ends), *stance, none, true};
}

std::optional<Matcher::Bearer> Matcher::bearer_of(int word, int begin) const {
    if (Ends ends = name_behind(tree_, word); !ends.empty()) {
        const int name = tree_.head_of(ends.front().reference);  // "President Ann Li of Kenya"
        return Bearer{std::move(ends), {}, name, false};
    }
    if (auto bearer = bearer_by_tree(word)) return bearer;
    static constexpr std::initializer_list<Deprel> loose = {Deprel::appos, Deprel::conj,     Deprel::nmod,
                                                            Deprel::dep,   Deprel::list,     Deprel::acl,
                                                            Deprel::flat,  Deprel::parataxis};
    if (!tree_.is(word, loose)) return std::nullopt;
    Ends ends = name_before_comma(tree_, begin);
    return ends.empty() ? std::nullopt : std::optional(Bearer{std::move(ends), {}, none, false});
}

std::optional<Matcher::Bearer> Matcher::bearer_by_tree(int word) const {
    const int above = tree_.head(word);
    const bool joined =
        tree_.is(word, {Deprel::conj}) && above != none && tree_.verb(above);              // "quit and is no longer"
    if (tree_.has(word, {Deprel::cop}) && (tree_.has(word, {Deprel::nsubj}) || joined)) {  // "Ann Li is chairman"
        const auto stance = stance_of(tree_, word);
        Ends ends = surface_subject(tree_, word);
        if (!stance || ends.empty()) return std::nullopt;
        return Bearer{std::move(ends), *stance, none, true};
    }
    if (above != none && tree_.is(word, {Deprel::appos})) {  // "Ann Li, chairman of Norvia"
        if (Ends ends = meant_alone(tree_, above); !ends.empty()) return Bearer{std::move(ends), {}, none, false};
    }
    if (above != none && beside_name(tree_, word)) {  // "chairman Ann Li"
        Ends ends = name_at(tree_, above);
        if (!ends.empty() && above > word) return Bearer{std::move(ends), {}, above, false};
    }
    for (const int c : tree_.children(word)) {  // "its chairman, Ann Li", and "chairman Ann Li" the other way round
        if (c < word || !tree_.is(c, {Deprel::appos, Deprel::flat, Deprel::nmod_desc, Deprel::nmod_unmarked})) continue;
        if (Ends ends = name_at(tree_, c); !ends.empty() && tree_.marks(c).empty())
            return Bearer{std::move(ends), {}, none, false};
    }
    if (Ends ends = meant_alone(tree_, word); !ends.empty() && !ends.front().stands_in)
        return Bearer{std::move(ends), {}, none, false};
    if (above != none && tree_.is(word, {Deprel::conj}) && tree_.nominal(above)) {  // "founder and chairman Ann Li"
        if (!names_another(tree_, above) && name_at(tree_, above).empty()) return bearer_of(above, above);
        if (tree_.has(above, {Deprel::cop}) || tree_.is(above, {Deprel::appos})) return bearer_of(above, above);
    }
    const bool named = above != none && tree_.verb(above) &&
                       (tree_.is(word, {Deprel::xcomp}) ||
                        (tree_.is(word, {Deprel::obl, Deprel::obj, Deprel::advcl}) && tree_.marks(word) == "as"));
    return named ? bearer_by_verb(word, above) : std::nullopt;
}

Ends Matcher::role_slot(const Slot& slot, int word, int begin, const Bearer& bearer) const {
    if (slot.kind == Slot::Kind::self) return bearer.ends;
    const auto without_bearer = [&](Ends ends) {
        std::erase_if(ends, [&](const End& end) {
            return std::any_of(bearer.ends.begin(), bearer.ends.end(), [&](const End& b) {
                return tree_.meant(b.reference).entity == tree_.meant(end.reference).entity;
            });
        });
        return ends;
    };
    Ends out = without_bearer(noun_slot(slot, word, {}));
    const bool possessive = slot.kind == Slot::Kind::possessive;
    if (out.empty() && (possessive || slot.kind == Slot::Kind::modifier))
        out = without_bearer(name_before(tree_, begin, possessive));
    if (out.empty() && slot.preposition == "of" && tree_.is(word + 1, "of")) {  // wherever the tree hangs it
        const int at = tree_.upos(std::min(word + 2, tree_.size() - 1)) == Upos::det ? word + 3 : word + 2;
        if (at < tree_.size()) out = without_bearer(name_behind(tree_, at - 1));
    }
    if (out.empty() && bearer.around != none) out = without_bearer(noun_slot(slot, bearer.around, {}));
    const int above = tree_.head(word);
    if (out.empty() && tree_.is(word, {Deprel::conj}) && above != none && tree_.nominal(above))
        out = without_bearer(noun_slot(slot, above, {}));  // "Norvia's founder and chairman"
    if (!out.empty() || slot.kind != Slot::Kind::preposition) return out;
    for (const int c : tree_.children(word)) {  // "founder and chairman of Norvia"
        if (tree_.is(c, {Deprel::conj}) && tree_.nominal(c)) add(out, without_bearer(noun_slot(slot, c, {})));
    }
    if (bearer.claimed && above != none && tree_.verb(above) && out.empty())
        out = without_bearer(behind_verb(tree_, above, slot.preposition, {}));
    return out;
}

void Matcher::role(int word, const Cue& cue, int begin) {
    const Rule& wanted = rule(cue.rule);
    if (of_the_past(tree_, word) || names_another(tree_, word)) return;
    auto bearer = bearer_of(word, begin);
    if (!bearer) return;
    const auto ends = [&](const std::vector<Slot>& slots) {
        for (const Slot& slot : slots) {
            if (Ends found = role_slot(slot, word, begin, *bearer); !found.empty()) return found;
        }
        return Ends{};
    };
    Ends subjects = ends(wanted.subjects), objects = ends(wanted.objects);
    if (subjects.empty() || objects.empty()) return;
    put(cue.rule, std::move(subjects), std::move(objects), begin, word + 1, bearer->stance,
        bearer->claimed ? clause_of(tree_, word) : none);
}

// ---- adjectives

// "Norway is critical of Telmar", "Telmar, critical of Norway, ...", "remained at odds with".
void Matcher::adjective(int word) {
    const Word& by_lemma = tree_.word(word);
    const Word& known = by_lemma.adjectives.empty() ? tree_.vocabulary().find(tree_.folded(word)) : by_lemma;
    for (const Cue& cue : known.adjectives) {
        const auto begin = preceded(cue, word);
        if (!begin) continue;
        const Rule& wanted = rule(cue.rule);
        const int above = tree_.head(word);
        Ends self;
        int place = word;
        if (tree_.has(word, {Deprel::nsubj})) {
            self = surface_subject(tree_, word);
        } else if (above != none && tree_.verb(above) &&
                   tree_.is(word, {Deprel::xcomp, Deprel::obl, Deprel::advmod, Deprel::advcl, Deprel::obj})) {
            const int object = tree_.child(above, {Deprel::obj});
            self = object != none && object != word && !passive(tree_, above) ? meant_by(tree_, object)
                                                                              : surface_subject(tree_, above);
            place = above;
        } else if (above != none &&
                   tree_.is(word, {Deprel::amod, Deprel::acl, Deprel::nmod, Deprel::appos, Deprel::conj})) {
            self = tree_.is(word, {Deprel::conj}) ? surface_subject(tree_, above) : meant_alone(tree_, above);
        }
        if (self.empty()) continue;
        const auto ends = [&](const std::vector<Slot>& slots) {
            for (const Slot& slot : slots) {
                Ends found = slot.kind == Slot::Kind::self ? self : noun_slot(slot, word, {});
                if (found.empty() && slot.kind == Slot::Kind::preposition) {
                    found = behind_verb(tree_, word, slot.preposition, {});
                    if (found.empty() && place != word) found = behind_verb(tree_, place, slot.preposition, {});
                }
                if (!found.empty()) return found;
            }
            return Ends{};
        };
        Ends subjects = ends(wanted.subjects), objects = ends(wanted.objects);
        const auto stance = stance_of(tree_, word);
        if (subjects.empty() || objects.empty() || !stance) continue;
        put(cue.rule, std::move(subjects), std::move(objects), *begin, word + 1, *stance, clause_of(tree_, word));
        break;
    }
}

// ---- names beside names

// Whether a role says more of two names than that they stand together: "Norway's parliament".
bool Matcher::told(End subject, End object) const {
    return std::any_of(finds_.begin(), finds_.end(), [&](const Find& find) {
        return rule(find.rule).kind == Rule::Kind::role && find.subjects.front().reference == subject.reference &&
               find.objects.front().reference == object.reference;
    });
}

void Matcher::names(int reference) {
    if (tree_.adjective(reference) || tree_.meant(reference).kind != Reference::Kind::name) return;
    const int word = tree_.head_of(reference);
    if (tree_.reference(word) != reference) return;
    const auto look = [&](const Slot& slot) -> Ends {
        if (slot.kind == Slot::Kind::self) return {{.reference = reference}};
        if (slot.kind != Slot::Kind::apposed) return noun_slot(slot, word, {});
        for (const int c : tree_.children(word)) {
            const bool behind =
                c > word && tree_.is(c, {Deprel::appos, Deprel::nmod_unmarked, Deprel::conj, Deprel::nmod});
            const int other = tree_.reference(c);
            if (!behind || other == none || !tree_.is(tree_.left(c), ",") || !tree_.marks(c).empty()) continue;
            if (static_cast<int>(tree_.range(other).begin) == static_cast<int>(tree_.range(reference).end) + 1)
                return {{.reference = other}};
        }
        return {};
    };
    for (const std::uint32_t index : tree_.vocabulary().name_rules()) {
        const Rule& wanted = rule(index);
        const auto ends = [&](const std::vector<Slot>& slots) {
            for (const Slot& slot : slots) {
                if (Ends found = look(slot); !found.empty()) return found;
            }
            return Ends{};
        };
        Ends subjects = ends(wanted.subjects), objects = ends(wanted.objects);
        if (subjects.empty() || objects.empty() || told(subjects.front(), objects.front())) continue;
        const TokenRange range = tree_.range(reference);
        put(index, std::move(subjects), std::move(objects), static_cast<int>(range.begin), static_cast<int>(range.end),
            {}, none);
    }
}

// "the Malmö-based firm Telmar", "Malmö-based Telmar"
void Matcher::seat(int word) {
    if (word < 2 || !(tree_.is(word - 1, "-") || tree_.is(word - 1, "–"))) return;
    const int place = tree_.covering(word - 2);
    if (place == none) return;
    int noun = tree_.head(word);
    for (int steps = 0; noun != none && steps < 3 && noun < word; ++steps)
        noun = tree_.head(noun);
    if (noun == none || !tree_.nominal(noun)) return;
    Ends firms = meant_alone(tree_, noun);
    if (firms.empty() && beside_name(tree_, noun)) firms = meant_alone(tree_, tree_.head(noun));
    if (firms.empty()) return;
    const std::string& form = tree_.folded(word);
    for (const std::size_t ending :
         {std::size_t{1}, std::size_t{2}}) {  // the "d" of "based", the "ed" of "headquartered"
        const std::string_view lemma = std::string_view(form).substr(0, form.size() - ending);
        for (const Cue& cue : tree_.vocabulary().find(lemma).verbs) {
            const Rule& wanted = rule(cue.rule);
            const bool of_place = wanted.subjects.front().kind == Slot::Kind::object &&
                                  wanted.objects.front().preposition == "in" && cue.rest.empty();
            if (!of_place) continue;
            put(cue.rule, firms, {{.reference = place}}, word, word + 1, {}, none);
            return;
        }
    }
}

}  // namespace entente::relate
