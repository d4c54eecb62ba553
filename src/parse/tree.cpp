// One sentence's arcs, to be changed.
//
// A repair proposes its arcs together, and they hold only where the sentence is still a tree: so no repair
// can do harm to the shape, whatever stands in the text, and none has to think of it.
// SPDX-License-Identifier: MIT
#include "parse/tree.hpp"

#include <algorithm>
#include <array>

namespace entente::parse {
namespace {

// As universal(), which looks names up: this is asked of every word.
Deprel without_subtype(Deprel deprel) {
    static const auto wholes = [] {
        std::array<Deprel, deprel_count> out{};
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = universal(static_cast<Deprel>(i));
        return out;
    }();
    return wholes[static_cast<std::size_t>(deprel)];
}

}  // namespace

bool Tree::is(std::uint32_t i, std::initializer_list<Deprel> relations) const {
    const Deprel exact = deprel(i), whole = without_subtype(exact);
    return std::any_of(relations.begin(), relations.end(), [&](Deprel r) { return r == exact || r == whole; });
}

std::vector<std::uint32_t> Tree::children(std::uint32_t parent) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = words_.begin; i < words_.end; ++i) {
        if (i != parent && head(i) == parent) out.push_back(i);
    }
    return out;
}

std::optional<std::uint32_t> Tree::child(std::uint32_t parent, std::initializer_list<Deprel> relations) const {
    for (std::uint32_t i = words_.begin; i < words_.end; ++i) {
        if (i != parent && head(i) == parent && is(i, relations)) return i;
    }
    return {};
}

bool Tree::below(std::uint32_t i, std::uint32_t top) const {
    while (i != top && !root(i))
        i = head(i);
    return i == top;
}

TokenRange Tree::reach(std::uint32_t top) const {
    TokenRange out{top, top + 1};
    for (std::uint32_t i = words_.begin; i < words_.end; ++i) {
        if (!below(i, top)) continue;
        out.begin = std::min(out.begin, i);
        out.end = std::max(out.end, i + 1);
    }
    return out;
}

std::uint32_t Tree::name_head(std::uint32_t i) const {
    while (!root(i) && is(i, {Deprel::flat, Deprel::compound, Deprel::nmod_desc}) && nominal(head(i)))
        i = head(i);
    return i;
}

bool Tree::is_tree() const {
    std::vector<char> known(words_.size(), 0);  // 1: on the way up from here, 2: leads to the root
    std::uint32_t roots = 0;
    std::vector<std::uint32_t> way;
    for (std::uint32_t i = words_.begin; i < words_.end; ++i) {
        roots += root(i) ? 1 : 0;
        if (root(i) != (deprel(i) == Deprel::root)) return false;
        way.clear();
        for (std::uint32_t at = i; known[at - words_.begin] != 2; at = head(at)) {
            if (!words_.contains(head(at))) return false;
            if (known[at - words_.begin] == 1) return false;
            known[at - words_.begin] = 1;
            way.push_back(at);
            if (root(at)) break;
        }
        for (const std::uint32_t at : way)
            known[at - words_.begin] = 2;
    }
    return roots == 1;
}

// Whether the word's arc crosses another or covers the root; a root's, whether another covers it.
bool Tree::crosses(std::uint32_t word) const {
    const auto [a, b] = std::minmax({word, head(word)});
    for (std::uint32_t i = words_.begin; i < words_.end; ++i) {
        const auto [c, d] = std::minmax({i, head(i)});
        if (c == d ? a < c && c < b : a == b ? c < a && a < d : (a < c && c < b && b < d) || (c < a && a < d && d < b))
            return true;
    }
    return false;
}

bool Tree::change(const std::vector<Change>& changes) {
    std::vector<Change> old;
    for (const Change& change : changes) {
        old.push_back({change.word, document_.arcs[change.word]});
        document_.arcs[change.word] = change.arc;
    }
    const auto wrong = [&](const Change& change) { return crosses(change.word); };
    if (is_tree() && std::none_of(changes.begin(), changes.end(), wrong)) return true;
    for (auto change = old.rbegin(); change != old.rend(); ++change)
        document_.arcs[change->word] = change->arc;
    return false;
}

void Tree::read_as_verb(std::uint32_t word, Xpos xpos) {
    document_.tags[word].upos = Upos::verb;
    document_.tags[word].xpos = xpos;  // the lemma is the same: "fear" of "fears"
}

}  // namespace entente::parse
