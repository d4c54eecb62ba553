// Ctrl-C, politely.
//
// A signal handler can reach nothing but global variables: these are the program's only ones.
// SPDX-License-Identifier: MIT
#include "cli/interrupt.hpp"

#include <csignal>

namespace entente::cli {
namespace {

std::atomic<bool> asked_to_stop = false;
std::atomic<int> received = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

// A signal that whoever started the program wants ignored stays ignored.
void listen(int signal, void (*handler)(int), int flags) {
    struct sigaction old {};
    if (::sigaction(signal, nullptr, &old) == 0 && old.sa_handler == SIG_IGN) return;
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    (void)::sigaction(signal, &action, nullptr);
}

void take_note(int signal) {
    received = signal;
    asked_to_stop = true;
}

}  // namespace

Interrupt::Interrupt(Again again) {
    clear();
    // a line that is being typed must see the signal, so there it does not restart the reading
    const int flags = again == Again::ends ? static_cast<int>(SA_RESETHAND | SA_RESTART) : 0;
    listen(SIGINT, take_note, flags);
    if (again == Again::ends) listen(SIGTERM, take_note, flags);
}

Interrupt::~Interrupt() {
    listen(SIGINT, SIG_DFL, 0);
    listen(SIGTERM, SIG_DFL, 0);
}

const std::atomic<bool>& Interrupt::asked() {
    return asked_to_stop;
}

void Interrupt::clear() {
    asked_to_stop = false;
    received = 0;
}

int Interrupt::exit_code() {
    return 128 + received;
}

}  // namespace entente::cli
