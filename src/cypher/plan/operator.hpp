// A step of the plan.
//
// A step draws rows from its input and passes them on, one at a time: each row is the one of the Run, written into in
// place. open() begins anew, for the row as it stands; next() makes the next row or says that there is none.
//
//     scan.cpp      where patterns start         expand.cpp   one relationship on        walk.cpp     any number on
//     shortest.cpp  shortest paths               rows.cpp     filter, project, unwind ...
//     sort.cpp      ORDER BY, DISTINCT           group.cpp    aggregation                write*.cpp   CREATE ... DELETE
//
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "cypher/run/run.hpp"

namespace entente::cypher {

class Step;
using StepPtr = std::unique_ptr<Step>;

class Step {
  public:
    explicit Step(StepPtr input) : input_(std::move(input)) {}
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    virtual ~Step() = default;

    void open(Run& run) {
        begin(run);
        opened_ = true;
    }
    bool next(Run& run) {
        run.tick();
        if (!advance(run)) return false;
        ++rows_;
        return true;
    }
    // For EXPLAIN: what the step works on.
    Step& says(std::string what) {
        what_ = std::move(what);
        return *this;
    }
    [[nodiscard]] virtual PlanStep described() const;

  protected:
    virtual void begin(Run& run) {
        if (input_) input_->open(run);
    }
    virtual bool advance(Run& run) = 0;
    [[nodiscard]] virtual std::string_view name() const = 0;

    StepPtr input_;

  private:
    std::string what_;
    std::uint64_t rows_ = 0;
    bool opened_ = false;
};

// The plan of a pattern or a query within an expression.
class Subplan {
  public:
    StepPtr root;
};

// A condition of a pattern, tested as soon as all that it reads is known.
struct Condition {
    enum class Kind : std::uint8_t { expression, property, labels };
    Kind kind = Kind::expression;
    std::vector<Slot> needs;
    const Expression* expression = nullptr;                // expression; property: the value it must have
    Slot slot = no_slot;                                   // property, labels: of the node or relationship
    std::string key;                                       // property
    const std::vector<LabelExpression>* labels = nullptr;  // labels
    bool done = false;

    [[nodiscard]] bool holds(Run& run) const;
};

}  // namespace entente::cypher
