// Graph files for the tests of the store.
// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entente/store.hpp"
#include "entente/text/utf8.hpp"

namespace store_cases {

inline entente::Extraction article(const std::string& id, const std::string& text,
                                   const std::string& by = "entente test") {
    entente::Extraction out;
    out.by = by;
    out.document.id = id;
    out.document.text_hash = entente::hash_hex(text);
    return out;
}

template <typename T>
std::string lines(const std::vector<T>& all) {
    std::string out;
    for (const auto& one : all)
        out += to_json(one) + "\n";
    return out;
}

inline std::string lines(const std::vector<entente::Extraction>& all) {
    return lines<entente::Extraction>(all);
}

inline std::vector<std::string> ids_of(const entente::GraphFile& file) {
    std::vector<std::string> out;
    for (const auto& extraction : file.extractions)
        out.push_back(extraction.document.id);
    return out;
}

// A folder of its own that goes away at the end.
struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "entente-store-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }
    std::string operator/(const std::string& name) const { return (path / name).string(); }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const auto& entry : std::filesystem::directory_iterator(path))
            out.push_back(entry.path().filename().string());
        std::sort(out.begin(), out.end());
        return out;
    }
};

inline void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

inline std::string bytes_of(const std::string& path) {
    return file_bytes(path);
}

}  // namespace store_cases
