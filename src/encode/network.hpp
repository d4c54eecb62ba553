// The layers of the network.
//
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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

// The first layer's products of the words seen so far, in this article and those before: most of a text's words are there
// already. What a form makes does not depend on where it was met, so nothing else does either.
class Memory {
  public:
    // Row of the form, and whether it is new.
    [[nodiscard]] std::pair<std::uint32_t, bool> row_of(std::string_view form);
    // Forgets all once there are more than some; called between batches.
    void make_room(std::size_t words);
    std::vector<float> products;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view form) const { return std::hash<std::string_view>()(form); }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> rows_;
};

// Scratch of one call.
struct Batch {
    std::vector<std::string_view> forms;
    std::vector<TokenRange> sentences;  // indices in `forms`
    Memory memory;
    std::vector<std::uint32_t> rows;  // of each word in the memory
    std::vector<float> in, products, out;
    Quantised quantised;
};

// Scratch that waits for the next call: to ask the system for it again would cost a tenth of the time.
class Batches {
  public:
    [[nodiscard]] std::unique_ptr<Batch> take();
    void give_back(std::unique_ptr<Batch> batch);

  private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<Batch>> free_;
};

class Network {
  public:
    explicit Network(const Model& model);
    [[nodiscard]] std::size_t columns() const { return 2 * hidden_; }
    // The words of the batch to rows of `out`, from row `to` on.
    void run(Batch& batch, Quantised& out, std::size_t to) const;

  private:
    struct Layer {
        Linear products;
        std::vector<float> peephole, bias;
    };
    [[nodiscard]] std::size_t inputs() const { return layers_.front().products.inputs(); }
    void look_up(std::string_view form, float* out) const;
    void recall(Batch& batch) const;
    void recur(const Layer& layer, Batch& batch, bool first) const;

    Model model_;
    std::size_t hidden_ = 0;
    Keys words_, vectors_;
    Table word_table_, vector_table_;
    std::vector<Table> affixes_;
    std::vector<Layer> layers_;
};

}  // namespace entente::encode
