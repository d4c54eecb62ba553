// Rules of roles over one sentence.
//
// "Norvia chairman Ann Li", "Ann Li, chairman of Norvia", "its chairman, Ann Li, said", "Ann Li is chairman of Norvia",
// "was named chairman", and "the Dutch company" where the whole phrase is known to mean someone.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/beside.hpp"
#include "relate/matcher.hpp"
#include "relate/titles.hpp"

namespace entente::relate {
namespace {

bool fits(const std::vector<EntityType>& types, EntityType type) {
    return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

bool beside_name(const Tree& tree, int word) {
    return tree.is(word, {Deprel::nmod_desc, Deprel::compound, Deprel::flat, Deprel::amod});
}

Ends name_at(const Tree& tree, int word) {
    const int reference = tree.reference(word);
    return reference != none && !tree.adjective(reference) ? Ends{{.reference = reference}} : Ends{};
}

// "in Rovik, the foreign minister, Ann Li, said", where the tree hangs the minister on Rovik.
Ends own_apposition(const Tree& tree, int word) {
    const int above = tree.head(word);
    const auto person = [&](int i) {
        return tree.reference(i) != none && tree.entity(tree.reference(i)).type == EntityType::person;
    };
    if (above == none || !tree.is(word, {Deprel::appos}) || person(above)) return {};
    for (const int c : tree.children(word)) {
        if (c > word && tree.is(c, {Deprel::appos}) && person(c)) return name_at(tree, c);
    }
    return {};
}

// "Telmar and Norvia, a Danish firm, ...": the name right before the comma, where the tree hangs the firm on Telmar.
Ends nearer_in_list(const Tree& tree, int word, int begin) {
    if (!tree.is(word, {Deprel::appos}) || tree.xpos(word) == Xpos::nns) return {};
    Ends out = name_before_comma(tree, begin);
    const int name = out.empty() ? none : tree.head_of(out.front().reference);
    if (name == none || name == tree.head(word) || !tree.is(name, {Deprel::conj})) return {};
    return tree.below(name, tree.head(word)) ? out : Ends{};
}

// "Ann Li and her husband, Jon Dahl, ...", which the tree takes for three.
Ends listed_as_apposition(const Tree& tree, int word) {
    if (tree.xpos(word) != Xpos::nn || !tree.has(word, {Deprel::nmod_poss})) return {};
    for (const int c : tree.children(word)) {
        if (c < word || !tree.is(c, {Deprel::conj}) || tree.has(c, {Deprel::cc})) continue;
        if (tree.is(tree.left(c), ",") && tree.left(c) == word + 1) return name_at(tree, c);
    }
    return {};
}

// "one of the founders of Norvia", "among its members": the word that stands for one of them, or none.
int one_of(const Tree& tree, int word) {
    const int above = tree.head(word);
    if (above == none || !tree.is(word, {Deprel::nmod}) || tree.xpos(word) != Xpos::nns) return none;
    return tree.marks(word) == "of" && tree.is(above, "one") ? above : none;
}

// "her post as chairman": the post, which is the object of a verb; or none.
int post_of(const Tree& tree, int word) {
    const int above = tree.head(word);
    if (above == none || tree.marks(word) != "as") return none;
    const int post = tree.verb(above) ? tree.child(above, {Deprel::obj}) : above;
    if (post == none || post > word || tree.head(post) == none || !tree.verb(tree.head(post))) return none;
    return tree.word(post).post && tree.is(post, {Deprel::obj}) ? post : none;
}

// The person whose name ends right before the word.
Ends name_ending(const Tree& tree, int word) {
    const int reference = word > 0 ? tree.covering(word - 1) : none;
    if (reference == none || tree.adjective(reference)) return {};
    if (tree.entity(reference).type != EntityType::person) return {};
    return Ends{{.reference = reference}};
}

bool names_another(const Tree& tree, int word) {
    const int covering = tree.covering(word);
    return covering != none && tree.meant(covering).kind == Reference::Kind::name && tree.head_of(covering) != word;
}

}  // namespace

// ---- roles

std::optional<Matcher::Bearer> Matcher::bearer_by_verb(int word, int verb) const {
    const bool given = tree_.word(verb).gives_office && !tree_.infinitive(word);  // "elected chairman", not "to lead"
    const auto stance = stance_of(tree_, given ? verb : word);
    if (!stance) return std::nullopt;
    Ends ends;
    const int object = tree_.child(verb, {Deprel::obj});
    const bool taken = tree_.word(verb).takes_office;  // "succeeds Ann Li as chairman": the subject is chairman
    if (object != none && object != word && !passive(tree_, verb) && !taken)
        ends = meant_by(tree_, object);  // "named Ann Li chairman"
    else
        ends = taken ? agent(tree_, verb)
                     : surface_subject(tree_, verb);  // "became chairman", "was named chairman", "serves as chairman"
    if (ends.empty()) return std::nullopt;
    return Bearer{std::move(ends), *stance, none, true, given ? verb : none};
}

std::optional<Matcher::Bearer> Matcher::bearer_of(int word, int begin) const {
    if (Ends ends = name_behind(tree_, word); !ends.empty()) {
        const int name = tree_.head_of(ends.front().reference);  // "President Ann Li of Kenya"
        return Bearer{std::move(ends), {}, name, false, none};
    }
    if (Ends ends = name_behind_complement(tree_, word); !ends.empty())
        return Bearer{std::move(ends), {}, none, false, none};
    if (const int verb = tree_.head(word); verb != none && tree_.word(verb).gives_office) {
        const Ends named = name_ending(tree_, begin);  // "Norvia named Ann Li chief executive"
        const auto stance = stance_of(tree_, verb);
        if (!named.empty() && stance) return Bearer{named, *stance, none, true, verb};
    }
    const auto person = [&](End end) { return tree_.entity(end.reference).type == EntityType::person; };
    auto bearer = bearer_by_tree(word);
    if (bearer && std::any_of(bearer->ends.begin(), bearer->ends.end(), person)) return bearer;
    if (Ends ends = name_behind_comma(tree_, word); !ends.empty())
        return Bearer{std::move(ends), {}, none, false, none};
    if (bearer) return bearer;
    static constexpr std::initializer_list<Deprel> loose = {Deprel::appos, Deprel::conj,      Deprel::nmod,
                                                            Deprel::dep,   Deprel::list,      Deprel::acl,
                                                            Deprel::flat,  Deprel::parataxis, Deprel::obj};
    if (!tree_.is(word, loose)) return std::nullopt;
    Ends ends = name_before_comma(tree_, begin);
    return ends.empty() ? std::nullopt : std::optional(Bearer{std::move(ends), {}, none, false, none});
}

// Whether a clause says of somebody that he is it: "Ann Li is chairman", "quit and is no longer", "may show her to be".
bool Matcher::predicate(int word) const {
    const int above = tree_.head(word);
    const bool joined = tree_.is(word, {Deprel::conj}) && above != none && tree_.verb(above);
    const bool to_be = tree_.is(word, {Deprel::xcomp}) && tree_.marks(word) == "to";
    return tree_.has(word, {Deprel::cop}) && (tree_.has(word, {Deprel::nsubj}) || joined || to_be);
}

std::optional<Matcher::Bearer> Matcher::bearer_of_predicate(int word) const {
    const auto stance = stance_of(tree_, word);
    int object = none;  // "may show Ann Li to be the daughter of"
    if (!tree_.has(word, {Deprel::nsubj}) && tree_.is(word, {Deprel::xcomp}))
        object = tree_.child(tree_.head(word), {Deprel::obj, Deprel::iobj});
    Ends ends = object != none && object < word ? meant_by(tree_, object) : surface_subject(tree_, word);
    if (!stance || ends.empty()) return std::nullopt;
    return Bearer{std::move(ends), *stance, none, true, none};
}

// "lost her post as chairman", "seeks a term as president"
std::optional<Matcher::Bearer> Matcher::bearer_of_post(int post) const {
    const auto stance = stance_of(tree_, post);
    Ends ends = possessor(tree_, post);
    if (ends.empty()) ends = surface_subject(tree_, tree_.head(post));
    if (!stance || ends.empty()) return std::nullopt;
    return Bearer{std::move(ends), *stance, none, true, none};
}

std::optional<Matcher::Bearer> Matcher::bearer_by_tree(int word) const {
    const int above = tree_.head(word);
    if (predicate(word)) return bearer_of_predicate(word);
    if (const int one = one_of(tree_, word); one != none) {  // "is one of the 18 members of"
        auto bearer = bearer_by_tree(one);
        if (bearer) bearer->around = none;
        return bearer;
    }
    if (Ends ends = own_apposition(tree_, word); !ends.empty()) return Bearer{std::move(ends), {}, none, false, none};
    if (above != none && tree_.is(word, {Deprel::nsubj}) && tree_.has(above, {Deprel::cop})) {
        const auto stance = stance_of(tree_, above);  // "its chairman is Ann Li"
        Ends ends = name_at(tree_, above);
        if (stance && !ends.empty()) return Bearer{std::move(ends), *stance, none, true, none};
    }
    if (above != none && tree_.is(word, {Deprel::appos})) {  // "Ann Li, chairman of Norvia"
        if (Ends ends = meant_alone(tree_, above); !ends.empty()) return Bearer{std::move(ends), {}, none, false, none};
    }
    if (above != none && beside_name(tree_, word)) {  // "chairman Ann Li"
        Ends ends = name_at(tree_, above);
        if (!ends.empty() && above > word) return Bearer{std::move(ends), {}, above, false, none};
    }
    for (const int c : tree_.children(word)) {  // "its chairman, Ann Li", and "chairman Ann Li" the other way round
        if (c < word || !tree_.is(c, {Deprel::appos, Deprel::flat, Deprel::nmod_desc, Deprel::nmod_unmarked})) continue;
        if (Ends ends = name_at(tree_, c); !ends.empty() && tree_.marks(c).empty())
            return Bearer{std::move(ends), {}, none, false, none};
    }
    if (Ends ends = listed_as_apposition(tree_, word); !ends.empty())
        return Bearer{std::move(ends), {}, none, false, none};
    if (Ends ends = meant_alone(tree_, word); !ends.empty() && !ends.front().stands_in)
        return Bearer{std::move(ends), {}, none, false, none};
    if (above != none && tree_.is(word, {Deprel::conj}) && tree_.nominal(above)) {  // "founder and chairman Ann Li"
        if (!names_another(tree_, above) && name_at(tree_, above).empty()) return bearer_of(above, above);
        if (tree_.has(above, {Deprel::cop}) || tree_.is(above, {Deprel::appos})) return bearer_of(above, above);
    }
    if (const int post = post_of(tree_, word); post != none) return bearer_of_post(post);
    const bool named = above != none && tree_.verb(above) &&
                       (tree_.is(word, {Deprel::xcomp}) ||
                        (tree_.is(word, {Deprel::obj}) && tree_.word(above).gives_office && passive(tree_, above)) ||
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
    if (out.empty() && possessive) out = without_bearer(before_whose(tree_, begin));
    if (out.empty() && (possessive || slot.kind == Slot::Kind::modifier))
        out = without_bearer(name_before(tree_, begin, possessive));
    if (out.empty() && slot.preposition == "of" && tree_.is(word + 1, "of")) {  // wherever the tree hangs it
        const int at = tree_.upos(std::min(word + 2, tree_.size() - 1)) == Upos::det ? word + 3 : word + 2;
        if (at < tree_.size()) out = without_bearer(name_behind(tree_, at - 1));
        std::erase_if(out, [&](End end) {  // "co-owner of the Oslo-based firm"
            return tree_.is(static_cast<int>(tree_.range(end.reference).end), "-");
        });
    }
    const bool aside = slot.preposition == "to";  // "sold the lender Norvia to Telmar" makes Telmar no borrower
    if (out.empty() && bearer.around != none && !aside) out = without_bearer(noun_slot(slot, bearer.around, {}));
    if (out.empty() && slot.kind == Slot::Kind::preposition && relative_clause(tree_, word)) {
        for (const int c : tree_.children(word)) {  // "NATO, of which Denmark is a member"
            if (relative_pronoun(tree_, c) && tree_.opener(c) == slot.preposition)
                out = without_bearer(antecedent(tree_, word));
        }
    }
    const int above = tree_.head(word);
    if (out.empty() && tree_.is(word, {Deprel::conj}) && above != none && tree_.nominal(above))
        out = without_bearer(noun_slot(slot, above, {}));  // "Norvia's founder and chairman"
    if (out.empty() && bearer.by != none && bearer.stance == Stance{} && slot.kind == Slot::Kind::possessive) {
        out = without_bearer(agent(tree_, bearer.by));  // "Norvia named Ann Li chairman"
        std::erase_if(out, [&](End end) { return tree_.entity(end.reference).type == EntityType::place; });
    }
    if (!out.empty() || slot.kind != Slot::Kind::preposition) return out;
    for (const int c : tree_.children(word)) {  // "founder and chairman of Norvia"
        const bool title = tree_.is(c, {Deprel::conj}) && tree_.nominal(c) && tree_.reference(c) == none;
        if (title) add(out, without_bearer(noun_slot(slot, c, {})));
    }
    if (bearer.claimed && above != none && tree_.verb(above) && out.empty())
        out = without_bearer(behind_verb(tree_, above, slot.preposition, {}));
    return out;
}

// Of "son-in-law" and "secretary of state" the word that hangs on others.
int Matcher::head_of_title(int word, int begin) const {
    for (int i = begin; i < word; ++i) {
        const int above = tree_.head(i);
        const bool outside = above == none || above < begin || above > word;
        if (outside && tree_.nominal(i) && tree_.below(word, i)) return i;
    }
    return word;
}

// Where the tree is sure who is described and a nationality stands before the noun.
void Matcher::any_noun(int word) {
    const std::vector<Cue>& cues = tree_.vocabulary().find("*").nouns;
    if (cues.empty() || tree_.covering(word) != none || !tree_.marks(word).empty()) return;
    Ends whose = modifier(tree_, word);
    std::erase_if(whose, [&](End end) {
        const int behind = static_cast<int>(tree_.range(end.reference).end);
        return !tree_.adjective(end.reference) || tree_.is(behind, "-") || behind > word;  // "Danish-born"
    });
    if (whose.size() != 1) return;
    const auto bearer = bearer_by_tree(word);
    if (!bearer || bearer->ends.size() != 1 || bearer->stance != Stance{}) return;
    const EntityType type = tree_.entity(bearer->ends.front().reference).type;
    for (const Cue& cue : cues) {
        if (!fits(rule(cue.rule).of, type) || told(bearer->ends.front(), whose.front())) continue;
        put(cue.rule, bearer->ends, whose, word, word + 1, {}, bearer->claimed ? clause_of(tree_, word) : none);
    }
}

void Matcher::role(int word, const Cue& cue, int begin) {
    const Rule& wanted = rule(cue.rule);
    const int head = head_of_title(word, begin);
    const Rank rank = rank_of(tree_, word, begin);
    const bool kin = fits(wanted.to, EntityType::person) && !wanted.to.empty();  // "her late husband" was hers
    if ((rank == Rank::past && !kin) || rank == Rank::other || names_another(tree_, word)) return;
    const bool minister = tree_.is(word, "minister") || tree_.is(word, "secretary");
    const bool part = rank == Rank::lower || (begin == word && !minister && of_a_part(tree_, word));
    if (part && wanted.relation == "leads") return;
    auto bearer = bearer_of(word, begin);
    if (!bearer && head != word) bearer = bearer_of(head, begin);
    if (!bearer && wanted.of == std::vector<EntityType>{EntityType::place}) {  // "Ukraine's Donetsk region"
        if (Ends ends = meant_alone(tree_, word); !ends.empty())
            bearer = Bearer{std::move(ends), {}, none, false, none};
    }
    const bool by_tree = bearer && tree_.head(word) != none && bearer->ends == meant_alone(tree_, tree_.head(word));
    if (const Ends nearer = nearer_in_list(tree_, word, begin); !nearer.empty() && by_tree) {
        const EntityType type = tree_.entity(nearer.front().reference).type;
        if (!wanted.of.empty() && fits(wanted.of, type)) bearer->ends = nearer;
    }
    if (!bearer) return;
    if (bearer->ends.size() == 1 && tree_.xpos(head) == Xpos::nns && bearer->ends.front().reference != none)
        bearer->ends = meant_by(tree_, tree_.head_of(bearer->ends.front().reference));  // "members Norway and Sweden"
    if (rank == Rank::coming) bearer->stance.modality = weaker(bearer->stance.modality, Modality::planned);
    const auto ends = [&](const std::vector<Slot>& slots, const std::vector<EntityType>& types) {
        Ends found;
        for (const Slot& slot : slots) {
            if (slot.kind == Slot::Kind::understood) {
                if (bearer->ends.size() != 1 || !names_no_owner(tree_, word, begin, bearer->ends.front())) continue;
                return Ends{{.reference = shared_country(tree_, begin), .elsewhere = Elsewhere::understood}};
            }
            found = role_slot(slot, word, begin, *bearer);
            if (found.empty() && head != word) found = role_slot(slot, head, begin, *bearer);
            if (slot.kind != Slot::Kind::self) {  // "Norwegian MP Ann Li of the Green Alliance"
                std::erase_if(found, [&](End end) { return !fits(types, tree_.entity(end.reference).type); });
            }
            if (!found.empty()) break;
        }
        return found;
    };
    if (wanted.subjects == wanted.objects) {  // "Norvia and Telmar are rivals"
        if (bearer->ends.size() < 2 || tree_.xpos(head) != Xpos::nns) return;
        const auto children = tree_.children(word);
        const bool of_another = std::any_of(children.begin(), children.end(), [&](int c) {
            return tree_.is(c, {Deprel::nmod_poss}) || (tree_.is(c, {Deprel::nmod}) && tree_.marks(c) == "of");
        });
        if (of_another) return;  // "brothers of the victim"
        put(cue.rule, bearer->ends, bearer->ends, begin, word + 1, bearer->stance,
            bearer->claimed ? clause_of(tree_, word) : none);
        return;
    }
    Ends subjects = ends(wanted.subjects, wanted.of), objects = ends(wanted.objects, wanted.to);
    if (subjects.empty() || objects.empty()) return;
    put(cue.rule, std::move(subjects), std::move(objects), begin, word + 1, bearer->stance,
        bearer->claimed ? clause_of(tree_, word) : none);
    finds_.back().title = title_of(tree_, word, begin);
}

}  // namespace entente::relate
