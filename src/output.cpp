// Bytes to a file, whole or not at all.
//
// write, fsync, rename, fsync of the folder: in this order a reader sees the old file or the new one, and after a power
// cut one of the two is there. The temporary file has a name that is known beforehand and is locked while it is written:
// one that a killed program left behind is unlocked, and the next writer takes it away.
// SPDX-License-Identifier: MIT
#include "entente/output.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "entente/text/utf8.hpp"
#include "output/failure.hpp"

namespace entente {
namespace {

using output::fail;

// The file behind symbolic links, so that a link stays one.
std::string target_of(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? real.get() : path;
}

std::string temporary_for(const std::string& target) {
    const std::filesystem::path path(target);
    return (path.parent_path() / (".entente-" + hash_hex(path.filename().native()))).string();
}

bool same_file(int descriptor, const std::string& path) {
    struct stat open {
    }, named{};
    return ::fstat(descriptor, &open) == 0 && ::lstat(path.c_str(), &named) == 0 && open.st_dev == named.st_dev &&
           open.st_ino == named.st_ino;
}

}  // namespace

bool is_stream(const std::string& path) {
    if (path == "-") return true;
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return false;
    if (S_ISDIR(info.st_mode)) fail(Error::Kind::output, path, "the file cannot be created", EISDIR);
    return !S_ISREG(info.st_mode);
}

WholeFile::WholeFile(const std::string& path) : target_(path) {
    if (path == "-") {
        descriptor_ = STDOUT_FILENO;
        target_ = "standard output";
    } else if (is_stream(path)) {
        descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor_ < 0) fail(Error::Kind::output, path, "the file cannot be written", errno);
    } else {
        target_ = target_of(path);
        temporary_ = temporary_for(target_);
        try {
            create();
        } catch (...) {
            temporary_.clear();  // it is another's, or was never there
            throw;
        }
    }
}

WholeFile::~WholeFile() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
    if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) ::close(descriptor_);
}

void WholeFile::create() {
    while (true) {
        descriptor_ = ::open(temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (descriptor_ < 0 && errno == EEXIST) {
            remove_leftover();
            continue;
        }
        if (descriptor_ < 0) fail(Error::Kind::output, target_, "the file cannot be created", errno);
        // Another writer may have taken it for a leftover before it was locked.
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 && same_file(descriptor_, temporary_)) return;
        ::close(descriptor_);
        descriptor_ = -1;
    }
}

void WholeFile::remove_leftover() const {
    const int old = ::open(temporary_.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (old < 0 && errno == ENOENT) return;
    if (old < 0) fail(Error::Kind::output, target_, "a file that was left behind cannot be taken away", errno);
    const bool free = ::flock(old, LOCK_EX | LOCK_NB) == 0;
    const bool removed = free && (!same_file(old, temporary_) || ::unlink(temporary_.c_str()) == 0);
    const int error = errno;
    ::close(old);
    if (!free) {
        throw Error(Error::Kind::busy, Error::Place{target_, 0, 0, ""}, "another process is writing this file",
                    "wait for it, or write to another file");
    }
    if (!removed) fail(Error::Kind::output, target_, "a file that was left behind cannot be taken away", error);
}

void WholeFile::write(std::string_view bytes) {
    if (const int error = output::write_all(descriptor_, bytes))
        fail(Error::Kind::io, target_, "writing failed", error);
}

void WholeFile::commit() {
    const bool direct = temporary_.empty();
    if (direct && descriptor_ == STDOUT_FILENO) return;
    if (!direct) {
        struct stat old {};
        const mode_t mask = ::umask(0);
        ::umask(mask);
        const mode_t mode = ::stat(target_.c_str(), &old) == 0 ? old.st_mode & 0777u : 0666u & ~mask;
        if (::fchmod(descriptor_, mode) != 0) fail(Error::Kind::io, target_, "its rights could not be set", errno);
        if (::fsync(descriptor_) != 0) fail(Error::Kind::io, target_, "the disk did not take the file", errno);
        if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
            fail(Error::Kind::io, target_, "the new file could not take the place of the old one", errno);
        }
        temporary_.clear();
        if (const int error = output::sync_folder_of(target_))
            fail(Error::Kind::io, target_, "the disk did not take the folder", error);
    }
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0 && direct) fail(Error::Kind::io, target_, "writing failed", errno);
}

void write_file(const std::string& path, std::string_view bytes) {
    WholeFile file(path);
    file.write(bytes);
    file.commit();
}

void check_writable(const std::string& path) {
    if (path == "-") return;
    if (is_stream(path)) {
        if (::access(path.c_str(), W_OK) != 0) fail(Error::Kind::output, path, "the file cannot be written", errno);
        return;
    }
    const WholeFile probe(path);
}

}  // namespace entente
