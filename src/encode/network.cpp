// The layers of the network.
//
// A batch is some whole sentences. Each layer is one product of whole numbers for all words of the batch,
// then a walk along each sentence from both ends. The first layer's products hold a highway of their own;
// later layers let the half of their input that comes from the same direction pass. SPDX-License-Identifier:
// MIT
#include "encode/network.hpp"

#include <algorithm>
#include <string>

#include "entente/text/error.hpp"

namespace entente::encode {
namespace {

constexpr std::size_t most_remembered = 2048;  // words; sixteen megabytes
constexpr std::array<std::string_view, affix_count> affix_names = {"suffix2", "suffix3", "suffix4",   "prefix2",
                                                                   "prefix3", "shape",   "full_shape"};

}  // namespace

Keys::Keys(const Model& model, std::string_view name) : keys_(numbers(model, name)), starts_(65537) {
    std::size_t at = 0;
    for (std::size_t high = 0; high <= 65536; ++high) {
        while (at < keys_.size() && (keys_[at] >> 16) < high)
            ++at;
        starts_[high] = static_cast<std::uint32_t>(at);
    }
}

std::int64_t Keys::find(std::uint32_t key) const {
    for (std::uint32_t i = starts_[key >> 16]; i < starts_[(key >> 16) + 1]; ++i) {
        if (keys_[i] == key) return i;
    }
    return -1;
}

Network::Network(const Model& model)
    : model_(model),
      words_(model, "words"),
      vectors_(model, "vectors"),
      word_table_(model, "word_table"),
      vector_table_(model, "vector_table") {
    std::size_t inputs = word_table_.columns() + vector_table_.columns();
    for (const std::string_view name : affix_names) {
        affixes_.emplace_back(model, name);
        inputs += affixes_.back().columns();
    }
    for (const std::string_view name : model.lines("layers")) {
        layers_.push_back({Linear(model, name), floats(model, std::string(name) + "_peephole"),
                           floats(model, std::string(name) + "_bias")});
    }
    const auto wrong = [](std::string_view why) {
        throw Error(Error::Kind::config, "the model's layers do not fit: " + std::string(why));
    };
    if (layers_.empty() || inputs != layers_.front().products.inputs()) wrong("the first one and the tables");
    if (word_table_.rows() != words_.size() + 1 || vector_table_.rows() != vectors_.size())
        wrong("the words and their tables");
    hidden_ = layers_.front().products.outputs() / 8;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const Layer& layer = layers_[i];
        const bool fits = i == 0 || (layer.products.inputs() == columns() && layer.products.outputs() == 6 * hidden_);
        if (!fits || layer.peephole.size() != 4 * hidden_ || layer.bias.size() != 4 * hidden_ || hidden_ % 16 != 0)
            wrong("one behind the other");
    }
}

void Network::look_up(std::string_view form, float* out) const {
    const WordFeatures features = features_of(form);
    word_table_.copy(static_cast<std::size_t>(words_.find(features.word) + 1), out);
    out += word_table_.columns();
    for (std::size_t i = 0; i < affixes_.size(); ++i) {
        affixes_[i].copy(features.affixes[i] % affixes_[i].rows(), out);
        out += affixes_[i].columns();
    }
    if (const auto row = vectors_.find(features.vector); row >= 0) {
        vector_table_.copy(static_cast<std::size_t>(row), out);
    } else {
        std::fill_n(out, vector_table_.columns(), 0.0F);
    }
}

std::pair<std::uint32_t, bool> Memory::row_of(std::string_view form) {
    if (const auto found = rows_.find(form); found != rows_.end()) return {found->second, false};
    const auto row = static_cast<std::uint32_t>(rows_.size());
    rows_.emplace(form, row);
    return {row, true};
}

void Memory::make_room(std::size_t words) {
    if (rows_.size() + words > most_remembered) rows_.clear();
}

std::unique_ptr<Batch> Batches::take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<Batch>();
    std::unique_ptr<Batch> out = std::move(free_.back());
    free_.pop_back();
    return out;
}

void Batches::give_back(std::unique_ptr<Batch> batch) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(batch));
}

// The first layer sees a word without its neighbours, so what it makes of a form is kept for when the form
// comes again.
void Network::recall(Batch& batch) const {
    const Linear& products = layers_.front().products;
    batch.memory.make_room(batch.forms.size());
    batch.rows.clear();
    batch.in.clear();
    std::size_t fresh = 0, first = 0;
    for (const std::string_view form : batch.forms) {
        const auto [row, is_new] = batch.memory.row_of(form);
        batch.rows.push_back(row);
        if (!is_new) continue;
        if (fresh++ == 0) first = row;
        batch.in.resize(fresh * inputs());
        look_up(form, batch.in.data() + (fresh - 1) * inputs());
    }
    batch.quantised.resize(fresh, inputs());
    quantise(model_, batch.in.data(), fresh, batch.quantised, 0);
    if (fresh > 0)
        batch.memory.products.resize(std::max(batch.memory.products.size(), (first + fresh) * products.outputs()));
    products.apply(batch.quantised, 0, fresh, batch.memory.products.data() + first * products.outputs());
}

void Network::recur(const Layer& layer, Batch& batch, bool first) const {
    const std::size_t stride = layer.products.outputs();
    batch.out.resize(batch.forms.size() * columns());
    for (std::size_t side = 0; side < 2; ++side) {
        Recurrence r;
        r.products = (first ? batch.memory.products : batch.products).data() + side * stride / 2;
        r.product_stride = stride;
        r.product_rows = first ? batch.rows.data() : nullptr;
        r.highway = first ? nullptr : batch.in.data() + side * hidden_;
        r.highway_stride = columns();
        r.peephole = layer.peephole.data() + side * 2 * hidden_;
        r.bias = layer.bias.data() + side * 2 * hidden_;
        r.hidden = hidden_;
        r.out = batch.out.data() + side * hidden_;
        r.out_stride = columns();
        for (const TokenRange sentence : batch.sentences)
            entente::recur(model_, r, sentence.begin, sentence.end, side == 1);
    }
    std::swap(batch.in, batch.out);
}

void Network::run(Batch& batch, Quantised& out, std::size_t to) const {
    const std::size_t words = batch.forms.size();
    recall(batch);
    recur(layers_.front(), batch, true);
    for (std::size_t i = 1; i < layers_.size(); ++i) {
        const Linear& products = layers_[i].products;
        batch.quantised.resize(words, products.inputs());
        quantise(model_, batch.in.data(), words, batch.quantised, 0);
        batch.products.resize(words * products.outputs());
        products.apply(batch.quantised, 0, words, batch.products.data());
        recur(layers_[i], batch, false);
    }
    quantise(model_, batch.in.data(), words, out, to);
}

}  // namespace entente::encode
