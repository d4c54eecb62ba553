// Pronouns to clusters.
//
// SPDX-License-Identifier: MIT
#include "resolve/pronouns.hpp"

#include <algorithm>
#include <array>

#include "entente/text/utf8.hpp"

namespace entente::resolve {
namespace {

constexpr int most_clauses = 10;         // that are climbed, one around the other
constexpr std::size_t people_reach = 3;  // sentences back, for he and she
constexpr std::size_t no_quote = SIZE_MAX;

}  // namespace

Pronouns::Pronouns(const Document& document, const Knowledge& knowledge, const std::vector<Cluster>& clusters,
                   std::vector<Profile>& profiles, const Clauses& clauses, const Record& record,
                   const std::vector<TokenRange>& quotes)
    : document_(document),
      knowledge_(knowledge),
      clusters_(clusters),
      profiles_(profiles),
      clauses_(clauses),
      record_(record),
      quotes_(quotes) {}

std::optional<Pronouns::Pronoun> Pronouns::pronoun_at(std::uint32_t token) const {
    const Shape shape = document_.tokens[token].shape;
    if (shape != Shape::lower && shape != Shape::title) return {};
    const std::string word = fold(document_.form(token));
    const bool tagged = token < document_.tags.size();
    const bool possessive = word == "its" || word == "his" || word == "their" ||
                            (word == "her" && (!tagged || document_.tags[token].xpos == Xpos::prp_possessive));
    const bool reflexive = word.ends_with("self") || word == "themselves";
    const auto made = [&](Kind kind) { return Pronoun{token, kind, possessive, reflexive}; };
    if (word == "he" || word == "him" || word == "his" || word == "himself") return made(Kind::he);
    if (word == "she" || word == "her" || word == "herself") return made(Kind::she);
    if (word == "its" || word == "itself") return made(Kind::it);
    if (word == "it" && !impersonal(token)) return made(Kind::it);
    if (word == "they" || word == "them" || word == "their" || word == "themselves") return made(Kind::they);
    return {};
}

// "It rained", "it is clear that", "it was reported that", "It was the third fire".
bool Pronouns::impersonal(std::uint32_t token) const {
    if (clauses_.is(token, {Deprel::expl})) return true;
    if (!clauses_.is(token, {Deprel::nsubj})) return false;
    const std::uint32_t clause = document_.arcs[token].head;
    const Tag& tag = document_.tags[clause];
    if (knowledge_.lexicon.has("impersonal_verbs", tag.lemma)) return true;
    const bool has_clause = clauses_.child(clause, {Deprel::csubj, Deprel::ccomp}) != no_token;
    if (clauses_.is(token, {Deprel::nsubj_pass}) && has_clause) return true;
    if (clauses_.child(clause, {Deprel::cop}) == no_token) return false;
    if (has_clause || clauses_.child(clause, {Deprel::advcl, Deprel::xcomp}) != no_token) return true;
    return tag.upos == Upos::noun && !knowledge_.lexicon.has("organisation_nouns", tag.lemma) &&
           !knowledge_.lexicon.has("country_nouns", tag.lemma);
}

bool Pronouns::fits(std::size_t cluster, Kind kind) const {
    const EntityType type = clusters_[cluster].type;
    if (kind == Kind::it || kind == Kind::they) return type == EntityType::organisation || type == EntityType::country;
    const char gender = profiles_[cluster].gender;
    return type == EntityType::person && (gender == 0 || gender == (kind == Kind::he ? 'm' : 'f'));
}

std::size_t Pronouns::quote_of(std::uint32_t token) const {
    const auto at = std::upper_bound(quotes_.begin(), quotes_.end(), token,
                                     [](std::uint32_t t, const TokenRange& q) { return t < q.end; });
    if (at == quotes_.end() || !at->contains(token)) return no_quote;
    return static_cast<std::size_t>(at - quotes_.begin());
}

// A noun or pronoun that means nobody by name: may it be what the pronoun takes up?
Pronouns::Look Pronouns::look_at_unnamed(std::uint32_t actor, Kind kind) const {
    const Tag& tag = document_.tags[actor];
    const auto in_the_way = [](bool is) { return Look{is ? Verdict::in_the_way : Verdict::other, {}}; };
    const bool person = kind == Kind::he || kind == Kind::she;
    if (tag.upos == Upos::pron) {
        const std::string word = fold(document_.form(actor));
        if (word == "he" || word == "she") return in_the_way(person);
        if (word == "they") return in_the_way(kind == Kind::they);
        return in_the_way(word == "it" && kind == Kind::it && !impersonal(actor));
    }
    if (tag.xpos == Xpos::nns || tag.xpos == Xpos::nnps) return in_the_way(kind == Kind::they);
    if (tag.upos != Upos::noun && tag.upos != Upos::propn) return in_the_way(false);
    const Lexicon& lexicon = knowledge_.lexicon;
    const bool somebody = lexicon.has("person_nouns", tag.lemma) || lexicon.has("titles", tag.lemma);
    if (somebody) return in_the_way(person);
    if (tag.upos == Upos::propn) return in_the_way(kind != Kind::they);
    return in_the_way(kind == Kind::it);
}

Pronouns::Look Pronouns::look_at(std::uint32_t actor, Kind kind) const {
    const Record::Party party = record_.party_at(actor);
    if (party.clusters.empty()) return look_at_unnamed(actor, kind);
    const bool joined = party.clusters.size() > 1 || !party.whole;
    if (kind == Kind::they) {
        if (joined) return {party.whole ? Verdict::meant : Verdict::in_the_way, party.clusters};
        return {fits(party.clusters.front(), kind) ? Verdict::meant : Verdict::other, party.clusters};
    }
    if (joined || !fits(party.clusters.front(), kind)) return {};
    return {Verdict::meant, party.clusters};
}

// "Telmar told Kenya that it would pay": who tells what is to come tells it of himself.
bool Pronouns::promised(const Pronoun& pronoun, std::uint32_t clause) const {
    if (!clauses_.is(pronoun.token, {Deprel::nsubj}) || clauses_.is(pronoun.token, {Deprel::nsubj_pass})) return false;
    const std::string_view lemma = document_.tags[clause].lemma;
    if (lemma != "tell" && lemma != "promise" && lemma != "assure" && lemma != "inform") return false;
    const std::uint32_t deed = clauses_.clause_of(pronoun.token);
    if (!clauses_.is(deed, {Deprel::ccomp})) return false;
    const std::uint32_t aux = clauses_.child(deed, {Deprel::aux});
    return aux != no_token && (document_.tags[aux].lemma == "would" || document_.tags[aux].lemma == "will");
}

// "may fine it", "sued him": not a subject, and not what a noun owns.
bool Pronouns::is_object(const Pronoun& pronoun) const {
    if (pronoun.possessive || pronoun.reflexive || pronoun.kind == Kind::they) return false;
    return clauses_.is(pronoun.token, {Deprel::obj, Deprel::iobj, Deprel::obl});
}

// What the object of a clause is in the one that is joined to it: "will not ban Telmar but may fine it", "having failed to
// buy Telmar, Norvia now wants to supply it", "warned Telmar and urged Kenya to ban it".
Pronouns::Look Pronouns::beside_clause(const Pronoun& pronoun, std::uint32_t clause, std::uint32_t actor) const {
    std::vector<std::uint32_t> beside;
    const std::uint32_t above = clauses_.above(clause);
    const bool joined = clauses_.is(clause, {Deprel::conj});
    const bool of_same = above != no_token && actor != no_token && clauses_.actor(above) == actor;
    if (joined || of_same) beside.push_back(above);
    for (const std::uint32_t c : clauses_.children(clause)) {
        if (c < clause && clauses_.is(c, {Deprel::advcl, Deprel::advmod})) beside.push_back(c);
    }
    for (const std::uint32_t other : beside) {
        if (other == no_token || other > pronoun.token) continue;
        std::uint32_t inner = other;  // "failed to buy Telmar"
        for (int n = 0; n < most_clauses && clauses_.object(inner) == no_token; ++n) {
            const std::uint32_t deed = clauses_.child(inner, {Deprel::xcomp, Deprel::advcl});
            if (deed == no_token) break;
            inner = deed;
        }
        const std::uint32_t held = clauses_.object(inner);
        const std::uint32_t acts = clauses_.subject(other);
        for (const std::uint32_t c : {other == above ? held : acts, other == above ? acts : held}) {
            if (c == no_token || c == actor || c > pronoun.token) continue;
            Look look = look_at(c, pronoun.kind);
            const bool self = actor != no_token && look.clusters == record_.party_at(actor).clusters;
            if (look.verdict != Verdict::other && !self) return look;
        }
    }
    return {};
}

// From the pronoun's own clause outwards, but not out of a quotation: a speaker is no "he" in his own words.
Pronouns::Look Pronouns::in_sentence(const Pronoun& pronoun) const {
    bool own = true;
    std::uint32_t clause = clauses_.clause_of(pronoun.token);
    const bool object = is_object(pronoun);
    const std::uint32_t self = object ? clauses_.actor(clause) : no_token;
    // "Oslo has nothing to do with it": Oslo would do it, so it is somebody else
    const bool to_do = object && clauses_.is(clause, {Deprel::acl}) && clauses_.xpos(clause) == Xpos::vb;
    const std::uint32_t doer = to_do ? clauses_.actor(clauses_.above(clause)) : no_token;
    for (int n = 0; n < most_clauses && clause != no_token; ++n) {
        if (quote_of(clause) != quote_of(pronoun.token)) return {};
        const std::uint32_t actor = clauses_.actor(clause);
        if (object) {
            Look look = beside_clause(pronoun, clause, self);
            if (look.verdict != Verdict::other) return look;
        }
        if (doer != no_token && actor == doer && look_at(actor, pronoun.kind).verdict == Verdict::meant)
            return {Verdict::in_the_way, {}};
        const bool before = actor != no_token && actor < pronoun.token && !clauses_.below(pronoun.token, actor);
        if (before && (!object || actor != self) && (!own || pronoun.possessive || pronoun.reflexive)) {
            Look look = look_at(actor, pronoun.kind);
            const std::uint32_t held = own ? no_token : clauses_.object(clause);  // "Ann told Bo that she"
            if (look.verdict == Verdict::meant && held != no_token && held != actor && (!object || held != self) &&
                held < pronoun.token && !clauses_.below(pronoun.token, held) && pronoun.kind != Kind::they &&
                look_at(held, pronoun.kind).verdict == Verdict::meant && !promised(pronoun, clause)) {
                return {Verdict::in_the_way, {}};
            }
            if (look.verdict != Verdict::other) return look;
        }
        own = false;
        clause = clauses_.above(clause);
    }
    return {};
}

// The only one who fits, of those that this sentence has named so far.
Pronouns::Look Pronouns::earlier_words(const Pronoun& pronoun) const {
    if (pronoun.kind == Kind::they || (pronoun.kind == Kind::it && !pronoun.possessive)) return {};
    std::set<std::size_t> among = record_.sentence(0);
    if (!pronoun.possessive) {
        for (const std::size_t c : record_.party_at(clauses_.actor(clauses_.clause_of(pronoun.token))).clusters)
            among.erase(c);
    }
    std::erase_if(among, [&](std::size_t c) { return !fits(c, pronoun.kind); });
    if (among.empty()) return {};
    if (among.size() > 1) return {Verdict::in_the_way, {}};
    return {Verdict::meant, {*among.begin()}};
}

// "He studies ants and she bees. They ..."
Pronouns::Look Pronouns::two_people(std::size_t back) const {
    std::vector<std::size_t> people;
    for (const std::size_t c : record_.sentence(back)) {
        if (clusters_[c].type == EntityType::person) people.push_back(c);
    }
    const auto acting = record_.party_at(clauses_.actor(record_.root(back))).clusters;
    const bool one_acts = acting.size() == 1 && clusters_[acting.front()].type == EntityType::person;
    return people.size() == 2 && one_acts ? Look{Verdict::meant, people} : Look{Verdict::in_the_way, {}};
}

Pronouns::Look Pronouns::earlier_sentence(const Pronoun& pronoun, std::size_t back) const {
    const std::uint32_t root = record_.root(back);
    if (root == no_token) return {Verdict::in_the_way, {}};
    const std::uint32_t actor = clauses_.actor(root);
    const Look main = actor == no_token ? Look{} : look_at(actor, pronoun.kind);
    if (main.verdict == Verdict::in_the_way) return main;
    for (const std::uint32_t i : clauses_.children(root)) {  // "Oslo asked the bank, and the bank agreed. It ..."
        if (pronoun.kind != Kind::it || !clauses_.is(i, {Deprel::conj}) || clauses_.subject(i) == no_token) continue;
        const Look second = look_at(clauses_.subject(i), pronoun.kind);
        if (second.verdict == Verdict::meant && second.clusters != main.clusters) return {Verdict::in_the_way, {}};
    }
    if (pronoun.kind == Kind::they) return main.clusters.size() > 1 ? main : two_people(back);
    std::set<std::size_t> among = record_.sentence(back);
    std::erase_if(among, [&](std::size_t c) { return !fits(c, pronoun.kind); });
    if (among.size() == 1) return {Verdict::meant, {*among.begin()}};
    if (among.empty()) return {};
    if (main.verdict != Verdict::meant) return {Verdict::in_the_way, {}};
    if (pronoun.kind == Kind::it) return main;
    // Of several people the one who acts, if it is said of him alone that he is one.
    const bool known = profiles_[main.clusters.front()].gender != 0;
    const auto others =
        std::count_if(among.begin(), among.end(), [&](std::size_t c) { return profiles_[c].gender != 0; });
    return known && others == 1 ? main : Look{Verdict::in_the_way, {}};
}

// Whether nobody but the pronoun acts in its sentence up to it: "It will sell", "Its docks are old".
bool Pronouns::opens_sentence(const Pronoun& pronoun) const {
    const std::uint32_t clause = clauses_.clause_of(pronoun.token);
    if (clause == no_token || document_.arcs[clause].head != clause) return false;
    const std::uint32_t actor = clauses_.actor(clause);
    return actor != no_token && clauses_.below(pronoun.token, actor);
}

Pronouns::Look Pronouns::earlier_sentences(const Pronoun& pronoun) const {
    const bool person = pronoun.kind == Kind::he || pronoun.kind == Kind::she;
    if (!person && !opens_sentence(pronoun)) return {};
    const std::size_t reach = person ? people_reach : pronoun.possessive ? 2 : 1;
    for (std::size_t back = 1; back <= reach; ++back) {
        Look look = earlier_sentence(pronoun, back);
        if (look.verdict != Verdict::other) return look;
    }
    return {};
}

std::vector<std::size_t> Pronouns::meant_by(std::uint32_t token) {
    const auto pronoun = pronoun_at(token);
    if (!pronoun) return {};
    Look look = in_sentence(*pronoun);
    if (look.verdict == Verdict::other) look = earlier_words(*pronoun);
    if (look.verdict == Verdict::other) look = earlier_sentences(*pronoun);
    if (look.verdict != Verdict::meant) return {};
    if (pronoun->kind == Kind::he || pronoun->kind == Kind::she) {
        profiles_[look.clusters.front()].gender = pronoun->kind == Kind::he ? 'm' : 'f';
    }
    return look.clusters;
}

}  // namespace entente::resolve
