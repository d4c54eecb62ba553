// Vectors to scores of arcs and labels.
//
// One product gives all four views of a word. An arc from word i to head j scores d_i A h_j + a h_j, where A
// h_j and a h_j are found once a word; what is left is a small product a sentence. SPDX-License-Identifier:
// MIT
#include "parse/scorer.hpp"

#include <algorithm>

#include "entente/text/error.hpp"

namespace entente::parse {

Scorer::Scorer(const Model& model)
    : model_(model),
      views_(model, "views"),
      keys_(model, "arc"),
      labels_(model, "label"),
      root_(floats(model, "root")) {
    for (const std::string_view name : model.lines("labels")) {
        const auto deprel = find_deprel(name);
        if (!deprel)
            throw Error(Error::Kind::config, "the model knows a relation that we do not: " + std::string(name));
        deprels_.push_back(*deprel);
    }
    arc_ = keys_.inputs();
    label_ = labels_.inputs();
    const bool fits = views_.outputs() == 2 * (arc_ + label_) && keys_.outputs() == arc_ + 16 &&
                      root_.size() == arc_ + 1 && arc_ % 16 == 0 && label_ % 16 == 0 && !deprels_.empty() &&
                      deprels_.size() <= labels_.outputs();
    if (!fits) throw Error(Error::Kind::config, "the model's layers of arcs and labels do not fit");
}

void Scorer::look(const Document& document, TokenRange words, Views& views) const {
    const std::size_t rows = words.size(), stride = views_.outputs();
    views.all.resize(rows * stride);
    views_.apply(document.encodings, words.begin, rows, views.all.data());
    views.dependent.resize(rows * arc_);
    views.heads.resize(rows, arc_);
    std::vector<float> heads(rows * arc_);
    for (std::size_t i = 0; i < rows; ++i) {
        const float* all = views.all.data() + i * stride;
        for (std::size_t k = 0; k < arc_; ++k) {
            views.dependent[i * arc_ + k] = std::max(0.0F, all[k]);
            heads[i * arc_ + k] = std::max(0.0F, all[arc_ + k]);
        }
    }
    quantise(model_, heads.data(), rows, views.heads, 0);
    views.keys.resize(rows * keys_.outputs());
    keys_.apply(views.heads, 0, rows, views.keys.data());
}

std::size_t Scorer::arcs(Views& views, TokenRange words, std::vector<float>& scores) const {
    const std::size_t size = words.size(), stride = (size + 1 + 15) / 16 * 16;
    views.columns.assign((arc_ + 1) * stride, 0.0F);
    for (std::size_t j = 0; j <= size; ++j) {
        const float* key = j == size ? root_.data() : views.keys.data() + (words.begin + j) * keys_.outputs();
        for (std::size_t k = 0; k <= arc_; ++k)
            views.columns[k * stride + j] = key[k];
    }
    scores.resize(size * stride);
    multiply(model_, views.dependent.data() + words.begin * arc_, views.columns.data(), size, arc_, stride,
             scores.data());
    const float* any = views.columns.data() + arc_ * stride;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= size; ++j)
            scores[i * stride + j] += any[j];
    }
    return stride;
}

void Scorer::labels(Views& views, const std::vector<std::uint32_t>& heads, std::vector<Deprel>& out) const {
    const std::size_t rows = heads.size(), stride = views_.outputs(), at = 2 * arc_;
    views.hidden.resize(rows * label_);
    for (std::size_t i = 0; i < rows; ++i) {
        const float *dependent = views.all.data() + i * stride + at,
                    *head = views.all.data() + heads[i] * stride + at + label_;
        for (std::size_t k = 0; k < label_; ++k)
            views.hidden[i * label_ + k] = std::max(0.0F, dependent[k] + head[k]);
    }
    views.labels.resize(rows, label_);
    quantise(model_, views.hidden.data(), rows, views.labels, 0);
    views.label_scores.resize(rows * labels_.outputs());
    labels_.apply(views.labels, 0, rows, views.label_scores.data());
    out.assign(rows, Deprel::root);
    for (std::size_t i = 0; i < rows; ++i) {
        if (heads[i] == i) continue;
        const float* scores = views.label_scores.data() + i * labels_.outputs();
        float best = -1e30F;
        for (std::size_t k = 0; k < deprels_.size(); ++k) {
            if (scores[k] <= best || deprels_[k] == Deprel::root) continue;
            best = scores[k];
            out[i] = deprels_[k];
        }
    }
}

}  // namespace entente::parse
