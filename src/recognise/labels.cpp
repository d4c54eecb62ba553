// The best row of labels, by Viterbi's algorithm.
// SPDX-License-Identifier: MIT
#include "recognise/labels.hpp"

#include <algorithm>

namespace entente::recognise {
namespace {

constexpr float never = -1e9F;
constexpr std::array<std::string_view, name_kinds> kind_names = {"person", "organisation", "country",
                                                                 "place",  "government",   "adjective"};
constexpr std::array<std::string_view, name_parts> part_names = {"begin", "inside", "last", "unit"};

using Row = std::array<float, name_labels>;

}  // namespace

std::string label_name(int label) {
    if (label == 0) return "outside";
    return std::string(part_names[static_cast<std::size_t>(part_of(label))]) + ' ' +
           std::string(kind_names[static_cast<std::size_t>(kind_of(label))]);
}

std::vector<LabelPair> legal_pairs() {
    std::vector<LabelPair> out;
    for (int before = 0; before < name_labels; ++before) {
        for (int after = 0; after < name_labels; ++after) {
            if (may_follow(before, after)) out.push_back({before, after});
        }
    }
    return out;
}

std::vector<int> best_labels(std::size_t words, const float* scores, std::size_t stride, const float* transitions) {
    static const std::vector<LabelPair> pairs = legal_pairs();
    std::vector<int> out(words, 0);
    if (words == 0) return out;
    std::vector<std::array<std::int8_t, name_labels>> from(words);
    Row best;
    for (int label = 0; label < name_labels; ++label)
        best[label] = may_begin(label) ? scores[label] : never;
    for (std::size_t word = 1; word < words; ++word) {
        Row next;
        next.fill(2 * never);
        for (const auto [before, after] : pairs) {
            const float sum = best[before] + transitions[before * name_labels + after];
            if (sum <= next[after]) continue;
            next[after] = sum;
            from[word][after] = static_cast<std::int8_t>(before);
        }
        for (int label = 0; label < name_labels; ++label)
            next[label] += scores[word * stride + static_cast<std::size_t>(label)];
        best = next;
    }
    for (int label = 0; label < name_labels; ++label) {
        if (!may_end(label)) best[label] = 2 * never;
    }
    int label = static_cast<int>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t word = words; word-- > 0;) {
        out[word] = label;
        if (word > 0) label = from[word][label];
    }
    return out;
}

}  // namespace entente::recognise
