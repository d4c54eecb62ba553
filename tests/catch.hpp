// Catch2, version 2 or 3: the tests' one door to it, and to the case files.
// SPDX-License-Identifier: MIT
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

// Where the project lies, for tests that read its data: source_dir() / "tests/cases/tokenise".
inline std::filesystem::path source_dir() { return ENTENTE_SOURCE_DIR; }

inline std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    INFO("reading " << path);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), {}};
}
