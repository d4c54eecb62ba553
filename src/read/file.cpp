// One file to an article, or the reason why not.
//
// Nothing is mapped into memory: a file that shrinks while it is read must be a Skip, not a signal. A file
// counts as changed if its size or its times differ between opening and the end.
// SPDX-License-Identifier: MIT
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "entente/read.hpp"
#include "entente/text/utf8.hpp"
#include "read/article.hpp"
#include "read/decode.hpp"
#include "read/descriptor.hpp"

namespace entente {
namespace {

using read::Descriptor;

constexpr std::size_t head_size = 8192;                     // bytes looked at before the rest is read
constexpr std::size_t block_size = std::size_t{1} << 20;    // bytes
constexpr std::size_t largest_wide = 4 * largest_text + 4;  // bytes that may decode to `largest_text`

Skip failure(const std::string& path, int error) {
    if (error == EACCES || error == EPERM) return {path, "permission", "may not be read"};
    if (error == ENOENT || error == ENOTDIR) return {path, "changed", "is not there any more"};
    if (error == ENXIO) return {path, "special", "is no ordinary file"};
    return {path, "io", std::string("cannot be read: ") + std::strerror(error)};
}

Skip too_large(const std::string& path) {
    return {path, "large", "is larger than 64 MiB of text"};
}

// Appends up to `most` bytes; 0 at the end, otherwise the error.
int read_more(int number, std::string& bytes, std::size_t most) {
    const std::size_t until = bytes.size() + most;
    while (bytes.size() < until) {
        const std::size_t before = bytes.size();
        bytes.resize(std::min(until, before + block_size));
        const ssize_t got = ::read(number, bytes.data() + before, bytes.size() - before);
        const int error = errno;
        bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got == 0) return 0;
        if (got > 0 || error == EINTR) continue;
        if (error != EAGAIN) return error;
        pollfd waiting{number, POLLIN, 0};
        (void)::poll(&waiting, 1, -1);
    }
    return 0;
}

// More than a tenth of the first bytes are controls that no text has.
bool is_binary(std::string_view head) {
    if (read::is_wide(head)) return false;
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        const auto b = static_cast<unsigned char>(c);
        return b == 0x7F || (b < 0x20 && !(b >= '\t' && b <= '\r') && b != 0x1B);
    });
    return static_cast<std::size_t>(controls) * 10 > head.size();
}

bool same(const struct stat& a, const struct stat& b) {
    return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

// The bytes behind a descriptor, in two steps so that a hopeless file is not read whole.
std::variant<std::string, Skip> bytes_of(const std::string& path, int number) {
    std::string bytes;
    if (const int error = read_more(number, bytes, head_size); error != 0) return failure(path, error);
    if (bytes.empty()) return Skip{path, "empty", "is empty"};
    if (is_binary(bytes)) return Skip{path, "binary", "is no text"};
    const std::size_t limit = read::is_wide(bytes) ? largest_wide : largest_text + 3;
    struct stat now {};
    if (::fstat(number, &now) == 0 && S_ISREG(now.st_mode) && static_cast<std::size_t>(now.st_size) > limit)
        return too_large(path);
    if (const int error = read_more(number, bytes, limit + 1 - bytes.size()); error != 0) return failure(path, error);
    if (bytes.size() > limit) return too_large(path);
    return bytes;
}

std::variant<Article, Skip> article_of(const std::string& path, const std::string& bytes) {
    Decoded decoded = decode_text(bytes);
    if (decoded.text.size() > largest_text) return too_large(path);
    bool blank = true;
    for (std::size_t at = 0; at < decoded.text.size() && blank;) {
        const CodePoint c = decode(decoded.text, at);
        blank = is_space(c.value);
        at += c.size;
    }
    if (blank) return Skip{path, "empty", "has only white space"};
    return read::article_from(bytes, std::move(decoded), path);
}

std::variant<std::string, Skip> file_bytes(const std::string& path) {
    const Descriptor file = Descriptor::open(path);
    if (!file.is_open()) return failure(path, errno);
    struct stat before {
    }, after{};
    if (::fstat(file.number(), &before) != 0) return failure(path, errno);
    if (!S_ISREG(before.st_mode))
        return Skip{path, "special", S_ISDIR(before.st_mode) ? "is a folder" : "is no ordinary file"};
    if (static_cast<std::size_t>(before.st_size) > largest_file) return Skip{path, "large", "is larger than 1 GiB"};
    auto bytes = bytes_of(path, file.number());
    if (::fstat(file.number(), &after) != 0) return failure(path, errno);
    if (!same(before, after)) return Skip{path, "changed", "changed while it was read"};
    return bytes;
}

}  // namespace

std::variant<Article, Skip> read_file(const std::string& path) {
    auto bytes = path == "-" ? bytes_of(path, STDIN_FILENO) : file_bytes(path);
    if (auto* skip = std::get_if<Skip>(&bytes)) return std::move(*skip);
    return article_of(path, std::get<std::string>(bytes));
}

}  // namespace entente
