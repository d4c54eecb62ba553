// Web addresses, mail, handles, tags.
//
// in        a stretch without white space, and where in it to look
// out       the end of the address that begins there, or `at` if none does
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "tokenise/lists.hpp"

namespace entente::tokenise {

// "https://a.org/b?c=d", "www.a.org", "mailto:a@b.org"
[[nodiscard]] std::size_t url_end(std::string_view chunk, std::size_t at);
// "ann.li@norvia.example", "Li@NORVIA"
[[nodiscard]] std::size_t mail_end(std::string_view chunk, std::size_t at);
// "@reuters", "#Huawei"; a tag of digits alone is none
[[nodiscard]] std::size_t tag_end(std::string_view chunk, std::size_t at);
// "norvia.com", "a.org/path", "report.pdf", "alt.animals.cat"; sets how far it looked
[[nodiscard]] std::size_t site_end(std::string_view chunk, std::size_t at, const WordLists& lists, std::size_t& looked);

}  // namespace entente::tokenise
