// Names, values and columns.
// SPDX-License-Identifier: MIT
#include "entente/graph/columns.hpp"

#include <algorithm>
#include <utility>

namespace entente {

// ---- Values: open addressing with linear steps; a power of two of slots

std::size_t Values::slot_of(const Value& value) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = value.hash() & mask;
    while (slots_[slot] != 0 && !(values_[slots_[slot]] == value))
        slot = (slot + 1) & mask;
    return slot;
}

void Values::grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::uint32_t i = 1; i < size(); ++i)
        slots_[slot_of(values_[i])] = i;
}

ValueId Values::intern(Value value) {
    if (value.is_null()) return ValueId::null;
    const std::size_t known = slot_of(value);
    if (slots_[known] != 0) return ValueId{slots_[known]};
    if (2 * values_.size() > slots_.size()) grow();
    slots_[slot_of(value)] = size();
    values_.push_back(std::move(value));
    return ValueId{size() - 1};
}

// ---- Column

ValueId Column::at(std::uint32_t row) const {
    if (rows_.empty()) return row < values_.size() ? values_[row] : ValueId::null;
    const auto found = std::lower_bound(rows_.begin(), rows_.end(), row);
    return found != rows_.end() && *found == row ? values_[found - rows_.begin()] : ValueId::null;
}

void Column::set(std::uint32_t row, ValueId value) {
    if (!rows_.empty()) spread();
    if (row >= values_.size()) {
        if (value == ValueId::null) return;
        values_.resize(row + 1, ValueId::null);
    }
    values_[row] = value;
}

void Column::compact() {
    if (!rows_.empty()) return;
    const auto filled = values_.size() - std::ranges::count(values_, ValueId::null);
    if (2 * static_cast<std::size_t>(filled) < values_.size()) {
        std::vector<ValueId> kept;
        for (std::uint32_t row = 0; row < values_.size(); ++row) {
            if (values_[row] == ValueId::null) continue;
            rows_.push_back(row);
            kept.push_back(values_[row]);
        }
        values_ = std::move(kept);
    }
    rows_.shrink_to_fit();
    values_.shrink_to_fit();
}

void Column::spread() {
    std::vector<ValueId> all(rows_.back() + std::size_t{1}, ValueId::null);
    for (std::size_t i = 0; i < rows_.size(); ++i)
        all[rows_[i]] = values_[i];
    rows_.clear();
    values_ = std::move(all);
}

}  // namespace entente
