// Numbers that are the same everywhere.
//
// Whole numbers only: no library's distribution and no rounding, so a seed gives the same graph on every machine.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace generate {

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {  // SplitMix64
        std::uint64_t x = state_ += 0x9E3779B97F4A7C15u;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
        return x ^ (x >> 31);
    }
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
    bool chance(unsigned percent) { return next() % 100 < percent; }

  private:
    std::uint64_t state_;
};

// Number i comes up with a weight of 1 / (i + 1): a few very often, most hardly ever (Zipf).
class PowerLaw {
  public:
    explicit PowerLaw(std::size_t size) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < size; ++i)
            sums_.push_back(sum += (std::uint64_t{1} << 32) / (i + 1));
    }
    [[nodiscard]] std::size_t draw(Random& random) const {
        const auto at = std::upper_bound(sums_.begin(), sums_.end(), random.next() % sums_.back());
        return static_cast<std::size_t>(at - sums_.begin());
    }

  private:
    std::vector<std::uint64_t> sums_;
};

}  // namespace generate
