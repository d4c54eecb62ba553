// Aggregation.
//
// Groups stand in the order of their first row, so the same query gives the same rows in the same order.
// SPDX-License-Identifier: MIT
#include <iterator>
#include <span>
#include <utility>

#include "cypher/plan/steps.hpp"
#include "cypher/run/aggregate.hpp"
#include "cypher/run/evaluate.hpp"
#include "cypher/run/tuple.hpp"

namespace entente::cypher {
namespace {

// Numbers the tuples of `width` values that it is shown, from 0 on. All lie in one row, and the table holds numbers
// only: a hundred thousand groups cost no allocation each.
class Numbering {
  public:
    void begin(std::size_t width) {
        width_ = width;
        values_.clear();
        hashes_.clear();
        table_.assign(64, none);
    }
    [[nodiscard]] std::size_t size() const { return hashes_.size(); }
    [[nodiscard]] const Value* tuple(std::size_t number) const { return values_.data() + number * width_; }

    // The number of a tuple, which is moved from where it is new.
    std::size_t number_of(Tuple& tuple) {
        if (2 * size() >= table_.size()) grow();
        const std::size_t hash = TupleHash{}(tuple);
        std::size_t at = place_of(hash);
        for (; table_[at] != none; at = (at + 1) & (table_.size() - 1)) {
            const std::uint32_t known = table_[at];
            if (hashes_[known] == hash && std::ranges::equal(tuple, std::span(this->tuple(known), width_), same))
                return known;
        }
        table_[at] = static_cast<std::uint32_t>(size());
        hashes_.push_back(hash);
        std::ranges::move(tuple, std::back_inserter(values_));
        return size() - 1;
    }

  private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    [[nodiscard]] std::size_t place_of(std::size_t hash) const { return hash & (table_.size() - 1); }

    void grow() {
        table_.assign(4 * table_.size(), none);
        for (std::size_t number = 0; number < size(); ++number) {
            std::size_t at = place_of(hashes_[number]);
            while (table_[at] != none)
                at = (at + 1) & (table_.size() - 1);
            table_[at] = static_cast<std::uint32_t>(number);
        }
    }

    std::size_t width_ = 0;
    std::vector<Value> values_;
    std::vector<std::size_t> hashes_;   // one a tuple
    std::vector<std::uint32_t> table_;  // as many places as a power of two; at least half of them empty
};

class Group final : public Step {
  public:
    Group(StepPtr input, std::vector<Assignment> keys, std::vector<const Expression*> aggregates)
        : Step(std::move(input)), keys_(std::move(keys)), aggregates_(std::move(aggregates)) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        groups_.begin(keys_.size());
        tallies_.clear();
        filled_ = false;
        at_ = 0;
    }

    bool advance(Run& run) override {
        if (!std::exchange(filled_, true)) fill(run);
        if (at_ == groups_.size()) return false;
        for (std::size_t i = 0; i < keys_.size(); ++i)
            run.row[keys_[i].slot] = groups_.tuple(at_)[i];
        for (std::size_t i = 0; i < aggregates_.size(); ++i)
            run.row[aggregates_[i]->slot] = tallies_[at_ * aggregates_.size() + i]->result();
        ++at_;
        return true;
    }
    std::string_view name() const override { return "Group"; }

  private:
    std::size_t group_of(Tuple& tuple, Run& run) {
        const std::size_t known = groups_.size(), group = groups_.number_of(tuple);
        if (group < known) return group;
        std::size_t bytes = 64 + 64 * aggregates_.size() + keys_.size() * sizeof(Value);
        for (std::size_t i = 0; i < keys_.size(); ++i)
            bytes += bytes_of(groups_.tuple(group)[i]);
        run.charge(bytes);
        for (const Expression* aggregate : aggregates_)
            tallies_.push_back(tally_of(*aggregate));
        return group;
    }

    void fill(Run& run) {
        Tuple tuple(keys_.size());
        while (input_->next(run)) {
            for (std::size_t i = 0; i < keys_.size(); ++i)
                tuple[i] = evaluate(*keys_[i].expression, run);
            const std::size_t first = group_of(tuple, run) * aggregates_.size();
            for (std::size_t i = 0; i < aggregates_.size(); ++i)
                tallies_[first + i]->add(run);
            run.weight = 1;
        }
        if (keys_.empty() && groups_.size() == 0) (void)group_of(tuple, run);
    }

    std::vector<Assignment> keys_;
    std::vector<const Expression*> aggregates_;
    Numbering groups_;
    std::vector<std::unique_ptr<Tally>> tallies_;  // of the first group, of the second ...
    std::size_t at_ = 0;
    bool filled_ = false;
};

}  // namespace

StepPtr group(StepPtr input, std::vector<Assignment> keys, std::vector<const Expression*> aggregates) {
    return std::make_unique<Group>(std::move(input), std::move(keys), std::move(aggregates));
}

}  // namespace entente::cypher
