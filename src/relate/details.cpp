// Sums and dates beside a statement.
//
// Numbers stay strings of digits: "3.4 billion" moves its point by nine places, and nothing is rounded.
// SPDX-License-Identifier: MIT
#include "relate/details.hpp"

#include <algorithm>
#include <array>

namespace entente::relate {
namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};

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

std::string two(std::string_view day) {
    return day.size() == 1 ? "0" + std::string(day) : std::string(day);
}

bool year(std::string_view word) {
    return digits(word) && word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

}  // namespace

std::string amount_in(const Reading& reading, const Lexicon& lexicon, std::uint32_t begin, std::uint32_t end) {
    end = std::min(end, reading.size());
    for (std::uint32_t i = begin; i < end; ++i) {
        if (reading.shape(i) != Shape::number) continue;
        std::uint32_t next = i + 1;
        std::size_t places = 0;
        if (next < end) places = zeros(lexicon.look_up("currencies", reading.folded(next)));
        if (places > 0) ++next;
        std::string_view currency = i > 0 ? lexicon.look_up("currencies", reading.folded(i - 1)) : std::string_view();
        if (zeros(currency) > 0) currency = {};
        if (currency.empty() && next < end) currency = lexicon.look_up("currencies", reading.folded(next));
        if (currency.empty() || zeros(currency) > 0) continue;
        const std::string number = scaled(reading.folded(i), places);
        if (!number.empty()) return std::string(currency) + " " + number;
    }
    return "";
}

std::string date_in(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
    end = std::min(end, reading.size());
    for (std::uint32_t i = begin; i < end; ++i) {
        if (!year(reading.folded(i))) continue;
        const std::string& when = reading.folded(i);
        if (i == 0) continue;
        const auto month = std::find(months.begin(), months.end(), reading.folded(i - 1));
        if (month == months.end()) {
            if (reading.is(i - 1, "in") || reading.is(i - 1, "since")) return when;
            continue;
        }
        const std::string date = when + "-" + two(std::to_string(month - months.begin() + 1));
        const bool day = i > 1 && digits(reading.folded(i - 2)) && reading.folded(i - 2).size() <= 2;
        return day ? date + "-" + two(reading.folded(i - 2)) : date;
    }
    return "";
}

}  // namespace entente::relate
