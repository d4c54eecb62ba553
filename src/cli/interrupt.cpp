// Ctrl-C, politely.
//
// A signal handler can reach nothing but a global variable: this is the program's only one.
// SPDX-License-Identifier: MIT
#include "cli/interrupt.hpp"

#include <atomic>
#include <csignal>

namespace entente::cli {
namespace {

std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free);

// A signal that whoever started the program wants ignored stays ignored.
void listen(int signal, void (*handler)(int)) {
    struct sigaction old {};
    if (::sigaction(signal, nullptr, &old) == 0 && old.sa_handler == SIG_IGN) return;
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);  // the second one has its usual effect
    (void)::sigaction(signal, &action, nullptr);
}

void take_note(int signal) {
    received = signal;
}

}  // namespace

Interrupt::Interrupt() {
    received = 0;
    listen(SIGINT, take_note);
    listen(SIGTERM, take_note);
}

Interrupt::~Interrupt() {
    listen(SIGINT, SIG_DFL);
    listen(SIGTERM, SIG_DFL);
}

bool Interrupt::asked() const {
    return received != 0;
}

int Interrupt::exit_code() const {
    return 128 + received;
}

}  // namespace entente::cli
