// How fast this machine is.
// SPDX-License-Identifier: MIT
#include "calibration.hpp"

namespace bench {

std::uint64_t calibration_loop() {
    std::uint64_t state = 88172645463325252u;  // Marsaglia 2003, "Xorshift RNGs"
    double sum = 1;
    for (std::uint32_t i = 0; i < loop_steps; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        sum = sum * 0.9375 + static_cast<double>(state & 1023u);
    }
    return state ^ static_cast<std::uint64_t>(sum * 4096);
}

}  // namespace bench
