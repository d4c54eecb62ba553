// The model and where it comes from to its card.
//
// in        a template in which {name} stands for a figure: those of tools/evaluate as {EWT-dev LAS}, of raw text as
//           {raw EWT-dev LAS}, and what the caller adds: {date}, {seed} ...
// errors    entente::Error (data) for a {name} that nobody knows
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "options.hpp"

namespace train {

using Facts = std::map<std::string, std::string>;

// What tools/evaluate says of the model, on the development parts and the newswire test part that the options name.
[[nodiscard]] Facts measured(const Options& options, const std::string& model);
[[nodiscard]] std::string filled_in(const std::string& pattern, const Facts& facts);

}  // namespace train
