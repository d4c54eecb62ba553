// A file that only grows.
//
// Bytes are safe when fsync has said so, and only then does `safe_` move. After any failure nobody knows what the disk
// holds beyond it, so the file is cut back to it: that is a place where the bytes are known. No sync is tried again.
// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "entente/output.hpp"
#include "output/failure.hpp"

namespace entente {

using output::fail;

GrowingFile::GrowingFile(const std::string& path) : path_(path) {
    constexpr int flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK;  // a pipe of this name must not block
    descriptor_ = ::open(path.c_str(), flags);
    if (descriptor_ < 0 && errno == ENOENT) {
        descriptor_ = ::open(path.c_str(), flags | O_CREAT | O_EXCL, 0666);
        is_new_ = descriptor_ >= 0;
    }
    if (descriptor_ < 0) fail(Error::Kind::output, path, "the file cannot be written", errno);
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor_);
        fail(Error::Kind::output, path, "this is no file that could grow", EINVAL);
    }
    size_ = safe_ = static_cast<std::uint64_t>(status.st_size);
}

GrowingFile::~GrowingFile() {
    if (!failed_ && size_ != safe_) (void)::ftruncate(descriptor_, static_cast<off_t>(safe_));
    if (is_new_ && safe_ == 0) ::unlink(path_.c_str());
    ::close(descriptor_);
}

std::string GrowingFile::read(std::uint64_t begin, std::uint64_t end) const {
    std::string out(end - begin, '\0');
    std::size_t got = 0;
    while (got < out.size()) {
        const ssize_t count = ::pread(descriptor_, out.data() + got, out.size() - got, static_cast<off_t>(begin + got));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(Error::Kind::io, path_, "reading failed", errno);
        if (count == 0) break;
        got += static_cast<std::size_t>(count);
    }
    out.resize(got);
    return out;
}

void GrowingFile::give_up(std::string_view what, int error) {
    failed_ = true;
    (void)::ftruncate(descriptor_, static_cast<off_t>(safe_));
    size_ = safe_;
    fail(Error::Kind::io, path_, what, error);
}

void GrowingFile::append(std::string_view bytes) {
    if (failed_) throw Error(Error::Kind::io, Error::Place{path_, 0, 0, ""}, "writing has failed before");
    if (const int error = output::write_all(descriptor_, bytes)) give_up("writing failed", error);
    size_ += bytes.size();
}

void GrowingFile::flush() {
    if (::fsync(descriptor_) != 0) give_up("the disk did not take the file", errno);
    if (!is_new_) return;
    if (const int error = output::sync_folder_of(path_)) give_up("the disk did not take the folder", error);
}

void GrowingFile::sync() {
    if (failed_ || size_ == safe_) return;
    flush();
    safe_ = size_;
    is_new_ = false;
    struct stat status {};
    if (::fstat(descriptor_, &status) == 0 && status.st_nlink > 0) return;
    throw Error(Error::Kind::io, Error::Place{path_, 0, 0, ""}, "the file was removed while it was being written",
                "run the same command again");
}

void GrowingFile::cut(std::uint64_t size) {
    if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) {
        failed_ = true;
        fail(Error::Kind::io, path_, "the file could not be cut", errno);
    }
    size_ = safe_ = size;
    flush();
}

}  // namespace entente
