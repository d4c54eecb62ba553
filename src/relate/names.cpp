// Rules of names beside names over one sentence.
//
// "Bonn, Germany", "Spain's Talgo", "Bank of Norway", and what a hyphen joins to a participle: "the Malmö-based firm Telmar",
// "the US-backed militia", "Norway's state-owned Telmar".
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relate/matcher.hpp"

namespace entente::relate {

// Whether a role, or a rule for such names, says more of two names than that they stand together: "Norway's parliament".
bool Matcher::told(End subject, End object) const {
    return std::any_of(finds_.begin(), finds_.end(), [&](const Find& find) {
        return (rule(find.rule).kind == Rule::Kind::role || rule(find.rule).kind == Rule::Kind::names) &&
               find.subjects.front().reference == subject.reference &&
               find.objects.front().reference == object.reference;
    });
}

// One of the rule's words in the name: "Norwegian Coast Guard".
bool Matcher::has_word(const Rule& rule, int reference) const {
    if (rule.with.empty()) return true;
    const TokenRange range = tree_.range(reference);
    for (int i = static_cast<int>(range.begin); i < static_cast<int>(range.end); ++i) {
        const auto is = [&](const std::string& word) {
            return tree_.is(i, word) || (i > 0 && tree_.folded(i - 1) + " " + tree_.folded(i) == word);
        };
        if (std::any_of(rule.with.begin(), rule.with.end(), is)) return true;
    }
    return false;
}

namespace {

// "the union's members, Norway, Denmark and Kenya": a country goes on behind the comma.
bool opens_list(const Tree& tree, int reference) {
    const int at = static_cast<int>(tree.range(reference).end);
    const bool joins = tree.is(at, ",") || tree.is(at, "and") || tree.is(at, "or");
    const int next = joins && at + 1 < tree.size() ? tree.covering(at + 1) : none;
    return next != none && !tree.adjective(next) && tree.entity(next).type == EntityType::country &&
           tree.entity(reference).type == EntityType::country;
}

}  // namespace

// "the US Embassy in London", wherever the tree hangs London.
Ends Matcher::right_behind(const std::string& preposition, int reference) const {
    int at = static_cast<int>(tree_.range(reference).end);
    const bool town = tree_.entity(reference).type == EntityType::place;
    if (town && tree_.is(at, ",")) ++at;  // "in Lahti, in Finland"
    if (preposition.empty() || !tree_.is(at, preposition)) return {};
    if (tree_.is(++at, "the")) ++at;
    while (at < tree_.size() && tree_.upos(at) == Upos::adj && tree_.covering(at) == none)
        ++at;  // "in the south-eastern United States"
    const int other = at < tree_.size() ? tree_.covering(at) : none;
    if (other == none || tree_.adjective(other) || static_cast<int>(tree_.range(other).begin) != at) return {};
    if (tree_.is(tree_.head_of(other), {Deprel::nmod_poss})) return {};
    return {{.reference = other}};
}

// `sure`: the rule names words of which the place is asked for ("embassy").
Ends Matcher::beside_reference(const Slot& slot, int reference, bool sure) const {
    const int word = tree_.head_of(reference);
    const TokenRange range = tree_.range(reference);
    if (slot.kind == Slot::Kind::self) return {{.reference = reference}};
    if (slot.kind == Slot::Kind::contained) {
        if (range.size() < 2) return {};
        return {{.reference = reference, .elsewhere = Elsewhere::contained}};
    }
    if (slot.kind != Slot::Kind::apposed) {
        Ends found = noun_slot(slot, word, {});
        std::erase_if(found, [&](End end) {  // "Norwegian-led Telmar"
            return tree_.is(static_cast<int>(tree_.range(end.reference).end), "-");
        });
        const bool town = tree_.entity(reference).type == EntityType::place && slot.preposition == "in";
        return found.empty() && (sure || town) ? right_behind(slot.preposition, reference) : found;
    }
    for (const int c : tree_.children(word)) {
        const bool behind = c > word && tree_.is(c, {Deprel::appos, Deprel::nmod_unmarked, Deprel::conj, Deprel::nmod});
        const int other = tree_.reference(c);
        if (!behind || other == none || !tree_.is(tree_.left(c), ",") || !tree_.marks(c).empty()) continue;
        if (opens_list(tree_, other)) continue;
        int begin = static_cast<int>(range.end) + 1;  // behind the comma
        const bool a_national = tree_.adjective(other) && tree_.entity(reference).type == EntityType::person &&
                                (tree_.is(begin, "a") || tree_.is(begin, "an"));
        if (a_national) ++begin;  // "Ann Li, a Dane"
        if (tree_.adjective(other) != a_national) continue;
        while (begin < c && tree_.upos(begin) == Upos::adj && tree_.covering(begin) == none)
            ++begin;  // "Lyon, eastern France"
        if (static_cast<int>(tree_.range(other).begin) == begin) return {{.reference = other}};
    }
    return {};
}

void Matcher::names(int reference) {
    if (tree_.adjective(reference) || tree_.meant(reference).kind != Reference::Kind::name) return;
    if (tree_.reference(tree_.head_of(reference)) != reference) return;
    const auto fits = [&](const std::vector<EntityType>& types, End end) {
        return types.empty() || end.elsewhere != Elsewhere::no ||
               std::find(types.begin(), types.end(), tree_.entity(end.reference).type) != types.end();
    };
    for (const std::uint32_t index : tree_.vocabulary().name_rules()) {
        const Rule& wanted = rule(index);
        if (!has_word(wanted, reference)) continue;
        const auto ends = [&](const std::vector<Slot>& slots) {
            for (const Slot& slot : slots) {
                if (Ends found = beside_reference(slot, reference, !wanted.with.empty()); !found.empty()) return found;
            }
            return Ends{};
        };
        Ends subjects = ends(wanted.subjects), objects = ends(wanted.objects);
        std::erase_if(subjects, [&](End end) { return !fits(wanted.of, end); });
        std::erase_if(objects, [&](End end) { return !fits(wanted.to, end); });
        if (subjects.empty() || objects.empty() || (wanted.with.empty() && told(subjects.front(), objects.front())))
            continue;
        const TokenRange range = tree_.range(reference);
        put(index, std::move(subjects), std::move(objects), static_cast<int>(range.begin), static_cast<int>(range.end),
            {}, none);
    }
}

namespace {

// "state-owned": the state of the country that stands before the noun.
Ends before_hyphen(const Tree& tree, int word, int noun) {
    if (const int name = tree.covering(word); name != none) return {{.reference = name}};
    if (!tree.is(word, "state") && !tree.is(word, "government")) return {};
    Ends out = possessor(tree, noun);
    if (out.empty()) out = modifier(tree, noun);
    std::erase_if(out, [&](End end) { return tree.entity(end.reference).type != EntityType::country; });
    return out;
}

// The participle's verb: "base" of "based", "own" of "owned", "back" of "backed".
std::vector<std::string> verbs_of(const std::string& participle) {
    const std::string stem = participle.substr(0, participle.size() - 2);
    std::vector<std::string> out = {stem + "e", stem};
    if (participle == "led") out = {"lead"};
    if (participle == "run") out = {"run"};
    if (stem.size() > 1 && stem.back() == stem[stem.size() - 2]) out.push_back(stem.substr(0, stem.size() - 1));
    return out;
}

}  // namespace

void Matcher::compound(int word) {
    if (word < 2 || !(tree_.is(word - 1, "-") || tree_.is(word - 1, "–"))) return;
    int noun = tree_.head(word);
    for (int steps = 0; noun != none && steps < 3 && noun < word; ++steps)
        noun = tree_.head(noun);
    const int behind = word + 1 < tree_.size() ? tree_.covering(word + 1) : none;  // "Norvia-owned Telmar"
    if (behind != none && !tree_.adjective(behind)) noun = tree_.head_of(behind);
    if (noun == none || noun < word || !tree_.nominal(noun)) return;
    const Ends before = before_hyphen(tree_, word - 2, noun);
    if (before.empty()) return;
    Ends described = meant_alone(tree_, noun);
    const bool beside = tree_.is(noun, {Deprel::nmod_desc, Deprel::compound, Deprel::flat, Deprel::amod});
    if (described.empty() && (beside || tree_.is(noun, {Deprel::appos})))
        described = meant_alone(tree_, tree_.head(noun));
    if (described.empty() || described.front() == before.front()) return;
    for (const std::string& lemma : verbs_of(tree_.folded(word))) {
        for (const Cue& cue : tree_.vocabulary().find(lemma).verbs) {
            const Rule& wanted = rule(cue.rule);
            if (!cue.rest.empty() || !wanted.with.empty()) continue;
            const Slot &subject = wanted.subjects.front(), &object = wanted.objects.front();
            if (subject.kind == Slot::Kind::object && object.preposition == "in")  // "based in"
                put(cue.rule, described, before, word, word + 1, {}, none);
            else if (subject.kind == Slot::Kind::subject && object.kind == Slot::Kind::object)  // "backed by"
                put(cue.rule, before, described, word, word + 1, {}, none);
        }
    }
}

}  // namespace entente::relate
