// Vectors of words to the names that the network sees.
//
// in        a document that was encoded
// out       stretches of a sentence's tokens, each with a kind, in the order of the text, not overlapping; how likely each is
// errors    constructor: Error (config) where the model's head for names does not fit
// lifetime  what was seen views its Labeller
// threads   read by many threads
// cost      one small product and some two hundred sums a word
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "entente/document.hpp"
#include "entente/model.hpp"
#include "recognise/labels.hpp"

namespace entente::recognise {

struct Labelled {
    TokenRange tokens;
    NameKind kind = NameKind::person;
};

// How likely a stretch is a name of each kind; what is left to one, that it is none.
using Chances = std::array<float, name_kinds>;

// What the network says of one sentence.
class Seen {
  public:
    Seen() = default;
    Seen(TokenRange sentence, std::vector<float> scores, std::size_t stride, const std::vector<float>& transitions);

    [[nodiscard]] const std::vector<Labelled>& names() const { return names_; }
    // Of the stretch as it is: not of a longer or a shorter one. Zeros for a sentence that has no vectors.
    [[nodiscard]] Chances chances(TokenRange tokens) const;

  private:
    [[nodiscard]] float score(std::uint32_t token, int label) const;
    [[nodiscard]] float step(int before, int after) const;
    [[nodiscard]] float path(TokenRange tokens, int kind) const;

    TokenRange sentence_{};
    std::vector<float> scores_;
    std::size_t stride_ = 0;
    const std::vector<float>* transitions_ = nullptr;
    std::vector<int> labels_;
    std::vector<Labelled> names_;
};

class Labeller {
  public:
    explicit Labeller(const Model& model);
    // Nothing where the model was trained without a head for names.
    [[nodiscard]] static std::optional<Labeller> of(const Model& model);
    // Nothing for a sentence that has no vectors.
    [[nodiscard]] Seen look(const Document& document, const Sentence& sentence) const;

  private:
    Linear scores_;
    std::vector<float> transitions_;
};

}  // namespace entente::recognise
