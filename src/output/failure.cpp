// What a system call's error means for a person.
// SPDX-License-Identifier: MIT
#include "output/failure.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace entente::output {
namespace {

std::string_view hint_for(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            return "the disk is full: make room and run the same command again";
        case EFBIG:
            return "the file may not grow further here: write to another disk, or raise the limit (ulimit -f)";
        case EACCES:
        case EROFS:
        case EPERM:
            return "write to another folder with -o, or ask for the right to write here";
        case ENOENT:
            return "make the folder first: mkdir -p";
        case EIO:
            return "the disk reports a fault: look after it, keep a copy of the file, and run the same command again";
        default:
            return "";
    }
}

}  // namespace

void fail(Error::Kind kind, const std::string& path, std::string_view what, int error) {
    throw Error(kind, Error::Place{path, 0, 0, ""}, fmt::format("{}: {}", what, std::strerror(error)), hint_for(error));
}

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd waiting{descriptor, POLLOUT, 0};
            (void)::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

int sync_folder_of(const std::string& path) {
    const auto parent = std::filesystem::path(path).parent_path();
    const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return 0;
    const int error = ::fsync(folder) == 0 ? 0 : errno;
    ::close(folder);
    return error == EINVAL ? 0 : error;
}

}  // namespace entente::output
