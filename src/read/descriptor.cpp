// An open file.
//
// The kernel takes paths of up to PATH_MAX bytes. A longer one is walked in pieces, each relative to the
// folder that the last piece opened.
// SPDX-License-Identifier: MIT
#include "read/descriptor.hpp"

#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

#include <cerrno>

namespace entente::read {
namespace {

constexpr std::size_t longest_piece = 2048;  // bytes; well under PATH_MAX
static_assert(longest_piece + NAME_MAX < PATH_MAX);

int open_at(int folder, const std::string& path, int flags) {
    int number = -1;
    do {
        number = ::openat(folder, path.c_str(), flags | O_CLOEXEC);
    } while (number < 0 && errno == EINTR);
    return number;
}

}  // namespace

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Descriptor Descriptor::open(const std::string& path, int extra_flags) {
    const int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | extra_flags;
    if (path.find('\0') != std::string::npos) {
        errno = ENOENT;
        return Descriptor();
    }
    std::string rest = path;
    Descriptor folder;
    while (rest.size() >= PATH_MAX) {
        const std::size_t slash = rest.rfind('/', longest_piece);
        if (slash == std::string::npos || slash == 0) break;
        Descriptor next(
            open_at(folder.is_open() ? folder.number() : AT_FDCWD, rest.substr(0, slash), O_PATH | O_DIRECTORY));
        if (!next.is_open()) return next;
        folder = std::move(next);
        rest.erase(0, rest.find_first_not_of('/', slash));
    }
    return Descriptor(open_at(folder.is_open() ? folder.number() : AT_FDCWD, rest, flags));
}

}  // namespace entente::read
