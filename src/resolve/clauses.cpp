// Trees to clauses: who acts in the clause of a word, and in the clause above it.
// SPDX-License-Identifier: MIT
#include "resolve/clauses.hpp"

#include <algorithm>

namespace entente::resolve {
namespace {

constexpr int deepest = 12;  // clauses that are asked, one inside the other

}  // namespace

Clauses::Clauses(const Document& document)
    : document_(document),
      parsed_(document.arcs.size() == document.tokens.size() && document.tags.size() == document.tokens.size()) {
    if (!parsed_) return;
    first_.assign(document.arcs.size(), no_token);
    next_.assign(document.arcs.size(), no_token);
    for (auto i = static_cast<std::uint32_t>(document.arcs.size()); i-- > 0;) {
        const std::uint32_t head = document.arcs[i].head;
        if (head == i) continue;
        next_[i] = first_[head];
        first_[head] = i;
    }
}

bool Clauses::is(std::uint32_t token, std::initializer_list<Deprel> relations) const {
    if (!parsed_ || token == no_token) return false;
    const Deprel relation = document_.arcs[token].deprel;
    return std::any_of(relations.begin(), relations.end(),
                       [&](Deprel r) { return r == relation || r == universal(relation); });
}

std::vector<std::uint32_t> Clauses::children(std::uint32_t head) const {
    std::vector<std::uint32_t> out;
    if (!parsed_ || head == no_token) return out;
    for (std::uint32_t i = first_[head]; i != no_token; i = next_[i])
        out.push_back(i);
    return out;
}

std::uint32_t Clauses::child(std::uint32_t head, std::initializer_list<Deprel> relations) const {
    if (!parsed_ || head == no_token) return no_token;
    for (std::uint32_t i = first_[head]; i != no_token; i = next_[i]) {
        if (is(i, relations)) return i;
    }
    return no_token;
}

std::uint32_t Clauses::subject(std::uint32_t clause) const {
    return child(clause, {Deprel::nsubj});
}
std::uint32_t Clauses::object(std::uint32_t clause) const {
    return child(clause, {Deprel::obj, Deprel::iobj});
}

bool Clauses::heads_clause(std::uint32_t token) const {
    if (document_.arcs[token].head == token) return true;
    if (is(token, {Deprel::ccomp, Deprel::xcomp, Deprel::advcl, Deprel::acl, Deprel::csubj, Deprel::parataxis})) {
        return true;
    }
    const Upos upos = document_.tags[token].upos;
    return is(token, {Deprel::conj}) && (upos == Upos::verb || upos == Upos::aux || subject(token) != no_token);
}

std::uint32_t Clauses::clause_of(std::uint32_t token) const {
    if (!parsed_ || token == no_token) return no_token;
    while (!heads_clause(token))
        token = document_.arcs[token].head;
    return token;
}

std::uint32_t Clauses::above(std::uint32_t clause) const {
    if (!parsed_ || clause == no_token || document_.arcs[clause].head == clause) return no_token;
    return clause_of(document_.arcs[clause].head);
}

std::uint32_t Clauses::actor(std::uint32_t clause) const {
    return actor(clause, 0);
}

std::uint32_t Clauses::actor(std::uint32_t clause, int depth) const {
    if (!parsed_ || clause == no_token || depth > deepest) return no_token;
    const std::uint32_t head = document_.arcs[clause].head, own = subject(clause);
    if (own != no_token) {
        const Xpos tag = xpos(own);  // "the firm which sold its docks"
        const bool relative = tag == Xpos::wdt || tag == Xpos::wp || tag == Xpos::in;
        return relative && is(clause, {Deprel::acl}) ? head : own;
    }
    if (head == clause) return no_token;
    if (is(clause, {Deprel::acl})) return head;
    if (is(clause, {Deprel::xcomp})) {  // "ordered the firm to sell its docks"
        const std::uint32_t held = object(head);
        if (held != no_token && document_.tags[head].lemma != "promise") return held;
    }
    if (is(clause, {Deprel::xcomp, Deprel::advcl, Deprel::conj})) return actor(clause_of(head), depth + 1);
    return no_token;
}

bool Clauses::below(std::uint32_t token, std::uint32_t top) const {
    if (!parsed_ || token == no_token || top == no_token) return false;
    while (token != top && document_.arcs[token].head != token)
        token = document_.arcs[token].head;
    return token == top;
}

std::uint32_t Clauses::head_of(TokenRange range) const {
    if (!parsed_) return no_token;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (document_.arcs[i].head == i || !range.contains(document_.arcs[i].head)) return i;
    }
    return no_token;
}

std::uint32_t Clauses::root(const Sentence& sentence) const {
    if (!parsed_) return no_token;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        if (document_.arcs[i].head == i) return i;
    }
    return no_token;
}

}  // namespace entente::resolve
