// The functions of the language: the table.
// SPDX-License-Identifier: MIT
#include "cypher/run/functions.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "cypher/parse/error.hpp"
#include "cypher/parse/parser.hpp"

namespace entente::cypher {
namespace {

// Sorted by name, to be searched by halving.
std::vector<Function> all_functions() {
    std::vector<Function> out;
    for (const auto family :
         {graph_functions(), list_functions(), number_functions(), text_functions(), conversion_functions()}) {
        out.insert(out.end(), family.begin(), family.end());
    }
    std::ranges::sort(out, {}, &Function::name);
    return out;
}

}  // namespace

std::span<const Function> functions() {
    static const std::vector<Function> table = all_functions();
    return table;
}

int find_function(std::string_view name) {
    const std::string lower = lower_word(name);
    const auto table = functions();
    const auto found = std::ranges::lower_bound(table, std::string_view(lower), {}, &Function::name);
    return found != table.end() && found->name == lower ? static_cast<int>(found - table.begin()) : -1;
}

void wrong_argument(std::string_view name, std::string_view wanted, const Value& value, std::string_view code) {
    fail_running("TypeError", code, fmt::format("{}() takes {}, not {}", name, wanted, name_of(value.kind())));
}

std::vector<std::string> function_names() {
    std::vector<std::string> out{"avg",   "collect", "count", "max", "min", "percentileCont", "percentileDisc",
                                 "stDev", "stDevP",  "sum"};
    for (const Function& function : functions())
        out.emplace_back(function.shown.empty() ? function.name : function.shown);
    std::ranges::sort(out);
    return out;
}

std::vector<std::string> keywords() {
    return all_keywords();
}

}  // namespace entente::cypher
