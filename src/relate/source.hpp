// Who says so.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/document.hpp"
#include "relate/ends.hpp"
#include "relate/tree.hpp"

namespace entente::relate {

// Who speaks.
struct Speech {
    int speaker = none;  // a reference
    std::string text;    // an unnamed one: "a senior official in Helsinki"
};

// Who is said to say what the clause of `word` tells, by its own sentence alone.
[[nodiscard]] std::optional<Speech> speech_around(const Tree& tree, int word);
// The subject of those words of speech, whoever stands for it: "Norwegian officials said".
[[nodiscard]] Ends speakers_around(const Tree& tree, int word);
// Who speaks in a sentence that a quotation touches.
[[nodiscard]] std::optional<Speech> speech_of_sentence(const Tree& tree);

// For every token of the document the number of the quotation that it lies in, from 1; 0 = none. A quotation ends with
// its paragraph.
[[nodiscard]] std::vector<std::uint32_t> quotations(const Document& document);

}  // namespace entente::relate
