// Which articles are one story.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "entente/extraction.hpp"

namespace entente::assembling {

// For each document the number of the first of its near duplicates: the earliest by date, those without one last, of
// equals the first by number.
[[nodiscard]] std::vector<std::uint32_t> stories_of(const std::vector<DocumentInfo>& documents);

}  // namespace entente::assembling
