// The tokeniser: cases as files, and what holds for any bytes.
// SPDX-License-Identifier: MIT
#include "entente/tokenise.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <sstream>

#include "catch.hpp"
#include "entente/data.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

using namespace entente;

namespace {

const Lexicon& english() {
    static const Lexicon lexicon = Knowledge::built_in().lexicon;
    return lexicon;
}

Document tokenised(std::string text, std::vector<Span> furniture = {}) {
    static const Tokeniser tokeniser(english());
    Article article;
    article.text = std::move(text);
    article.info.furniture = std::move(furniture);
    Document document(std::move(article));
    tokeniser.annotate(document);
    return document;
}

std::string_view name_of(Sentence::Kind kind) {
    switch (kind) {
        case Sentence::Kind::prose:
            return "prose";
        case Sentence::Kind::headline:
            return "headline";
        case Sentence::Kind::bullet:
            return "bullet";
        case Sentence::Kind::line:
            return "line";
    }
    return "";
}

std::string words_of(const Document& document) {
    std::ostringstream out;
    out << document;
    return out.str();
}

std::string kinds_of(const Document& document) {
    std::string out;
    for (const Sentence& sentence : document.sentences)
        out += std::string(out.empty() ? "" : " ") + std::string(name_of(sentence.kind));
    return out;
}

// tests/cases/tokenise/*.txt; docs/tokenise.md describes the format.
struct Case {
    std::string name, text, expected, kinds;
};

std::vector<Case> cases_in(const std::filesystem::path& path) {
    std::vector<Case> cases;
    std::istringstream lines(file_bytes(path));
    enum { head, text, sentences } part = head;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("=== ")) {
            cases.push_back({path.filename().string() + ": " + line.substr(4), "", "", ""});
            part = text;
        } else if (line == "---") {
            part = sentences;
        } else if (part == text) {
            cases.back().text += line + "\n";
        } else if (part == sentences && line.starts_with("kinds: ")) {
            cases.back().kinds = line.substr(7);
        } else if (part == sentences && !line.empty()) {
            cases.back().expected += line + "\n";
        }
    }
    return cases;
}

// Every byte that is not white space and no furniture lies in exactly one token, every token in one sentence.
void require_cover(const Document& document) {
    const std::string_view text = document.text();
    std::vector<int> times(text.size(), 0);
    const auto cover = [&](Span span) {
        for (std::size_t i = span.begin; i < std::min<std::size_t>(span.end, text.size()); ++i)
            ++times[i];
    };
    for (const Token& token : document.tokens) {
        const bool inside =
            token.span.begin < token.span.end && token.span.end <= text.size() && token.span.size() <= 1000;
        if (!inside) FAIL("token " << token.span << " of a text of " << text.size() << " bytes");
        cover(token.span);
    }
    for (const Span span : document.article.info.furniture)
        cover(span);
    const auto behind = std::adjacent_find(document.tokens.begin(), document.tokens.end(),
                                           [](const Token& a, const Token& b) { return a.span.end > b.span.begin; });
    REQUIRE((behind == document.tokens.end()));
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        for (std::size_t i = at; i < at + c.size; ++i) {
            if (times[i] > 1 || (times[i] == 0 && !is_space(c.value)))
                FAIL("byte " << i << " lies in " << times[i] << " tokens");
        }
        at += c.size;
    }
    std::uint32_t next = 0;
    for (const Sentence& sentence : document.sentences) {
        REQUIRE(sentence.tokens.begin == next);
        REQUIRE((sentence.tokens.size() >= 1 && sentence.tokens.size() <= 1000));
        REQUIRE(sentence.span == document.span(sentence.tokens));
        REQUIRE(sentence.span.size() <= 10000);
        next = sentence.tokens.end;
    }
    REQUIRE(next == document.tokens.size());
}

double seconds_for(std::string text) {
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(tokenised(std::move(text)));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes)
        out += piece;
    return out;
}

}  // namespace

TEST_CASE("texts fall into the sentences and words of the case files") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "tests/cases/tokenise")) {
        ++files;
        const auto cases = cases_in(entry.path());
        CHECK(!cases.empty());
        for (const Case& one : cases) {
            INFO(one.name << "\n" << one.text);
            const Document document = tokenised(one.text);
            CHECK(words_of(document) == one.expected);
            if (!one.kinds.empty()) CHECK(kinds_of(document) == one.kinds);
            require_cover(document);
        }
    }
    CHECK(files >= 5);
}

TEST_CASE("a token knows its shape and whether a space stood before it") {
    const Document document = tokenised("Norway's NATO iPhone said 70.5 in 3rd G7 A , McKinsey 北京");
    const auto shape = [&](std::string_view form) {
        for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
            if (document.form(i) == form) return document.tokens[i].shape;
        }
        FAIL("no token " << form);
        return Shape::other;
    };
    CHECK(shape("Norway") == Shape::title);
    CHECK(shape("'s") == Shape::lower);
    CHECK(shape("NATO") == Shape::upper);
    CHECK(shape("iPhone") == Shape::mixed);
    CHECK(shape("said") == Shape::lower);
    CHECK(shape("70.5") == Shape::number);
    CHECK(shape("3rd") == Shape::number);
    CHECK(shape("G7") == Shape::upper);
    CHECK(shape("A") == Shape::title);
    CHECK(shape(",") == Shape::other);
    CHECK(shape("McKinsey") == Shape::title);
    CHECK(shape("北京") == Shape::lower);
    CHECK(document.tokens[0].space_before);
    CHECK_FALSE(document.tokens[1].space_before);
    CHECK(document.tokens[2].space_before);
}

TEST_CASE("furniture gets no tokens and ends a sentence") {
    const std::string text = "Norway bans Telmar\nShare this\nDenmark sues Telmar.";
    const auto begin = static_cast<std::uint32_t>(text.find("Share"));
    const Document document = tokenised(text, {{begin, begin + 10}});
    CHECK(words_of(document) == "Norway bans Telmar\nDenmark sues Telmar .\n");
    require_cover(document);
    CHECK(tokenised(text, {{0, 4000}}).tokens.empty());
    CHECK(words_of(tokenised(text, {{19, 38}, {0, 25}})) == "sues Telmar .\n");
}

TEST_CASE("annotating twice gives the same as once") {
    Document document = tokenised("Norway bans Telmar. Denmark does not.");
    const std::string once = words_of(document);
    Tokeniser(english()).annotate(document);
    CHECK(words_of(document) == once);
}

TEST_CASE("a lexicon without its lists and a kind that is none are faults") {
    CHECK_THROWS_AS(Tokeniser(Lexicon{}), Error);
    Lexicon lexicon = english();
    lexicon.add_list("abbreviations", "zz.\tsometimes\n");
    CHECK_THROWS_WITH(Tokeniser(lexicon), Catch::Matchers::Contains("zz.") && Catch::Matchers::Contains("sometimes"));
}

TEST_CASE("nothing and white space have no sentences") {
    for (const auto* text : {"", " ", "\n\n\t", "\u00A0\u2028\u3000"})
        CHECK(tokenised(text).sentences.empty());
}

TEST_CASE("any bytes are covered by tokens and sentences") {
    std::mt19937 random(20260312);  // the same each time
    const std::vector<std::string> pieces = {
        "Norway", "U.S.",    "Mr.",  ".",  "...",   "\"",   "''",       "“",    "’s",     "n't",    "don't",  "-",
        "—",      "(",       ")",    " ",  " ",     "\n",   "\n\n",     "\r\n", "1.5bn",  "$",      "@a",     "#b",
        "a@b.c",  "http://", "www.", "&",  "/",     "\xC3", "\xE2\x80", "\xFF", "\u0301", "\u200D", "\u2028", "no.",
        "Yahoo!", "cannot",  "a.b",  "* ", "12-34", "é",    "字",       "+",    "e-",     "'"};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const std::size_t size = random() % 60;
        for (std::size_t i = 0; i < size; ++i) {
            if (random() % 3 == 0) {
                text += static_cast<char>(random() % 256);
            } else {
                text += pieces[random() % pieces.size()];
            }
        }
        std::vector<Span> furniture;
        if (random() % 4 == 0 && !text.empty()) {
            const auto begin = static_cast<std::uint32_t>(random() % text.size());
            furniture.push_back({begin, begin + static_cast<std::uint32_t>(random() % 20)});
        }
        INFO(printable(text));
        require_cover(tokenised(text, furniture));
    }
}

TEST_CASE("what is too long is cut") {
    const Document letters = tokenised(std::string(5000, 'a'));
    CHECK(letters.tokens.size() == 5);
    require_cover(letters);
    const Document words = tokenised(repeated("and so on ", 15210));
    CHECK(words.sentences.size() == 5);
    require_cover(words);
    require_cover(tokenised(repeated(std::string(990, 'b') + " ", 40000)));
    require_cover(tokenised(repeated("\u0301", 20000)));
    require_cover(tokenised("\u00E9" + repeated("\u00E9", 4001)));
}

TEST_CASE("the time is linear, whatever the text") {
    for (const std::string_view piece :
         {"a", "a.b.", "Ab.Ab.", "a-a-", "1-",   "1.", "(",  "\"",    "'",   "www.)",  "a@",   "a@b",
          "@", "a'b",  "s/he/",  ".",    "Mr. ", "? ", "\n", "* a\n", "a\n", "\u0301", "\xFF", "no. "}) {
        const double small = seconds_for(repeated(piece, 100'000)), large = seconds_for(repeated(piece, 800'000));
        INFO(printable(piece) << ": " << small << " s, " << large << " s");
        CHECK(large < 16 * small + 0.5);  // eight times the text; a machine may be busy
    }
}
