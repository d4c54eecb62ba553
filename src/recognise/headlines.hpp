// Headlines to names.
//
// in        the document, and the names of its running text
// out       names in its headlines: those that the world knows, and those that the running text has
// example   "Telmar Sues Oslo Over Harbour Ban" is no giant name, but holds "Telmar" and "Oslo"
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "recognise/reading.hpp"

namespace entente::recognise {

[[nodiscard]] std::vector<Name> names_in_headlines(const Reading& reading, const World& world,
                                                   const std::vector<Name>& names);

}  // namespace entente::recognise
