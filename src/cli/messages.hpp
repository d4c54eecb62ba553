// Messages and progress on standard error.
//
// Every message is one `entente: FILE:LINE:COLUMN: error: TEXT`; colour and progress only where a person looks at a
// terminal and NO_COLOR is not set.
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "entente/read.hpp"
#include "entente/text/error.hpp"

namespace entente::cli {

void report(const Error& error);
void warn(std::string_view text);
void inform(std::string_view text);  // a plain line

// Tells of inputs that were passed over: the first twenty of each kind, then how many more.
class SkipReport {
  public:
    void add(const Skip& skip);
    // The closing line, "read 5 of 6 articles, skipped 1"; nothing is said of none skipped if `quiet`.
    void close(std::size_t read, bool quiet) const;
    [[nodiscard]] std::size_t skipped() const { return skipped_; }
    [[nodiscard]] std::size_t known() const { return known_; }  // passed over since the graph has them: no skips

  private:
    std::map<std::string, std::size_t> by_code_;
    std::size_t skipped_ = 0, known_ = 0;
};

// "reading [######......] 120 of 480, 31.2 a second, 12 s left"; the rate only after the first second.
[[nodiscard]] std::string bar(std::string_view verb, std::size_t done, std::size_t total, double seconds);

// A bar with the rate and the time that is left, on a terminal only.
class Progress {
  public:
    Progress(std::string_view verb, std::size_t total, bool quiet);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();  // wipes the line
    void step();

  private:
    std::string verb_;
    std::size_t total_, done_ = 0;
    bool shown_;
    std::chrono::steady_clock::time_point begin_, drawn_;
};

}  // namespace entente::cli
