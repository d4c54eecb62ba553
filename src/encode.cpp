// Words to vectors.
//
// Sentences are run some at a time: enough words that the weights are worth fetching, few enough that all
// numbers stay in the processor's cache. SPDX-License-Identifier: MIT
#include "entente/encode.hpp"

#include <algorithm>

#include "encode/network.hpp"

namespace entente {
namespace {

constexpr std::uint32_t batch_words = 96;
constexpr std::uint32_t most_words = 250'000;  // an article of this length is none

}  // namespace

Encoder::Encoder(const Model& model)
    : network_(std::make_shared<const encode::Network>(model)), batches_(std::make_shared<encode::Batches>()) {}

void Encoder::annotate(Document& document) const {
    Quantised& encodings = document.encodings;
    std::unique_ptr<encode::Batch> scratch = batches_->take();
    encode::Batch& batch = *scratch;
    const auto& sentences = document.sentences;
    const auto fits = [](const Sentence& sentence) { return sentence.tokens.end <= most_words; };
    const auto end = std::find_if_not(sentences.begin(), sentences.end(), fits);
    encodings.resize(end == sentences.begin() ? 0 : (end - 1)->tokens.end, network_->columns());
    for (auto sentence = sentences.begin(); sentence != end;) {
        const std::uint32_t begin = sentence->tokens.begin;
        batch.sentences.clear();
        batch.forms.clear();
        for (; sentence != end && batch.forms.size() < batch_words; ++sentence) {
            const auto first = static_cast<std::uint32_t>(batch.forms.size());
            batch.sentences.push_back({first, first + sentence->tokens.size()});
            for (std::uint32_t i = sentence->tokens.begin; i < sentence->tokens.end; ++i)
                batch.forms.push_back(document.form(i));
        }
        if (!batch.forms.empty()) network_->run(batch, encodings, begin);
    }
    batches_->give_back(std::move(scratch));
}

}  // namespace entente
