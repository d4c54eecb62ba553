// Bytes to a file, whole or not at all.
//
// in        a path, or "-" for standard output; any bytes
// out       write_file(), WholeFile: the file holds all the bytes, or is untouched: a temporary file beside it is written,
//           synced and renamed; what is no regular file (a pipe, /dev/stdout) is written to directly.
//           GrowingFile: what was appended and synced stays, whatever happens afterwards
// errors    Error (output) where the file cannot be created, Error (io) where writing fails on the way, Error (busy) where
//           another process is writing the same file; the file is then as it was
// threads   one object, one thread; one process at a time for one path
// cost      one sync to the disk; a failed one is never tried again, since a second may falsely succeed
// example   WholeFile out("news.graph");  out.write(bytes);  out.commit();
// source    Pillai et al. 2014 (ALICE); PostgreSQL, "PANIC on fsync() failure"
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

void write_file(const std::string& path, std::string_view bytes);

// Whether write_file() could create this file; to be asked before long work. Throws the Error that it would throw.
void check_writable(const std::string& path);

// Whether the path leads to standard output, a pipe or a device: there is no file to replace or to append to.
[[nodiscard]] bool is_stream(const std::string& path);

// A file written piece by piece that appears whole at commit(). Without it the old file stays, and nothing is left.
class WholeFile {
  public:
    explicit WholeFile(const std::string& path);
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;
    ~WholeFile();
    void write(std::string_view bytes);
    void commit();

  private:
    void create();
    void remove_leftover() const;
    std::string target_;     // the file itself: links are followed
    std::string temporary_;  // "" = written to directly, or committed
    int descriptor_ = -1;
};

// A file that only grows. append() puts bytes at the end; sync() makes them safe. Where either fails, the file is cut
// back to its last safe size and takes nothing more.
class GrowingFile {
  public:
    explicit GrowingFile(const std::string& path);  // makes an empty one where there is none
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;
    ~GrowingFile();  // cuts off what was not synced; removes the file if it made it and nothing was

    [[nodiscard]] std::uint64_t size() const { return size_; }  // bytes, with those not yet safe
    [[nodiscard]] std::string read(std::uint64_t begin, std::uint64_t end) const;
    void append(std::string_view bytes);
    void sync();
    void cut(std::uint64_t size);  // to this many bytes, safely

  private:
    [[noreturn]] void give_up(std::string_view what, int error);
    void flush();  // the file's bytes, and the folder's entry of a new file, to the disk
    std::string path_;
    int descriptor_ = -1;
    std::uint64_t size_ = 0, safe_ = 0;
    bool is_new_ = false, failed_ = false;
};

}  // namespace entente
