// Any bytes to JSON.
// SPDX-License-Identifier: MIT
#include "entente/json.hpp"

#include "fuzz.hpp"

static void walk(const entente::Json& json, int depth) {
    require(depth <= 512, "no deeper than 512");
    if (json.is_array() || json.is_object()) {
        for (const entente::Json& element : json.elements())
            walk(element, depth + 1);
    }
}

FUZZ(bytes) {
    const entente::JsonDocument document(bytes, "fuzz.json");
    walk(document.root(), 0);
}
