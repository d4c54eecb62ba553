// Parts of speech and relations.
//
// Three lists of names in the order of their enums. The lists are short, so a name is found by walking along
// them: that happens while a model or a rule file is loaded, not while text is read. SPDX-License-Identifier:
// MIT
#include "entente/syntax.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace entente {
namespace {

constexpr std::array<std::string_view, upos_count> upos_names = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                                 "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                                 "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, xpos_count> xpos_names = {
    "$",   "''",  ",",    "-LRB-", "-RRB-", ".",   ":",   "ADD", "AFX", "CC",  "CD", "DT",  "EX",
    "FW",  "GW",  "HYPH", "IN",    "JJ",    "JJR", "JJS", "LS",  "MD",  "NFP", "NN", "NNP", "NNPS",
    "NNS", "PDT", "POS",  "PRP",   "PRP$",  "RB",  "RBR", "RBS", "RP",  "SYM", "TO", "UH",  "VB",
    "VBD", "VBG", "VBN",  "VBP",   "VBZ",   "WDT", "WP",  "WP$", "WRB", "``"};
constexpr std::array<std::string_view, deprel_count> deprel_names = {
    "acl",        "acl:relcl", "advcl",       "advcl:relcl",   "advmod",   "amod",        "appos",        "aux",
    "aux:pass",   "case",      "cc",          "cc:preconj",    "ccomp",    "compound",    "compound:prt", "conj",
    "cop",        "csubj",     "csubj:outer", "csubj:pass",    "dep",      "det",         "det:predet",   "discourse",
    "dislocated", "expl",      "fixed",       "flat",          "goeswith", "iobj",        "list",         "mark",
    "nmod",       "nmod:desc", "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass",   "nummod",
    "obj",        "obl",       "obl:agent",   "obl:unmarked",  "orphan",   "parataxis",   "punct",        "reparandum",
    "root",       "vocative",  "xcomp"};

template <typename Value, std::size_t size>
std::optional<Value> find(const std::array<std::string_view, size>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return {};
    return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view name(Upos upos) {
    return upos_names[static_cast<std::size_t>(upos)];
}
std::string_view name(Xpos xpos) {
    return xpos_names[static_cast<std::size_t>(xpos)];
}
std::string_view name(Deprel deprel) {
    return deprel_names[static_cast<std::size_t>(deprel)];
}

std::optional<Upos> find_upos(std::string_view name) {
    return find<Upos>(upos_names, name);
}
std::optional<Xpos> find_xpos(std::string_view name) {
    return find<Xpos>(xpos_names, name);
}
std::optional<Deprel> find_deprel(std::string_view name) {
    return find<Deprel>(deprel_names, name);
}

Deprel universal(Deprel deprel) {
    const std::string_view whole = name(deprel);
    return find_deprel(whole.substr(0, whole.find(':'))).value_or(deprel);
}

}  // namespace entente
