// Decoded text to an article.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "entente/document.hpp"
#include "entente/read.hpp"

namespace entente::read {

// `decoded` is what `bytes` decode to.
[[nodiscard]] Article article_from(std::string_view bytes, Decoded decoded, std::string id);

}  // namespace entente::read
