// Kernels for AVX2.
//
// Bytes are widened to 16 bits, multiplied and added in pairs to 32: vpmaddwd cannot overflow on them, unlike
// vpmaddubsw, which saturates. SPDX-License-Identifier: MIT
#if defined(__x86_64__)
#include <immintrin.h>

#include "model/lane_kernels.hpp"

namespace {

constexpr std::size_t block_rows = 2;
constexpr std::size_t widest = 2048;  // inputs of a layer

// Sums of 16 outputs for two rows; 8 registers of (output, half of its four products) pairs.
inline __attribute__((always_inline)) void sums(const std::int8_t* weights, const std::int16_t* const (&in)[block_rows],
                                                std::size_t inputs, Ints (&out)[block_rows]) {
    __m256i sum[block_rows][4];
    for (auto& row : sum) {
        for (auto& x : row)
            x = _mm256_setzero_si256();
    }
    for (std::size_t k = 0; k < inputs; k += 4, weights += 64) {
        __m256i x[block_rows];
        for (std::size_t r = 0; r < block_rows; ++r) {
            long long four;
            __builtin_memcpy(&four, in[r] + k, sizeof four);
            x[r] = _mm256_set1_epi64x(four);
        }
        for (std::size_t q = 0; q < 4; ++q) {
            const __m256i w = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights + 16 * q)));
            for (std::size_t r = 0; r < block_rows; ++r)
                sum[r][q] = _mm256_add_epi32(sum[r][q], _mm256_madd_epi16(w, x[r]));
        }
    }
    for (std::size_t r = 0; r < block_rows; ++r) {
        const __m256i low = _mm256_permute4x64_epi64(_mm256_hadd_epi32(sum[r][0], sum[r][1]), 0xD8);
        const __m256i high = _mm256_permute4x64_epi64(_mm256_hadd_epi32(sum[r][2], sum[r][3]), 0xD8);
        __builtin_memcpy(&out[r], &low, sizeof low);
        __builtin_memcpy(reinterpret_cast<char*>(&out[r]) + sizeof low, &high, sizeof high);
    }
}

void linear(const Product& p) {
    std::int16_t wide[block_rows][widest];
    for (std::size_t row = 0; row < p.count; row += block_rows) {
        const std::int16_t* in[block_rows];
        std::size_t at_row[block_rows];
        for (std::size_t r = 0; r < block_rows; ++r) {
            at_row[r] = row + r < p.count ? row + r : p.count - 1;
            for (std::size_t k = 0; k < p.inputs; ++k)
                wide[r][k] = p.rows[at_row[r] * p.inputs + k];
            in[r] = wide[r];
        }
        for (std::size_t o = 0; o < p.outputs; o += lanes) {
            Ints out[block_rows];
            sums(p.weights + o * p.inputs, in, p.inputs, out);
            for (std::size_t r = 0; r < block_rows; ++r)
                write_sums(p, at_row[r], o, out[r]);
        }
    }
}

}  // namespace

namespace entente::model {
const Kernels avx2_kernels = {quantise_lanes, linear, recur_lanes, multiply_lanes};
}
#endif
