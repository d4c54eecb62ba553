// Labels of names to a loss: a conditional random field over legal rows of labels.
//
// The same sums twice, forward and back: over all legal rows, and over those that the data allow. A name whose type is
// not known, a country or a place, leaves several rows open. Sums are brought to one at each word, lest they vanish.
// SPDX-License-Identifier: MIT
#include "lattice.hpp"

#include <algorithm>
#include <cmath>

namespace train {

using namespace entente::recognise;

namespace {

constexpr int labels = name_labels;
constexpr std::uint32_t every_label = (1U << labels) - 1;

}  // namespace

Lattice::Lattice(const float* transitions) {
    for (const auto [before, after] : pairs_)
        weights_.push_back(std::exp(static_cast<double>(transitions[before * labels + after])));
}

void Lattice::sum(int words, const float* scores, const std::uint32_t* allowed, Sums& out) {
    const auto size = static_cast<std::size_t>(words) * labels;
    emitted_.resize(size);
    ahead_.assign(size, 0.0);
    behind_.assign(size, 0.0);
    norms_.assign(words, 0.0);
    out.log_sum = 0;
    for (int t = 0; t < words; ++t) {
        const float* row = scores + t * labels;
        const float most = *std::max_element(row, row + labels);
        const std::uint32_t open = allowed == nullptr ? every_label : allowed[t];
        for (int l = 0; l < labels; ++l)
            emitted_[t * labels + l] = (open >> l & 1U) != 0 ? std::exp(static_cast<double>(row[l] - most)) : 0;
        out.log_sum += most;
        double* here = &ahead_[t * labels];
        if (t == 0) {
            for (int l = 0; l < labels; ++l)
                here[l] = may_begin(l) ? 1.0 : 0.0;
        } else {
            for (std::size_t p = 0; p < pairs_.size(); ++p)
                here[pairs_[p].after] += here[pairs_[p].before - labels] * weights_[p];
        }
        for (int l = 0; l < labels; ++l) {
            here[l] *= emitted_[t * labels + l];
            if (t + 1 == words && !may_end(l)) here[l] = 0;
            norms_[t] += here[l];
        }
        for (int l = 0; l < labels; ++l)
            here[l] /= norms_[t];
        out.log_sum += std::log(norms_[t]);
    }
    out.here.assign(size, 0.0);
    out.pairs.assign(pairs_.size(), 0.0);
    for (int t = words - 1; t >= 0; --t) {
        double* behind = &behind_[t * labels];
        if (t + 1 == words) {
            for (int l = 0; l < labels; ++l)
                behind[l] = may_end(l) ? 1.0 : 0.0;
        } else {
            for (std::size_t p = 0; p < pairs_.size(); ++p) {
                const auto [i, j] = pairs_[p];
                const double on = weights_[p] * emitted_[(t + 1) * labels + j] * behind[labels + j] / norms_[t + 1];
                behind[i] += on;
                out.pairs[p] += ahead_[t * labels + i] * on;
            }
        }
        for (int l = 0; l < labels; ++l)
            out.here[t * labels + l] = ahead_[t * labels + l] * behind[l];
    }
}

double Lattice::loss(int words, float* scores, const std::uint32_t* allowed, float scale, float* transition_gradient) {
    sum(words, scores, nullptr, all_);
    sum(words, scores, allowed, right_);
    for (std::size_t i = 0; i < all_.here.size(); ++i)
        scores[i] = static_cast<float>(scale * (all_.here[i] - right_.here[i]));
    for (std::size_t p = 0; p < pairs_.size(); ++p) {
        const auto [i, j] = pairs_[p];
        transition_gradient[i * labels + j] += static_cast<float>(scale * (all_.pairs[p] - right_.pairs[p]));
    }
    return all_.log_sum - right_.log_sum;
}

}  // namespace train
