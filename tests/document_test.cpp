// SPDX-License-Identifier: MIT
#include "entente/document.hpp"
#include "catch.hpp"

#include <sstream>

using namespace entente;

TEST_CASE("A document finds the sentence of a token and prints itself", "[document]") {
    Document document({{}, "Oslo acts. Go!"});
    document.tokens = {{{0, 4}}, {{5, 9}}, {{9, 10}}, {{11, 13}}, {{13, 14}}};
    document.sentences = {{{0, 3}, {0, 10}}, {{3, 5}, {11, 14}}};
    CHECK(document.sentence_of(0) == 0);
    CHECK(document.sentence_of(2) == 0);
    CHECK(document.sentence_of(3) == 1);
    CHECK(document.span({3, 5}) == Span{11, 14});
    CHECK(document.form(1) == "acts");
    std::ostringstream shown;
    shown << document;
    CHECK(shown.str() == "Oslo acts .\nGo !\n");
}
