// Reading: encodings, what the head of an article says, files and folders of every kind.
// SPDX-License-Identifier: MIT
#include "entente/read.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <random>
#include <thread>

#include "catch.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

using namespace entente;
namespace fs = std::filesystem;
using namespace std::string_literals;

namespace {

// A folder that is gone at the end of the test.
class Folder {
  public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "entente_read_XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    std::string write(const std::string& name, std::string_view bytes) const {
        const std::string path = *this / name;
        fs::create_directories(fs::path(path).parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

std::string code_of(const std::variant<Article, Skip>& result) {
    const Skip* skip = std::get_if<Skip>(&result);
    return skip == nullptr ? "read" : std::string(skip->code);
}

std::string text_of(std::string_view bytes) {
    return decode_text(bytes).text;
}

std::string wide(std::u16string_view text, bool big) {
    std::string out;
    for (const char16_t c : text) {
        const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
        out += big ? high : low;
        out += big ? low : high;
    }
    return out;
}

}  // namespace

TEST_CASE("E01 to E05: what is not UTF-8 becomes U+FFFD, one for each maximal part") {
    CHECK(text_of("Norway \xFF bans") == "Norway \uFFFD bans");
    CHECK(text_of("a\xC0\x80z") == "a\uFFFD\uFFFDz");
    CHECK(text_of("a\xE0\x80\xAFz") == "a\uFFFD\uFFFD\uFFFDz");
    CHECK(text_of("a\xED\xA0\x80z") == "a\uFFFD\uFFFD\uFFFDz");
    CHECK(text_of("a\xF4\x90\x80\x80z") == "a\uFFFD\uFFFD\uFFFD\uFFFDz");
    CHECK(text_of("a\xF8\x88\x80\x80\x80z") == "a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDz");
    CHECK(text_of("end\xE2\x82") == "end\uFFFD");
    CHECK(text_of("caf\xC3") == "caf\uFFFD");
    const Decoded damaged = decode_text("Malm\u00F6 and \u00C5lesund, caf\xE9.");
    CHECK(damaged.text == "Malm\u00F6 and \u00C5lesund, caf\uFFFD.");
    CHECK(damaged.replaced == 1);
    CHECK(damaged.encoding == "UTF-8");
}

TEST_CASE("E06, E08 to E10: byte order marks, and UTF-16 without one") {
    const std::u16string_view text = u"Norway bans Telmar, Malm\u00F6 \xD83D\xDE00.";
    const std::string utf8 = "Norway bans Telmar, Malm\u00F6 \U0001F600.";
    CHECK(text_of("\xEF\xBB\xBF" + utf8) == utf8);
    CHECK(read_article("\xEF\xBB\xBF" + utf8, "a").info.text_hash == read_article(utf8, "a").info.text_hash);
    CHECK(read_article("\xEF\xBB\xBF" + utf8, "a").info.file_hash != read_article(utf8, "a").info.file_hash);
    CHECK(text_of("\xFF\xFE" + wide(text, false)) == utf8);
    CHECK(text_of("\xFE\xFF" + wide(text, true)) == utf8);
    CHECK(text_of(wide(text, false)) == utf8);
    CHECK(text_of(wide(text, true)) == utf8);
    CHECK(decode_text(wide(text, true)).encoding == "UTF-16BE");
    CHECK(text_of("\xFF\xFE" + wide(u"a\xD800z", false) + "x") == "a\uFFFDz\uFFFD");
    CHECK(text_of("\xFF\xFE\0\0N\0\0\0\x00\xF6\x01\0\0\xD8\0\0"s) == "N\U0001F600\uFFFD");
    CHECK(text_of("\0\0\xFE\xFF\0\0\0N\0\x01\xF6\0\xFF\xFF\xFF\xFF"s) == "N\U0001F600\uFFFD");
}

TEST_CASE("E11: NUL does not end a text") {
    CHECK(text_of("Norway\0bans"s) == "Norway\uFFFDbans");
    CHECK(decode_text("a\0b\0"s).replaced == 2);
}

TEST_CASE("E13: Windows-1252 is known by where its letters stand") {
    const Decoded quoted = decode_text(
        "\x93"
        "Caf\xE9"
        "\x94 said it\x92s 5 \x96 6 \x80.");
    CHECK(quoted.encoding == "windows-1252");
    CHECK(quoted.text == "\u201CCaf\u00E9\u201D said it\u2019s 5 \u2013 6 \u20AC.");
    CHECK(text_of("caf\xE9") == "caf\u00E9");
    CHECK(text_of("\xC5lesund, \xC9"
                  "cole, cr\xE9\xE9") == "\u00C5lesund, \u00C9cole, cr\u00E9\u00E9");
}

TEST_CASE("E15, E16, E19: invisible characters and line ends stay as they are") {
    const std::string text = "Tel\u00ADmar\u200B \u202Ebans\u202C\r\nA\rB\u2028C\u00A0D\x0C";
    CHECK(text_of(text) == text);
}

TEST_CASE("any bytes give clean UTF-8, spans inside the text, and the same again") {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (std::size_t i = random() % 80; i > 0; --i)
            bytes += static_cast<char>(random() % (round % 2 == 0 ? 256 : 128));
        const Article article = read_article(bytes, "x");
        CHECK(is_utf8(article.text));
        CHECK(article.text.find('\0') == std::string::npos);
        CHECK(article.info == read_article(bytes, "x").info);
        for (const Span span : article.info.furniture)
            CHECK(span.end <= article.text.size());
    }
}

TEST_CASE("the head of an article tells title, date and author") {
    const Article article = read_article(
        "\n  Norway bans   Telmar \n\nBy Ann Li and Bo van der Ek in Oslo\n12 March 2026\n\nOSLO - Norway "
        "banned it on 3 May 2024.\n",
        "a.txt");
    CHECK(article.info.id == "a.txt");
    CHECK(article.info.title == "Norway bans Telmar");
    CHECK(article.info.author == "Ann Li and Bo van der Ek");
    CHECK(article.info.date == "2026-03-12");
    CHECK(article.info.file_hash == hash_hex(article.text));
}

TEST_CASE("dates count on lines of their own and in datelines only") {
    const auto date = [](const std::string& text) { return read_article(text, "x").info.date; };
    CHECK(date("Title here\n\nOSLO, 12 March 2026 - Norway banned Telmar.") == "2026-03-12");
    CHECK(date("Title here\n\nOSLO, Norway (News) \u2014 Norway banned Telmar on April 2, 2019.").empty());
    CHECK(date("Monday, April 8, 2019\n\nNorway banned Telmar.") == "2019-04-08");
    CHECK(date("Published: 18th Apr. 2024\nText") == "2024-04-18");
    CHECK(date("Updated 2024-04-18T09:00Z\nText") == "2024-04-18");
    CHECK(date("The firm was founded on 3 May 1998 and is still the largest of its kind in Norway.").empty());
    CHECK(date("31 February 2024\nText").empty());
    CHECK(date("Founded on 3 May 1998.").empty());
    CHECK(date("Telmar logo Dec 3 2018 AH\nText").empty());
    CHECK(date("Oslo, 3 December 2018\nText") == "2018-12-03");
}

TEST_CASE("a title is a line before the text, of 200 characters at most") {
    const auto title = [](const std::string& text) { return read_article(text, "x").info.title; };
    CHECK(title("Norway banned Telmar.\n\nA caption below").empty());
    CHECK(title("Will Norway ban Telmar?\nText.") == "Will Norway ban Telmar?");
    CHECK(title("By Ann Li\nNorway bans Telmar\nText.") == "Norway bans Telmar");
    CHECK(title("Skip to content\nNorway bans Telmar\nText.") == "Norway bans Telmar");
    CHECK(title(std::string(120, 'n') + " " + std::string(120, '\xC3') + "\n").size() <= 800);
    std::string long_title = "A";
    while (long_title.size() < 280)
        long_title += " w";
    CHECK(title(long_title + "\nText.").size() == 199);  // 200 without the blank at the end
    CHECK(title("The Gazette\n18 April 2024\nA Telmar mast\nNorway bans Telmar from its networks\nText.") ==
          "Norway bans Telmar from its networks");
    CHECK(title("").empty());
    CHECK(title("\n \n").empty());
}

TEST_CASE("an author is taken from a clear byline only") {
    const auto author = [](const std::string& text) { return read_article(text, "x").info.author; };
    CHECK(author("Title here\nBy Ann Li, Oslo correspondent\nText.") == "Ann Li");
    CHECK(author("Title here\nBY ANN LI\nText.") == "ANN LI");
    CHECK(author("By the end of April the ban was lifted").empty());
    CHECK(author("By Monday").empty());
}

TEST_CASE("S01, S02: nothing and white space are skipped as empty") {
    const Folder folder;
    CHECK(code_of(read_file(folder.write("a.txt", ""))) == "empty");
    CHECK(code_of(read_file(folder.write("b.txt", " \n\t\u00A0"))) == "empty");
    CHECK(code_of(read_file(folder.write("c.txt", "."))) == "read");
}

TEST_CASE("E12: a binary file is skipped, a text with a few controls is not") {
    const Folder folder;
    std::string picture = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x01\0\0\0\x01"s;
    CHECK(code_of(read_file(folder.write("picture.txt", picture))) == "binary");
    CHECK(code_of(read_file(folder.write("text.txt", "Norway \x01 bans Telmar, and so on\x7F."))) == "read");
    CHECK(code_of(read_file(folder.write("wide.txt", "\xFF\xFEN\0o\0r\0w\0a\0y\0"s))) == "read");
    CHECK(code_of(read_file(folder.write("wide2.txt", "N\0o\0r\0w\0a\0y\0"s))) == "read");
}

TEST_CASE("S12: too large a file is skipped without being read") {
    const Folder folder;
    const std::string path = folder.write("large.txt", "Norway");
    REQUIRE(::truncate(path.c_str(), static_cast<off_t>(largest_file) + 1) == 0);
    CHECK(code_of(read_file(path)) == "large");
    const std::string text = folder.write("text.txt", "Norway bans Telmar. " + std::string(9000, 'a'));
    REQUIRE(::truncate(text.c_str(), static_cast<off_t>(largest_text) + 4) == 0);
    CHECK(code_of(read_file(text)) == "large");
}

TEST_CASE("F01: a missing path is an error, before anything is read") {
    const Folder folder;
    folder.write("a.txt", "Norway.");
    try {
        static_cast<void>(find_articles({folder.path(), folder / "none.txt"}));
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.kind() == Error::Kind::missing);
        CHECK(error.place().file == folder / "none.txt");
    }
    CHECK_THROWS_AS(find_articles({""}), Error);
}

TEST_CASE("F02: a folder as a file and a file as a folder") {
    const Folder folder;
    const std::string file = folder.write("a.txt", "Norway.");
    CHECK(code_of(read_file(folder.path())) == "special");
    CHECK_THROWS_AS(find_articles({file + "/"}), Error);
    CHECK_THROWS_AS(find_articles({file + "/b.txt"}), Error);
}

TEST_CASE("F03: links to folders above are walked once") {
    const Folder folder;
    folder.write("in/a.txt", "Norway.");
    fs::create_directory_symlink(folder.path(), folder / "in/up");
    fs::create_directory_symlink("loop", folder / "loop");
    const ArticleFiles found = find_articles({folder.path()});
    CHECK(found.paths == std::vector<std::string>{folder / "in/a.txt"});
    CHECK(found.left_out == 2);
    CHECK(found.skipped.empty());
}

TEST_CASE("F04: what may not be read is skipped") {
    const Folder folder;
    const std::string path = folder.write("a.txt", "Norway.");
    fs::create_directory(folder / "closed");
    REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
    REQUIRE(::chmod(path.c_str(), 0) == 0);
    REQUIRE(::chmod((folder / "closed").c_str(), 0) == 0);
    const uid_t user = ::geteuid();
    if (user == 0) REQUIRE(::seteuid(65534) == 0);  // root may read everything, nobody may not
    const std::string code = code_of(read_file(path));
    const ArticleFiles found = find_articles({folder.path()});
    if (user == 0) REQUIRE(::seteuid(user) == 0);
    REQUIRE(::chmod((folder / "closed").c_str(), 0700) == 0);
    CHECK(code == "permission");
    REQUIRE(found.skipped.size() == 1);
    CHECK(found.skipped[0].code == "permission");
    CHECK(found.skipped[0].path == folder / "closed");
    CHECK(found.paths == std::vector<std::string>{path});
}

TEST_CASE("F05: FIFOs, sockets and devices are skipped without waiting") {
    const Folder folder;
    const std::string fifo = folder / "pipe.txt";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    CHECK(code_of(read_file(fifo)) == "special");
    CHECK(code_of(read_file("/dev/zero")) == "special");
    const int number = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = folder / "s.txt";
    REQUIRE(path.size() < sizeof address.sun_path);
    path.copy(address.sun_path, path.size());
    REQUIRE(::bind(number, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    CHECK(code_of(read_file(path)) == "special");
    ::close(number);
    CHECK(find_articles({folder.path()}).paths.size() == 2);
}

TEST_CASE("F06: a file that vanishes or changes is skipped, or read whole") {
    const Folder folder;
    const std::string path = folder.write("a.txt", "Norway.");
    const ArticleFiles found = find_articles({folder.path()});
    fs::remove(path);
    REQUIRE(found.paths.size() == 1);
    CHECK(code_of(read_file(found.paths[0])) == "changed");

    // Grows and shrinks while it is read: never a crash, never half a text unnoticed.
    const std::string busy = folder.write("busy.txt", std::string(3'000'000, 'n'));
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (std::size_t size = 0; !done; size = (size + 700'001) % 4'000'000) {
            if (::truncate(busy.c_str(), static_cast<off_t>(size)) != 0) return;
        }
    });
    for (int i = 0; i < 50; ++i) {
        const std::string code = code_of(read_file(busy));
        CHECK((code == "read" || code == "changed" || code == "empty" || code == "binary"));
    }
    done = true;
    writer.join();
}

TEST_CASE("F07: names of any bytes, and paths longer than the kernel takes") {
    const Folder folder;
    for (const auto* name : {"-rf.txt", "a\nb.txt", "\xFF\xFE.txt", " .txt"})
        folder.write(name, "Norway "s + name);
    folder.write(std::string(251, 'n') + ".txt", "Norway.");
    const ArticleFiles found = find_articles({folder.path()});
    CHECK(found.paths.size() == 5);
    for (const auto& path : found.paths)
        CHECK(code_of(read_file(path)) == "read");

    const Folder deep;
    const std::string name(200, 'd');
    const int begin = ::open(".", O_RDONLY | O_DIRECTORY);
    REQUIRE(::chdir(deep.path().c_str()) == 0);
    std::string path = deep.path();
    while (path.size() < 5000) {
        REQUIRE(::mkdir(name.c_str(), 0700) == 0);
        REQUIRE(::chdir(name.c_str()) == 0);
        path += "/" + name;
    }
    std::ofstream("a.txt") << "Norway.";
    REQUIRE(::fchdir(begin) == 0);
    ::close(begin);
    CHECK(find_articles({deep.path()}).paths == std::vector<std::string>{path + "/a.txt"});
    CHECK(code_of(read_file(path + "/a.txt")) == "read");
    CHECK(find_articles({path}).paths.size() == 1);
}

TEST_CASE("F08: many files come sorted, whatever the order of the arguments") {
    const Folder folder;
    for (int i = 0; i < 3000; ++i)
        folder.write("f/" + std::to_string(i) + ".txt", "Norway.");
    folder.write("f/picture.png", "x");
    folder.write("g/a.TXT", "Norway.");
    folder.write("f.txt", "Norway.");
    const ArticleFiles one = find_articles({folder / "f", folder / "g", folder / "f.txt", "-"});
    const ArticleFiles other =
        find_articles({"-", folder / "f.txt", folder / "g/", folder / "f", folder / "f/7.txt", "-"});
    CHECK(one.paths.size() == 3003);
    CHECK(std::is_sorted(one.paths.begin(), one.paths.end()));
    CHECK(one.paths == other.paths);
    CHECK(one.left_out == 1);
    CHECK(find_articles({folder / "f/picture.png"}).paths.size() == 1);
    CHECK(find_articles({}).paths.empty());
}

TEST_CASE("F11: standard input comes in pieces and is read to its end") {
    int ends[2];
    REQUIRE(::pipe2(ends, O_NONBLOCK) == 0);
    const int saved = ::dup(STDIN_FILENO);
    REQUIRE(::dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
    std::thread writer([end = ends[1]] {
        for (const std::string_view piece : {"Norway ", "bans ", "Telmar."}) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            (void)!::write(end, piece.data(), piece.size());
        }
        ::close(end);
    });
    const auto result = read_file("-");
    writer.join();
    ::dup2(saved, STDIN_FILENO);
    ::close(saved);
    ::close(ends[0]);
    REQUIRE(code_of(result) == "read");
    CHECK(std::get<Article>(result).text == "Norway bans Telmar.");
    CHECK(std::get<Article>(result).info.id == "-");
}
