// ORDER BY and DISTINCT.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <unordered_set>

#include "cypher/plan/steps.hpp"
#include "cypher/run/evaluate.hpp"
#include "cypher/run/tuple.hpp"

namespace entente::cypher {
namespace {

// Rows with their keys. With a count, a heap of the first `count` rows: the last of them is on top, and goes for a better.
class Sort final : public Step {
  public:
    Sort(StepPtr input, std::vector<SortKey> keys, std::vector<Slot> keep, const Expression* skip,
         const Expression* limit)
        : Step(std::move(input)), keys_(std::move(keys)), keep_(std::move(keep)), skip_(skip), limit_(limit) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        rows_.clear();
        filled_ = false;
        at_ = 0;
        most_ = std::numeric_limits<std::size_t>::max();
        if (!limit_) return;
        const std::uint64_t skipped = skip_ ? count_of(*skip_, run, "SKIP") : 0;
        const std::uint64_t wanted = count_of(*limit_, run, "LIMIT");
        if (wanted < most_ - skipped) most_ = wanted + skipped;
    }

    bool advance(Run& run) override {
        if (!std::exchange(filled_, true)) fill(run);
        if (at_ == rows_.size()) return false;
        for (std::size_t i = 0; i < keep_.size(); ++i)
            run.row[keep_[i]] = rows_[at_].values[keys_.size() + i];
        ++at_;
        return true;
    }
    std::string_view name() const override { return limit_ ? "Top" : "Sort"; }

  private:
    struct Kept {
        std::vector<Value> values;  // keys, then what is passed on
        std::uint64_t number = 0;   // of its coming: equals stay in order
    };

    [[nodiscard]] bool before(const Kept& a, const Kept& b) const {
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            const int order = cypher::order(a.values[i], b.values[i]);
            if (order != 0) return (order < 0) != keys_[i].descending;
        }
        return a.number < b.number;
    }

    void fill(Run& run) {
        const auto less = [this](const Kept& a, const Kept& b) { return before(a, b); };
        std::uint64_t count = 0;
        while (input_->next(run)) {
            if (most_ == 0) continue;
            Kept row{{}, count++};
            row.values.reserve(keys_.size() + keep_.size());
            for (const SortKey& key : keys_)
                row.values.push_back(evaluate(*key.expression, run));
            if (rows_.size() == most_) {
                if (!before(row, rows_.front())) continue;
                std::ranges::pop_heap(rows_, less);
                rows_.pop_back();
            } else {
                run.charge(sizeof(Kept) + (keys_.size() + keep_.size()) * sizeof(Value));
            }
            for (const Slot slot : keep_)
                row.values.push_back(run.row[slot]);
            rows_.push_back(std::move(row));
            if (limit_) std::ranges::push_heap(rows_, less);
        }
        std::ranges::sort(rows_, less);
    }

    std::vector<SortKey> keys_;
    std::vector<Slot> keep_;
    const Expression *skip_, *limit_;
    std::vector<Kept> rows_;
    std::size_t most_ = 0, at_ = 0;
    bool filled_ = false;
};

class Distinct final : public Step {
  public:
    Distinct(StepPtr input, std::vector<Slot> slots) : Step(std::move(input)), slots_(std::move(slots)) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        seen_.clear();
    }
    bool advance(Run& run) override {
        while (input_->next(run)) {
            Tuple tuple;
            tuple.reserve(slots_.size());
            for (const Slot slot : slots_)
                tuple.push_back(run.row[slot]);
            const auto [place, is_new] = seen_.insert(std::move(tuple));
            if (!is_new) continue;
            run.charge(bytes_of(*place));
            return true;
        }
        return false;
    }
    std::string_view name() const override { return "Distinct"; }

  private:
    std::vector<Slot> slots_;
    std::unordered_set<Tuple, TupleHash, TupleSame> seen_;
};

}  // namespace

StepPtr sort(StepPtr input, std::vector<SortKey> keys, std::vector<Slot> keep, const Expression* skip,
             const Expression* limit) {
    return std::make_unique<Sort>(std::move(input), std::move(keys), std::move(keep), skip, limit);
}
StepPtr distinct(StepPtr input, std::vector<Slot> slots) {
    return std::make_unique<Distinct>(std::move(input), std::move(slots));
}

}  // namespace entente::cypher
