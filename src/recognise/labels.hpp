// What the network says of a word: that a name of some kind begins here, goes on, ends, is this word alone, or none.
//
// shape     label 0 is outside; the four parts of each kind follow, kind by kind
// threads   pure functions
// cost      best_labels: some two hundred sums a word
// source    Ratinov and Roth (2009), Design Challenges and Misconceptions in Named Entity Recognition
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::recognise {

enum class NameKind : std::uint8_t { person, organisation, country, place, government, adjective };
enum class NamePart : std::uint8_t { begin, inside, last, unit };

inline constexpr int name_kinds = 6, name_parts = 4, name_labels = 1 + name_kinds * name_parts;

[[nodiscard]] constexpr int label_of(NameKind kind, NamePart part) {
    return 1 + static_cast<int>(kind) * name_parts + static_cast<int>(part);
}
[[nodiscard]] constexpr NameKind kind_of(int label) {  // not of 0
    return static_cast<NameKind>((label - 1) / name_parts);
}
[[nodiscard]] constexpr NamePart part_of(int label) {  // not of 0
    return static_cast<NamePart>((label - 1) % name_parts);
}
[[nodiscard]] constexpr bool may_begin(int label) {  // a sentence
    return label == 0 || part_of(label) == NamePart::begin || part_of(label) == NamePart::unit;
}
[[nodiscard]] constexpr bool may_end(int label) {
    return label == 0 || part_of(label) == NamePart::last || part_of(label) == NamePart::unit;
}
[[nodiscard]] constexpr bool may_follow(int before, int after) {
    if (may_end(before)) return may_begin(after);
    return after != 0 && !may_begin(after) && kind_of(before) == kind_of(after);
}

// "begin person", "outside": the line that stands for a label in the model.
[[nodiscard]] std::string label_name(int label);

// Every pair of labels of which the second may follow the first.
struct LabelPair {
    int before, after;
};
[[nodiscard]] std::vector<LabelPair> legal_pairs();

// The row of labels with the largest sum of scores and transitions. `scores` has `words` rows of `stride` columns,
// `transitions` a row for each label before.
[[nodiscard]] std::vector<int> best_labels(std::size_t words, const float* scores, std::size_t stride,
                                           const float* transitions);

}  // namespace entente::recognise
