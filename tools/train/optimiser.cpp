// Gradients to better parameters.
//
// The average moves every fourth step, which is as good and costs a quarter.
// SPDX-License-Identifier: MIT
#include "optimiser.hpp"

#include <algorithm>
#include <cmath>
#include <thread>

namespace train {
namespace {

constexpr float first_decay = 0.9F, second_decay = 0.98F, average_decay = 0.99F;
constexpr int average_every = 4;

void approach(std::vector<float>& average, const std::vector<float>& value, float decay) {
    for (std::size_t i = 0; i < value.size(); ++i)
        average[i] += (1 - decay) * (value[i] - average[i]);
}

}  // namespace

Optimiser::Optimiser(Parameters& parameters) : parameters_(parameters), average_(parameters) {
    dense_.first.assign(parameters.dense.size(), 0);
    dense_.second = dense_.first;
    for (int t = 0; t < table_count; ++t) {
        tables_[t].first.assign(parameters.tables[t].values.size(), 0);
        tables_[t].second = tables_[t].first;
    }
}

void Optimiser::move_dense(std::size_t from, std::size_t to, const std::vector<float>& a, const std::vector<float>& b) {
    for (std::size_t i = from; i < to; ++i) {
        const float g = a[i] + b[i];
        float& m = dense_.first[i];
        float& v = dense_.second[i];
        m += (1 - first_decay) * (g - m);
        v += (1 - second_decay) * (g * g - v);
        parameters_.dense[i] -= rate_ * (m / first_bias_) / (std::sqrt(v / second_bias_) + 1e-8F);
    }
}

void Optimiser::move_table(int table, const Worker& a, const Worker& b) {
    Table& t = parameters_.tables[table];
    int offset = 0;
    for (int i = 0; i < table; ++i)
        offset += parameters_.tables[i].columns;
    std::vector<std::pair<std::uint32_t, const float*>> touched;
    for (const Worker* worker : {&a, &b}) {
        for (std::size_t i = 0; i < worker->inputs().size(); ++i) {
            touched.emplace_back(worker->inputs()[i].rows[table],
                                 worker->input_gradient().row(static_cast<int>(i)) + offset);
        }
    }
    std::stable_sort(touched.begin(), touched.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
    std::vector<float> gradient(t.columns);
    for (std::size_t i = 0; i < touched.size();) {
        const std::uint32_t row = touched[i].first;
        std::fill(gradient.begin(), gradient.end(), 0.0F);
        for (; i < touched.size() && touched[i].first == row; ++i) {
            for (int k = 0; k < t.columns; ++k)
                gradient[k] += touched[i].second[k];
        }
        for (int k = 0; k < t.columns; ++k) {
            const std::size_t at = static_cast<std::size_t>(row) * t.columns + k;
            float& m = tables_[table].first[at];
            float& v = tables_[table].second[at];
            m += (1 - first_decay) * (gradient[k] - m);
            v += (1 - second_decay) * (gradient[k] * gradient[k] - v);
            t.values[at] -= rate_ * (m / first_bias_) / (std::sqrt(v / second_bias_) + 1e-8F);
        }
    }
}

void Optimiser::move_average() {
    const float warm = static_cast<float>(steps_) / static_cast<float>(steps_ + 40);
    const float decay = std::min(average_decay, warm);
    approach(average_.dense, parameters_.dense, decay);
    for (int t = 0; t < table_count; ++t)
        approach(average_.tables[t].values, parameters_.tables[t].values, decay);
}

void Optimiser::step(Worker& a, Worker& b, float rate) {
    ++steps_;
    rate_ = rate;
    first_bias_ = 1 - std::pow(first_decay, static_cast<float>(steps_));
    second_bias_ = 1 - std::pow(second_decay, static_cast<float>(steps_));
    const std::size_t size = parameters_.dense.size(), middle = size / 2;
    std::thread other([&] {
        move_dense(middle, size, a.gradient(), b.gradient());
        for (int t = 1; t < table_count; t += 2)
            move_table(t, a, b);
    });
    move_dense(0, middle, a.gradient(), b.gradient());
    for (int t = 0; t < table_count; t += 2)
        move_table(t, a, b);
    other.join();
    if (steps_ % average_every == 0) move_average();
}

}  // namespace train
