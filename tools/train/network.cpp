// Sentences to losses and gradients.
//
// The layers in their order, forward and back; the heads stand in heads.cpp, the recurrence in
// recurrence.cpp. SPDX-License-Identifier: MIT
#include "network.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "gemm.hpp"

namespace train {
namespace {

constexpr double word_drop = 0.12, vector_drop = 0.03, input_drop = 0.2, layer_drop = 0.3;

void add_slice(Parameters& p, const std::string& name, int rows, int columns, double spread, Random& random) {
    p.slices.push_back({name, p.dense.size(), rows, columns});
    for (std::size_t i = 0; i < p.slices.back().size(); ++i)
        p.dense.push_back(static_cast<float>(random.normal() * spread));
}

void add_dense(Parameters& p, const std::string& name, int rows, int columns, Random& random) {
    add_slice(p, name, rows, columns, std::sqrt(1.0 / rows), random);
    add_slice(p, name + "_bias", 1, columns, 0, random);
}

}  // namespace

int gates(int layer) {
    return layer == 0 ? 4 : 3;
}

const Slice& Parameters::slice(const std::string& name) const {
    for (const Slice& s : slices) {
        if (s.name == name) return s;
    }
    throw std::logic_error("no parameters '" + name + "'");
}

Parameters initial_parameters(const Sizes& sizes, int words, std::uint64_t seed) {
    Parameters p;
    p.sizes = sizes;
    Random random(seed);
    const int both = 2 * sizes.hidden;
    for (int l = 0; l < sizes.layers; ++l) {
        const int in = l == 0 ? input_columns : both;
        add_slice(p, "layer" + std::to_string(l), in, gates(l) * both, std::sqrt(1.0 / in), random);
        add_slice(p, "peephole" + std::to_string(l), 1, 2 * both, 0.2, random);
        add_slice(p, "bias" + std::to_string(l), 1, 2 * both, 0, random);
    }
    add_dense(p, "tag", both, sizes.tags, random);
    add_dense(p, "arc_dependent", both, sizes.arc, random);
    add_dense(p, "arc_head", both, sizes.arc, random);
    add_slice(p, "arc", sizes.arc, sizes.arc, 1.0 / sizes.arc, random);
    add_slice(p, "arc_root", 1, sizes.arc, 0.3, random);
    add_slice(p, "arc_any", 1, sizes.arc, 0, random);  // how much a word is a head at all
    add_dense(p, "label_dependent", both, sizes.label, random);
    add_dense(p, "label_head", both, sizes.label, random);
    add_dense(p, "label", sizes.label, sizes.labels, random);
    constexpr int names = entente::recognise::name_labels;
    add_dense(p, "name", both, names, random);
    add_slice(p, "name_transitions", names, names, 0, random);
    for (int t = 0; t < table_count; ++t) {
        Table& table = p.tables[t];
        table.rows = t == 0 ? words : affix_rows[t - 1];
        table.columns = t == 0 ? word_columns : affix_columns[t - 1];
        for (int i = 0; i < table.rows * table.columns; ++i)
            table.values.push_back(static_cast<float>(random.normal() * 0.2));
    }
    return p;
}

void Worker::drop(const Matrix& in, double p, Matrix& mask, Matrix& out) {
    out.resize(in.rows, in.columns);
    if (!learning_ || p == 0) {
        out.values = in.values;
        return;
    }
    mask.resize(in.rows, in.columns);
    const auto limit = static_cast<unsigned>(p * 256);
    const float keep = 256.0F / static_cast<float>(256 - limit);
    for (std::size_t i = 0; i < in.values.size(); i += 8) {
        std::uint64_t bits = random_.bits();
        for (std::size_t j = i; j < std::min(i + 8, in.values.size()); ++j, bits >>= 8)
            mask.values[j] = (bits & 255) < limit ? 0 : keep;
    }
    for (std::size_t i = 0; i < in.values.size(); ++i)
        out.values[i] = in.values[i] * mask.values[i];
}

void Worker::gather(const std::vector<const Example*>& batch) {
    batch_ = batch;
    starts_.assign(1, 0);
    inputs_.clear();
    for (const Example* e : batch) {
        inputs_.insert(inputs_.end(), e->inputs.begin(), e->inputs.end());
        starts_.push_back(static_cast<int>(inputs_.size()));
    }
    for (Input& input : inputs_) {
        if (learning_ && random_.chance(word_drop)) input.rows[0] = 0;
        if (learning_ && random_.chance(vector_drop)) input.vector = -1;
    }
    layers_.resize(parameters_.sizes.layers);
    Matrix& x = layers_[0].in;
    x.resize(static_cast<int>(inputs_.size()), input_columns);
    for (int i = 0; i < x.rows; ++i) {
        float* to = x.row(i);
        for (int t = 0; t < table_count; ++t) {
            const Table& table = parameters_.tables[t];
            to = std::copy_n(table.values.data() + static_cast<std::size_t>(inputs_[i].rows[t]) * table.columns,
                             table.columns, to);
        }
        const int v = inputs_[i].vector;
        if (v < 0) {
            std::fill_n(to, vector_columns, 0.0F);
        } else {
            std::copy_n(parameters_.vectors.data() + static_cast<std::size_t>(v) * vector_columns, vector_columns, to);
        }
    }
}

void Worker::forward() {
    const int both = 2 * parameters_.sizes.hidden, rows = static_cast<int>(inputs_.size());
    for (int l = 0; l < parameters_.sizes.layers; ++l) {
        Layer& layer = layers_[l];
        drop(layer.in, l == 0 ? input_drop : layer_drop, layer.mask, layer.dropped);
        const Slice& w = parameters_.slice("layer" + std::to_string(l));
        layer.gates.resize(rows, w.columns);
        multiply(rows, w.columns, w.rows, {layer.dropped.data(), w.rows}, {parameters_.dense.data() + w.at, w.columns},
                 {layer.gates.data(), w.columns});
        for (Matrix* m : {&layer.cell, &layer.forget, &layer.reset, &layer.squashed})
            m->resize(rows, both);
        Matrix& out = l + 1 < parameters_.sizes.layers ? layers_[l + 1].in : top_;
        out.resize(rows, both);
        for (std::size_t s = 0; s + 1 < starts_.size(); ++s) {
            recur(l, 0, starts_[s], starts_[s + 1], out);
            recur(l, 1, starts_[s], starts_[s + 1], out);
        }
    }
    drop(top_, layer_drop, top_mask_, top_dropped_);
}

void Worker::backward(Matrix& dtop) {
    const int rows = dtop.rows;
    for (std::size_t i = 0; i < dtop.values.size(); ++i)
        dtop.values[i] *= top_mask_.values[i];
    Matrix dout = dtop, din, dropped;
    for (int l = parameters_.sizes.layers - 1; l >= 0; --l) {
        Layer& layer = layers_[l];
        din.resize(rows, layer.in.columns);
        din.zero();
        for (std::size_t s = 0; s + 1 < starts_.size(); ++s) {
            recur_back(l, 0, starts_[s], starts_[s + 1], dout, din);
            recur_back(l, 1, starts_[s], starts_[s + 1], dout, din);
        }
        const Slice& w = parameters_.slice("layer" + std::to_string(l));
        multiply(w.rows, w.columns, rows, {layer.dropped.data(), w.rows, true}, {layer.gates.data(), w.columns},
                 {gradient_.data() + w.at, w.columns, true});
        dropped.resize(rows, w.rows);
        multiply(rows, w.rows, w.columns, {layer.gates.data(), w.columns},
                 {parameters_.dense.data() + w.at, w.columns, true}, {dropped.data(), w.rows});
        for (std::size_t i = 0; i < din.values.size(); ++i)
            din.values[i] += dropped.values[i] * layer.mask.values[i];
        std::swap(dout, din);
    }
    input_gradient_ = std::move(dout);
}

}  // namespace train
