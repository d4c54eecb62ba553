// Sums beside a statement.
//
// Numbers stay strings of digits: "3.4 billion" moves its point by nine places, and nothing is rounded.
// SPDX-License-Identifier: MIT
#include "relate/details.hpp"

#include <algorithm>

namespace entente::relate {
namespace {

bool digits(std::string_view text) {
    return !text.empty() && text.size() < 16 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "1,200" and "18.5", times ten to the `places`; "" for what is no such number.
std::string scaled(std::string_view number, std::size_t places) {
    std::string whole, fraction;
    bool point = false;
    for (const char c : number) {
        if (c == ',' && !point) continue;
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            (point ? fraction : whole) += c;
        } else {
            return "";
        }
    }
    if (whole.empty() || whole.size() > 15 || fraction.size() > 12) return "";
    while (fraction.size() < places)
        fraction += '0';
    whole += fraction.substr(0, places);
    fraction.erase(0, places);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    return fraction.empty() ? whole : whole + "." + fraction;
}

// A word of currencies.txt that stands for a power of ten: its number of zeros.
std::size_t zeros(std::string_view value) {
    return digits(value) && value.front() == '1' ? value.size() - 1 : 0;
}

}  // namespace

std::string amount_in(const Tree& tree, const Lexicon& lexicon, int begin, int end) {
    end = std::min(end, tree.size());
    const auto listed = [&](int i) { return lexicon.look_up("currencies", tree.folded(i)); };
    for (int i = std::max(begin, 0); i < end; ++i) {
        if (tree.folded(i).empty() || tree.folded(i).front() < '0' || tree.folded(i).front() > '9') continue;
        int next = i + 1;
        std::size_t places = 0;
        if (next < end) places = zeros(listed(next));
        if (places > 0) ++next;
        std::string_view currency = i > 0 ? listed(i - 1) : std::string_view();
        if (zeros(currency) > 0) currency = {};
        if (currency.empty() && next < end) currency = listed(next);
        if (currency.empty() || zeros(currency) > 0) continue;
        const std::string number = scaled(tree.folded(i), places);
        if (!number.empty()) return std::string(currency) + " " + number;
    }
    return "";
}

}  // namespace entente::relate
