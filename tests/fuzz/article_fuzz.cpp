// Any bytes to an article, through all stages.
// SPDX-License-Identifier: MIT
#include "entente/extract.hpp"
#include "entente/verify.hpp"
#include "fuzz.hpp"

FUZZ(bytes) {
    static const entente::Extractor extractor;
    const entente::Document document = extractor.annotate(entente::read_article(bytes, "fuzz.txt"));
    const entente::Extraction extraction = extractor.extract(document.article);
    require(entente::verify(extraction, document.text()).empty(), "every name, cue and end stands at its bytes");
    require(entente::extraction_from_json(entente::to_json(extraction)) == extraction, "the line reads back");
    require(extractor.extract(document.article) == extraction, "the same input, the same answer");
}
