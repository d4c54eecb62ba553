// The functions of the language.
//
// out       a table: name, how many arguments, of which types, what comes out
// errors    QueryError (runtime) for an argument of a wrong type
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "cypher/check/type.hpp"
#include "entente/cypher/value.hpp"

namespace entente::cypher {

class Run;

struct Function {
    std::string_view name;  // lower case
    std::uint32_t least, most;
    TypeSet accepts;  // what the first argument may be, as far as the check can see
    Type result;
    Value (*deed)(Run& run, std::span<const Value> arguments);
    std::string_view shown{};  // as it is written, where not lower case
    bool takes_null = false;   // otherwise it is null if an argument is
    bool same_type = false;    // the result is of the first argument's type
};

[[nodiscard]] std::span<const Function> functions();
// The number of a function in the table, letter case aside; -1 = there is none.
[[nodiscard]] int find_function(std::string_view name);

// The functions of one family; functions() joins them.
[[nodiscard]] std::span<const Function> graph_functions();
[[nodiscard]] std::span<const Function> list_functions();
[[nodiscard]] std::span<const Function> number_functions();
[[nodiscard]] std::span<const Function> text_functions();
[[nodiscard]] std::span<const Function> conversion_functions();

// A TypeError for argument `value` of function `name`.
[[noreturn]] void wrong_argument(std::string_view name, std::string_view wanted, const Value& value,
                                 std::string_view code = "InvalidArgumentValue");

}  // namespace entente::cypher
