// Work in equal parts.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace entente::assembling {

[[nodiscard]] inline std::size_t cores() {
    return std::max(1u, std::thread::hardware_concurrency());
}

// Calls `work(begin, end)` for parts of [0, size) that follow each other, one a core at the same time; a part that has
// fewer than `least` is not worth a thread.
template <typename Work>
void in_parts(std::size_t size, const Work& work, std::size_t least = 1000) {
    const std::size_t parts = std::clamp<std::size_t>(size / least, 1, cores());
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < parts; ++i)
        others.push_back(std::async(std::launch::async, std::cref(work), size * i / parts, size * (i + 1) / parts));
    work(0, size / parts);
    for (auto& other : others)
        other.get();
}

}  // namespace entente::assembling
