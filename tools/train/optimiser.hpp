// Gradients to better parameters.
//
// Adam; tables of embeddings move only where a batch touched them. Beside the parameters runs their average
// over the last steps, which is what is kept in the end. source    Kingma and Ba (2015), Adam; Polyak
// averaging SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "network.hpp"

namespace train {

class Optimiser {
  public:
    explicit Optimiser(Parameters& parameters);

    // One step of the two workers' batches.
    void step(Worker& a, Worker& b, float rate);
    [[nodiscard]] const Parameters& average() const { return average_; }

  private:
    struct Moments {
        std::vector<float> first, second;
    };
    void move_dense(std::size_t from, std::size_t to, const std::vector<float>& a, const std::vector<float>& b);
    void move_table(int table, const Worker& a, const Worker& b);
    void move_average();

    Parameters& parameters_;
    Parameters average_;
    Moments dense_, tables_[table_count];
    long steps_ = 0;
    float rate_ = 0, first_bias_ = 0, second_bias_ = 0;
};

}  // namespace train
