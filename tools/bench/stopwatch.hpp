// Time and memory that work takes.
//
// units     seconds; MiB
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <ctime>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace bench {

// wall: what a person waits; cpu: what the processors did, for a machine on which others work too.
enum class Clock { wall, cpu };

[[nodiscard]] inline double now(Clock clock) {
    if (clock == Clock::wall)
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// Hands the numbers below `count` to `work`, in turn to `threads` threads.
template <typename Work>
[[nodiscard]] double time_of(Clock clock, std::size_t count, unsigned threads, const Work& work) {
    const double begin = now(clock);
    std::vector<std::thread> others;
    const auto share = [&](std::size_t from) {
        for (std::size_t i = from; i < count; i += threads)
            work(i);
    };
    for (unsigned thread = 1; thread < threads; ++thread)
        others.emplace_back(share, thread);
    share(0);
    for (auto& other : others)
        other.join();
    return now(clock) - begin;
}

// The best of several rounds.
struct Best {
    double seconds = std::numeric_limits<double>::infinity();
    void add(double round) { seconds = round < seconds ? round : seconds; }
};

// A line of /proc/self/status: "VmRSS" is resident now, "VmHWM" was so at most.
[[nodiscard]] inline double resident(std::string_view which) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(which)) return std::stod(line.substr(which.size() + 1)) / 1024;
    }
    return 0;
}

}  // namespace bench
