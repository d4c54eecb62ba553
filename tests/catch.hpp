// Catch2, version 2 or 3: the tests' one door to it, and to the case files.
// SPDX-License-Identifier: MIT
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

// Where the project lies, for tests that read its data: source_dir() / "tests/cases/tokenise".
inline std::filesystem::path source_dir() {
    return ENTENTE_SOURCE_DIR;
}

inline std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    INFO("reading " << path);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), {}};
}

// A folder of the packed corpora in ../shared, unpacked beside the tests; nothing, and a word about it, where they are absent.
inline std::optional<std::filesystem::path> hostile_corpus(const std::string& name) {
    const auto archive = source_dir().parent_path() / "shared/data/hostile/hostile-corpora.tar.xz";
    const auto unpacked = std::filesystem::current_path() / "hostile" / name;
    if (std::filesystem::exists(unpacked)) return unpacked;
    if (!std::filesystem::exists(archive)) {
        WARN("skipped: " << archive << " is not there");
        return {};
    }
    const std::string command = "tar -xJf '" + archive.string() + "' hostile/" + name;
    REQUIRE(std::system(command.c_str()) == 0);
    return unpacked;
}
