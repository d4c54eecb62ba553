// One sentence as a tree with its references.
//
// A reference belongs to the word of it that hangs on a word outside: "the Swedish firm" to "firm".
// SPDX-License-Identifier: MIT
#include "relate/tree.hpp"

#include <algorithm>

#include "entente/text/utf8.hpp"

namespace entente::relate {

Tree::Tree(const Document& document, std::uint32_t sentence, const Vocabulary& vocabulary, std::size_t first,
           std::size_t last, const std::vector<bool>& adjective)
    : document_(document), vocabulary_(vocabulary), adjective_(adjective), sentence_(sentence) {
    const TokenRange tokens = document.sentences[sentence].tokens;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        folded_.push_back(fold(document.form(i)));
        lemmas_.push_back(lower(document.tags[i].lemma));
        if (document.tags[i].upos == Upos::verb) correct_lemma(document.tags[i].xpos);
        words_.push_back(&vocabulary.find(lemmas_.back()));
        const std::uint32_t head = document.arcs[i].head;
        heads_.push_back(head == i || !tokens.contains(head) ? none : static_cast<int>(head - tokens.begin));
    }
    link();
    reference_.assign(words_.size(), none);
    covering_.assign(words_.size(), none);
    for (std::size_t r = first; r < last; ++r)
        place(static_cast<int>(r));
}

// A rare verb's lemma may be wrong ("curbed", "applauded"): where no list knows it, the one that a list knows is taken.
void Tree::correct_lemma(Xpos xpos) {
    std::string& lemma = lemmas_.back();
    const std::string& form = folded_.back();
    const auto known = [&](std::string_view word) { return !vocabulary_.find(word).verbs.empty(); };
    const std::size_t n = folded_.size();
    const bool base = n > 1 && (folded_[n - 2] == "to" || folded_[n - 2] == "not" || folded_[n - 2] == "will");
    if ((xpos == Xpos::vb || xpos == Xpos::vbp || base) && known(form)) lemma = form;
    const bool gerund = xpos == Xpos::vbg && lemma == form;  // "stopped funding Telmar"
    if (!vocabulary_.find(lemma).empty && !gerund) return;
    const std::string_view word = form;
    for (const std::string_view ending : {"s", "es", "d", "ed", "ing"}) {
        if (!word.ends_with(ending) || word.size() < ending.size() + 2) continue;
        std::string stem(word.substr(0, word.size() - ending.size()));
        if (known(stem)) lemma = stem;
        if (known(stem + "e")) lemma = stem + "e";
        if (stem[stem.size() - 1] == stem[stem.size() - 2] && known(stem.substr(0, stem.size() - 1)))
            stem.pop_back(), lemma = stem;
        if ((ending == "ed" || ending == "es") && stem.ends_with('i') && known(stem.substr(0, stem.size() - 1) + "y"))
            lemma = stem.substr(0, stem.size() - 1) + "y";
    }
}

// Children in the order of the text, and how far the words below each reach.
void Tree::link() {
    const std::size_t n = words_.size();
    first_child_.assign(n + 1, 0);
    for (const int head : heads_) {
        if (head != none) ++first_child_[at(head) + 1];
    }
    for (std::size_t i = 0; i < n; ++i)
        first_child_[i + 1] += first_child_[i];
    children_.resize(at(first_child_[n]));
    std::vector<int> next(first_child_.begin(), first_child_.end() - 1);
    for (int i = 0; i < size(); ++i) {
        if (head(i) != none) children_[at(next[at(head(i))]++)] = i;
    }
    for (int i = 0; i < size(); ++i) {
        left_.push_back(i);
        right_.push_back(i + 1);
    }
    for (int i = 0; i < size(); ++i) {
        int steps = 0;
        for (int above = head(i); above != none && steps++ < size(); above = head(above)) {
            if (left_[at(above)] <= i && right_[at(above)] > i) break;  // known to reach as far
            left_[at(above)] = std::min(left_[at(above)], i);
            right_[at(above)] = std::max(right_[at(above)], i + 1);
        }
    }
}

void Tree::place(int reference) {
    references_.push_back(reference);
    const TokenRange tokens = range(reference);
    const int begin = static_cast<int>(tokens.begin), end = std::min(static_cast<int>(tokens.end), size());
    for (int i = begin; i < end; ++i) {
        const int there = covering_[at(i)];
        if (there == none || range(there).size() < tokens.size()) covering_[at(i)] = reference;
        const bool outside = head(i) == none || head(i) < begin || head(i) >= end;
        if (!outside || upos(i) == Upos::det || upos(i) == Upos::punct) continue;
        if (upos(i) == Upos::part || upos(i) == Upos::adp) continue;
        const int known = reference_[at(i)];
        if (known == none || range(known).size() < tokens.size()) reference_[at(i)] = reference;
    }
}

std::span<const int> Tree::children(int i) const {
    const auto begin = at(first_child_[at(i)]), end = at(first_child_[at(i) + 1]);
    return std::span(children_).subspan(begin, end - begin);
}

bool Tree::is(int i, std::initializer_list<Deprel> relations) const {
    const Deprel own = deprel(i);
    return std::any_of(relations.begin(), relations.end(),
                       [&](Deprel wanted) { return wanted == own || wanted == universal(own); });
}

int Tree::child(int i, std::initializer_list<Deprel> relations) const {
    for (const int c : children(i)) {
        if (is(c, relations)) return c;
    }
    return none;
}

bool Tree::below(int i, int top) const {
    for (int steps = 0; i != none && steps < size(); ++steps, i = head(i)) {
        if (i == top) return true;
    }
    return false;
}

std::string Tree::marks(int i) const {
    std::string out;
    for (const int c : children(i)) {
        if (c < i && out.empty() && is(c, {Deprel::nmod_desc})) out = marks(c);  // "with former president Ann Li"
        if (c > i || !is(c, {Deprel::case_, Deprel::mark})) continue;
        for (int w = c; w < right(c); ++w)
            out += (out.empty() ? "" : " ") + folded(w);
    }
    return out;
}

std::string Tree::opener(int i) const {
    for (int steps = 0; steps < size(); ++steps) {
        std::string own = marks(i);
        if (!own.empty() || deprel(i) != Deprel::conj || head(i) == none) return own;
        i = head(i);
    }
    return "";
}

// "Norway outshines Denmark", where the tagger takes the verb for a noun.
bool Tree::between_names(int i) const {
    if (upos(i) != Upos::noun || i == 0 || i + 1 >= size() || words_[at(i)]->verbs.empty()) return false;
    const int before = covering(i - 1);
    if (before == none || adjective(before) || head(head_of(before)) != i) return false;
    if (is(head_of(before), {Deprel::nmod_poss})) return false;
    for (const int c : children(i)) {
        if (c > i && reference(c) != none && !adjective(reference(c)) && marks(c).empty()) return true;
    }
    return false;
}

// "will neither ban Telmar nor fine Norvia": joined to a bare verb, and a name follows.
bool Tree::joined_verb(int i) const {
    if (deprel(i) != Deprel::conj || head(i) == none || xpos(head(i)) != Xpos::vb || i + 1 >= size()) return false;
    if ((xpos(i) != Xpos::jj && xpos(i) != Xpos::nn) || words_[at(i)]->verbs.empty() || !has(i, {Deprel::cc}))
        return false;
    return covering(i + 1) != none && !adjective(covering(i + 1)) && !has(i, {Deprel::det, Deprel::nmod_poss});
}

bool Tree::verb(int i) const {
    if (upos(i) == Upos::verb || upos(i) == Upos::aux) return true;
    if (between_names(i) || joined_verb(i)) return true;
    for (const int c : children(i)) {  // "wants Latvia to spy", where "spy" is taken for a noun
        if (c < i && upos(i) == Upos::noun && xpos(c) == Xpos::to && deprel(c) == Deprel::mark) return true;
    }
    return (upos(i) == Upos::noun || upos(i) == Upos::adj) && has(i, {Deprel::aux}) && !has(i, {Deprel::cop});
}

bool Tree::nominal(int i) const {
    return upos(i) == Upos::noun || upos(i) == Upos::propn || upos(i) == Upos::pron;
}

bool Tree::infinitive(int i) const {
    if (!verb(i)) {
        const int cop = child(i, {Deprel::cop});
        return cop != none && xpos(cop) == Xpos::vb && !has(i, {Deprel::aux});
    }
    if (xpos(i) != Xpos::vb && xpos(i) != Xpos::vbn) return false;
    for (const int c : children(i)) {
        if (c < i && xpos(c) == Xpos::to) return true;
    }
    return xpos(i) == Xpos::vb && !has(i, {Deprel::aux}) && !has(i, {Deprel::nsubj});
}

bool Tree::finite(int i) const {
    const auto tensed = [&](int w) {
        return xpos(w) == Xpos::vbd || xpos(w) == Xpos::vbz || xpos(w) == Xpos::vbp || xpos(w) == Xpos::md;
    };
    if (tensed(i)) return true;
    for (const int c : children(i)) {
        if (is(c, {Deprel::aux, Deprel::cop}) && tensed(c)) return true;
    }
    return false;
}

const Entity& Tree::entity(int reference) const {
    return document_.entities[number(meant(reference).entity)];
}

TokenRange Tree::range(int reference) const {
    const TokenRange tokens = meant(reference).tokens;
    return {tokens.begin - offset(), tokens.end - offset()};
}

int Tree::head_of(int reference) const {
    const TokenRange tokens = range(reference);
    for (int i = static_cast<int>(tokens.begin); i < static_cast<int>(tokens.end) && i < size(); ++i) {
        if (reference_[at(i)] == reference) return i;
    }
    return std::min(static_cast<int>(tokens.end), size()) - 1;
}

Span Tree::span(int begin, int end) const {
    return document_.span({offset() + static_cast<std::uint32_t>(begin), offset() + static_cast<std::uint32_t>(end)});
}

}  // namespace entente::relate
