// Short forms are told from names that merely look like them.
// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "entente/text/abbreviation.hpp"

using entente::abbreviates;

TEST_CASE("a short form takes the first letters of a name's words, in order") {
    CHECK(abbreviates("SIS", "Scheldt Inspection Service"));
    CHECK(abbreviates("S.I.S.", "Scheldt Inspection Service"));
    CHECK(abbreviates("DCP", "Department for Coastal Ports"));
    CHECK(abbreviates("AfDB", "African Development Bank"));
    CHECK_FALSE(abbreviates("SIS", "Scheldt Service"));
    CHECK_FALSE(abbreviates("SS", "Scheldt Inspection Service"));
    CHECK_FALSE(abbreviates("ISS", "Scheldt Inspection Service"));
    CHECK_FALSE(abbreviates("sis", "Scheldt Inspection Service"));
    CHECK_FALSE(abbreviates("S", "Scheldt"));
    CHECK_FALSE(abbreviates("", ""));
}

TEST_CASE("words and initials of a name") {
    CHECK(entente::words_of("O’Neil & Sons (Ports)") == std::vector<std::string>{"o'neil", "sons", "ports"});
    CHECK(entente::initials("Department for Coastal Ports") == "dcp");
    CHECK(entente::words_of("--").empty());
}
