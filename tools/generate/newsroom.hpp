// A made-up world and its newspapers.
//
// Who acts and who is written about follows a power law, so a few names have very many edges; the same pair is written
// about again, so edges are parallel; articles have a day and a paper; one in ten is another paper's story with a new end.
// The sentences are plain and their spans are right: verify finds every name, cue and end in the kept text.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "entente/extraction.hpp"
#include "entente/knowledge.hpp"
#include "random.hpp"

namespace generate {

struct Size {
    std::size_t entities = 50'000, statements = 1'000'000, papers = 200;
    std::size_t per_article = 10;  // statements
    std::uint64_t seed = 1;
};

class Newsroom {
  public:
    Newsroom(const entente::Knowledge& knowledge, const Size& size);
    // The next article with its text; every call another.
    [[nodiscard]] entente::Extraction write(std::size_t statements);

  private:
    struct Claim {
        std::size_t subject, object, relation;
        entente::Polarity polarity;
        entente::Modality modality;
        entente::Confidence confidence;
    };
    [[nodiscard]] Claim claim();
    void add_sentence(entente::Extraction& article, std::string& text, const Claim& claim);
    void mention(entente::Extraction& article, std::size_t entity, entente::Span span, const std::string& text);

    const entente::Schema& schema_;
    Random random_;
    std::vector<entente::Entity> entities_;  // without mentions; by fame
    PowerLaw fame_, habit_, reach_;          // of entities, relations, papers
    std::size_t number_ = 0, papers_;
    std::deque<std::vector<Claim>> stories_;  // the latest
};

}  // namespace generate
