// A disk that fails, a program that is killed.
//
// Preloaded (LD_PRELOAD) it counts the calls that change files, and lets the one of a given number go wrong. What was
// really written goes to a second file, the oracle: nothing that lies there whole may be missing afterwards.
//
//     FAULT_CALLS   write,fsync,rename,ftruncate,unlink,open: which are counted; all where not given
//     FAULT_AT      the number of the call that goes wrong, from 1; 0 or nothing = none
//     FAULT_HOW     an error's number; "kill" before the call, "after" it, "torn" in the middle of a write;
//                   "short" = a part is written, then the error ENOSPC
//     FAULT_ALWAYS  1: all calls from there on go wrong
//     FAULT_FILE    only calls on files whose path has this in it
//     FAULT_ORACLE  a file to which the bytes of successful writes are appended
//     FAULT_COUNT   a file that gets the number of calls at the end
//
// SPDX-License-Identifier: MIT
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

std::atomic<long> calls = 0;

const char* setting(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

template <typename Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

// Straight to the system: not counted.
void put(const char* path, const void* bytes, std::size_t size) {
    const long descriptor = ::syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (descriptor < 0) return;
    (void)::syscall(SYS_write, descriptor, bytes, size);
    (void)::syscall(SYS_close, descriptor);
}

bool concerns(const char* path) {
    const char* part = setting("FAULT_FILE");
    return *part == '\0' || std::strstr(path, part) != nullptr;
}

bool concerns(int descriptor) {
    struct stat status {};
    if (descriptor <= 2 || ::fstat(descriptor, &status) != 0) return false;
    if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) return false;
    std::array<char, 64> link{};
    std::array<char, 4096> path{};
    (void)std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
    return ::readlink(link.data(), path.data(), path.size() - 1) > 0 && concerns(path.data());
}

void die() {
    (void)::kill(::getpid(), SIGKILL);
    for (;;)
        (void)::pause();
}

enum class Fate { well, error, after, torn, partly };

// Counts a call and answers what becomes of it; errno is set where it fails.
Fate fate(const char* call) {
    const char* counted = setting("FAULT_CALLS");
    if (*counted != '\0' && std::strstr(counted, call) == nullptr) return Fate::well;
    const long number = ++calls;
    const long at = std::atol(setting("FAULT_AT"));
    const bool now = at > 0 && (number == at || (number > at && *setting("FAULT_ALWAYS") == '1'));
    if (!now) return Fate::well;
    const char* how = setting("FAULT_HOW");
    if (std::strcmp(how, "kill") == 0) die();
    if (std::strcmp(how, "after") == 0) return Fate::after;
    if (std::strcmp(how, "torn") == 0) return Fate::torn;
    errno = std::strcmp(how, "short") == 0 ? ENOSPC : std::atoi(how);
    return std::strcmp(how, "short") == 0 ? Fate::partly : Fate::error;
}

// Does a call that is not a write.
template <typename Do>
auto with_fate(const char* call, Do&& todo) -> decltype(todo()) {
    const Fate its = fate(call);
    if (its == Fate::error || its == Fate::partly) return -1;
    if (its == Fate::torn) die();
    const auto out = todo();
    if (its == Fate::after) die();
    return out;
}

struct Count {
    ~Count() {
        std::array<char, 32> text{};
        const int size = std::snprintf(text.data(), text.size(), "%ld\n", calls.load());
        if (const char* path = setting("FAULT_COUNT"); *path != '\0')
            put(path, text.data(), static_cast<std::size_t>(size));
    }
} count;

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
    if (!concerns(descriptor)) return next(descriptor, bytes, size);
    const Fate its = fate("write");
    if (its == Fate::error) return -1;
    const std::size_t part = its == Fate::torn || its == Fate::partly ? size / 2 : size;
    if (its == Fate::partly && part == 0) return -1;
    const ssize_t out = next(descriptor, bytes, part);
    if (its == Fate::torn) die();
    if (out > 0) {
        if (const char* oracle = setting("FAULT_ORACLE"); *oracle != '\0')
            put(oracle, bytes, static_cast<std::size_t>(out));
    }
    if (its == Fate::after) die();
    return out;
}

int fsync(int descriptor) {
    static const auto next = real<int (*)(int)>("fsync");
    if (!concerns(descriptor)) return next(descriptor);
    return with_fate("fsync", [&] { return next(descriptor); });
}

int rename(const char* from, const char* to) {
    static const auto next = real<int (*)(const char*, const char*)>("rename");
    if (!concerns(to)) return next(from, to);
    return with_fate("rename", [&] { return next(from, to); });
}

int ftruncate(int descriptor, off_t size) {
    static const auto next = real<int (*)(int, off_t)>("ftruncate");
    if (!concerns(descriptor)) return next(descriptor, size);
    return with_fate("ftruncate", [&] { return next(descriptor, size); });
}

int unlink(const char* path) {
    static const auto next = real<int (*)(const char*)>("unlink");
    if (!concerns(path)) return next(path);
    return with_fate("unlink", [&] { return next(path); });
}

int open(const char* path, int flags, ...) {
    static const auto next = real<int (*)(const char*, int, ...)>("open");
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    const bool writes = (flags & (O_WRONLY | O_RDWR)) != 0;
    if (!writes || !concerns(path)) return next(path, flags, mode);
    return with_fate("open", [&] { return next(path, flags, mode); });
}

}  // extern "C"
