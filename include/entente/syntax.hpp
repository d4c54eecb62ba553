// Parts of speech and relations.
//
// out       the inventories of Universal Dependencies and of the Penn Treebank, and their names
// errors    none: a name that is not there gives no value
// threads   pure functions
// example   name(Deprel::nsubj_pass) is "nsubj:pass"; universal(Deprel::nsubj_pass) is Deprel::nsubj
// source    https://universaldependencies.org/en/, release 2.16
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

// Universal part of speech.
enum class Upos : std::uint8_t {
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x,
};

// Part of speech of the Penn Treebank; the names are "NN", "PRP$", "-LRB-" ...
enum class Xpos : std::uint8_t {
    dollar,
    close_quote,
    comma,
    left_bracket,
    right_bracket,
    full_stop,
    colon,
    add,
    afx,
    cc,
    cd,
    dt,
    ex,
    fw,
    gw,
    hyph,
    in,
    jj,
    jjr,
    jjs,
    ls,
    md,
    nfp,
    nn,
    nnp,
    nnps,
    nns,
    pdt,
    pos,
    prp,
    prp_possessive,
    rb,
    rbr,
    rbs,
    rp,
    sym,
    to,
    uh,
    vb,
    vbd,
    vbg,
    vbn,
    vbp,
    vbz,
    wdt,
    wp,
    wp_possessive,
    wrb,
    open_quote,
};

// Relation of a word to its head; "acl:relcl" is acl_relcl.
enum class Deprel : std::uint8_t {
    acl,
    acl_relcl,
    advcl,
    advcl_relcl,
    advmod,
    amod,
    appos,
    aux,
    aux_pass,
    case_,
    cc,
    cc_preconj,
    ccomp,
    compound,
    compound_prt,
    conj,
    cop,
    csubj,
    csubj_outer,
    csubj_pass,
    dep,
    det,
    det_predet,
    discourse,
    dislocated,
    expl,
    fixed,
    flat,
    goeswith,
    iobj,
    list,
    mark,
    nmod,
    nmod_desc,
    nmod_poss,
    nmod_unmarked,
    nsubj,
    nsubj_outer,
    nsubj_pass,
    nummod,
    obj,
    obl,
    obl_agent,
    obl_unmarked,
    orphan,
    parataxis,
    punct,
    reparandum,
    root,
    vocative,
    xcomp,
};

inline constexpr int upos_count = 17, xpos_count = 49, deprel_count = 51;

[[nodiscard]] std::string_view name(Upos upos);      // "PROPN"
[[nodiscard]] std::string_view name(Xpos xpos);      // "NNP"
[[nodiscard]] std::string_view name(Deprel deprel);  // "nmod:poss"

[[nodiscard]] std::optional<Upos> find_upos(std::string_view name);
[[nodiscard]] std::optional<Xpos> find_xpos(std::string_view name);
[[nodiscard]] std::optional<Deprel> find_deprel(std::string_view name);

// The relation without its subtype: acl for acl:relcl.
[[nodiscard]] Deprel universal(Deprel deprel);

}  // namespace entente
