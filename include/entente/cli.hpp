// The command line.
//
// in        the program's arguments
// out       the exit code of docs/cli.md; answers on standard output, messages and progress on standard error
// errors    none leaves it: every exception becomes a message and an exit code
// example   return entente::run(argc, argv);
// SPDX-License-Identifier: MIT
#pragma once

namespace entente {

[[nodiscard]] int run(int argc, char** argv) noexcept;

}  // namespace entente
