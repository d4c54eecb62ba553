// What a system call's error means for a person.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "entente/text/error.hpp"

namespace entente::output {

[[noreturn]] void fail(Error::Kind kind, const std::string& path, std::string_view what, int error);

// All of the bytes, however many calls it takes; 0, or the error.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes);

// Makes the entry of `path` in its folder safe; 0, or the error. A folder that may not be opened cannot be synced.
[[nodiscard]] int sync_folder_of(const std::string& path);

}  // namespace entente::output
