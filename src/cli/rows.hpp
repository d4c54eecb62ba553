// Rows of a query in the formats of `entente query`.
//
// out       table and markdown for people; csv (RFC 4180; text that a spreadsheet would run gets a ' before it), json
//           and jsonl for programs; dot and svg draw the nodes and relationships that the rows hold
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/cypher.hpp"

namespace entente::cli {

[[nodiscard]] const std::vector<std::string>& row_formats();

// `width`: columns of the terminal, to which cells of a table are cut; 0 = none, nothing is cut.
[[nodiscard]] std::string formatted(const cypher::Result& result, const PropertyGraph& graph, std::string_view format,
                                    std::size_t width);

// The plan as a tree, with rows where it was profiled.
[[nodiscard]] std::string plan_text(const cypher::PlanStep& plan, bool with_rows);
// "created 2 nodes, set 3 properties"
[[nodiscard]] std::string changes_text(const cypher::Changes& changes);

// The nodes and relationships of a result as DOT.
[[nodiscard]] std::string result_dot(const cypher::Result& result, const PropertyGraph& graph);

}  // namespace entente::cli
