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

// ---- the recurrence
//
// The network was trained with the functions of lanes.hpp; these are right to some 5e-6, far less than what the next layer
// sees of it in eight bits, and take two thirds of the time.

// |x| beyond 126 counts as 126.
inline __attribute__((always_inline)) Floats power_of_two(Floats x) {
    const Floats most = Floats{} + 126.0F;
    x = x > most ? most : x;
    x = x < -most ? -most : x;
    const Floats whole = rounded(x), r = x - whole;
    Floats p = r * 0.00966636852F + 0.0559219758F;
    p = p * r + 0.24022349F;
    p = p * r + 0.693121045F;
    p = p * r + 1.0F;
    const Ints scaled = reinterpret_cast<const Ints&>(p) + (__builtin_convertvector(whole, Ints) << 23);
    return reinterpret_cast<const Floats&>(scaled);
}

inline __attribute__((always_inline)) Floats quick_sigmoid(Floats x) {
    return 1.0F / (1.0F + power_of_two(x * -1.44269504F));
}
inline __attribute__((always_inline)) Floats quick_tangent(Floats x) {
    return 2.0F / (1.0F + power_of_two(x * -2.88539008F)) - 1.0F;
}

// Some vectors of sixteen at a time: each waits for its own cell only, so the processor does one while the others wait.
template <long count>
void recur_some(const Recurrence& r, std::size_t from, std::size_t to, bool backwards, long j) {
    const auto hidden = static_cast<long>(r.hidden);
    Floats cell[count] = {};
    for (std::size_t step = 0; step < to - from; ++step) {
        const std::size_t t = backwards ? to - 1 - step : from + step;
        const std::size_t row = r.product_rows == nullptr ? t : r.product_rows[t];
        const float* products = r.products + row * r.product_stride;
        const float* highway = r.highway == nullptr ? products + 3 * hidden : r.highway + t * r.highway_stride;
#pragma GCC unroll 4
        for (long k = 0; k < count; ++k) {
            const long i = j + k * lanes;
            const Floats candidate = at(products, i), by = at(highway, i);
            const Floats f = quick_sigmoid(at(products, hidden + i) + at(r.peephole, i) * cell[k] + at(r.bias, i));
            const Floats s = quick_sigmoid(at(products, 2 * hidden + i) + at(r.peephole, hidden + i) * cell[k] +
                                           at(r.bias, hidden + i));
            cell[k] = f * (cell[k] - candidate) + candidate;
            at(r.out + t * r.out_stride, i) = s * (quick_tangent(cell[k]) - by) + by;
        }
    }
}

void recur_lanes(const Recurrence& r, std::size_t from, std::size_t to, bool backwards) {
    constexpr long some = 4;
    const auto hidden = static_cast<long>(r.hidden);
    long j = 0;
    for (; j + some * lanes <= hidden; j += some * lanes)
        recur_some<some>(r, from, to, backwards, j);
    for (; j < hidden; j += lanes)
        recur_some<1>(r, from, to, backwards, j);
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
