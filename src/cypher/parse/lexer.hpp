// A query's text to tokens.
//
// out       all tokens, the last of kind `end`; for each bracket the number of the one that closes it
// errors    QueryError for a string, comment or quoted name that does not end, and for a wrong escape
// cost      linear
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cypher/parse/error.hpp"
#include "entente/text/span.hpp"

namespace entente::cypher {

struct Token {
    enum class Kind : std::uint8_t {
        end,
        word,         // a name or a keyword, in whatever case
        quoted_word,  // `a name`
        number,       // as it stands; the parser knows whether a minus comes before it
        text,         // 'a string'
        parameter,    // $name
        symbol,       // ( ) [ ] { } , ; : . .. + - * / % ^ = <> < <= > >= =~ += | & !
        wrong,        // a character that no query can have
    };
    Kind kind = Kind::end;
    Span span;
    std::string_view raw;    // as it stands in the text
    std::string value;       // quoted_word, text, parameter: without quotes and escapes
    std::uint32_t pair = 0;  // of ( [ {: the number of the closing token; 0 = none

    [[nodiscard]] bool is(std::string_view symbol) const { return kind == Kind::symbol && raw == symbol; }
};

[[nodiscard]] std::vector<Token> tokens_of(const Source& source);

}  // namespace entente::cypher
