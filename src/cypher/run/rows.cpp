// Rows filtered, computed, multiplied and counted off.
// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "cypher/parse/error.hpp"
#include "cypher/plan/steps.hpp"
#include "cypher/run/evaluate.hpp"

namespace entente::cypher {

bool Condition::holds(Run& run) const {
    switch (kind) {
        case Kind::expression:
            return cypher::holds(*expression, run);
        case Kind::property:
            return equal(property_of(run.row[slot], key, run), evaluate(*expression, run)) == true;
        case Kind::labels:
            return run.row[slot].is(Value::Kind::node) && has_labels(run.row[slot].node(), *labels, run.graph);
    }
    return false;
}

std::uint64_t count_of(const Expression& expression, Run& run, std::string_view word) {
    const Value value = evaluate(expression, run);
    if (!value.is(Value::Kind::integer)) {
        fail_running("SyntaxError", "InvalidArgumentType",
                     fmt::format("{} needs an integer, not {}", word, name_of(value.kind())));
    }
    if (value.integer() < 0) {
        fail_running("SyntaxError", "NegativeIntegerArgument", fmt::format("{} cannot be negative", word));
    }
    return static_cast<std::uint64_t>(value.integer());
}

namespace {

class Filter final : public Step {
  public:
    Filter(StepPtr input, std::vector<Condition> conditions)
        : Step(std::move(input)), conditions_(std::move(conditions)) {}

  protected:
    bool advance(Run& run) override {
        while (input_->next(run)) {
            if (std::ranges::all_of(conditions_, [&](const Condition& one) { return one.holds(run); })) return true;
        }
        return false;
    }
    std::string_view name() const override { return "Filter"; }

  private:
    std::vector<Condition> conditions_;
};

// All are computed before one is put: WITH a.x AS y, y AS x.
class Project final : public Step {
  public:
    Project(StepPtr input, std::vector<Assignment> assignments)
        : Step(std::move(input)), assignments_(std::move(assignments)), values_(assignments_.size()) {}

  protected:
    bool advance(Run& run) override {
        if (!input_->next(run)) return false;
        for (std::size_t i = 0; i < assignments_.size(); ++i)
            values_[i] = evaluate(*assignments_[i].expression, run);
        for (std::size_t i = 0; i < assignments_.size(); ++i)
            run.row[assignments_[i].slot] = std::move(values_[i]);
        return true;
    }
    std::string_view name() const override { return "Project"; }

  private:
    std::vector<Assignment> assignments_;
    std::vector<Value> values_;
};

class Unwind final : public Step {
  public:
    Unwind(StepPtr input, const Expression& list, Slot slot) : Step(std::move(input)), list_(list), slot_(slot) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        at_ = end_ = 0;
    }

    bool advance(Run& run) override {
        while (at_ == end_) {
            if (!input_->next(run)) return false;
            value_ = evaluate(list_, run);
            at_ = 0;
            end_ = value_.is_null() ? 0 : (value_.is(Value::Kind::list) ? value_.list().size() : 1);
        }
        run.row[slot_] = value_.is(Value::Kind::list) ? value_.list()[at_] : value_;
        ++at_;
        return true;
    }
    std::string_view name() const override { return "Unwind"; }

  private:
    const Expression& list_;
    Slot slot_;
    Value value_;
    std::size_t at_ = 0, end_ = 0;
};

class Optional final : public Step {
  public:
    Optional(StepPtr input, StepPtr inner, std::vector<Slot> introduced)
        : Step(std::move(input)), inner_(std::move(inner)), introduced_(std::move(introduced)) {}

    [[nodiscard]] PlanStep described() const override {
        PlanStep out = Step::described();
        out.children.push_back(inner_->described());
        return out;
    }

  protected:
    void begin(Run& run) override {
        input_->open(run);
        active_ = false;
    }

    bool advance(Run& run) override {
        if (active_ && inner_->next(run)) return true;
        active_ = false;
        if (!input_->next(run)) return false;
        inner_->open(run);
        active_ = inner_->next(run);
        if (!active_) {
            for (const Slot slot : introduced_)
                run.row[slot] = Value{};
        }
        return true;
    }
    std::string_view name() const override { return "Optional"; }

  private:
    StepPtr inner_;
    std::vector<Slot> introduced_;
    bool active_ = false;
};

class Skip final : public Step {
  public:
    Skip(StepPtr input, const Expression& count) : Step(std::move(input)), count_(count) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        left_ = count_of(count_, run, "SKIP");
    }
    bool advance(Run& run) override {
        for (; left_ > 0; --left_) {
            if (!input_->next(run)) return false;
        }
        return input_->next(run);
    }
    std::string_view name() const override { return "Skip"; }

  private:
    const Expression& count_;
    std::uint64_t left_ = 0;
};

// Where the query writes, all of it is written, whatever is shown of it.
class Limit final : public Step {
  public:
    Limit(StepPtr input, const Expression& count, bool writes_below)
        : Step(std::move(input)), count_(count), writes_below_(writes_below) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        left_ = count_of(count_, run, "LIMIT");
        drained_ = false;
    }
    bool advance(Run& run) override {
        if (left_ > 0 && input_->next(run)) {
            --left_;
            return true;
        }
        if (writes_below_ && !std::exchange(drained_, true)) {
            while (input_->next(run)) {
            }
        }
        return false;
    }
    std::string_view name() const override { return "Limit"; }

  private:
    const Expression& count_;
    bool writes_below_;
    std::uint64_t left_ = 0;
    bool drained_ = false;
};

class Union final : public Step {
  public:
    Union(std::vector<UnionPart> parts, std::vector<Slot> columns)
        : Step(nullptr), parts_(std::move(parts)), columns_(std::move(columns)) {}

    [[nodiscard]] PlanStep described() const override {
        PlanStep out = Step::described();
        for (const UnionPart& part : parts_)
            out.children.push_back(part.root->described());
        return out;
    }

  protected:
    void begin(Run& run) override {
        at_ = 0;
        parts_.front().root->open(run);
    }

    bool advance(Run& run) override {
        while (!parts_[at_].root->next(run)) {
            if (at_ + 1 == parts_.size()) return false;
            parts_[++at_].root->open(run);
        }
        for (std::size_t i = 0; i < columns_.size(); ++i)
            run.row[columns_[i]] = run.row[parts_[at_].columns[i]];
        return true;
    }
    std::string_view name() const override { return "Union"; }

  private:
    std::vector<UnionPart> parts_;
    std::vector<Slot> columns_;
    std::size_t at_ = 0;
};

class Call final : public Step {
  public:
    Call(StepPtr input, const Clause& clause) : Step(std::move(input)), clause_(clause) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        rows_.clear();
        at_ = 0;
    }

    bool advance(Run& run) override {
        const Procedure& procedure = run.options.procedures->find(clause_.procedure)->second;
        while (at_ == rows_.size()) {
            if (!input_->next(run)) return false;
            Row arguments;
            for (const ExpressionPtr& argument : clause_.expressions)
                arguments.push_back(evaluate(*argument, run));
            rows_ = procedure.deed(run.graph, arguments);
            at_ = 0;
            if (procedure.outputs.empty()) return !clause_.standalone;
        }
        for (const YieldItem& item : clause_.yield)
            run.row[item.slot] = rows_[at_][item.column];
        ++at_;
        return true;
    }
    std::string_view name() const override { return "Call"; }

  private:
    const Clause& clause_;
    std::vector<Row> rows_;
    std::size_t at_ = 0;
};

}  // namespace

StepPtr filter(StepPtr input, std::vector<Condition> conditions) {
    return std::make_unique<Filter>(std::move(input), std::move(conditions));
}
StepPtr project(StepPtr input, std::vector<Assignment> assignments) {
    return std::make_unique<Project>(std::move(input), std::move(assignments));
}
StepPtr unwind(StepPtr input, const Expression& list, Slot slot) {
    return std::make_unique<Unwind>(std::move(input), list, slot);
}
StepPtr optional(StepPtr input, StepPtr inner, std::vector<Slot> introduced) {
    return std::make_unique<Optional>(std::move(input), std::move(inner), std::move(introduced));
}
StepPtr skip(StepPtr input, const Expression& count) {
    return std::make_unique<Skip>(std::move(input), count);
}
StepPtr limit(StepPtr input, const Expression& count, bool writes_below) {
    return std::make_unique<Limit>(std::move(input), count, writes_below);
}
StepPtr union_of(std::vector<UnionPart> parts, std::vector<Slot> columns) {
    return std::make_unique<Union>(std::move(parts), std::move(columns));
}
StepPtr call(StepPtr input, const Clause& clause) {
    return std::make_unique<Call>(std::move(input), clause);
}

}  // namespace entente::cypher
