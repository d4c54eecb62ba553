// Tags, arcs, labels and names: what stands on the encoder.
//
// An arc from word i to head j scores  d_i A h_j + a h_j; the root is a head of its own. A label is read from
// relu(D t_i + H t_j) of a word and its head; the root's label is known and not learnt. A sentence whose tree or whose
// names are not known teaches the other heads only.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "gemm.hpp"
#include "network.hpp"
#include "parse/eisner.hpp"

namespace train {
namespace {

constexpr double head_drop = 0.2;
constexpr float name_weight = 2;  // of the loss of names beside the others

// Cross entropy of one row; leaves the gradient in its place.
double cross_entropy(float* row, int size, int right, float scale) {
    const float most = *std::max_element(row, row + size);
    double sum = 0;
    for (int i = 0; i < size; ++i) {
        row[i] = std::exp(row[i] - most);
        sum += row[i];
    }
    const double loss = std::log(sum) - std::log(std::max(1e-30F, row[right]));
    for (int i = 0; i < size; ++i)
        row[i] *= static_cast<float>(scale / sum);
    row[right] -= scale;
    return loss;
}

void add_to(const Matrix& from, float* to) {
    for (int i = 0; i < from.rows; ++i) {
        for (int j = 0; j < from.columns; ++j)
            to[j] += from.row(i)[j];
    }
}

int best_of(const float* row, int size) {
    return static_cast<int>(std::max_element(row, row + size) - row);
}

}  // namespace

void Worker::affine(const Matrix& in, const std::string& name, Matrix& out) const {
    const Slice& w = parameters_.slice(name);
    out.resize(in.rows, w.columns);
    multiply(in.rows, w.columns, w.rows, {in.data(), in.columns}, {parameters_.dense.data() + w.at, w.columns},
             {out.data(), w.columns});
    const float* bias = parameters_[name + "_bias"];
    for (int i = 0; i < out.rows; ++i) {
        for (int j = 0; j < out.columns; ++j)
            out.row(i)[j] += bias[j];
    }
}

void Worker::dense(const Matrix& in, const std::string& name, bool relu, double p, Head& head) {
    affine(in, name, head.out);
    Matrix whole = head.out;
    if (relu) {
        for (float& x : whole.values)
            x = std::max(0.0F, x);
    }
    drop(whole, p, head.mask, head.out);
    if (!learning_) return;
    head.gradient.resize(head.out.rows, head.out.columns);
    head.gradient.zero();
    if (p == 0) head.mask.values.assign(head.out.values.size(), 1.0F), head.mask.rows = head.out.rows;
    if (!relu) return;
    for (std::size_t i = 0; i < whole.values.size(); ++i) {
        if (whole.values[i] <= 0) head.mask.values[i] = 0;
    }
}

void Worker::dense_back(const Matrix& in, const std::string& name, Head& head, Matrix& din) {
    const Slice& w = parameters_.slice(name);
    for (std::size_t i = 0; i < head.gradient.values.size(); ++i)
        head.gradient.values[i] *= head.mask.values[i];
    const Matrix& g = head.gradient;
    multiply(w.rows, w.columns, g.rows, {in.data(), in.columns, true}, {g.data(), w.columns},
             {gradient_.data() + w.at, w.columns, true});
    multiply(g.rows, w.rows, w.columns, {g.data(), w.columns}, {parameters_.dense.data() + w.at, w.columns, true},
             {din.data(), din.columns, true});
    add_to(g, gradient_of(name + "_bias"));
}

void Worker::arcs_forward() {
    dense(top_dropped_, "arc_dependent", true, head_drop, dependent_);
    dense(top_dropped_, "arc_head", true, head_drop, head_);
    const int a = parameters_.sizes.arc, words = head_.out.rows;
    head_.out.resize(words + 1, a);  // the root comes last
    std::copy_n(parameters_["arc_root"], a, head_.out.row(words));
    keys_.resize(words + 1, a);
    multiply(words + 1, a, a, {head_.out.data(), a}, {parameters_["arc"], a}, {keys_.data(), a});
    dkeys_.resize(words + 1, a + 1);  // and, last, the gradient of "any"
    dkeys_.zero();
}

void Worker::arc_scores(int sentence, Matrix& scores) const {
    const int from = starts_[sentence], n = starts_[sentence + 1] - from, a = keys_.columns, root = keys_.rows - 1;
    scores.resize(n, n + 1);
    multiply(n, n, a, {dependent_.out.row(from), a}, {keys_.row(from), a, true}, {scores.data(), n + 1});
    multiply(n, 1, a, {dependent_.out.row(from), a}, {keys_.row(root), a, true}, {scores.data() + n, n + 1});
    const float* any = parameters_["arc_any"];
    for (int j = 0; j <= n; ++j) {
        const float* head = head_.out.row(j == n ? root : from + j);
        float bias = 0;
        for (int k = 0; k < a; ++k)
            bias += any[k] * head[k];
        for (int i = 0; i < n; ++i)
            scores.row(i)[j] += bias;
    }
    for (int i = 0; i < n; ++i)
        scores.row(i)[i] = -1e4F;
}

double Worker::arc_loss(int sentence, float scale) {
    const int from = starts_[sentence], n = starts_[sentence + 1] - from, a = keys_.columns, root = keys_.rows - 1;
    arc_scores(sentence, scores_);
    double loss = 0;
    for (int i = 0; i < n; ++i)
        loss += cross_entropy(scores_.row(i), n + 1, batch_[sentence]->heads[i], scale);
    const float* d = scores_.data();
    multiply(n, a, n, {d, n + 1}, {keys_.row(from), a}, {dependent_.gradient.row(from), a, true});
    multiply(n, a, 1, {d + n, n + 1}, {keys_.row(root), a}, {dependent_.gradient.row(from), a, true});
    multiply(n, a, n, {d, n + 1, true}, {dependent_.out.row(from), a}, {dkeys_.row(from), a + 1, true});
    multiply(1, a, n, {d + n, n + 1, true}, {dependent_.out.row(from), a}, {dkeys_.row(root), a + 1, true});
    for (int j = 0; j <= n; ++j) {
        float sum = 0;
        for (int i = 0; i < n; ++i)
            sum += scores_.row(i)[j];
        dkeys_.row(j == n ? root : from + j)[a] += sum;
    }
    return loss;
}

void Worker::arcs_backward() {
    const int a = keys_.columns, rows = keys_.rows;
    multiply(a, a, rows, {head_.out.data(), a, true}, {dkeys_.data(), a + 1}, {gradient_of("arc"), a, true});
    Matrix dheads;
    dheads.resize(rows, a);
    multiply(rows, a, a, {dkeys_.data(), a + 1}, {parameters_["arc"], a, true}, {dheads.data(), a});
    const float* any = parameters_["arc_any"];
    float* dany = gradient_of("arc_any");
    for (int j = 0; j < rows; ++j) {
        const float d = dkeys_.row(j)[a];
        for (int k = 0; k < a; ++k) {
            dheads.row(j)[k] += d * any[k];
            dany[k] += d * head_.out.row(j)[k];
        }
    }
    float* droot = gradient_of("arc_root");
    for (int k = 0; k < a; ++k)
        droot[k] += dheads.row(rows - 1)[k];
    std::copy_n(dheads.data(), static_cast<std::size_t>(rows - 1) * a, head_.gradient.data());
    dense_back(top_dropped_, "arc_dependent", dependent_, dtop_);
    dense_back(top_dropped_, "arc_head", head_, dtop_);
}

double Worker::tag_loss(float scale) {
    affine(top_dropped_, "tag", logits_);
    double loss = 0;
    for (std::size_t s = 0; s < batch_.size(); ++s) {
        for (int i = starts_[s]; i < starts_[s + 1]; ++i) {
            if (batch_[s]->has_tree) {
                loss += cross_entropy(logits_.row(i), logits_.columns, batch_[s]->tags[i - starts_[s]], scale);
            } else {
                std::fill_n(logits_.row(i), logits_.columns, 0.0F);
            }
        }
    }
    Head head;
    head.gradient = logits_;
    head.mask.values.assign(logits_.values.size(), 1.0F);
    dense_back(top_dropped_, "tag", head, dtop_);
    return loss;
}

// Labels of the whole batch, given the right heads.
double Worker::label_loss(float scale) {
    const int size = parameters_.sizes.label, rows = top_.rows;
    Head hidden;
    Matrix sum;
    sum.resize(rows, size);
    std::vector<int> heads(rows, -1);
    for (std::size_t s = 0; s < batch_.size(); ++s) {
        for (int i = starts_[s]; i < starts_[s + 1]; ++i) {
            const int head = batch_[s]->has_tree ? batch_[s]->heads[i - starts_[s]] : batch_[s]->size();
            heads[i] = head == batch_[s]->size() ? -1 : starts_[s] + head;
            const float *d = label_dependent_.out.row(i), *h = label_head_.out.row(std::max(0, heads[i]));
            for (int k = 0; k < size; ++k)
                sum.row(i)[k] = std::max(0.0F, d[k] + h[k]);
        }
    }
    drop(sum, head_drop, hidden.mask, hidden.out);
    affine(hidden.out, "label", label_logits_);
    double loss = 0;
    for (std::size_t s = 0; s < batch_.size(); ++s) {
        for (int i = starts_[s]; i < starts_[s + 1]; ++i) {
            float* row = label_logits_.row(i);
            if (heads[i] < 0) {
                std::fill_n(row, label_logits_.columns, 0.0F);
            } else {
                loss += cross_entropy(row, label_logits_.columns, batch_[s]->labels[i - starts_[s]], scale);
            }
        }
    }
    Head out;
    out.gradient = label_logits_;
    out.mask.values.assign(label_logits_.values.size(), 1.0F);
    Matrix dhidden;
    dhidden.resize(rows, size);
    dhidden.zero();
    dense_back(hidden.out, "label", out, dhidden);
    for (int i = 0; i < rows; ++i) {
        if (heads[i] < 0) continue;
        for (int k = 0; k < size; ++k) {
            const float d = sum.row(i)[k] > 0 ? dhidden.row(i)[k] * hidden.mask.row(i)[k] : 0;
            label_dependent_.gradient.row(i)[k] += d;
            label_head_.gradient.row(heads[i])[k] += d;
        }
    }
    dense_back(top_dropped_, "label_dependent", label_dependent_, dtop_);
    dense_back(top_dropped_, "label_head", label_head_, dtop_);
    return loss;
}

double Worker::name_loss(float scale) {
    affine(top_dropped_, "name", name_logits_);
    Lattice lattice(parameters_["name_transitions"]);
    double loss = 0;
    for (std::size_t s = 0; s < batch_.size(); ++s) {
        const auto& allowed = batch_[s]->names;
        const int words = batch_[s]->size();
        float* scores = name_logits_.row(starts_[s]);
        if (allowed.empty()) {
            std::fill_n(scores, static_cast<std::size_t>(words) * name_logits_.columns, 0.0F);
        } else {
            loss += lattice.loss(words, scores, allowed.data(), name_weight * scale, gradient_of("name_transitions"));
        }
    }
    Head head;
    head.gradient = name_logits_;
    head.mask.values.assign(name_logits_.values.size(), 1.0F);
    dense_back(top_dropped_, "name", head, dtop_);
    return loss;
}

Losses Worker::learn(const std::vector<const Example*>& batch, float scale, std::uint64_t seed) {
    random_ = Random(seed);
    learning_ = true;
    gradient_.assign(parameters_.dense.size(), 0.0F);
    gather(batch);
    forward();
    dtop_.resize(top_.rows, top_.columns);
    dtop_.zero();
    Losses losses;
    losses.words = inputs_.size();
    losses.tags = tag_loss(scale);
    arcs_forward();
    for (std::size_t s = 0; s < batch.size(); ++s)
        losses.arcs += batch[s]->has_tree ? arc_loss(static_cast<int>(s), scale) : 0;
    arcs_backward();
    dense(top_dropped_, "label_dependent", false, 0, label_dependent_);
    dense(top_dropped_, "label_head", false, 0, label_head_);
    losses.labels = label_loss(scale);
    losses.names = name_loss(scale);
    backward(dtop_);
    return losses;
}

std::vector<Prediction> Worker::predict(const std::vector<const Example*>& batch) {
    learning_ = false;
    gather(batch);
    forward();
    affine(top_dropped_, "tag", logits_);
    affine(top_dropped_, "name", name_logits_);
    arcs_forward();
    dense(top_dropped_, "label_dependent", false, 0, label_dependent_);
    dense(top_dropped_, "label_head", false, 0, label_head_);
    entente::parse::Eisner eisner;
    std::vector<Prediction> out(batch.size());
    Matrix hidden;
    for (std::size_t s = 0; s < batch.size(); ++s) {
        const int from = starts_[s], n = batch[s]->size(), size = parameters_.sizes.label;
        arc_scores(static_cast<int>(s), scores_);
        Prediction& p = out[s];
        p.names = entente::recognise::best_labels(n, name_logits_.row(from), name_logits_.columns,
                                                  parameters_["name_transitions"]);
        p.heads.resize(n);
        eisner.decode(n, scores_.data(), n + 1, p.heads.data());
        hidden.resize(n, size);
        for (int i = 0; i < n; ++i) {
            const int head = p.heads[i] == static_cast<std::uint32_t>(n) ? i : static_cast<int>(p.heads[i]);
            const float *d = label_dependent_.out.row(from + i), *h = label_head_.out.row(from + head);
            for (int k = 0; k < size; ++k)
                hidden.row(i)[k] = std::max(0.0F, d[k] + h[k]);
        }
        affine(hidden, "label", label_logits_);
        for (int i = 0; i < n; ++i) {
            p.tags.push_back(static_cast<std::uint16_t>(best_of(logits_.row(from + i), logits_.columns)));
            p.labels.push_back(static_cast<std::uint16_t>(best_of(label_logits_.row(i), label_logits_.columns)));
        }
    }
    return out;
}

}  // namespace train
