// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catch.hpp"
#include "entente/json.hpp"

using namespace entente;

namespace {

std::string message_of(const std::string& text, const std::string& file = "x.json") {
    try {
        const JsonDocument document(text, file);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("A JSON text is read by keys and elements", "[json]") {
    const JsonDocument document(R"({"name": "Telmar", "spans": [[0, 6], [9, 15]], "none": null, "big": 4294967296})");
    const Json root = document.root();
    CHECK(root["name"].string() == "Telmar");
    CHECK(root["spans"].elements()[1].elements()[0].offset() == 9);
    CHECK_FALSE(root.find("none"));
    CHECK_FALSE(root.find("missing"));
    CHECK(root.text("missing").empty());
    CHECK(root["big"].integer() == 4294967296);
    CHECK_THROWS_AS(root["big"].offset(), Error);
}

TEST_CASE("A value of the wrong type is named by its path", "[json]") {
    const JsonDocument document(R"({"entities": [{"id": 7}]})", "g.graph", 12);
    try {
        (void)document.root()["entities"].elements()[0]["id"].string();
        FAIL("a number was taken for a string");
    } catch (const Error& error) {
        CHECK(std::string(error.what()) ==
              "g.graph:12: error: /entities/0/id: a number stands where a string is wanted");
    }
}

TEST_CASE("What is not JSON is refused with its place", "[json]") {
    const auto text =
        GENERATE(std::string("{\"a\": }"), std::string("[1,]"), std::string("[NaN]"), std::string("\"\xFF\""),
                 std::string("\"a\nb\""), std::string("\"a long string with a control byte \x1E in its midst\""),
                 std::string("1e999"), std::string("\"\\uD800\""), std::string(""), std::string("123\0", 4),
                 std::string("\xEF\xBB\xBF{}"), std::string("\xEF\xBB{}"), std::string("{} {}"));
    CHECK_THAT(message_of(text), Catch::Matchers::StartsWith("x.json:1:"));
}

TEST_CASE("Nesting is taken to 512 and refused beyond, without a deep stack", "[json]") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(message_of(nested(512)).empty());
    CHECK_THAT(message_of(nested(513)), Catch::Matchers::Contains("nested deeper than 512"));
    CHECK_THAT(message_of(std::string(1'000'000, '[')), Catch::Matchers::Contains("nested deeper than 512"));
    CHECK(message_of("\"" + std::string(1000, '[') + "\"").empty());
}

TEST_CASE("What is written can be read again", "[json]") {
    JsonWriter out;
    out.object()
        .key("text")
        .value("a\"b\\c\n\x01é")
        .key("list")
        .array()
        .value(1)
        .value(true)
        .null()
        .end()
        .key("x")
        .value(0.5);
    out.end();
    const JsonDocument document(out.text());
    CHECK(document.root()["text"].string() == "a\"b\\c\n\x01é");
    CHECK(document.root()["list"].elements().size() == 3);
    CHECK(out.text().find(' ') == std::string_view::npos);
}

TEST_CASE("Bytes that are not UTF-8 are written as U+FFFD", "[json]") {
    JsonWriter out;
    out.value("a\xFF");
    CHECK(out.text() == "\"a\uFFFD\"");
}

TEST_CASE("A control byte is escaped wherever it stands in a string", "[json]") {
    for (int c = 0; c < ' '; ++c) {
        for (std::size_t before : {0U, 1U, 15U, 16U, 40U}) {
            const std::string text = std::string(before, 'a') + static_cast<char>(c) + std::string(40, 'b');
            JsonWriter json;
            json.array().value(text).end();
            const std::string_view written = json.text();
            CHECK(std::none_of(written.begin(), written.end(), [](char byte) { return byte >= 0 && byte < ' '; }));
            if (c != 0) CHECK(JsonDocument(written, "memory").root().elements().front().string() == text);
        }
    }
}

TEST_CASE("All of JSONTestSuite is taken or refused as it should be", "[json]") {
    const auto folder = hostile_corpus("JSONTestSuite");
    if (!folder) return;
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() != ".json" || name.size() < 2 || name[1] != '_') continue;
        INFO(name);
        const std::string message = message_of(file_bytes(entry.path()));
        if (name[0] == 'y') CHECK(message.empty());
        if (name[0] == 'n') CHECK_FALSE(message.empty());
        ++files;
    }
    CHECK(files >= 300);
}
