// Whether bytes are UTF-16 or UTF-32.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace entente::read {

// By byte order mark or by the pattern of NULs; the first 8 KiB of a file will do.
[[nodiscard]] bool is_wide(std::string_view bytes);

}  // namespace entente::read
