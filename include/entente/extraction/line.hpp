// A line and its seal.
//
// A line of a graph file ends in ,"check":"<XXH64 of the line as it would be without this field>"}. So whether a line is
// whole is known without parsing it.
//
// in        one line without its end; any bytes
// threads   pure functions
// cost      linear, at the speed of memory
// example   seal("{\"v\":1,\"kind\":\"x\"}") is {"v":1,"kind":"x","check":"2e0d..."}
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

inline constexpr int line_version = 1;  // of the format; a reader refuses a newer one

enum class Seal {
    none,    // the line does not end in a check
    broken,  // it was changed after it was written
    whole,
};
[[nodiscard]] Seal seal_of(std::string_view line);

// The 16 digits of the check that the line ends in, right or not; "" = it ends in none.
[[nodiscard]] std::string_view check_of(std::string_view line);

// The bare object with its check.
[[nodiscard]] std::string seal(std::string_view bare);

// Throws Error (data) where a line that must be sealed is not whole, or has a newer version, or is no line of a graph file.
void require_seal(std::string_view line, std::string_view file, std::size_t number);

// The value of "kind", as far as it stands where this program writes it; "" = somewhere else, or nowhere.
[[nodiscard]] std::string_view kind_of(std::string_view line);

}  // namespace entente
