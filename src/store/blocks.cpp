// A file in blocks of whole lines.
// SPDX-License-Identifier: MIT
#include "store/blocks.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "entente/text/error.hpp"

namespace entente::store {
namespace {

constexpr std::size_t block_size = std::size_t{4} << 20;

[[noreturn]] void fail(Error::Kind kind, const std::string& path, std::string_view text) {
    throw Error(kind, Error::Place{path == "-" ? "standard input" : path, 0, 0, ""}, text);
}

}  // namespace

Blocks::Blocks(const std::string& path) : path_(path), descriptor_(STDIN_FILENO) {
    if (path == "-") return;
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (descriptor_ < 0) fail(Error::Kind::missing, path, std::strerror(errno));
    if (::fstat(descriptor_, &status) == 0 && S_ISDIR(status.st_mode)) {
        ::close(descriptor_);
        fail(Error::Kind::missing, path, "this is a folder, not a graph file");
    }
    (void)::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);
}

Blocks::~Blocks() {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

// Appends some bytes; answers how many, 0 at the end of the file.
std::size_t Blocks::read_more(std::string& bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + block_size);
    while (true) {
        const ssize_t got = ::read(descriptor_, bytes.data() + before, block_size);
        if (got >= 0) {
            bytes.resize(before + static_cast<std::size_t>(got));
            return static_cast<std::size_t>(got);
        }
        if (errno == EAGAIN) {
            pollfd waiting{descriptor_, POLLIN, 0};
            (void)::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            fail(Error::Kind::io, path_, std::string("reading failed: ") + std::strerror(errno));
        }
    }
}

std::string Blocks::at(std::uint64_t begin, std::size_t size) const {
    std::string out(size, '\0');
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got = ::pread(descriptor_, out.data() + done, size - done, static_cast<off_t>(begin + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(Error::Kind::io, path_, std::string("reading failed: ") + std::strerror(errno));
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    out.resize(done);
    return out;
}

std::optional<Block> Blocks::next() {
    Block out{std::move(rest_), line_, offset_};
    rest_.clear();
    std::size_t searched = 0, end = std::string::npos;
    while (end == std::string::npos) {
        if (out.bytes.size() > longest_line) {
            throw Error(Error::Kind::data, Error::Place{path_, line_, 0, ""}, "the line is longer than 256 MiB",
                        "a graph file is made by: entente build ARTICLES -o news.graph");
        }
        searched = out.bytes.size();
        if (read_more(out.bytes) == 0) break;
        end = out.bytes.rfind('\n');
        if (end != std::string::npos && end < searched) end = std::string::npos;
    }
    if (out.bytes.empty()) return {};
    if (end != std::string::npos) {
        rest_.assign(out.bytes, end + 1);
        out.bytes.resize(end + 1);
    }
    line_ += static_cast<std::size_t>(std::count(out.bytes.begin(), out.bytes.end(), '\n'));
    offset_ += out.bytes.size();
    return out;
}

}  // namespace entente::store
