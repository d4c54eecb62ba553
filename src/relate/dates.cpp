// Words to dates.
//
// Days are counted by std::chrono's calendar; nothing is guessed: "recently" is no date, "last week" is not one day.
// SPDX-License-Identifier: MIT
#include "relate/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace entente::relate {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};

bool digits(std::string_view text) {
    return !text.empty() && text.size() < 10 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int value(std::string_view text) {
    int out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

std::optional<year_month_day> parsed(std::string_view date) {
    if (date.size() < 10 || !digits(date.substr(0, 4)) || !digits(date.substr(5, 2)) || !digits(date.substr(8, 2)))
        return std::nullopt;
    const year_month_day out{year(value(date.substr(0, 4))), month(static_cast<unsigned>(value(date.substr(5, 2)))),
                             day(static_cast<unsigned>(value(date.substr(8, 2))))};
    return out.ok() ? std::optional(out) : std::nullopt;
}

std::string two(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string written(year_month_day date) {
    return std::to_string(int{date.year()}) + "-" + two(unsigned{date.month()}) + "-" + two(unsigned{date.day()});
}

template <typename Names>
int index_in(const Names& names, std::string_view word) {
    const auto at = std::find(names.begin(), names.end(), word);
    return at == names.end() ? none : static_cast<int>(at - names.begin());
}

// "march" and "may" are months only where they are written and used so.
int month_at(const Tree& tree, int i) {
    const int found = index_in(months, tree.folded(i));
    return found != none && tree.upos(i) == Upos::propn ? found + 1 : none;
}

bool year_at(const Tree& tree, int i) {
    if (i < 0 || i >= tree.size()) return false;
    const std::string& word = tree.folded(i);
    return digits(word) && word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

// A day of the month beside it: "4 March", "March 4th".
int day_at(const Tree& tree, int i) {
    if (i < 0 || i >= tree.size()) return none;
    std::string_view word = tree.folded(i);
    for (const char* ending : {"st", "nd", "rd", "th"}) {
        if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
    }
    const bool fits = digits(word) && word.size() <= 2 && value(word) >= 1 && value(word) <= 31;
    return fits ? value(word) : none;
}

class Reader {
  public:
    Reader(const Tree& tree, std::string_view published, bool past)
        : tree_(tree), today_(parsed(published)), past_(past) {}

    std::string at(int i) const {
        if (const int m = month_at(tree_, i); m != none) return with_month(i, m);
        if (year_at(tree_, i)) return with_year(i);
        return today_ ? relative(i) : std::string();
    }

  private:
    bool is(int i, std::string_view word) const { return i >= 0 && tree_.is(i, word); }

    std::string with_year(int i) const {
        const bool told = is(i - 1, "in") || is(i - 1, "since") || is(i - 1, "of") || is(i - 1, "during");
        return told && month_at(tree_, std::max(0, i - 1)) == none ? tree_.folded(i) : "";
    }

    std::string with_month(int i, int m) const {
        int day_number = i > 0 ? day_at(tree_, i - 1) : none, after = i + 1;
        if (day_number == none && day_at(tree_, after) != none) day_number = day_at(tree_, after++);
        if (is(after, ",")) ++after;
        std::string year_text;
        if (year_at(tree_, after))
            year_text = tree_.folded(after);
        else
            year_text = year_of(i, after, m);
        if (year_text.empty()) return "";
        const std::string month_text = year_text + "-" + two(static_cast<unsigned>(m));
        return day_number == none ? month_text : month_text + "-" + two(static_cast<unsigned>(day_number));
    }

    // "in May this year", "last May", "in May" of an article of June: the May that lies before it, or behind it.
    std::string year_of(int i, int after, int m) const {
        if (!today_) return "";
        const int now = int{today_->year()};
        const auto this_month = static_cast<int>(unsigned{today_->month()});
        if (is(after, "this") && is(after + 1, "year")) return std::to_string(now);
        if (is(after, "last") && is(after + 1, "year")) return std::to_string(now - 1);
        if (is(after, "next") && is(after + 1, "year")) return std::to_string(now + 1);
        if (is(i - 1, "last")) return std::to_string(m < this_month ? now : now - 1);
        if (is(i - 1, "next")) return std::to_string(m > this_month ? now : now + 1);
        if (past_) return std::to_string(m <= this_month ? now : now - 1);
        return std::to_string(m >= this_month ? now : now + 1);
    }

    std::string relative(int i) const {
        const sys_days today = *today_;
        if (is(i, "today")) return written(*today_);
        if (is(i, "yesterday")) return written(today - days{1});
        if (is(i, "tomorrow")) return written(today + days{1});
        const int now = int{today_->year()};
        if (is(i, "year") && is(i - 1, "last")) return std::to_string(now - 1);
        if (is(i, "year") && is(i - 1, "this") && (i < 2 || month_at(tree_, i - 2) == none)) return std::to_string(now);
        if (is(i, "year") && is(i - 1, "next")) return std::to_string(now + 1);
        if (is(i, "month") && (is(i - 1, "last") || is(i - 1, "next") || is(i - 1, "this"))) {
            const months_away away{is(i - 1, "last") ? -1 : is(i - 1, "next") ? 1 : 0};
            const auto there = year_month(today_->year(), today_->month()) + away;
            return std::to_string(int{there.year()}) + "-" + two(unsigned{there.month()});
        }
        return weekday_at(i, today);
    }

    std::string weekday_at(int i, sys_days today) const {
        const int wanted = index_in(weekdays, tree_.folded(i));
        if (wanted == none || tree_.upos(i) != Upos::propn) return "";
        const weekday there(static_cast<unsigned>(wanted)), here(today);
        if (past_) return written(today - (here - there));
        return written(today + (there - here));
    }

    using months_away = std::chrono::months;

    const Tree& tree_;
    std::optional<year_month_day> today_;
    bool past_;
};

}  // namespace

std::string date_in(const Tree& tree, int begin, int end, std::string_view published, bool past) {
    const Reader reader(tree, published, past);
    for (int i = std::max(begin, 0); i < std::min(end, tree.size()); ++i) {
        if (std::string date = reader.at(i); !date.empty()) return date;
    }
    return "";
}

bool time_to_come(const Tree& tree, int begin, int end) {
    static constexpr std::array<std::string_view, 6> units = {"week", "month", "year", "spring", "summer", "autumn"};
    for (int i = std::max(begin, 0); i < std::min(end, tree.size()); ++i) {
        if (tree.is(i, "tomorrow")) return true;
        if (tree.is(i, "next") && i + 1 < tree.size() &&
            (index_in(units, tree.folded(i + 1)) != none || index_in(weekdays, tree.folded(i + 1)) != none))
            return true;
        const int behind = i + 1 < tree.size() && day_at(tree, i + 1) != none ? i + 2 : i + 1;
        if (tree.is(i, "from") && behind < tree.size() && month_at(tree, behind) != none) return true;
    }
    return false;
}

}  // namespace entente::relate
