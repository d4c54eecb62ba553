// Bytes to a file, whole or not at all.
//
// write, fsync, rename, fsync of the folder: in this order a reader sees the old file or the new one, and after a power
// cut one of the two is there. The temporary file is removed when anything fails.
// SPDX-License-Identifier: MIT
#include "entente/output.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

[[noreturn]] void fail(Error::Kind kind, const std::string& path, std::string_view what, int error) {
    const std::string hint = error == ENOSPC ? "the disk is full: make room and run the same command again"
                             : error == EACCES || error == EROFS || error == EPERM
                                 ? "write to another folder with -o, or ask for the right to write here"
                             : error == ENOENT ? "make the folder first: mkdir -p"
                                               : "";
    throw Error(kind, Error::Place{path, 0, 0, ""}, fmt::format("{}: {}", what, std::strerror(error)), hint);
}

void write_all(int descriptor, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(Error::Kind::io, path, "writing failed", errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::filesystem::path folder_of(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path();
    return folder.empty() ? "." : folder;
}

// An open file that is closed, and a name that is removed unless it is kept.
class Temporary {
  public:
    explicit Temporary(const std::string& target)
        : target_(target), name_((folder_of(target) / ".entente-XXXXXX").string()) {
        descriptor_ = ::mkstemp(name_.data());
        if (descriptor_ < 0) fail(Error::Kind::output, target, "the file cannot be created", errno);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!name_.empty()) ::unlink(name_.c_str());
    }

    void write(std::string_view bytes) const { write_all(descriptor_, bytes, target_); }

    void become_target() {
        struct stat old {};
        const mode_t mask = ::umask(0);
        ::umask(mask);
        const mode_t mode = ::stat(target_.c_str(), &old) == 0 ? old.st_mode & 0777u : 0666u & ~mask;
        ::fchmod(descriptor_, mode);
        if (::fsync(descriptor_) != 0) fail(Error::Kind::io, target_, "the disk did not take the file", errno);
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        if (closed != 0) fail(Error::Kind::io, target_, "the disk did not take the file", errno);
        if (::rename(name_.c_str(), target_.c_str()) != 0) fail(Error::Kind::io, target_, "renaming failed", errno);
        name_.clear();
        const int folder = ::open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder < 0) return;  // the folder may not be readable; the file is there all the same
        const int synced = ::fsync(folder);
        const int error = errno;
        ::close(folder);
        if (synced != 0 && error != EINVAL) fail(Error::Kind::io, target_, "the disk did not take the folder", error);
    }

  private:
    std::string target_;
    std::string name_;
    int descriptor_ = -1;
};

// A pipe or a device: there is no file to replace.
bool is_special(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return false;
    if (S_ISDIR(info.st_mode)) fail(Error::Kind::output, path, "the file cannot be created", EISDIR);
    return !S_ISREG(info.st_mode);
}

void write_directly(int descriptor, const std::string& path, std::string_view bytes) {
    write_all(descriptor, bytes, path);
    if (descriptor != STDOUT_FILENO && ::close(descriptor) != 0) fail(Error::Kind::io, path, "writing failed", errno);
}

}  // namespace

void write_file(const std::string& path, std::string_view bytes) {
    if (path == "-") return write_directly(STDOUT_FILENO, "standard output", bytes);
    if (is_special(path)) {
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor < 0) fail(Error::Kind::output, path, "the file cannot be written", errno);
        return write_directly(descriptor, path, bytes);
    }
    Temporary temporary(path);
    temporary.write(bytes);
    temporary.become_target();
}

void check_writable(const std::string& path) {
    if (path == "-") return;
    if (is_special(path)) {
        if (::access(path.c_str(), W_OK) != 0) fail(Error::Kind::output, path, "the file cannot be written", errno);
        return;
    }
    const Temporary probe(path);
}

}  // namespace entente
