// What steps that write share.
//
// A clause that writes first draws all of its rows, then writes for each: no clause sees what it does itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "cypher/plan/steps.hpp"

namespace entente::cypher {

// Draws all rows, lets work() add rows for each, then gives them.
class Writing : public Step {
  public:
    Writing(StepPtr input, const Clause& clause) : Step(std::move(input)), clause_(clause) {}

  protected:
    void begin(Run& run) final;
    bool advance(Run& run) final;
    // Writes for the row at hand; calls keep() for each row that goes on.
    virtual void work(Run& run) = 0;
    virtual void finish(Run&) {}
    void keep(Run& run);
    [[nodiscard]] const Clause& clause() const { return clause_; }

  private:
    void restore(Run& run, const Row& row) const;

    const Clause& clause_;
    std::vector<Row> rows_;
    std::size_t at_ = 0;
    bool done_ = false;
};

// Writes what the pattern says; what has a value already is used as it is.
void create_path(const PathPattern& path, Run& run);
void set_items(const std::vector<SetItem>& items, Run& run);
void remove_items(const std::vector<SetItem>& items, Run& run);

// A value as it is stored; TypeError for what no property can hold.
[[nodiscard]] entente::Value stored(const Value& value);

}  // namespace entente::cypher
