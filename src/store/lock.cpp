// One writer at a time.
//
// The file is removed with the lock held; whoever waited for it then holds the lock of a file without a name, sees that,
// and begins again. POSIX locks (fcntl) would vanish when any descriptor of the file is closed; flock does not.
// SPDX-License-Identifier: MIT
#include "store/lock.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>

#include "entente/text/error.hpp"

namespace entente::store {
namespace {

std::string lock_of(const std::string& graph) {
    return graph + ".lock";
}

bool has_name(int descriptor, const std::string& path) {
    struct stat open {
    }, named{};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &named) == 0 && open.st_dev == named.st_dev &&
           open.st_ino == named.st_ino;
}

// The process that wrote its number into the file; 0 = not known.
int holder(int descriptor) {
    std::array<char, 16> digits{};
    const ssize_t got = ::pread(descriptor, digits.data(), digits.size(), 0);
    int out = 0;
    if (got > 0) (void)std::from_chars(digits.data(), digits.data() + got, out);
    return out;
}

}  // namespace

Lock::Lock(const std::string& graph) : path_(lock_of(graph)) {
    while (true) {
        descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (descriptor_ < 0) {
            const int error = errno;
            throw Error(Error::Kind::output, Error::Place{path_, 0, 0, ""},
                        fmt::format("the lock cannot be created: {}", std::strerror(error)),
                        error == ENOENT   ? "make the folder first: mkdir -p"
                        : error == ENOSPC ? "the disk is full: make room and run the same command again"
                                          : "write to another folder with -o, or ask for the right to write here");
        }
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
            const int pid = holder(descriptor_);
            ::close(descriptor_);
            const std::string who = pid > 0 ? fmt::format("process {}", pid) : "another process";
            throw Error(Error::Kind::busy, Error::Place{graph, 0, 0, ""}, who + " is writing to this graph",
                        "wait until it has ended, and run the same command again");
        }
        if (has_name(descriptor_, path_)) break;
        ::close(descriptor_);
    }
    const std::string pid = fmt::format("{}\n", ::getpid());
    if (::ftruncate(descriptor_, 0) == 0) (void)!::write(descriptor_, pid.data(), pid.size());
}

Lock::~Lock() {
    ::unlink(path_.c_str());
    ::close(descriptor_);
}

bool is_locked(const std::string& graph) {
    const int descriptor = ::open(lock_of(graph).c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool locked = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return locked;
}

}  // namespace entente::store
