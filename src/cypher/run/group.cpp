// Aggregation.
//
// Groups stand in the order of their first row, so the same query gives the same rows in the same order.
// SPDX-License-Identifier: MIT
#include <unordered_map>

#include "cypher/plan/steps.hpp"
#include "cypher/run/aggregate.hpp"
#include "cypher/run/evaluate.hpp"
#include "cypher/run/tuple.hpp"

namespace entente::cypher {
namespace {

class Group final : public Step {
  public:
    Group(StepPtr input, std::vector<Assignment> keys, std::vector<const Expression*> aggregates)
        : Step(std::move(input)), keys_(std::move(keys)), aggregates_(std::move(aggregates)) {}

  protected:
    void begin(Run& run) override {
        input_->open(run);
        groups_.clear();
        order_.clear();
        filled_ = false;
        at_ = 0;
    }

    bool advance(Run& run) override {
        if (!std::exchange(filled_, true)) fill(run);
        if (at_ == order_.size()) return false;
        const auto& [tuple, tallies] = *order_[at_++];
        for (std::size_t i = 0; i < keys_.size(); ++i)
            run.row[keys_[i].slot] = tuple[i];
        for (std::size_t i = 0; i < aggregates_.size(); ++i)
            run.row[aggregates_[i]->slot] = tallies[i]->result();
        return true;
    }
    std::string_view name() const override { return "Group"; }

  private:
    using Tallies = std::vector<std::unique_ptr<Tally>>;
    using Groups = std::unordered_map<Tuple, Tallies, TupleHash, TupleSame>;

    Groups::value_type& group_of(Tuple tuple, Run& run) {
        const auto [place, is_new] = groups_.try_emplace(std::move(tuple));
        if (is_new) {
            run.charge(bytes_of(place->first) + 64 * aggregates_.size());
            for (const Expression* aggregate : aggregates_)
                place->second.push_back(tally_of(*aggregate));
            order_.push_back(&*place);
        }
        return *place;
    }

    void fill(Run& run) {
        Tuple tuple(keys_.size());
        while (input_->next(run)) {
            for (std::size_t i = 0; i < keys_.size(); ++i)
                tuple[i] = evaluate(*keys_[i].expression, run);
            const auto known = groups_.find(tuple);
            Groups::value_type& group = known == groups_.end() ? group_of(tuple, run) : *known;
            for (const auto& tally : group.second)
                tally->add(run);
            run.weight = 1;
        }
        if (keys_.empty() && order_.empty()) group_of({}, run);
    }

    std::vector<Assignment> keys_;
    std::vector<const Expression*> aggregates_;
    Groups groups_;
    std::vector<Groups::value_type*> order_;
    std::size_t at_ = 0;
    bool filled_ = false;
};

}  // namespace

StepPtr group(StepPtr input, std::vector<Assignment> keys, std::vector<const Expression*> aggregates) {
    return std::make_unique<Group>(std::move(input), std::move(keys), std::move(aggregates));
}

}  // namespace entente::cypher
