// Ctrl-C, politely.
//
// The first SIGINT or SIGTERM only asks: the work stops at the next article and what was done is kept. The second one
// ends the program at once; a graph file bears that.
// SPDX-License-Identifier: MIT
#pragma once

namespace entente::cli {

class Interrupt {
  public:
    Interrupt();  // listens; one at a time
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    ~Interrupt();

    [[nodiscard]] bool asked() const;
    [[nodiscard]] int exit_code() const;  // 128 and the number of the signal
};

}  // namespace entente::cli
