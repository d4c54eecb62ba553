// A trained network, kept in full precision.
//
// Training leaves it; export makes the model from it. Only for the machine that wrote it.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "corpus.hpp"

namespace train {

struct Checkpoint {
    Parameters parameters;
    Vocabulary vocabulary;
    WordVectors vectors;  // without the words
};

void write_checkpoint(const std::string& path, const Parameters& parameters, const Vocabulary& vocabulary,
                      const WordVectors& vectors);
[[nodiscard]] Checkpoint read_checkpoint(const std::string& path);

}  // namespace train
