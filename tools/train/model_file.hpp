// A trained network to the model's file.
//
// Weights become whole numbers of eight bits with a scale a row; docs/model.md has the sections.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "checkpoint.hpp"

namespace train {

[[nodiscard]] std::string model_file(const Checkpoint& network, const std::string& lemmas);

}  // namespace train
