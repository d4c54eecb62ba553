// Sentences to losses and gradients.
//
// The network in floating point: embeddings, three layers of bidirectional SRU, a tag head, a biaffine arc
// scorer, a label head and a head for names. One Worker a thread; the parameters are read, the gradients are the Worker's own.
// shape     a batch is the words of its sentences, one row each
// source    Lei et al. (2018), Simple Recurrent Units; Dozat and Manning (2017), Deep Biaffine Attention
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "encode/features.hpp"
#include "lattice.hpp"
#include "random.hpp"

namespace train {

struct Sizes {
    int hidden = 192;  // per direction
    int layers = 3;
    int arc = 128;
    int label = 128;
    int tags = 0;  // UPOS and XPOS in one
    int labels = 0;
};

constexpr int word_columns = 64, vector_columns = 100, input_columns = 320;
constexpr int affix_columns[entente::encode::affix_count] = {24, 32, 24, 16, 24, 20, 16};
constexpr int affix_rows[entente::encode::affix_count] = {6000, 6000, 6000, 6000, 6000, 600, 3000};
constexpr int table_count = 1 + entente::encode::affix_count;  // words, then affixes

// What stands in the network for a word form.
struct Input {
    std::uint32_t rows[table_count] = {};  // in each table; words: 0 = not known
    std::int32_t vector = -1;              // among the frozen vectors, -1 = none
};

struct Example {
    std::vector<Input> inputs;
    std::vector<std::uint16_t> tags, labels;
    std::vector<std::uint16_t> heads;  // index of the head in the sentence; its length = root
    bool has_tree = true;              // else tags, labels and heads say nothing
    std::vector<std::uint32_t> names;  // for each word the labels that may be right, as bits; empty = nobody looked
    [[nodiscard]] int size() const { return static_cast<int>(inputs.size()); }
};

struct Table {
    int rows = 0, columns = 0;
    std::vector<float> values;
};

// A matrix or a vector among the dense parameters.
struct Slice {
    std::string name;
    std::size_t at = 0;
    int rows = 0, columns = 0;
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(rows) * columns; }
};

struct Parameters {
    Sizes sizes;
    std::vector<Slice> slices;  // in the order of the file
    std::vector<float> dense;
    Table tables[table_count];
    std::vector<float> vectors;  // frozen, vector_columns a row

    [[nodiscard]] const Slice& slice(const std::string& name) const;
    [[nodiscard]] const float* operator[](const std::string& name) const { return dense.data() + slice(name).at; }
};

[[nodiscard]] Parameters initial_parameters(const Sizes& sizes, int words, std::uint64_t seed);
[[nodiscard]] int gates(int layer);  // matrices a direction: 4 in the first layer, whose highway needs one, then 3

struct Losses {
    double tags = 0, arcs = 0, labels = 0, names = 0;
    std::size_t words = 0;
};

struct Matrix {
    std::vector<float> values;
    int rows = 0, columns = 0;
    void resize(int r, int c) {
        rows = r;
        columns = c;
        values.resize(static_cast<std::size_t>(r) * c);
    }
    void zero() { std::fill(values.begin(), values.end(), 0.0F); }
    [[nodiscard]] float* data() { return values.data(); }
    [[nodiscard]] const float* data() const { return values.data(); }
    [[nodiscard]] float* row(int i) { return values.data() + static_cast<std::size_t>(i) * columns; }
    [[nodiscard]] const float* row(int i) const { return values.data() + static_cast<std::size_t>(i) * columns; }
};

struct Prediction {
    std::vector<std::uint16_t> tags, labels;
    std::vector<std::uint32_t> heads;
    std::vector<int> names;  // labels
};

class Worker {
  public:
    explicit Worker(const Parameters& parameters) : parameters_(parameters), random_(0) {}

    // Forward and backward over a batch; `scale` multiplies the gradients. Adds to gradient().
    Losses learn(const std::vector<const Example*>& batch, float scale, std::uint64_t seed);
    [[nodiscard]] std::vector<Prediction> predict(const std::vector<const Example*>& batch);

    std::vector<float>& gradient() { return gradient_; }
    // Of the batch last learnt: what entered, and the gradient of it.
    [[nodiscard]] const std::vector<Input>& inputs() const { return inputs_; }
    [[nodiscard]] const Matrix& input_gradient() const { return input_gradient_; }

  private:
    struct Layer {
        Matrix in, mask, dropped;              // what enters; what is left of it
        Matrix gates;                          // products, then their gradients
        Matrix cell, forget, reset, squashed;  // c, f, r, tanh(c)
    };
    struct Head {  // a dense layer with relu and dropout
        Matrix out, mask, gradient;
    };

    void gather(const std::vector<const Example*>& batch);
    void forward();
    void recur(int layer, int direction, int from, int to, Matrix& out);
    void recur_back(int layer, int direction, int from, int to, const Matrix& dout, Matrix& din);
    void backward(Matrix& dtop);
    void drop(const Matrix& in, double p, Matrix& mask, Matrix& out);
    void dense(const Matrix& in, const std::string& name, bool relu, double p, Head& head);
    void dense_back(const Matrix& in, const std::string& name, Head& head, Matrix& din);
    double tag_loss(float scale);
    double arc_loss(int sentence, float scale);
    double label_loss(float scale);
    double name_loss(float scale);
    void arc_scores(int sentence, Matrix& scores) const;
    void arcs_forward();
    void arcs_backward();
    void affine(const Matrix& in, const std::string& name, Matrix& out) const;
    [[nodiscard]] float* gradient_of(const std::string& name) { return gradient_.data() + parameters_.slice(name).at; }

    const Parameters& parameters_;
    Random random_;
    bool learning_ = false;
    std::vector<const Example*> batch_;
    std::vector<int> starts_;  // first row of each sentence, and one past the last
    std::vector<Input> inputs_;
    std::vector<Layer> layers_;
    Matrix top_, top_mask_, top_dropped_, dtop_;
    Head dependent_, head_, label_dependent_, label_head_;
    Matrix keys_, dkeys_;  // heads times the biaffine matrix; the last row is the root
    Matrix logits_, label_logits_, name_logits_, scores_;
    Matrix input_gradient_;
    std::vector<float> gradient_;
};

}  // namespace train
