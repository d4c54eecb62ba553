// What an aggregate adds up.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "cypher/run/run.hpp"

namespace entente::cypher {

class Tally {
  public:
    Tally() = default;
    Tally(const Tally&) = delete;
    Tally& operator=(const Tally&) = delete;
    virtual ~Tally() = default;
    virtual void add(Run& run) = 0;  // the row at hand
    [[nodiscard]] virtual Value result() const = 0;
};

[[nodiscard]] std::unique_ptr<Tally> tally_of(const Expression& aggregate);

}  // namespace entente::cypher
