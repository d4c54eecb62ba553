// Arc scores to the best tree.
//
// in        scores: one row a word, one column a possible head, the last column the root
// out       heads: the projective tree with exactly one root whose arcs sum to the most; root = number of
// words cost      cubic in the number of words, 24 bytes a pair of words source    Eisner (1996), Three new
// probabilistic models for dependency parsing SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::parse {

class Eisner {
  public:
    // `scores` has `words` rows of `stride` columns, stride > words.
    void decode(std::size_t words, const float* scores, std::size_t stride, std::uint32_t* heads);

  private:
    struct Chart {
        std::vector<float> rows;     // [i][k], read along k
        std::vector<float> columns;  // [j][k], read along k
    };
    struct Best {
        float score;
        std::uint16_t at;
    };
    enum class Kind : std::uint8_t { right_arc, left_arc, right, left };
    struct Open {
        std::uint16_t i, j;
        Kind kind;
    };
    static Best best_split(const float* a, const float* b, std::size_t count);
    void fill(std::size_t i, std::size_t j, const float* scores, std::size_t stride);
    void trace(Open top, std::uint32_t* heads);

    std::size_t words_ = 0;
    Chart right_, left_;          // complete spans, headed by their first or last word
    Chart right_arc_, left_arc_;  // spans whose ends are joined by an arc
    std::vector<std::uint16_t> arc_split_, right_split_, left_split_;
    std::vector<Open> open_;
};

}  // namespace entente::parse
