// Whether two names may mean one.
//
//     Telmar Group / Telmar Group Ltd     one is the other and a short tail      .8
//     Telmar / Telmar Group               one begins the other                   .6
//     A. Li / Ann Li                      initial and family name                .7
//     Li / Ann Li                         a family name alone                    .4
//     SIS / Scheldt Inspection Service    initials                               .7
//     Quellmar / Quelmar                  one letter apart                       .5
//
// Figures are a first guess, in the order in which a reader would believe them.
// SPDX-License-Identifier: MIT
#include "judge/names.hpp"

#include <algorithm>
#include <vector>

#include "entente/text/abbreviation.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente::judge {
namespace {

using Words = std::vector<std::string>;

std::vector<std::string> names_of(const KnowledgeGraph::Node& node) {
    std::vector<std::string> out{node.name};
    out.insert(out.end(), node.aliases.begin(), node.aliases.end());
    return out;
}

bool begins(const Words& shorter, const Words& longer) {
    return !shorter.empty() && shorter.size() < longer.size() &&
           std::equal(shorter.begin(), shorter.end(), longer.begin());
}

double likeness_of_persons(const Words& a, const Words& b) {
    if (a.empty() || b.empty() || a.back() != b.back()) return 0;
    const Words &shorter = a.size() <= b.size() ? a : b, &longer = a.size() <= b.size() ? b : a;
    if (shorter.size() == 1) return longer.size() > 1 ? 0.4 : 0.8;
    const std::string &x = shorter.front(), &y = longer.front();
    if (x == y) return 0.8;  // a middle name more
    const bool initial = (x.size() == 1 || y.size() == 1) && x[0] == y[0];
    return initial ? 0.7 : 0;
}

double likeness_of_words(const Words& a, const Words& b) {
    if (a == b) return 0.8;
    const Words &shorter = a.size() < b.size() ? a : b, &longer = a.size() < b.size() ? b : a;
    if (begins(shorter, longer)) return shorter.size() > 1 ? 0.8 : 0.6;
    return 0;
}

double likeness_of(EntityType type, const std::string& a, const std::string& b) {
    const Words x = words_of(a), y = words_of(b);
    double out = type == EntityType::person ? likeness_of_persons(x, y) : likeness_of_words(x, y);
    if (type != EntityType::person && (abbreviates(a, b) || abbreviates(b, a))) out = std::max(out, 0.7);
    const std::string p = fold(a), q = fold(b);
    if (p != q && std::min(p.size(), q.size()) >= 7 && edit_distance(p, q) == 1) out = std::max(out, 0.5);
    return out;
}

}  // namespace

std::set<std::string> keys_of(const KnowledgeGraph::Node& node) {
    std::set<std::string> out;
    for (const auto& name : names_of(node)) {
        const Words words = words_of(name);
        for (const auto& word : words) {
            if (word.size() > 1) out.insert(word);
        }
        if (words.size() > 1) out.insert(initials(name));
        // Names that are one letter apart share their first or their second half.
        const std::string folded = fold(name);
        if (folded.size() < 7) continue;
        for (const std::size_t size : {folded.size(), folded.size() - 1}) {
            out.insert(folded.substr(0, size / 2 - 1) + "-");
            out.insert("-" + folded.substr(folded.size() - (size / 2 - 1)));
        }
    }
    return out;
}

double likeness(const KnowledgeGraph::Node& a, const KnowledgeGraph::Node& b) {
    if (!a.wikidata.empty() && !b.wikidata.empty() && a.wikidata != b.wikidata) return 0;
    double out = 0;
    for (const auto& x : names_of(a)) {
        for (const auto& y : names_of(b))
            out = std::max(out, likeness_of(a.type, x, y));
    }
    return out;
}

}  // namespace entente::judge
