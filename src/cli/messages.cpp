// Messages and progress on standard error.
// SPDX-License-Identifier: MIT
#include "cli/messages.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "entente/extract.hpp"
#include "entente/text/utf8.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t shown_per_code = 20;

bool is_terminal() {
    return ::isatty(STDERR_FILENO) == 1;
}

bool has_colour() {
    const char* no_colour = std::getenv("NO_COLOR");
    return is_terminal() && (no_colour == nullptr || *no_colour == '\0');
}

std::string painted(std::string_view word, std::string_view colour) {
    return has_colour() ? fmt::format("\x1B[{}m{}\x1B[0m", colour, word) : std::string(word);
}

void say(const std::string& text) {
    // A closed standard error is no reason to fail.
    (void)std::fputs((text + "\n").c_str(), stderr);
}

std::string duration(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
    return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace

std::string bar(std::string_view verb, std::size_t done, std::size_t total, double seconds) {
    constexpr std::size_t width = 24;
    const std::size_t filled = total > 0 ? done * width / total : width;
    std::string out = fmt::format("{} [{}{}] {} of {}", verb, std::string(filled, '#'),
                                  std::string(width - filled, '.'), done, total);
    if (seconds < 1 || done == 0) return out;
    const double rate = static_cast<double>(done) / seconds;
    return out + fmt::format(", {:.1f} a second, {} left", rate, duration(static_cast<double>(total - done) / rate));
}

void report(const Error& error) {
    std::string text = error.what();
    if (const auto at = text.find("error: "); at != std::string::npos) text.replace(at, 6, painted("error:", "1;31"));
    say("entente: " + text);
}

void warn(std::string_view text) {
    say(fmt::format("entente: {} {}", painted("warning:", "1;33"), text));
}
void inform(std::string_view text) {
    say(std::string(text));
}

void SkipReport::add(const Skip& skip) {
    if (skip.code == known_code) {
        ++known_;
        return;
    }
    ++skipped_;
    if (++by_code_[std::string(skip.code)] <= shown_per_code) {
        say(fmt::format("entente: {}: {} {} [{}]", printable(skip.path), painted("skipped:", "1;33"), skip.text,
                        skip.code));
    }
}

void SkipReport::close(std::size_t read, bool quiet) const {
    for (const auto& [code, count] : by_code_) {
        if (count > shown_per_code) say(fmt::format("entente: and {} more [{}]", count - shown_per_code, code));
    }
    if (quiet && skipped_ == 0) return;
    const std::string known = known_ > 0 ? fmt::format(", {} were in the graph already", known_) : "";
    say(fmt::format("read {} of {} articles{}, skipped {}", read, read + known_ + skipped_, known, skipped_));
}

Progress::Progress(std::string_view verb, std::size_t total, bool quiet)
    : verb_(verb),
      total_(total),
      shown_(!quiet && total > 1 && is_terminal()),
      begin_(std::chrono::steady_clock::now()) {}

Progress::~Progress() {
    if (shown_) (void)std::fputs("\r\x1B[K", stderr);
}

void Progress::step() {
    ++done_;
    if (!shown_) return;
    const auto now = std::chrono::steady_clock::now();
    if (done_ < total_ && now - drawn_ < std::chrono::milliseconds(100)) return;
    drawn_ = now;
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    (void)std::fputs(("\r\x1B[K" + bar(verb_, done_, total_, seconds)).c_str(), stderr);
    (void)std::fflush(stderr);
}

}  // namespace entente::cli
