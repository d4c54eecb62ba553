// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "entente/text/error.hpp"
#include "entente/text/regex.hpp"
#include "entente/text/span.hpp"
#include "entente/text/utf8.hpp"

#include <vector>

using namespace entente;

TEST_CASE("A span is half-open: it covers its first byte and not its last", "[text]") {
    const std::string_view text = "Norway bans";
    CHECK(Span{0, 6}.of(text) == "Norway");
    CHECK(Span{0, 6}.size() == 6);
    CHECK_FALSE(Span{0, 6}.overlaps({6, 7}));
    CHECK(Span{0, 6}.contains({6, 6}));
    CHECK(cover({2, 4}, {7, 9}) == Span{2, 9});
}

TEST_CASE("Bytes that are not UTF-8 are one U+FFFD per maximal subpart", "[text]") {
    struct Row {
        std::string bytes;
        std::size_t replaced;
    };
    const auto row = GENERATE(Row{"caf\xC3\xA9", 0}, Row{"\xC0\x80", 2}, Row{"\xE0\x80\xAF", 3}, Row{"\xED\xA0\x80", 3},
                              Row{"\xF4\x90\x80\x80", 4}, Row{"\xE2\x82", 1}, Row{"\xF0\x9F\x98", 1}, Row{"a\xFF z", 1},
                              Row{"\xF8\x88\x80\x80\x80", 5}, Row{std::string("a\0b", 3), 1});
    std::size_t replaced = 0;
    const std::string clean = clean_utf8(row.bytes, &replaced);
    CHECK(replaced == row.replaced);
    CHECK(is_utf8(clean));
}

TEST_CASE("A character is found from its end as well", "[text]") {
    const std::string text = "aé€😀";
    std::size_t at = text.size();
    std::vector<char32_t> found;
    while (at > 0) {
        const CodePoint c = decode_before(text, at);
        found.push_back(c.value);
        at -= c.size;
    }
    CHECK(found == std::vector<char32_t>{U'😀', U'€', U'é', U'a'});
    CHECK(decode_before("a\x80", 2).value == 0xFFFD);
}

TEST_CASE("Spellings of one name have one key", "[text]") {
    struct Pair {
        std::string a, b;
    };
    const auto pair =
        GENERATE(Pair{"O\u2019Neil", "O'NEIL"}, Pair{"Socie\u0301te\u0301", "soci\u00e9t\u00e9"},
                 Pair{"Tel\u200Bmar", "Telmar"}, Pair{"  European\u00A0 Union ", "European Union"},
                 Pair{"Stra\u00DFe", "STRASSE"}, Pair{"\uFF34elmar", "telmar"}, Pair{"of\uFB01ce", "office"},
                 Pair{"Hong\u2011Eng", "Hong-Eng"}, Pair{"\u202ETelmar\u202C", "Telmar"});
    CHECK(fold(pair.a) == fold(pair.b));
}

TEST_CASE("Ten thousand accents on one letter are folded in linear time", "[text]") {
    std::string text = "a";
    for (int i = 0; i < 10'000; ++i)
        text += "\u0301";
    CHECK_FALSE(fold(text).empty());
}

TEST_CASE("What is printed for a person holds no control bytes", "[text]") {
    CHECK(printable("a\x1B[31mb\n") == "a\\x1B[31mb\\x0A");
    CHECK(printable("x\u202Ey") == "x\\u{202E}y");
    CHECK(printable("bad \xFF byte") == "bad \\xFF byte");
    CHECK(printable("Élysée") == "Élysée");
}

TEST_CASE("An error points at its place", "[text]") {
    const std::string text = "relation bans\nverb é vrb ban\n";
    const auto place = locate("bans.rules", text, text.find("vrb"));
    CHECK(place.line == 2);
    CHECK(place.column == 8);
    const Error error(Error::Kind::config, place, "unknown word 'vrb'", "did you mean 'verb'?");
    CHECK(std::string(error.what()) ==
          "bans.rules:2:8: error: unknown word 'vrb'\n    verb é vrb ban\n           ^\n  did you mean 'verb'?");
}

TEST_CASE("The caret stays in sight in a line of a megabyte", "[text]") {
    std::string text(1'000'000, 'x');
    text[700'000] = '!';
    const Error error(Error::Kind::data, locate("f", text, 700'000), "here");
    const std::string message = error.what();
    CHECK(message.size() < 400);
    const auto lines = message.substr(message.find('\n') + 1);
    CHECK(lines[lines.rfind('^') - lines.find('\n') - 1] == '!');
}

TEST_CASE("A misspelt word finds its neighbour, a foreign one none", "[text]") {
    const std::vector<std::string> words{"verb", "noun", "example"};
    CHECK(nearest("vrb", words) == "verb");
    CHECK(nearest("exmaple", words) == "example");
    CHECK(nearest("subject", words).empty());
}

TEST_CASE("A pattern gives its groups as spans of the text", "[text]") {
    const Regex title(R"((President|Minister) (\pL+)(, (\pL+))?)");
    const std::string_view text = "the President Kettu said";
    const auto match = title.find(text);
    REQUIRE(match);
    CHECK(match->groups[1].of(text) == "Kettu");
    CHECK(match->matched[3] == false);
    CHECK_FALSE(title.find(text, 5));
    CHECK(title.find_all("President A; Minister B").size() == 2);
    CHECK(Regex("é+").matches("éé"));
}

TEST_CASE("A pattern that cannot be read says where and why", "[text]") {
    const auto pattern = GENERATE("(abc", "[z-a]", "a{1001}", "(?=x)", "(a)\\1", "((a{100}){100}){100}");
    try {
        const Regex regex(pattern);
        FAIL("the pattern was taken: " << pattern);
    } catch (const Error& error) {
        CHECK(error.kind() == Error::Kind::config);
        CHECK_FALSE(error.text().empty());
    }
}

TEST_CASE("A pattern that matches nothing ends", "[text]") {
    CHECK(Regex("x*").find_all("ab").empty());
}

TEST_CASE("A hash is the same on every machine", "[text]") {
    CHECK(hash_hex("Entente") == hash_hex(std::string("Entente")));
}
