// What an aggregate adds up: count, sum, avg, min, max, collect, stDev, percentiles. Nulls do not count.
// SPDX-License-Identifier: MIT
#include "cypher/run/aggregate.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "cypher/parse/error.hpp"
#include "cypher/parse/parser.hpp"
#include "cypher/run/evaluate.hpp"
#include "cypher/run/tuple.hpp"

namespace entente::cypher {
namespace {

class CountRows final : public Tally {
  public:
    void add(Run& run) override { count_ += run.weight; }
    [[nodiscard]] Value result() const override { return Value{count_}; }

  private:
    std::uint64_t count_ = 0;
};

// All others look at a value, and only at values that are there; with DISTINCT, at each once.
class ValueTally : public Tally {
  public:
    explicit ValueTally(const Expression& aggregate) : aggregate_(aggregate) {}
    void add(Run& run) final {
        Value value = evaluate(*aggregate_.operands[0], run);
        if (value.is_null()) return;
        if (aggregate_.distinct && is_repeated(value, run)) return;
        take(std::move(value), run);
    }

  protected:
    virtual void take(Value value, Run& run) = 0;
    [[nodiscard]] const Expression& aggregate() const { return aggregate_; }
    [[nodiscard]] double number_in(const Value& value) const {
        if (value.is_number()) return value.number();
        fail_running("TypeError", "InvalidArgumentType",
                     fmt::format("{}() takes numbers, not {}", aggregate_.name, name_of(value.kind())));
    }

  private:
    // Nodes are marked by their number, all else is kept.
    bool is_repeated(const Value& value, Run& run) {
        if (!value.is(Value::Kind::node)) {
            run.charge(64 + bytes_of(value));
            return !seen_.insert(Tuple{value}).second;
        }
        const std::uint32_t node = number(value.node());
        if (node >= seen_nodes_.size()) seen_nodes_.resize(std::max<std::size_t>(node + 1, 2 * seen_nodes_.size()));
        const bool seen = seen_nodes_[node];
        seen_nodes_[node] = true;
        return seen;
    }

    const Expression& aggregate_;
    std::unordered_set<Tuple, TupleHash, TupleSame> seen_;
    std::vector<bool> seen_nodes_;
};

class Count final : public ValueTally {
  public:
    using ValueTally::ValueTally;
    [[nodiscard]] Value result() const override { return Value{count_}; }

  protected:
    void take(Value, Run& run) override { count_ += aggregate().distinct ? 1 : run.weight; }

  private:
    std::uint64_t count_ = 0;
};

class Sum final : public ValueTally {
  public:
    using ValueTally::ValueTally;
    [[nodiscard]] Value result() const override { return sum_; }

  protected:
    void take(Value value, Run&) override {
        (void)number_in(value);
        sum_ = arithmetic(Operator::add, sum_, value);
    }

  private:
    Value sum_{0};
};

class Average final : public ValueTally {
  public:
    using ValueTally::ValueTally;
    [[nodiscard]] Value result() const override {
        return count_ == 0 ? Value{} : Value{sum_ / static_cast<double>(count_)};
    }

  protected:
    void take(Value value, Run&) override {
        sum_ += number_in(value);
        ++count_;
    }

  private:
    double sum_ = 0;
    std::uint64_t count_ = 0;
};

class Extreme final : public ValueTally {
  public:
    Extreme(const Expression& aggregate, bool greatest) : ValueTally(aggregate), greatest_(greatest) {}
    [[nodiscard]] Value result() const override { return best_; }

  protected:
    void take(Value value, Run&) override {
        const int against = best_.is_null() ? 0 : order(value, best_);
        if (best_.is_null() || (greatest_ ? against > 0 : against < 0)) best_ = std::move(value);
    }

  private:
    bool greatest_;
    Value best_;
};

class Collect final : public ValueTally {
  public:
    using ValueTally::ValueTally;
    [[nodiscard]] Value result() const override { return Value{items_}; }

  protected:
    void take(Value value, Run& run) override {
        run.charge(sizeof(Value) + bytes_of(value));
        items_.push_back(std::move(value));
    }

  private:
    List items_;
};

// Welford's way, which does not lose small differences of great numbers.
class Deviation final : public ValueTally {
  public:
    Deviation(const Expression& aggregate, bool of_population) : ValueTally(aggregate), population_(of_population) {}
    [[nodiscard]] Value result() const override {
        const double divisor = static_cast<double>(count_) - (population_ ? 0.0 : 1.0);
        return Value{divisor > 0 ? std::sqrt(squares_ / divisor) : 0.0};
    }

  protected:
    void take(Value value, Run&) override {
        const double x = number_in(value), before = x - mean_;
        mean_ += before / static_cast<double>(++count_);
        squares_ += before * (x - mean_);
    }

  private:
    bool population_;
    std::uint64_t count_ = 0;
    double mean_ = 0, squares_ = 0;
};

class Percentile final : public ValueTally {
  public:
    Percentile(const Expression& aggregate, bool continuous) : ValueTally(aggregate), continuous_(continuous) {}

    [[nodiscard]] Value result() const override {
        if (values_.empty()) return {};
        std::vector<Value> sorted = values_;
        std::ranges::stable_sort(sorted, [](const Value& a, const Value& b) { return order(a, b) < 0; });
        const double last = static_cast<double>(sorted.size() - 1);
        if (!continuous_) {
            const double place = std::ceil(share_ * static_cast<double>(sorted.size())) - 1;
            return sorted[static_cast<std::size_t>(std::clamp(place, 0.0, last))];
        }
        const double place = share_ * last;
        const auto below = static_cast<std::size_t>(std::floor(place)),
                   above = static_cast<std::size_t>(std::ceil(place));
        const double part = place - std::floor(place);
        return Value{sorted[below].number() * (1 - part) + sorted[above].number() * part};
    }

  protected:
    void take(Value value, Run& run) override {
        const Value share = evaluate(*aggregate().operands[1], run);
        share_ = number_in(share);
        if (!(share_ >= 0 && share_ <= 1)) {
            fail_running("ArgumentError", "NumberOutOfRange",
                         fmt::format("{}() takes a share from 0.0 to 1.0, not {}", aggregate().name, share_));
        }
        (void)number_in(value);
        run.charge(sizeof(Value));
        values_.push_back(std::move(value));
    }

  private:
    bool continuous_;
    double share_ = 0;
    std::vector<Value> values_;
};

}  // namespace

std::unique_ptr<Tally> tally_of(const Expression& aggregate) {
    const std::string name = lower_word(aggregate.name);
    if (aggregate.star) return std::make_unique<CountRows>();
    if (name == "count") return std::make_unique<Count>(aggregate);
    if (name == "sum") return std::make_unique<Sum>(aggregate);
    if (name == "avg") return std::make_unique<Average>(aggregate);
    if (name == "min" || name == "max") return std::make_unique<Extreme>(aggregate, name == "max");
    if (name == "collect") return std::make_unique<Collect>(aggregate);
    if (name.starts_with("stdev")) return std::make_unique<Deviation>(aggregate, name == "stdevp");
    return std::make_unique<Percentile>(aggregate, name == "percentilecont");
}

}  // namespace entente::cypher
