// Who does what a verb says.
//
// "Norway agreed to ban Telmar": "ban" has no subject, so the verb above lends its own; "urged Norway to ban" lends its
// object. "Telmar, banned by Norway": the doer stands behind.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ranges>

#include "relate/clause.hpp"

namespace entente::relate {
namespace {

constexpr int deepest = 8;  // verbs that lend a subject one to another

// "call on Norway to ban": the object that a preposition opens.
int prepositional_object(const Tree& tree, int verb) {
    for (const int c : tree.children(verb)) {
        if (c < verb || !tree.is(c, {Deprel::obl}) || tree.is(c, {Deprel::obl_unmarked})) continue;
        const std::string opener = tree.opener(c);
        if (opener == "on" || opener == "upon" || opener == "to" || opener == "for" || opener == "with") return c;
    }
    return none;
}

Ends owner_of_deed(const Tree& tree, int noun, int verb, int depth);

bool reason(const std::string& marks) {
    return marks == "from" || marks == "for" || marks == "of" || marks == "into" || marks == "against" ||
           marks == "out of" || marks == "over";
}

// "calls on Norway to ban", "pressure is mounting on Norway to ban": who is asked, beside the noun or its verb.
int addressee(const Tree& tree, int noun, int verb) {
    const auto asked = [&](int above) {
        for (const int c : tree.children(above)) {
            if (c < noun || c > verb || !tree.is(c, {Deprel::nmod, Deprel::obl})) continue;
            const std::string opener = tree.opener(c);
            if (opener == "on" || opener == "upon" || opener == "for" || opener == "to") return c;
        }
        return none;
    };
    if (const int beside = asked(noun); beside != none) return beside;
    const int above = tree.head(noun);
    return above != none && tree.verb(above) ? asked(above) : none;
}

// The noun beside a verb whose deed the infinitive is, where the tree hangs it on the verb: "calls grow for Norway to".
int noun_beside(const Tree& tree, int verb, int above) {
    if (!tree.infinitive(verb) || !tree.is(verb, {Deprel::advcl, Deprel::xcomp}) || tree.marks(verb) != "to")
        return none;
    for (const int c : tree.children(above)) {
        if (c > verb || !tree.is(c, {Deprel::nsubj, Deprel::obj})) continue;
        const Governor& how = tree.word(c).noun_governor;
        if (tree.upos(c) != Upos::noun || !how.listed) continue;
        const bool held = tree.is(c, {Deprel::obj}) || tree.has(above, {Deprel::expl});
        if ((how.of_object && tree.is(verb, {Deprel::advcl})) || (held && tree.right(c) == tree.left(verb))) return c;
    }
    return none;
}

// "for Norway to ban": who is named before the infinitive.
int named_for(const Tree& tree, int verb) {
    if (!tree.infinitive(verb)) return none;
    for (const int c : tree.children(verb)) {
        if (c < verb && tree.is(c, {Deprel::obl, Deprel::nmod}) && tree.left(c) > 0 &&
            (tree.marks(c) == "for" || tree.is(tree.left(c) - 1, "for")))
            return c;
    }
    return none;
}

// Whose deed the verb is that depends on `above`: "agreed to ban", "urged Norway to ban", "barred Telmar from selling".
Ends lent(const Tree& tree, int verb, int above, int depth) {
    const std::string marks = tree.marks(verb);
    if (const int noun = noun_beside(tree, verb, above); noun != none) return owner_of_deed(tree, noun, verb, depth);
    if (!tree.verb(above) || passive(tree, above)) return surface_subject(tree, above, depth + 1);
    const Governor how = governor_with(tree, above, marks);
    const bool inner = tree.is(verb, {Deprel::xcomp, Deprel::ccomp}) || how.of_object;
    const int object = tree.child(above, {Deprel::iobj}) != none ? tree.child(above, {Deprel::iobj})
                                                                 : tree.child(above, {Deprel::obj});
    for (const int c : tree.children(above)) {  // "calls for Norway to ban"
        const bool right_before = c > above && tree.is(c, {Deprel::obl}) && tree.right(c) == tree.left(verb);
        if (right_before && tree.infinitive(verb) && tree.marks(c) == "for") return meant_by(tree, c);
    }
    if (object != none && object < verb && tree.xpos(verb) == Xpos::vbg) {
        if (tree.word(above).gives_office && marks.empty()) return meant_by(tree, object);  // "named Ann Li, replacing"

        if (marks == "for") return meant_by(tree, object);  // "criticised Norway for banning"
        if (marks.empty() && tree.is(verb, {Deprel::xcomp}) && tree.right(object) == tree.left(verb))
            return meant_by(tree, object);                   // "stopped Telmar buying"
        if (marks == "in" && tree.lemma(above) == "join") {  // "joined Sweden in banning"
            Ends both = surface_subject(tree, above, depth + 1);
            add(both, meant_by(tree, object));
            return both;
        }
    }
    const bool of_object = object != none && object < verb && (how.listed ? how.of_object || how.of_other : inner) &&
                           (tree.infinitive(verb) || inner || reason(marks));
    if (of_object) return meant_by(tree, object);
    if (how.of_object && inner) {
        const int behind = prepositional_object(tree, above);
        if (behind != none && behind < verb) return meant_by(tree, behind);
    }
    return surface_subject(tree, above, depth + 1);
}

// Who does what is asked of another: "calls on Norway to ban", "rejected calls to ban", "calls for a ban by Norway".
Ends asked_by_noun(const Tree& tree, int noun, int verb, int depth) {
    if (const int who = addressee(tree, noun, verb); who != none) return meant_by(tree, who);
    const int above = tree.head(noun);
    if (above == none || !tree.verb(above) || !tree.is(noun, {Deprel::obj, Deprel::obl})) return {};
    const bool asks = tree.word(above).light &&
                      tree.word(above).undergoes == Undergoes::nobody;  // "made a call to": of whom is not said
    return asks ? Ends{} : surface_subject(tree, above, depth + 1);
}

// Whose the plan, the decision, the refusal is.
Ends owner_of_deed(const Tree& tree, int noun, int verb, int depth) {
    if (tree.word(noun).noun_governor.of_object && tree.upos(noun) == Upos::noun && tree.infinitive(verb) &&
        !tree.has(noun, {Deprel::nsubj}))
        return asked_by_noun(tree, noun, verb, depth);
    if (tree.infinitive(verb)) {  // "no plans for Norway to ban"
        if (Ends whose = behind_noun(tree, noun, "for"); !whose.empty()) return whose;
    }
    Ends out = owner(tree, noun);
    if (!out.empty()) return out;
    const int above = tree.head(noun);
    if (tree.has(noun, {Deprel::nsubj})) return surface_subject(tree, noun, depth + 1);  // "is under pressure to"
    if (above == none) return meant_by(tree, noun);
    const bool acts = tree.verb(above) || (tree.upos(above) == Upos::adj && tree.has(above, {Deprel::nsubj}));
    if (tree.is(noun, {Deprel::obj, Deprel::obl, Deprel::xcomp}) && acts)  // also "is close to a deal to buy"
        return surface_subject(tree, above, depth + 1);
    return {};
}

}  // namespace

Ends behind_text(const Tree& tree, int noun, int depth) {
    if (!tree.word(noun).text) return {};
    Ends out = owner(tree, noun);
    if (out.empty()) out = behind_noun(tree, noun, "before");
    if (out.empty()) out = behind_noun(tree, noun, "in");
    std::erase_if(out, [&](End end) { return tree.entity(end.reference).type == EntityType::place; });
    const int above = tree.head(noun);
    const bool of_verb =
        above != none && tree.verb(above) && tree.is(noun, {Deprel::obj, Deprel::obl}) && depth < deepest;
    return out.empty() && of_verb ? surface_subject(tree, above, depth + 1) : out;
}

namespace {

// "posted a message on Twitter blaming Telmar", "sent a letter to Norway urging it": the verb whose object is the message.
int verb_of_message(const Tree& tree, int verb, int noun) {
    if (tree.xpos(verb) != Xpos::vbg || !tree.marks(verb).empty() || !tree.is(noun, {Deprel::nmod, Deprel::obl}))
        return none;
    const int above = tree.head(noun);
    if (above == none) return none;
    const int message = tree.verb(above) ? tree.child(above, {Deprel::obj}) : above;
    if (message == none || message > noun || tree.upos(message) != Upos::noun || tree.word(message).somebody ||
        tree.word(message).stands_for == StandIn::people)
        return none;
    const int writes = tree.verb(above) ? above : tree.head(message);
    return writes != none && tree.verb(writes) && tree.is(message, {Deprel::obj}) && tree.lemma(writes) != "have"
               ? writes
               : none;
}

Ends described(const Tree& tree, int verb, int depth) {
    const int noun = tree.head(verb);
    if (tree.infinitive(verb) && tree.deprel(verb) != Deprel::acl_relcl) {
        const Ends out = owner_of_deed(tree, noun, verb, depth);
        return out.empty() ? meant_by(tree, noun) : out;
    }
    if (!tree.marks(verb).empty() && !tree.nominal(noun)) return surface_subject(tree, noun, depth + 1);
    if (!tree.marks(verb).empty() && tree.marks(verb) != "that") return owner_of_deed(tree, noun, verb, depth);
    if (tree.xpos(verb) == Xpos::vbg && tree.word(noun).noun_governor.listed) {  // "no chance of Norway banning"
        if (Ends of = behind_noun(tree, noun, "of"); !of.empty()) return of;
    }
    if (const int writer = verb_of_message(tree, verb, noun); writer != none)
        return surface_subject(tree, writer, depth + 1);
    Ends out = behind_text(tree, noun, depth);  // "a law that bans Telmar"
    if (out.empty()) out = antecedent(tree, verb);
    const int above = tree.head(noun);  // "posted a message blaming Telmar"
    if (out.empty() && tree.xpos(verb) == Xpos::vbg && above != none && tree.is(noun, {Deprel::obj}))
        return surface_subject(tree, above, depth + 1);
    return out;
}

// "The engineer Ann Li no longer works": the only finite verb hangs on its subject.
bool hangs_on_subject(const Tree& tree, int verb) {
    const int noun = tree.head(verb);
    return tree.is(verb, {Deprel::appos, Deprel::acl, Deprel::dep, Deprel::parataxis, Deprel::list}) &&
           tree.deprel(verb) != Deprel::acl_relcl && tree.finite(verb) && tree.marks(verb).empty() &&
           tree.head(noun) == none && tree.nominal(noun) && !tree.has(noun, {Deprel::cop, Deprel::nsubj}) &&
           !passive(tree, verb);
}

Ends of_clause(const Tree& tree, int verb, int depth) {
    const int above = tree.head(verb);
    if (above == none) return {};
    if (hangs_on_subject(tree, verb)) return meant_by(tree, above);
    if (const int who = named_for(tree, verb); who != none) return meant_by(tree, who);
    if (tree.deprel(verb) == Deprel::advcl_relcl && relative_clause(tree, verb)) return described(tree, verb, depth);
    if (imperative(tree, verb)) {  // of whom is asked
        const int hearer = tree.child(above, {Deprel::iobj}) != none ? tree.child(above, {Deprel::iobj})
                                                                     : tree.child(above, {Deprel::obj});
        return hearer == none ? Ends{} : meant_by(tree, hearer);
    }
    switch (universal(tree.deprel(verb))) {
        case Deprel::conj:
            if (tree.verb(above) || tree.has(above, {Deprel::nsubj, Deprel::cop})) {
                return surface_subject(tree, above, depth + 1);
            }
            return {};
        case Deprel::acl:
            return described(tree, verb, depth);
        case Deprel::amod:
            return meant_alone(tree, above);
        case Deprel::csubj:
            return tree.infinitive(verb) ? surface_subject(tree, above, depth + 1) : Ends{};  // "is on course to buy"
        case Deprel::xcomp:
        case Deprel::advcl:
        case Deprel::ccomp:
        case Deprel::obl:
        case Deprel::dep:
            if (tree.finite(verb) && tree.verb(verb) && !tree.is(verb, {Deprel::xcomp}) && !passive(tree, verb) &&
                tree.deprel(verb) != Deprel::dep)
                return {};
            return tree.nominal(above) && !tree.has(above, {Deprel::cop}) ? owner_of_deed(tree, above, verb, depth)
                                                                          : lent(tree, verb, above, depth);
        case Deprel::advmod:  // "far from banning Telmar, Norway ...", where the clause hangs on "far"
            return tree.verb(above) ? surface_subject(tree, above, depth + 1) : Ends{};
        case Deprel::parataxis:
            return tree.finite(verb) || !tree.verb(above) ? Ends{} : surface_subject(tree, above, depth + 1);
        default:
            return {};
    }
}

// "Norway, along with Sweden, banned", "like Norway, Sweden banned"; "unlike Norway" did not.
Ends with_companions(const Tree& tree, int verb, int subject, Ends ends) {
    for (const int c : tree.children(verb)) {
        if (c > verb || c == subject) continue;
        if (tree.is(c, {Deprel::nsubj}) && c < subject) {  // "Norway as well as Sweden", where both are subjects
            const bool and_also = tree.is(tree.left(subject) - 1, "as") || tree.is(tree.left(subject) - 1, "with");
            if (and_also) add(ends, meant_by(tree, c));
        }
        if (!tree.is(c, {Deprel::obl, Deprel::nmod})) continue;
        const std::string opener = tree.marks(c);
        const bool unlike = opener == "unlike";
        if (!unlike && opener != "like" && opener != "along with" && opener != "together with" &&
            opener != "as well as")
            continue;
        Ends more = meant_by(tree, c);
        for (End& end : more)
            end.denied |= unlike, end.compared = unlike || opener == "like";
        add(ends, more);
    }
    return ends;
}

// "Kenyan police said they had arrested": a pronoun of one who speaks without a name.
Ends speaker_meant(const Tree& tree, int verb, int pronoun) {
    const int above = tree.head(verb);
    if (tree.upos(pronoun) != Upos::pron || above == none || !tree.is(verb, {Deprel::ccomp})) return {};
    int speaker = tree.child(above, {Deprel::nsubj});
    if (speaker == none && tree.is(above, {Deprel::conj})) speaker = tree.child(tree.head(above), {Deprel::nsubj});
    if (speaker == none || tree.upos(speaker) != Upos::noun) return {};
    const StandIn kind = tree.word(speaker).stands_for;
    if (kind != StandIn::authority && kind != StandIn::people) return {};
    const bool many = tree.xpos(speaker) == Xpos::nns || tree.is(speaker, "police");
    return tree.is(pronoun, many ? "they" : "it") ? meant_by(tree, speaker) : Ends{};
}

// "Norway and Kenya deny that they banned": both, though the pronoun is linked to one of them.
Ends all_of_them(const Tree& tree, int verb, int pronoun) {
    const int above = tree.head(verb), reference = tree.reference(pronoun);
    if (!tree.is(pronoun, "they") || reference == none || above == none) return {};
    if (!tree.is(verb, {Deprel::ccomp, Deprel::advcl, Deprel::conj})) return {};
    const int subject = tree.child(above, {Deprel::nsubj});
    if (subject == none || subject > pronoun) return {};
    Ends out = meant_by(tree, subject);
    const bool one = std::ranges::any_of(
        out, [&](End end) { return tree.meant(end.reference).entity == tree.meant(reference).entity; });
    return one && out.size() > 1 ? out : Ends{};
}

// "Norway, said the minister, should ban": what stands before the words of speech is the subject of the clause behind.
int before_speech(const Tree& tree, int verb) {
    const int above = tree.head(verb);
    if (above == none || above > verb || !tree.is(verb, {Deprel::ccomp}) || !tree.word(above).speech) return none;
    if (!tree.marks(verb).empty() || !tree.finite(verb)) return none;
    const int first = tree.child(above, {Deprel::nsubj}), own = tree.child(verb, {Deprel::nsubj});
    if (first == none || first > above) return none;
    if (!tree.is(tree.right(first), ",") && !tree.is(tree.right(first) - 1, ",")) return none;
    const bool behind = own > above && tree.left(own) == above + 1 &&  // the speaker
                        (tree.is(tree.right(own), ",") || tree.is(tree.right(own) - 1, ","));
    const bool between = own == none && (tree.is(tree.left(verb) - 1, ",") || tree.is(tree.left(verb), ","));
    return behind || between ? first : none;
}

}  // namespace

Ends surface_subject(const Tree& tree, int verb, int depth) {
    if (depth > deepest || verb == none) return {};
    if (const int first = before_speech(tree, verb); first != none) return meant_by(tree, first);
    bool own = false;
    for (const int c : std::views::reverse(tree.children(verb))) {  // of two that the parser left, the nearer
        if (!tree.is(c, {Deprel::nsubj})) continue;
        if (relative_pronoun(tree, c) && tree.reference(c) == none) {
            int clause = verb;  // "which was founded in 1990 and banned in 1999"
            while (tree.is(clause, {Deprel::conj}) && tree.head(clause) != none)
                clause = tree.head(clause);
            if (!relative_clause(tree, clause)) return {};
            Ends texts = behind_text(tree, tree.head(clause), depth);
            return texts.empty() ? antecedent(tree, clause) : texts;
        }
        if (Ends out = all_of_them(tree, verb, c); !out.empty()) return out;
        if (Ends out = meant_by(tree, c); !out.empty()) return with_companions(tree, verb, c, std::move(out));
        if (Ends out = speaker_meant(tree, verb, c); !out.empty()) return out;
        if (Ends out = behind_text(tree, c, depth); !out.empty()) return out;
        own = true;
    }
    if (own || tree.has(verb, {Deprel::csubj})) return {};
    for (const int c : tree.children(verb)) {  // "let Norway ban", where the tree takes the name for a part of the verb
        const int reference = tree.reference(c);
        const bool name = reference != none && !tree.adjective(reference);
        if (name && c < verb && tree.upos(verb) == Upos::verb && tree.is(c, {Deprel::compound}) &&
            tree.xpos(verb) == Xpos::vb)
            return meant_by(tree, c);
    }
    if (tree.head(verb) == none || tree.upos(verb) == Upos::noun) {
        if (const int stray = stray_name(tree, verb, true); stray != none) return meant_by(tree, stray);
    }
    return of_clause(tree, verb, depth);
}

Ends agent(const Tree& tree, int verb) {
    if (passive(tree, verb)) {
        for (const int c : tree.children(verb)) {
            if (!tree.is(c, {Deprel::obl, Deprel::nmod}) || tree.opener(c) != "by") continue;
            return meant_by(tree, c);
        }
        if (Ends out = behind_verb(tree, verb, "by", {}); !out.empty())
            return out;                     // "barred from the tender by Sweden"
        const int above = tree.head(verb);  // "was ordered to be shut by", "was banned and fined by"
        for (const int c : tree.children(verb)) {
            if (!tree.is(c, {Deprel::conj}) || !passive(tree, c)) continue;
            if (Ends shared = tree.has(c, {Deprel::nsubj}) ? Ends{} : agent(tree, c); !shared.empty()) return shared;
        }
        for (const int c : tree.children(verb)) {  // "was forced to resign by", where "by" hangs on what is done
            if (!tree.is(c, {Deprel::xcomp}) || !tree.infinitive(c) || passive(tree, c)) continue;
            if (Ends out = behind_verb(tree, c, "by", {}); !out.empty()) return out;
        }
        if (above != none && tree.is(verb, {Deprel::xcomp}) && tree.is(above, {Deprel::amod})) return {};
        return possessor(tree, verb);
    }
    Ends out = surface_subject(tree, verb);
    return out.empty() ? possessor(tree, verb) : out;  // "Norway's banning of Telmar"
}

}  // namespace entente::relate
