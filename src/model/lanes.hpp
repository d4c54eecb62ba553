// Sixteen numbers at a time.
//
// exp, sigmoid and tanh from additions, products and one division a lane, so that every processor gives the
// same bits: nothing here depends on how wide its registers are, and the project is compiled without
// contraction to fused products. The largest relative error of exp is 2e-7 or so; sigmoid and tanh are exact
// to some 1e-7. SPDX-License-Identifier: MIT
#pragma once

namespace {

constexpr int lanes = 16;
using Floats = float __attribute__((vector_size(64), aligned(4), may_alias));
using Ints = int __attribute__((vector_size(64), aligned(4), may_alias));

// Rounded to the nearest whole number, ties to even; |x| below 2^22.
[[maybe_unused]] inline __attribute__((always_inline)) Floats rounded(Floats x) {
    constexpr float shift = 12582912.0F;  // 1.5 * 2^23: no bits are left for a fraction
    return (x + shift) - shift;
}

[[maybe_unused]] inline __attribute__((always_inline)) Floats exponential(Floats x) {
    const Floats low = {}, high = low + 87.0F;
    x = x > high ? high : x;
    x = x < -high ? -high : x;
    const Floats n = rounded(x * 1.44269504F);
    const Floats r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
    Floats p = r * 1.9875691500e-4F + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * (r * r) + r + 1.0F;
    const Ints power = (__builtin_convertvector(n, Ints) + 127) << 23;
    return p * reinterpret_cast<const Floats&>(power);
}

[[maybe_unused]] inline __attribute__((always_inline)) Floats sigmoid(Floats x) {
    return 1.0F / (1.0F + exponential(-x));
}
[[maybe_unused]] inline __attribute__((always_inline)) Floats hyperbolic_tangent(Floats x) {
    return 2.0F / (1.0F + exponential(-2.0F * x)) - 1.0F;
}

[[maybe_unused]] inline __attribute__((always_inline)) Floats& at(float* values, long i) {
    return *reinterpret_cast<Floats*>(values + i);
}
[[maybe_unused]] inline __attribute__((always_inline)) const Floats& at(const float* values, long i) {
    return *reinterpret_cast<const Floats*>(values + i);
}

}  // namespace
