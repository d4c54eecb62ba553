// Ctrl-C, politely.
//
// The first SIGINT or SIGTERM only asks: the work stops at the next article and what was done is kept. The second one
// ends the program at once; a graph file bears that. In the shell every Ctrl-C only asks: it stops the query.
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace entente::cli {

class Interrupt {
  public:
    enum class Again { ends, asks };  // what the second signal does

    explicit Interrupt(Again again = Again::ends);  // listens; one at a time
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    ~Interrupt();

    [[nodiscard]] static const std::atomic<bool>& asked();
    static void clear();                    // as if nobody had asked
    [[nodiscard]] static int exit_code();  // 128 and the number of the signal
};

}  // namespace entente::cli
