// Examples to parameters.
// SPDX-License-Identifier: MIT
#include "training.hpp"

#include <algorithm>
#include <thread>

namespace train {
namespace {

constexpr int batch_words = 600, warm_steps = 300;
constexpr double first_rate = 2.5e-3, last_part = 0.02;

void add(const Losses& l, Losses& sum) {
    sum.tags += l.tags;
    sum.arcs += l.arcs;
    sum.labels += l.labels;
    sum.names += l.names;
    sum.words += l.words;
}

}  // namespace

Training::Training(Parameters& parameters, int epochs, long words)
    : optimiser_(parameters),
      workers_{Worker(parameters), Worker(parameters)},
      total_(static_cast<double>(epochs) * static_cast<double>(words) / batch_words) {}

Losses Training::epoch(const std::vector<Example>& examples) {
    Losses sum;
    for (std::size_t i = 0; i < examples.size();) {
        std::vector<const Example*> halves[2];
        int words[2] = {0, 0};
        while (i < examples.size() && words[0] + words[1] < batch_words) {
            const int lighter = words[1] < words[0] ? 1 : 0;
            halves[lighter].push_back(&examples[i]);
            words[lighter] += examples[i++].size();
        }
        step(halves, words[0] + words[1], sum);
    }
    return sum;
}

void Training::step(std::vector<const Example*> (&halves)[2], int words, Losses& sum) {
    const float scale = 1.0F / static_cast<float>(words);
    Losses losses[2];
    std::thread other([&] { losses[1] = workers_[1].learn(halves[1], scale, 2 * steps_ + 1); });
    losses[0] = workers_[0].learn(halves[0], scale, 2 * steps_);
    other.join();
    ++steps_;
    const double warm = std::min(1.0, static_cast<double>(steps_) / warm_steps);
    const double left = std::max(last_part, 1 - static_cast<double>(steps_) / total_);
    optimiser_.step(workers_[0], workers_[1], static_cast<float>(first_rate * warm * left));
    add(losses[0], sum);
    add(losses[1], sum);
}

}  // namespace train
