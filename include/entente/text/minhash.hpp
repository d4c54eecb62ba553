// How alike two texts are.
//
// in        UTF-8; spans that are left out (page furniture)
// out       a signature of 64 numbers of 16 bits as 256 hexadecimal digits; "" for a text without words
// shape     over runs of 4 words, letter case and punctuation aside; of a shorter text, all of it
// threads   pure functions; the same signature on every machine
// cost      64 multiplications a word
// example   resemblance(minhash(a), minhash(b)) > 0.7: one is a copy of the other with changes
// source    Broder 1997, "On the resemblance and containment of documents"
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "entente/text/span.hpp"

namespace entente {

inline constexpr std::size_t minhash_size = 64;  // numbers

[[nodiscard]] std::string minhash(std::string_view text, std::span<const Span> left_out = {});

// The share of runs of words that both have of those that one has, estimated: the standard error is at most 0.0625.
// 0 where one is no signature.
[[nodiscard]] double resemblance(std::string_view a, std::string_view b);

}  // namespace entente
