// How alike two texts are.
//
// Of all runs of four words the smallest value under each of 64 hash functions is kept: two texts agree in one of them
// with the probability with which a run that one has is in both. 16 bits of each are enough to tell, by chance one pair
// in 65 536 agrees.
// SPDX-License-Identifier: MIT
#include "entente/text/minhash.hpp"

#include <fmt/core.h>

#include <array>
#include <cstdint>
#include <vector>

#include "entente/text/utf8.hpp"

namespace entente {
namespace {

constexpr std::size_t run_length = 4;  // words
constexpr std::size_t digits = 4;      // of a number

constexpr std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

// A hash of each word, letter case aside.
std::vector<std::uint64_t> words_of(std::string_view text, std::span<const Span> left_out) {
    std::vector<std::uint64_t> out;
    constexpr std::uint64_t start = 0xCBF29CE484222325u;
    std::uint64_t word = start;
    const auto end_word = [&] {
        if (word != start) out.push_back(mixed(word));
        word = start;
    };
    auto skipped = left_out.begin();
    for (std::size_t at = 0; at < text.size();) {
        while (skipped != left_out.end() && skipped->end <= at)
            ++skipped;
        if (skipped != left_out.end() && at >= skipped->begin) {
            end_word();
            at = skipped->end;
            continue;
        }
        const CodePoint c = decode(text, at);
        at += c.size;
        if (!is_letter(c.value) && !is_digit(c.value)) {
            end_word();
            continue;
        }
        const char32_t letter = c.value >= U'A' && c.value <= U'Z' ? c.value + 32 : c.value;
        word = (word ^ letter) * 0x100000001B3u;
    }
    end_word();
    return out;
}

}  // namespace

std::string minhash(std::string_view text, std::span<const Span> left_out) {
    const std::vector<std::uint64_t> words = words_of(text, left_out);
    if (words.empty()) return {};
    std::array<std::uint64_t, minhash_size> least{};
    least.fill(~std::uint64_t{0});
    const std::size_t runs = words.size() > run_length ? words.size() - run_length + 1 : 1;
    for (std::size_t i = 0; i < runs; ++i) {
        std::uint64_t run = 0;
        for (std::size_t j = i; j < std::min(words.size(), i + run_length); ++j)
            run = mixed(run + words[j] + 0x9E3779B97F4A7C15u);
        for (std::size_t k = 0; k < minhash_size; ++k) {
            const std::uint64_t value = (run ^ (k * 0x9E3779B97F4A7C15u)) * (mixed(k + 1) | 1u);
            least[k] = std::min(least[k], value ^ (value >> 32));
        }
    }
    std::string out;
    for (const std::uint64_t value : least)
        out += fmt::format("{:04x}", value & 0xFFFFu);
    return out;
}

double resemblance(std::string_view a, std::string_view b) {
    if (a.size() != minhash_size * digits || b.size() != a.size()) return 0;
    std::size_t same = 0;
    for (std::size_t i = 0; i < a.size(); i += digits)
        same += a.substr(i, digits) == b.substr(i, digits) ? 1u : 0u;
    return static_cast<double>(same) / static_cast<double>(minhash_size);
}

}  // namespace entente
