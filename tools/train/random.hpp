// A seed to chance, the same everywhere.
//
// threads   one Random per thread
// source    Vigna, xoroshiro and splitmix64, https://prng.di.unimi.it/
// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>

namespace train {

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t bits() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    std::uint64_t below(std::uint64_t limit) { return bits() % limit; }
    double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }
    double normal() { return std::sqrt(-2 * std::log(1 - uniform())) * std::cos(6.283185307179586 * uniform()); }
    bool chance(double p) { return uniform() < p; }

  private:
    std::uint64_t state_;
};

}  // namespace train
