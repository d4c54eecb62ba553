// Names are found, typed, and not invented.
//
// tests/cases/recognise/*.txt hold articles with their names marked: [ORG Telmar]. What is recognised in the
// article without the marks must give the same marks again. SPDX-License-Identifier: MIT
#include "entente/recognise.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "entente/text/error.hpp"
#include "entente/tokenise.hpp"
#include "marks.hpp"
#include "recognise/patterns.hpp"

using namespace entente;

namespace {

const Knowledge& knowledge() {
    static const Knowledge built_in = Knowledge::built_in();
    return built_in;
}

Document recognised(std::string text) {
    static const Tokeniser tokeniser(knowledge().lexicon);
    static const Recogniser recogniser(knowledge());
    Article article;
    article.text = std::move(text);
    Document document(std::move(article));
    tokeniser.annotate(document);
    recogniser.annotate(document);
    return document;
}

std::string mark(const Name& name) {
    if (name.adjective) return "ADJ";
    if (name.acts) return "GOV";
    switch (name.type) {
        case EntityType::person:
            return "PER";
        case EntityType::organisation:
            return "ORG";
        case EntityType::country:
            return "CTY";
        case EntityType::place:
            break;
    }
    return "PLC";
}

std::string marked(const Document& document) {
    std::string out;
    std::size_t done = 0;
    for (const Name& name : document.names) {
        out += document.text().substr(done, name.span.begin - done);
        out += "[" + mark(name) + " " + std::string(document.text(name.span)) + "]";
        done = name.span.end;
    }
    return out += document.text().substr(done);
}

}  // namespace

TEST_CASE("the names of each sample are those that are marked in it") {
    const auto articles = articles_in("recognise");
    REQUIRE(articles.size() >= 20);
    for (const std::string& article : articles)
        CHECK(marked(recognised(read_marks(article).text)) == article);
}

TEST_CASE("names lie in order, on tokens, apart from each other, and say who found them") {
    const Document document = recognised("Ann Li of Norvia met US-China envoys in Oslo's old harbour, said the BBC.");
    REQUIRE(!document.names.empty());
    std::uint32_t last = 0;
    for (const Name& name : document.names) {
        CHECK(name.span.begin >= last);
        CHECK(name.span == document.span(name.tokens));
        CHECK(name.known.empty() == (name.found_by != "world"));
        CHECK((name.found_by == "world" || name.found_by.starts_with("names.patterns:")));
        last = name.span.end;
    }
}

TEST_CASE("no text is too odd to be read") {
    std::string list, chain, heads, titles;
    for (int i = 0; i < 3000; ++i) {
        list += "China ";
        chain += "Ann Li and ";
        heads += "Bank of ";
        titles += "Deputy Prime ";
    }
    for (const std::string& text : {std::string(), std::string("'s"), std::string("The"), std::string("Of Of Of -"),
                                    list, chain, heads, titles, std::string("\xEF\xBF\xBD Norvia \xEF\xBF\xBD")}) {
        CHECK_NOTHROW(recognised(text));
    }
}

TEST_CASE("a wrong line in the patterns is pointed at") {
    const auto load = [](const char* line) { recognise::Patterns(line, "x.patterns", knowledge().lexicon); };
    CHECK_NOTHROW(load("# nothing\n\nplace 3 before in $\n"));
    CHECK_THROWS_WITH(load("persn 3 name X"), Catch::Matchers::Contains("x.patterns:1:1: error: no such type"));
    CHECK_THROWS_WITH(load("\nperson 0 name X"), Catch::Matchers::Contains("x.patterns:2:8: error: no such weight"));
    CHECK_THROWS_WITH(load("person 3 inside X"), Catch::Matchers::Contains("no such place"));
    CHECK_THROWS_WITH(load("person 3 name (X"), Catch::Matchers::Contains("the pattern cannot be read"));
    CHECK_THROWS_AS(load("person 3 name <no_such_list>"), Error);
}
