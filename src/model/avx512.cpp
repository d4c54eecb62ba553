// Kernels for AVX-512 with VNNI.
//
// vpdpbusd multiplies unsigned by signed bytes and adds four products to 32 bits without saturation. The
// weights are made unsigned by adding 128, so 128 times the sum of the row's values is too much, and is taken
// off before. SPDX-License-Identifier: MIT
#if defined(__x86_64__)
#include <immintrin.h>

#include "model/lane_kernels.hpp"

namespace {

constexpr std::size_t block_rows = 12;

int row_sum(const std::int8_t* row, std::size_t size) {
    int sum = 0;
    for (std::size_t i = 0; i < size; ++i)
        sum += row[i];
    return sum;
}

void linear(const Product& p) {
    const __m512i flip = _mm512_set1_epi8(static_cast<char>(0x80));
    for (std::size_t row = 0; row < p.count; row += block_rows) {
        const std::int8_t* in[block_rows];
        std::size_t at_row[block_rows];
        __m512i begin[block_rows];
        for (std::size_t r = 0; r < block_rows; ++r) {
            at_row[r] = row + r < p.count ? row + r : p.count - 1;
            in[r] = p.rows + at_row[r] * p.inputs;
            begin[r] = _mm512_set1_epi32(-128 * row_sum(in[r], p.inputs));
        }
        for (std::size_t o = 0; o < p.outputs; o += lanes) {
            const std::int8_t* weights = p.weights + o * p.inputs;
            __m512i sum[block_rows];
#pragma GCC unroll 12
            for (std::size_t r = 0; r < block_rows; ++r)
                sum[r] = begin[r];
            for (std::size_t k = 0; k < p.inputs; k += 4, weights += 64) {
                const __m512i w = _mm512_xor_si512(_mm512_loadu_si512(weights), flip);
#pragma GCC unroll 12
                for (std::size_t r = 0; r < block_rows; ++r) {
                    int four;
                    __builtin_memcpy(&four, in[r] + k, sizeof four);
                    sum[r] = _mm512_dpbusd_epi32(sum[r], w, _mm512_set1_epi32(four));
                }
            }
            for (std::size_t r = 0; r < block_rows; ++r)
                write_sums(p, at_row[r], o, reinterpret_cast<const Ints&>(sum[r]));
        }
    }
}

}  // namespace

namespace entente::model {
const Kernels avx512_kernels = {quantise_lanes, linear, recur_lanes, multiply_lanes};
}
#endif
