// Vectors of words to the names that the network sees.
// SPDX-License-Identifier: MIT
#include "recognise/labeller.hpp"

#include <algorithm>
#include <cmath>

#include "entente/text/error.hpp"

namespace entente::recognise {
namespace {

constexpr int outside = -1;  // beside the kinds

}  // namespace

Labeller::Labeller(const Model& model) : scores_(model, "name"), transitions_(floats(model, "name_transitions")) {
    const auto lines = model.lines("name_labels");
    bool fits = lines.size() == name_labels && scores_.outputs() >= name_labels &&
                transitions_.size() == static_cast<std::size_t>(name_labels) * name_labels;
    for (int label = 0; fits && label < name_labels; ++label)
        fits = lines[static_cast<std::size_t>(label)] == label_name(label);
    if (!fits) throw Error(Error::Kind::config, "the model's labels of names are not those that we know");
}

std::optional<Labeller> Labeller::of(const Model& model) {
    try {
        static_cast<void>(model.section("name"));
    } catch (const Error&) {
        return {};
    }
    return Labeller(model);
}

Seen Labeller::look(const Document& document, const Sentence& sentence) const {
    const auto [begin, end] = sentence.tokens;
    if (begin == end || end > document.encodings.rows()) return {};
    std::vector<float> scores(sentence.tokens.size() * scores_.outputs());
    scores_.apply(document.encodings, begin, end - begin, scores.data());
    return {sentence.tokens, std::move(scores), scores_.outputs(), transitions_};
}

Seen::Seen(TokenRange sentence, std::vector<float> scores, std::size_t stride, const std::vector<float>& transitions)
    : sentence_(sentence),
      scores_(std::move(scores)),
      stride_(stride),
      transitions_(&transitions),
      labels_(best_labels(sentence.size(), scores_.data(), stride, transitions.data())) {
    for (std::uint32_t i = 0; i < labels_.size(); ++i) {
        if (labels_[i] == 0) continue;
        const std::uint32_t token = sentence.begin + i;
        if (may_begin(labels_[i])) names_.push_back({{token, token + 1}, kind_of(labels_[i])});
        names_.back().tokens.end = token + 1;
    }
}

float Seen::score(std::uint32_t token, int label) const {
    return scores_[(token - sentence_.begin) * stride_ + static_cast<std::size_t>(label)];
}

float Seen::step(int before, int after) const {
    return (*transitions_)[static_cast<std::size_t>(before * name_labels + after)];
}

// The sum of the row of labels that makes the stretch one name of that kind, or no name for `outside`. What stands beside it
// is taken as it was seen, or as no name where it was seen to be one with a part of the stretch.
float Seen::path(TokenRange tokens, int kind) const {
    const auto label = [&](std::uint32_t token) {
        if (kind == outside) return 0;
        const auto k = static_cast<NameKind>(kind);
        if (tokens.size() == 1) return label_of(k, NamePart::unit);
        if (token == tokens.begin) return label_of(k, NamePart::begin);
        return label_of(k, token + 1 == tokens.end ? NamePart::last : NamePart::inside);
    };
    const int left = tokens.begin == sentence_.begin ? 0 : labels_[tokens.begin - sentence_.begin - 1];
    const int right = tokens.end == sentence_.end ? 0 : labels_[tokens.end - sentence_.begin];
    int before = may_end(left) ? left : 0;
    float sum = 0;
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
        const int now = label(token);
        if (token > sentence_.begin) sum += step(before, now);
        sum += score(token, now);
        before = now;
    }
    return tokens.end == sentence_.end ? sum : sum + step(before, may_begin(right) ? right : 0);
}

Chances Seen::chances(TokenRange tokens) const {
    Chances out{};
    if (labels_.empty()) return out;
    const float none = path(tokens, outside);
    float best = none, sum = 0;
    for (int kind = 0; kind < name_kinds; ++kind) {
        out[static_cast<std::size_t>(kind)] = path(tokens, kind);
        best = std::max(best, out[static_cast<std::size_t>(kind)]);
    }
    for (float& chance : out) {
        chance = std::exp(chance - best);
        sum += chance;
    }
    sum += std::exp(none - best);
    for (float& chance : out)
        chance /= sum;
    return out;
}

}  // namespace entente::recognise
