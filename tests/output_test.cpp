// SPDX-License-Identifier: MIT
#include "entente/output.hpp"
#include "catch.hpp"
#include "entente/text/error.hpp"

#include <unistd.h>

using namespace entente;

namespace {

// A folder of its own that goes away at the end.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("entente-output-" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path), {}));
    }
};

Error::Kind kind_of(const std::string& path) {
    try {
        write_file(path, "bytes");
    } catch (const Error& error) {
        return error.kind();
    }
    FAIL("no error for " << path);
    return Error::Kind::internal;
}

}  // namespace

TEST_CASE("A file is replaced whole, and nothing else is left beside it", "[output]") {
    const Folder folder;
    const std::string path = folder.path / "news.graph";
    write_file(path, "one");
    write_file(path, std::string("two\0", 4));
    CHECK(file_bytes(path) == std::string("two\0", 4));
    CHECK(folder.files() == 1);
}

TEST_CASE("A file keeps its permissions when it is replaced", "[output]") {
    const Folder folder;
    const std::string path = folder.path / "news.graph";
    write_file(path, "one");
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    write_file(path, "two");
    CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::group_read) ==
          std::filesystem::perms::none);
}

TEST_CASE("An output that cannot be created is an error before any work", "[output]") {
    const Folder folder;
    CHECK(kind_of(folder.path / "missing" / "news.graph") == Error::Kind::output);
    CHECK(kind_of(folder.path) == Error::Kind::output);
    CHECK_THROWS_AS(check_writable(folder.path / "missing" / "x"), Error);
    CHECK_NOTHROW(check_writable(folder.path / "x"));
    CHECK(folder.files() == 0);
}

TEST_CASE("A full disk is an error that says what to do", "[output]") {
    CHECK(kind_of("/dev/full") == Error::Kind::io);
    CHECK_THROWS_WITH(write_file("/dev/full", "x"), Catch::Matchers::Contains("make room"));
}
