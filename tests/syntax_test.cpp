// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include "catch.hpp"
#include "entente/syntax.hpp"

using namespace entente;

TEST_CASE("Every part of speech and every relation has a name of its own, and is found by it", "[syntax]") {
    std::set<std::string> names;
    for (int i = 0; i < upos_count; ++i) {
        const auto upos = static_cast<Upos>(i);
        CHECK(find_upos(name(upos)) == upos);
        names.insert("u " + std::string(name(upos)));
    }
    for (int i = 0; i < xpos_count; ++i) {
        const auto xpos = static_cast<Xpos>(i);
        CHECK(find_xpos(name(xpos)) == xpos);
        names.insert("x " + std::string(name(xpos)));
    }
    for (int i = 0; i < deprel_count; ++i) {
        const auto deprel = static_cast<Deprel>(i);
        CHECK(find_deprel(name(deprel)) == deprel);
        names.insert("d " + std::string(name(deprel)));
    }
    CHECK(names.size() == upos_count + xpos_count + deprel_count);
}

TEST_CASE("The enums and their names stand in the same order", "[syntax]") {
    CHECK(name(Upos::propn) == "PROPN");
    CHECK(name(Upos::x) == "X");
    CHECK(name(Xpos::dollar) == "$");
    CHECK(name(Xpos::prp_possessive) == "PRP$");
    CHECK(name(Xpos::nnp) == "NNP");
    CHECK(name(Xpos::open_quote) == "``");
    CHECK(name(Deprel::acl_relcl) == "acl:relcl");
    CHECK(name(Deprel::nsubj_pass) == "nsubj:pass");
    CHECK(name(Deprel::xcomp) == "xcomp");
    CHECK_FALSE(find_upos("propn"));
    CHECK_FALSE(find_deprel(""));
}

TEST_CASE("A relation without its subtype is the universal one", "[syntax]") {
    CHECK(universal(Deprel::nsubj_pass) == Deprel::nsubj);
    CHECK(universal(Deprel::acl_relcl) == Deprel::acl);
    CHECK(universal(Deprel::obl_agent) == Deprel::obl);
    CHECK(universal(Deprel::conj) == Deprel::conj);
}
