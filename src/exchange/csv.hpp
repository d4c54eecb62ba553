// Cells to CSV.
//
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

// RFC 4180: quotes where they are needed, quotes doubled, lines end in CR LF.
[[nodiscard]] std::string csv_cell(std::string_view text);
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

// What a spreadsheet would run as a formula, made plain text by a ' before it.
// source    OWASP, "CSV injection": = + - @, tab and carriage return at the beginning of a cell
[[nodiscard]] std::string guarded(std::string text);

}  // namespace entente::exchange
