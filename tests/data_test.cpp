// SPDX-License-Identifier: MIT
#include "entente/data.hpp"
#include "catch.hpp"
#include "entente/text/error.hpp"

using namespace entente;

TEST_CASE("A built-in file holds the bytes of the file in the project", "[data]") {
    const auto files = built_in_folder("graphs/");
    REQUIRE_FALSE(files.empty());
    for (const DataFile& file : files) {
        INFO(file.name);
        CHECK(file.bytes == file_bytes(source_dir() / file.name));
        CHECK(built_in(file.name).data() == file.bytes.data());
    }
}

TEST_CASE("Built-in files come in the order of their names", "[data]") {
    const auto files = built_in_folder("");
    for (std::size_t i = 1; i < files.size(); ++i)
        CHECK(files[i - 1].name < files[i].name);
}

TEST_CASE("A file that is not built in is a fault of ours", "[data]") {
    CHECK_THROWS_AS(built_in("graphs/none"), Error);
}
