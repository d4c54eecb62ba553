// Pictures: DOT that nothing in an article can break, drawn in a child that may die.
// SPDX-License-Identifier: MIT
#include "entente/render.hpp"

#include "catch.hpp"

using namespace entente;
TEST_CASE("x") { REQUIRE(Style::built_in().font == "DejaVu Sans"); }
