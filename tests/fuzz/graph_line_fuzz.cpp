// Any bytes to a line of a graph file, and back.
//
// Nearly every change breaks the check at the end of a line, so the bytes are a line without one and get the right check.
// SPDX-License-Identifier: MIT
#include <string>

#include "entente/extraction.hpp"
#include "entente/text/utf8.hpp"
#include "fuzz.hpp"

static std::string with_check(std::string_view bare) {
    return std::string(bare.substr(0, bare.size() - 1)) + ",\"check\":\"" + entente::hash_hex(bare) + "\"}";
}

FUZZ(bytes) {
    const bool bare = bytes.ends_with('}');
    const entente::Extraction first =
        entente::extraction_from_json(bare ? with_check(bytes) : std::string(bytes), "fuzz.graph");
    const std::string line = entente::to_json(first);
    require(entente::extraction_from_json(line) == first, "read, written and read again is the same");
    require(entente::to_json(entente::extraction_from_json(line)) == line, "written again, the same bytes");
}
