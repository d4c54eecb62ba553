// Labels of names to a loss: a conditional random field over legal rows of labels.
//
// in        scores of each word's labels, transitions, and for each word the labels that may be right, as bits
// out       how improbable it is that every label is one of those; gradients
// shape     rows of recognise::name_labels scores
// source    Lafferty, McCallum and Pereira (2001), Conditional Random Fields; Tsuboi et al. (2008), Training CRFs Using
//           Incomplete Annotations
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "recognise/labels.hpp"

namespace train {

class Lattice {
  public:
    explicit Lattice(const float* transitions);
    // Leaves the gradient, times `scale`, in the place of `scores`, and adds that of the transitions.
    double loss(int words, float* scores, const std::uint32_t* allowed, float scale, float* transition_gradient);

  private:
    struct Sums {
        double log_sum = 0;
        std::vector<double> here;   // probability of each label of each word
        std::vector<double> pairs;  // how often each legal pair is expected
    };
    void sum(int words, const float* scores, const std::uint32_t* allowed, Sums& out);

    std::vector<entente::recognise::LabelPair> pairs_ = entente::recognise::legal_pairs();
    std::vector<double> weights_;  // of each pair, exp of its transition
    std::vector<double> emitted_, ahead_, behind_, norms_;
    Sums all_, right_;
};

}  // namespace train
