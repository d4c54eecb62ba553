// An error at a place of the query's text.
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "entente/cypher.hpp"
#include "entente/text/span.hpp"

namespace entente::cypher {

// The text of a query and what it is called, for messages.
struct Source {
    std::string_view text;
    std::string_view name;

    // A fault that shows before the query runs.
    [[noreturn]] void fail(std::string_view code, Span at, std::string_view text_of_it, std::string_view hint = {},
                           std::string_view type = "SyntaxError") const;
};

// A fault that shows while the query runs. `at` may be left out.
[[noreturn]] void fail_running(std::string_view type, std::string_view code, std::string_view text,
                               std::string_view hint = {});

}  // namespace entente::cypher
