// What the clause behind a MATCH needs of its rows.
//
// Where only numbers of rows are asked for, rows need not be made: a row may stand for many (Run::weight). Where only
// distinct ends are asked for, no path is walked twice.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cypher/parse/ast.hpp"

namespace entente::cypher {

class Demand {
  public:
    explicit Demand(const Projection& projection);

    // Equal rows may be given once or many times.
    [[nodiscard]] bool ignores_repeats() const { return ignores_repeats_; }
    // Equal rows may be given as one row with a weight.
    [[nodiscard]] bool only_counts() const { return only_counts_; }
    // The slot is read by nothing but count(x).
    [[nodiscard]] bool only_counted(Slot slot) const;
    // The slot is read by nothing but count(x) and type(x).
    [[nodiscard]] bool only_type(Slot slot) const;

  private:
    void read(const Expression& expression);
    void read_aggregate(const Expression& expression);

    bool ignores_repeats_ = false, only_counts_ = false;
    std::vector<Slot> read_, typed_;
};

}  // namespace entente::cypher
