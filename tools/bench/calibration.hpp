// How fast this machine is.
//
// A fixed loop of whole and broken numbers, each step waiting for the one before it: no compiler can shorten
// it, no wide register helps. What is measured beside it can be told in loops, which is about the same on
// fast and slow machines.
//
// out       the loop's answer, the same on every machine: a number that differs means that the compiler took
// liberties SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace bench {

constexpr std::uint32_t loop_steps = 100'000'000;

[[nodiscard]] std::uint64_t calibration_loop();

}  // namespace bench
