// Which articles are one story.
//
// Signatures are cut into 21 bands of three numbers. Texts that agree in one band are compared: two that resemble each
// other by .6 meet with a probability of .99, two that do by .1 with one of .02. What is compared depends on the order of
// the documents only, and that is the order of their texts' hashes.
// SPDX-License-Identifier: MIT
#include "assemble/stories.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "assemble/parts.hpp"
#include "entente/text/minhash.hpp"

namespace entente::assembling {
namespace {

constexpr double copy = 0.6;      // resemblance from which a text is a copy
constexpr std::size_t band = 12;  // hexadecimal digits: three numbers
constexpr std::size_t bands = 21;
constexpr std::size_t compared = 8;  // of those that share a band; it bounds the work where thousands do

class Groups {
  public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }
    std::uint32_t find(std::uint32_t i) {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void unite(std::uint32_t a, std::uint32_t b) {
        a = find(a), b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::uint32_t> parent_;
};

bool is_earlier(const DocumentInfo& a, const DocumentInfo& b) {
    return std::tuple(a.date.empty(), std::string_view(a.date)) < std::tuple(b.date.empty(), std::string_view(b.date));
}

// A document under one band of its signature.
using Banded = std::pair<std::array<char, band>, std::uint32_t>;

std::vector<Banded> banded(const std::vector<DocumentInfo>& documents, std::size_t b) {
    std::vector<Banded> out;
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
        const std::string& signature = documents[d].minhash;
        if (signature.size() < (b + 1) * band) continue;
        std::copy_n(signature.begin() + static_cast<std::ptrdiff_t>(b * band), band,
                    out.emplace_back(std::array<char, band>{}, d).first.begin());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

std::vector<std::uint32_t> stories_of(const std::vector<DocumentInfo>& documents) {
    std::vector<std::vector<Banded>> sorted(bands);
    in_parts(
        bands,
        [&](std::size_t from, std::size_t to) {
            for (std::size_t b = from; b < to; ++b)
                sorted[b] = banded(documents, b);
        },
        1);
    Groups groups(documents.size());
    for (const std::vector<Banded>& all : sorted) {
        for (std::size_t i = 0, first = 0; i < all.size(); ++i) {
            if (all[i].first != all[first].first) first = i;
            const std::uint32_t document = all[i].second;
            for (std::size_t j = first; j < std::min(i, first + compared); ++j) {
                const std::uint32_t other = all[j].second;
                if (groups.find(other) != groups.find(document) &&
                    resemblance(documents[other].minhash, documents[document].minhash) >= copy)
                    groups.unite(other, document);
            }
        }
    }
    std::vector<std::uint32_t> first(documents.size());
    std::iota(first.begin(), first.end(), 0u);
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
        std::uint32_t& best = first[groups.find(d)];
        if (is_earlier(documents[d], documents[best])) best = d;
    }
    std::vector<std::uint32_t> out;
    for (std::uint32_t d = 0; d < documents.size(); ++d)
        out.push_back(first[groups.find(d)]);
    return out;
}

}  // namespace entente::assembling
