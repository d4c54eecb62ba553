// Which lines count.
//
// A line names the lines that it supersedes with all that those had superseded: its history. So a line is out of date if
// another one's history holds it and its own history, and which lines are left does not depend on the order or grouping
// in which they came together.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::store {

// One line as far as it matters here.
struct Version {
    std::string_view id;
    const std::vector<std::string>* history = nullptr;  // sorted
};

// For each version, whether another one supersedes it.
[[nodiscard]] std::vector<bool> superseded(const std::vector<Version>& versions);

}  // namespace entente::store
