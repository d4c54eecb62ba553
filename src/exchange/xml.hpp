// Text to XML.
//
// in        any bytes
// out       what may stand in an attribute or between tags: the five entities, line ends and tabs by number (a reader
//           would make blanks of them), and U+FFFD for what XML 1.0 forbids even by number
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace entente::exchange {

[[nodiscard]] std::string xml(std::string_view text);

// An id as xs:NMTOKEN wants it, and back: blanks become '_'; what is neither letter, digit, '-' nor ':' becomes '.' and
// two hexadecimal digits a byte. "organisation:a & b" is "organisation:a_.26_b".
[[nodiscard]] std::string name_token(std::string_view id);
[[nodiscard]] std::string from_name_token(std::string_view token);

}  // namespace entente::exchange
