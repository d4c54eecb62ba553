// Decoded text to an article.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "entente/document.hpp"

namespace entente::read {

// `text` is what `bytes` decode to.
[[nodiscard]] Article article_from(std::string_view bytes, std::string text, std::string id);

}  // namespace entente::read
