// Files that are built in.
//
// out       the bytes of graphs/world.jsonl, graphs/schema.json, graphs/relations/*.rules ... as they stood at build time
// errors    built_in(): Error (internal) for a name that is not there
// lifetime  the bytes live as long as the program
// threads   pure functions
// example   built_in("graphs/style.json")
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace entente {

struct DataFile {
    std::string_view name;   // path from the project's root: "graphs/relations/bans.rules"
    std::string_view bytes;  // UTF-8
};

[[nodiscard]] std::string_view built_in(std::string_view name);

// All built-in files whose name begins with `folder`, in the order of their names.
[[nodiscard]] std::vector<DataFile> built_in_folder(std::string_view folder);

}  // namespace entente
