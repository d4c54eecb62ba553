// A command that describes itself.
//
// A command's name, summary, usage and examples stand in one place: help, the list of commands and the tests come from
// it. `prepare` only declares options and touches no file; what it returns does the work and answers the exit code.
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace entente::cli {

// Exit codes, after grep and sysexits.h.
enum Exit : int {
    fine = 0,
    some_skipped = 2,  // finished, but inputs or lines were skipped
    usage = 64,
    bad_data = 65,
    no_input = 66,
    bug = 70,
    cannot_create = 73,
    io_failed = 74,
    busy = 75,
    bad_config = 78,
};

using Work = std::function<int()>;

struct Command {
    std::string name;
    std::string summary;                     // one line, for the list
    std::vector<std::string> examples;       // whole command lines
    std::function<Work(CLI::App&)> prepare;  // declares options; the Work holds where they are kept
};

[[nodiscard]] Command build_command();
[[nodiscard]] Command extract_command();
[[nodiscard]] Command show_command();
[[nodiscard]] Command render_command();
[[nodiscard]] Command stats_command();
[[nodiscard]] Command verify_command();
[[nodiscard]] Command try_command();
[[nodiscard]] Command rules_command();
[[nodiscard]] Command path_command();
[[nodiscard]] Command diff_command();
[[nodiscard]] Command export_command();
[[nodiscard]] Command import_command();

}  // namespace entente::cli
