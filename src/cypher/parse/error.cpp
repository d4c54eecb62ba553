// An error at a place of the query's text.
// SPDX-License-Identifier: MIT
#include "cypher/parse/error.hpp"

#include <fmt/core.h>

#include "entente/text/utf8.hpp"

namespace entente::cypher {
namespace {

constexpr std::size_t widest = 120;  // of an excerpt: a query of a megabyte in one line is not shown whole

// The excerpt around the caret.
void shorten(Error::Place& place) {
    if (place.excerpt.size() <= widest) return;
    std::size_t from = place.column > widest / 2 ? place.column - widest / 2 : 0;
    std::size_t at = 0;
    for (std::size_t skipped = 0; skipped < from && at < place.excerpt.size(); ++skipped)
        at += decode(place.excerpt, at).size;
    std::size_t end = at;
    for (std::size_t kept = 0; kept < widest && end < place.excerpt.size(); ++kept)
        end += decode(place.excerpt, end).size;
    place.excerpt = place.excerpt.substr(at, end - at);
}

}  // namespace

void Source::fail(std::string_view code, Span at, std::string_view what, std::string_view hint,
                  std::string_view type) const {
    Error::Place place = locate(name, text, at.begin);
    shorten(place);
    throw QueryError(QueryError::Phase::compile_time, type, code, std::move(place), fmt::format("{} [{}]", what, code),
                     hint);
}

void fail_running(std::string_view type, std::string_view code, std::string_view text, std::string_view hint) {
    throw QueryError(QueryError::Phase::runtime, type, code, Error::Place{}, fmt::format("{} [{}]", text, code), hint);
}

}  // namespace entente::cypher
