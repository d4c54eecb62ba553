// Arc scores to the best tree.
//
// Each chart is kept twice, by rows and by columns, so that every inner loop runs along memory. The root
// takes no part in the charts: when they are full, the one word is chosen that heads the whole sentence best,
// so there is one root always. SPDX-License-Identifier: MIT
#include "parse/eisner.hpp"

namespace entente::parse {

Eisner::Best Eisner::best_split(const float* a, const float* b, std::size_t count) {
    Best best{a[0] + b[0], 0};
    for (std::size_t k = 1; k < count; ++k) {
        const float score = a[k] + b[k];
        if (score > best.score) best = {score, static_cast<std::uint16_t>(k)};
    }
    return best;
}

void Eisner::fill(std::size_t i, std::size_t j, const float* scores, std::size_t stride) {
    const std::size_t n = words_, row = i * n, column = j * n, cell = row + j, mirror = column + i;
    const Best join = best_split(&right_.rows[row + i], &left_.columns[column + i + 1], j - i);
    arc_split_[cell] = static_cast<std::uint16_t>(i + join.at);
    right_arc_.rows[cell] = right_arc_.columns[mirror] = join.score + scores[j * stride + i];
    left_arc_.rows[cell] = left_arc_.columns[mirror] = join.score + scores[i * stride + j];
    const Best right = best_split(&right_arc_.rows[row + i + 1], &right_.columns[column + i + 1], j - i);
    right_split_[cell] = static_cast<std::uint16_t>(i + 1 + right.at);
    right_.rows[cell] = right_.columns[mirror] = right.score;
    const Best left = best_split(&left_.rows[row + i], &left_arc_.columns[column + i], j - i);
    left_split_[cell] = static_cast<std::uint16_t>(i + left.at);
    left_.rows[cell] = left_.columns[mirror] = left.score;
}

void Eisner::trace(Open top, std::uint32_t* heads) {
    open_.assign(1, top);
    while (!open_.empty()) {
        const Open span = open_.back();
        open_.pop_back();
        if (span.i == span.j) continue;
        const std::size_t cell = span.i * words_ + span.j;
        if (span.kind == Kind::right) {
            open_.push_back({span.i, right_split_[cell], Kind::right_arc});
            open_.push_back({right_split_[cell], span.j, Kind::right});
        } else if (span.kind == Kind::left) {
            open_.push_back({span.i, left_split_[cell], Kind::left});
            open_.push_back({left_split_[cell], span.j, Kind::left_arc});
        } else {
            const bool right = span.kind == Kind::right_arc;
            heads[right ? span.j : span.i] = right ? span.i : span.j;
            const std::uint16_t split = arc_split_[cell];
            open_.push_back({span.i, split, Kind::right});
            open_.push_back({static_cast<std::uint16_t>(split + 1), span.j, Kind::left});
        }
    }
}

void Eisner::decode(std::size_t words, const float* scores, std::size_t stride, std::uint32_t* heads) {
    if (words == 0) return;
    words_ = words;
    for (Chart* chart : {&right_, &left_, &right_arc_, &left_arc_}) {
        chart->rows.assign(words * words, 0);
        chart->columns.assign(words * words, 0);
    }
    for (auto* splits : {&arc_split_, &right_split_, &left_split_})
        splits->assign(words * words, 0);
    for (std::size_t width = 1; width < words; ++width) {
        for (std::size_t i = 0; i + width < words; ++i)
            fill(i, i + width, scores, stride);
    }
    std::size_t root = 0;
    float best = 0;
    for (std::size_t r = 0; r < words; ++r) {
        const float score = left_.rows[r] + right_.rows[r * words + words - 1] + scores[r * stride + words];
        if (r == 0 || score > best) {
            root = r;
            best = score;
        }
    }
    heads[root] = static_cast<std::uint32_t>(words);
    const auto last = static_cast<std::uint16_t>(words - 1), middle = static_cast<std::uint16_t>(root);
    trace({0, middle, Kind::left}, heads);
    trace({middle, last, Kind::right}, heads);
}

}  // namespace entente::parse
