// The layers of the network.
//
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "encode/features.hpp"
#include "entente/document.hpp"
#include "entente/model.hpp"

namespace entente::encode {

// The keys of some words, sorted, and where each stands.
class Keys {
  public:
    Keys(const Model& model, std::string_view name);
    // Position of `key`, or -1.
    [[nodiscard]] std::int64_t find(std::uint32_t key) const;
    [[nodiscard]] std::size_t size() const { return keys_.size(); }

  private:
    std::vector<std::uint32_t> keys_;
    std::vector<std::uint32_t> starts_;  // of the keys that begin with these 16 bits
};

// Scratch of one call.
struct Batch {
    std::vector<TokenRange> sentences;  // rows of the batch
    std::vector<float> in, products, out;
    Quantised quantised;
};

class Network {
  public:
    explicit Network(const Model& model);
    [[nodiscard]] std::size_t columns() const { return 2 * hidden_; }
    [[nodiscard]] std::size_t inputs() const { return layers_.front().products.inputs(); }
    // What the network sees of a word: inputs() numbers.
    void look_up(std::string_view form, float* out) const;
    // The words of the batch: `in` to `rows` of `out` from row `to` on.
    void run(Batch& batch, Quantised& out, std::size_t to) const;

  private:
    struct Layer {
        Linear products;
        std::vector<float> peephole, bias;
    };
    void recur(const Layer& layer, Batch& batch, bool first) const;

    Model model_;
    std::size_t hidden_ = 0;
    Keys words_, vectors_;
    Table word_table_, vector_table_;
    std::vector<Table> affixes_;
    std::vector<Layer> layers_;
};

}  // namespace entente::encode
