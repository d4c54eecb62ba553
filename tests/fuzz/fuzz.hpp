// What all fuzzers share.
//
// A fuzzer is `FUZZ(bytes) { ... }`: it hands the bytes to one door and requires what the door promises. An entente::Error
// is a right answer; anything else that is thrown, and any failed require(), is a find.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "entente/text/error.hpp"

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

#define FUZZ(bytes)                                                                  \
    static void feed(std::string_view bytes);                                        \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t n) { \
        try {                                                                        \
            feed({reinterpret_cast<const char*>(data), n});                          \
        } catch (const entente::Error& error) {                                      \
            require(error.kind() != entente::Error::Kind::internal, error.what());   \
        }                                                                            \
        return 0;                                                                    \
    }                                                                                \
    static void feed(std::string_view bytes)
