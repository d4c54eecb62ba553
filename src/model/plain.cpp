// Kernels for any processor.
// SPDX-License-Identifier: MIT
#include "model/lane_kernels.hpp"

namespace {

void linear(const Product& p) {
    for (std::size_t o = 0; o < p.outputs; o += lanes) {
        const std::int8_t* block = p.weights + o * p.inputs;
        for (std::size_t row = 0; row < p.count; ++row) {
            const std::int8_t* in = p.rows + row * p.inputs;
            const std::int8_t* weights = block;
            Ints sum = {};
            for (std::size_t k = 0; k < p.inputs; k += 4, weights += 64) {
                for (int lane = 0; lane < lanes; ++lane) {
                    const std::int8_t* w = weights + 4 * lane;
                    sum[lane] += w[0] * in[k] + w[1] * in[k + 1] + w[2] * in[k + 2] + w[3] * in[k + 3];
                }
            }
            write_sums(p, row, o, sum);
        }
    }
}

}  // namespace

namespace entente::model {
const Kernels plain_kernels = {quantise_lanes, linear, recur_lanes, multiply_lanes};
}
