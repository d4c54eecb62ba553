// Kernels for AVX-512 with VNNI.
//
// vpdpbusd multiplies unsigned by signed bytes and adds four products to 32 bits without saturation. The weights are made
// unsigned by adding 128, so 128 times the sum of the row's values is too much, and is taken off before. Eight rows by
// 48 outputs are summed in registers; the weights of 48 outputs stay in the nearest cache until all rows have had them.
// SPDX-License-Identifier: MIT
#if defined(__x86_64__)
#include <immintrin.h>

#include "model/lane_kernels.hpp"

namespace {

constexpr std::size_t tile_rows = 8, tile_blocks = 3, most_rows = 128;

int row_sum(const std::int8_t* row, std::size_t size) {
    int sum = 0;
    for (std::size_t i = 0; i < size; ++i)
        sum += row[i];
    return sum;
}

// The rows [row, row + tile_rows) times `blocks` blocks of sixteen outputs from `output` on. At the end a row is done again
// rather than fewer.
template <std::size_t blocks>
inline __attribute__((always_inline)) void tile(const Product& p, const int* begin, std::size_t row,
                                                std::size_t output) {
    const __m512i flip = _mm512_set1_epi8(static_cast<char>(0x80));
    const std::int8_t* weights = p.weights + output * p.inputs;
    const std::size_t block = lanes * p.inputs;  // bytes
    std::size_t at_row[tile_rows];
    const std::int8_t* in[tile_rows];
    __m512i sum[tile_rows][blocks];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < tile_rows; ++r) {
        at_row[r] = row + r < p.count ? row + r : p.count - 1;
        in[r] = p.rows + at_row[r] * p.inputs;
#pragma GCC unroll 3
        for (std::size_t b = 0; b < blocks; ++b)
            sum[r][b] = _mm512_set1_epi32(begin[at_row[r]]);
    }
    for (std::size_t k = 0; k < p.inputs; k += 4, weights += 64) {
        __m512i w[blocks];
#pragma GCC unroll 3
        for (std::size_t b = 0; b < blocks; ++b)
            w[b] = _mm512_xor_si512(_mm512_loadu_si512(weights + b * block), flip);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < tile_rows; ++r) {
            int four;
            __builtin_memcpy(&four, in[r] + k, sizeof four);
            const __m512i x = _mm512_set1_epi32(four);
#pragma GCC unroll 3
            for (std::size_t b = 0; b < blocks; ++b)
                sum[r][b] = _mm512_dpbusd_epi32(sum[r][b], w[b], x);
        }
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < tile_rows; ++r) {
#pragma GCC unroll 3
        for (std::size_t b = 0; b < blocks; ++b) {
            __asm__("" : "+v"(sum[r][b]));  // else GCC keeps each sum twice and runs out of registers
            write_sums(p, at_row[r], output + b * lanes, (Ints)sum[r][b]);
        }
    }
}

template <std::size_t blocks>
void columns(const Product& p, const int* begin, std::size_t output) {
    for (std::size_t row = 0; row < p.count; row += tile_rows)
        tile<blocks>(p, begin, row, output);
}

void linear(const Product& p) {
    int begin[most_rows];
    Product part = p;
    for (std::size_t done = 0; done < p.count; done += part.count) {
        part.count = p.count - done < most_rows ? p.count - done : most_rows;
        part.rows = p.rows + done * p.inputs;
        part.row_scales = p.row_scales + done;
        part.out = p.out + done * p.outputs;
        for (std::size_t r = 0; r < part.count; ++r)
            begin[r] = -128 * row_sum(part.rows + r * p.inputs, p.inputs);
        std::size_t o = 0;
        for (; o + tile_blocks * lanes <= p.outputs; o += tile_blocks * lanes)
            columns<tile_blocks>(part, begin, o);
        for (; o < p.outputs; o += lanes)
            columns<1>(part, begin, o);
    }
}

}  // namespace

namespace entente::model {
const Kernels avx512_kernels = {quantise_lanes, linear, recur_lanes, multiply_lanes};
}
#endif
