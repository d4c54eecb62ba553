// SPDX-License-Identifier: MIT
#include "entente/output.hpp"
#include "catch.hpp"
#include "entente/text/error.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

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

TEST_CASE("A file that was left behind by a killed program is taken away by the next one", "[output]") {
    const Folder folder;
    const std::string path = folder.path / "news.graph";
    const pid_t child = ::fork();
    if (child == 0) {
        WholeFile file(path);
        file.write("half");
        (void)::raise(SIGKILL);
    }
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    CHECK(folder.files() == 1);
    write_file(path, "whole");
    CHECK(file_bytes(path) == "whole");
    CHECK(folder.files() == 1);
}

TEST_CASE("Of two that write one file, the second hears of the first", "[output]") {
    const Folder folder;
    const std::string path = folder.path / "news.graph";
    WholeFile first(path);
    CHECK(kind_of(path) == Error::Kind::busy);
    first.write("first");
    first.commit();
    CHECK(file_bytes(path) == "first");
}

TEST_CASE("A symbolic link stays one, and its file is replaced", "[output]") {
    const Folder folder;
    write_file(folder.path / "file", "old");
    std::filesystem::create_symlink("file", folder.path / "link");
    write_file(folder.path / "link", "new");
    CHECK(std::filesystem::is_symlink(folder.path / "link"));
    CHECK(file_bytes(folder.path / "file") == "new");
}

TEST_CASE("A growing file keeps what was synced and takes back what was not", "[output]") {
    const Folder folder;
    const std::string path = folder.path / "log";
    {
        GrowingFile file(path);
        file.append("one\n");
        file.sync();
        file.append("two\n");
        CHECK(file.size() == 8);
    }
    CHECK(file_bytes(path) == "one\n");
    GrowingFile file(path);
    CHECK(file.read(0, 4) == "one\n");
    file.cut(2);
    CHECK(file_bytes(path) == "on");
    CHECK_THROWS_AS(GrowingFile(folder.path), Error);
    CHECK_THROWS_AS(GrowingFile(folder.path / "missing" / "x"), Error);
}

TEST_CASE("A file that may not grow is cut back to what was safe", "[output]") {
    const Folder folder;
    const std::string path = folder.path / "log";
    const pid_t child = ::fork();
    if (child == 0) {
        (void)::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{10'000, 10'000};
        (void)::setrlimit(RLIMIT_FSIZE, &limit);
        GrowingFile file(path);
        file.append(std::string(9'000, 'a'));
        file.sync();
        try {
            file.append(std::string(9'000, 'b'));
        } catch (const Error& error) {
            ::_exit(error.kind() == Error::Kind::io && file.size() == 9'000 ? 0 : 1);
        }
        ::_exit(2);
    }
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(file_bytes(path) == std::string(9'000, 'a'));
}
