// Entities and lines to DOT attributes.
//
// SPDX-License-Identifier: MIT
#pragma once

#include "entente/render.hpp"
#include "render/dot.hpp"

namespace entente::render {

[[nodiscard]] Attributes look_of(const Style& style, EntityType type);
[[nodiscard]] Attributes look_of(const Style& style, Polarity polarity, Modality modality);

}  // namespace entente::render
