// Bytes to a file, whole or not at all.
//
// in        a path, or "-" for standard output; any bytes
// out       the file holds all the bytes, or is untouched: a temporary file beside it is written, synced and renamed;
//           what is no regular file (a pipe, /dev/stdout) is written to directly
// errors    Error (output) where the file cannot be created, Error (io) where writing fails on the way
// threads   one call at a time for one path
// cost      one sync to the disk; a failed one is never tried again, since a second may falsely succeed
// source    Pillai et al. 2014 (ALICE); PostgreSQL, "PANIC on fsync() failure"
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace entente {

void write_file(const std::string& path, std::string_view bytes);

// Whether write_file() could create this file; to be asked before long work. Throws the Error that it would throw.
void check_writable(const std::string& path);

}  // namespace entente
