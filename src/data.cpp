// Files that are built in.
//
// The table is made by tools/built_in.cmake: an assembler file with one .incbin a file, so a model of ten megabytes
// costs no compile time, and a table of names sorted by byte.
// SPDX-License-Identifier: MIT
#include "entente/data.hpp"

#include <cstddef>
#include <string>

#include "entente/text/error.hpp"

extern "C" {
struct EntenteDataEntry {
    const char* name;
    const char* begin;
    const char* end;
};
extern const EntenteDataEntry entente_data_table[];
extern const std::size_t entente_data_count;
}

namespace entente {

std::vector<DataFile> built_in_folder(std::string_view folder) {
    std::vector<DataFile> out;
    for (std::size_t i = 0; i < entente_data_count; ++i) {
        const EntenteDataEntry& entry = entente_data_table[i];
        const std::string_view name = entry.name;
        if (name.starts_with(folder))
            out.push_back({name, {entry.begin, static_cast<std::size_t>(entry.end - entry.begin)}});
    }
    return out;
}

std::string_view built_in(std::string_view name) {
    for (const DataFile& file : built_in_folder(name)) {
        if (file.name == name) return file.bytes;
    }
    throw Error(Error::Kind::internal, "no file '" + std::string(name) + "' is built in");
}

}  // namespace entente
