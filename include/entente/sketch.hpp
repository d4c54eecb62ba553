// A document drawn for a person.
//
// What every stage made of a text: words, tags and trees, names, entities, statements and the rules that
// found them.
//
// in        any Document; a layer that no stage wrote is left out
// out       to_text(): characters, one line a word, the tree beside them. to_svg(): the trees with arcs above
// the words, as
//           in books on dependency grammar; shapes and text alone, nothing to load. to_dot(): the same trees
//           for draw(). All in clean UTF-8; nothing in the text moves a cursor, ends a string or becomes
//           markup
// shape     trees without crossing arcs; where arcs cross, heads and relations are right and lines may
// overlap units     lines keep to 100 columns, but where a tree is very deep or a file has a very long name
// errors    none
// threads   pure functions
// cost      linear in the words times the depth of their trees
// example   write_file("-", to_text(extractor.annotate(read_article("Norway banned Telmar.", "memory"))));
// source    https://universaldependencies.org/format.html: what the tags and relations mean
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "entente/document.hpp"
#include "entente/render.hpp"

namespace entente {

[[nodiscard]] std::string to_text(const Document& document);
[[nodiscard]] std::string to_svg(const Document& document, const Style& style);
[[nodiscard]] std::string to_dot(const Document& document, const Style& style);

}  // namespace entente
