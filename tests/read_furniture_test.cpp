// What of a page is not the article is marked.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "catch.hpp"
#include "entente/read.hpp"

using namespace entente;

TEST_CASE("what stands around the article on a saved page is furniture, and the title is not") {
    std::string menu, links;
    for (const char* word : {"Home", "World", "Business", "Sport", "Weather", "Harbours"})
        menu += std::string(word) + "\n";
    for (int i = 0; i < 8; ++i)
        links += "Norvia opens harbour number " + std::to_string(i) + "\n";
    const std::string title = "Norvia sells its last trawler to Dravik Foods\n";
    const std::string body =
        "The operator said on Monday that it had sold the ship, which is the oldest of the fleet.\n"
        "A spokesman for the firm said that it would be broken up in the spring.\n";
    const auto text_of = [](const Article& article) {
        std::string out = article.text;
        for (auto span = article.info.furniture.rbegin(); span != article.info.furniture.rend(); ++span)
            out.erase(span->begin, span->size() + 1);
        return out;
    };
    const Article page = read_article(menu + title + body + links, "page.txt");
    CHECK(text_of(page) == title + body);
    CHECK(page.info.title == "Norvia sells its last trawler to Dravik Foods");
    const Article alone = read_article("Weather\n" + title + body + "Harbours\n", "alone.txt");
    CHECK(alone.info.furniture.empty());
}

TEST_CASE("furniture is marked, not cut") {
    const std::string text =
        "Norway bans Telmar\nShare this article:\nNorway banned Telmar.\n( Log Out / Change )\nMinisters "
        "leave a reply to the last day.\nLeave a Reply\n";
    const Article article = read_article(text, "x");
    CHECK(article.text == text);
    std::vector<std::string> lines;
    for (const Span span : article.info.furniture)
        lines.emplace_back(span.of(article.text));
    CHECK(lines == std::vector<std::string>{"Share this article:", "( Log Out / Change )", "Leave a Reply"});
    CHECK(read_article("Sign up for our " + std::string(400, 'x'), "x").info.furniture.empty());
}
