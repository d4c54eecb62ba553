// A line without parsing it.
//
// The lines that this program writes have their fields in a fixed order, and a quotation mark inside a string is escaped:
// so a key with its comma and quotation marks stands only where it is a key, and the first is the one that is meant.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/blocks.hpp"

namespace entente::store {

enum class LineKind : std::uint8_t { article, judgement, other };

// What kind of line it is, its seal proved; Error (data) for one that is damaged or foreign.
[[nodiscard]] LineKind proved_kind(const Line& line, std::string_view file);

struct Head {
    std::string by, document, text_hash;
    std::vector<std::string> supersedes;
    [[nodiscard]] std::string reading() const;  // as reading_id()
};
[[nodiscard]] Head head_of(std::string_view article);

}  // namespace entente::store
