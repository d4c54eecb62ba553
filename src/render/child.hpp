// Work done in a child process.
//
// in        a function that makes bytes; it runs in a fork of the program, with no files, no signals handled, no
//           core dumps, an empty environment, and limits of time and memory
// out       its bytes, or how it ended without them; never half of them
// errors    Error (busy) where no process can be made
// lifetime  the child is gone when the call returns, and dies with the calling thread
// threads   free; glibc keeps its heap usable after a fork among threads, all other locks may be held for ever:
//           the function should touch nothing but the heap and libraries that nobody else here uses, and time
//           ends the rest
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace entente::render {

struct Outcome {
    enum class End : std::uint8_t {
        done,     // `bytes` is what the function returned
        refused,  // it threw: `bytes` is what()
        crashed,  // `bytes` says how, for a person
        late,     // ended, for its time was over
    };
    End end = End::crashed;
    std::string bytes;
};

[[nodiscard]] Outcome in_child(const std::function<std::string()>& work, std::chrono::milliseconds time,
                               std::size_t memory);

}  // namespace entente::render
