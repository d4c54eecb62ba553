// The kernels in sixteen lanes.
//
// Included once by the source of each processor, which has `linear` and its own compiler flags. Everything
// here is private to that source: a function compiled for AVX-512 must never be the one that another source
// links to. SPDX-License-Identifier: MIT
#pragma once

#include "model/kernels.hpp"
#include "model/lanes.hpp"

namespace {

using entente::Recurrence;
using entente::model::Product;

// The scale makes the largest value 127. Columns: a multiple of 16.
void quantise_lanes(const float* in, std::size_t count, std::size_t columns, std::int8_t* out, float* scales) {
    for (std::size_t row = 0; row < count; ++row, in += columns, out += columns) {
        Floats most = {};
        for (std::size_t i = 0; i < columns; i += lanes) {
            const Floats x = at(in, static_cast<long>(i)), size = x < 0.0F ? -x : x;
            most = size > most ? size : most;
        }
        float largest = 1e-9F;
        for (int k = 0; k < lanes; ++k)
            largest = most[k] > largest ? most[k] : largest;
        scales[row] = largest / 127.0F;
        const float factor = 127.0F / largest;
        for (std::size_t i = 0; i < columns; i += lanes) {
            const Ints x = __builtin_convertvector(rounded(at(in, static_cast<long>(i)) * factor), Ints);
            for (int k = 0; k < lanes; ++k)
                out[i + static_cast<std::size_t>(k)] = static_cast<std::int8_t>(x[k]);
        }
    }
}

// Two vectors of sixteen at a time: each waits for its own cell only, so the processor does one while the
// other waits.
constexpr long pair = 2;

void recur_pair(const Recurrence& r, std::size_t from, std::size_t to, bool backwards, long j, long count) {
    const auto hidden = static_cast<long>(r.hidden);
    Floats cell[pair] = {};
    for (std::size_t step = 0; step < to - from; ++step) {
        const std::size_t t = backwards ? to - 1 - step : from + step;
        const std::size_t row = r.product_rows == nullptr ? t : r.product_rows[t];
        const float* products = r.products + row * r.product_stride;
        const float* highway = r.highway == nullptr ? products + 3 * hidden : r.highway + t * r.highway_stride;
        for (long k = 0; k < count; ++k) {
            const long i = j + k * lanes;
            const Floats f = sigmoid(at(products, hidden + i) + at(r.peephole, i) * cell[k] + at(r.bias, i));
            const Floats s =
                sigmoid(at(products, 2 * hidden + i) + at(r.peephole, hidden + i) * cell[k] + at(r.bias, hidden + i));
            cell[k] = f * cell[k] + (1.0F - f) * at(products, i);
            at(r.out + t * r.out_stride, i) = s * hyperbolic_tangent(cell[k]) + (1.0F - s) * at(highway, i);
        }
    }
}

void recur_lanes(const Recurrence& r, std::size_t from, std::size_t to, bool backwards) {
    const auto hidden = static_cast<long>(r.hidden);
    long j = 0;
    for (; j + pair * lanes <= hidden; j += pair * lanes)
        recur_pair(r, from, to, backwards, j, pair);
    if (j < hidden) recur_pair(r, from, to, backwards, j, 1);
}

void multiply_lanes(const float* a, const float* b, std::size_t rows, std::size_t inner, std::size_t columns,
                    float* out) {
    for (std::size_t j = 0; j < columns; j += lanes) {
        for (std::size_t i = 0; i < rows; i += 4) {
            const std::size_t last = rows - 1;  // at the end a row is done again rather than fewer
            const float* line[4];
            float* to[4];
            for (std::size_t k = 0; k < 4; ++k) {
                const std::size_t row = i + k < last ? i + k : last;
                line[k] = a + row * inner;
                to[k] = out + row * columns + j;
            }
            Floats sum[4] = {};
            for (std::size_t p = 0; p < inner; ++p) {
                const Floats x = at(b, static_cast<long>(p * columns + j));
                for (std::size_t k = 0; k < 4; ++k)
                    sum[k] += line[k][p] * x;
            }
            for (std::size_t k = 0; k < 4; ++k)
                at(to[k], 0) = sum[k];
        }
    }
}

// What a sum of whole numbers means.
[[maybe_unused]] inline __attribute__((always_inline)) void write_sums(const Product& p, std::size_t row,
                                                                       std::size_t output, Ints sum) {
    const auto o = static_cast<long>(output);
    const Floats scaled = (__builtin_convertvector(sum, Floats) * p.row_scales[row]) * at(p.output_scales, o);
    at(p.out + row * p.outputs, o) = scaled + at(p.bias, o);
}

}  // namespace
