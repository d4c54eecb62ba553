// Examples to parameters.
//
// shape     an epoch takes the examples in their order, some 600 words a step, half of them in each of two threads
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "network.hpp"
#include "optimiser.hpp"

namespace train {

class Training {
  public:
    // `words` are those of an epoch; the steps grow smaller towards the last one.
    Training(Parameters& parameters, int epochs, long words);

    Losses epoch(const std::vector<Example>& examples);
    // The mean of the last steps' parameters: what is worth keeping.
    [[nodiscard]] const Parameters& average() const { return optimiser_.average(); }

  private:
    void step(std::vector<const Example*> (&halves)[2], int words, Losses& sum);

    Optimiser optimiser_;
    Worker workers_[2];
    double total_;
    std::uint64_t steps_ = 0;
};

}  // namespace train
