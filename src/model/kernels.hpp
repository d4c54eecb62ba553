// What is done often, once a processor.
//
// Each kernel is written once, in sixteen lanes (lanes.hpp), and compiled for plain x86-64, AVX2 and AVX-512;
// the product of whole numbers alone is written three times. Whole numbers add exactly, lanes never mix, and
// nothing is contracted: so all three give the same bytes. SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "entente/model.hpp"

namespace entente::model {

struct Product {
    const std::int8_t* rows;  // `count` of `inputs`, one behind the other
    const float* row_scales;
    std::size_t count, inputs, outputs;
    const std::int8_t* weights;
    const float *output_scales, *bias;
    float* out;  // `count` rows of `outputs`
};

struct Kernels {
    void (*quantise)(const float* in, std::size_t count, std::size_t columns, std::int8_t* out, float* scales);
    void (*linear)(const Product& product);
    void (*recur)(const Recurrence& recurrence, std::size_t from, std::size_t to, bool backwards);
    void (*multiply)(const float* a, const float* b, std::size_t rows, std::size_t inner, std::size_t columns,
                     float* out);
};

extern const Kernels plain_kernels, avx2_kernels, avx512_kernels;

}  // namespace entente::model
