// The page to look around in: what stands in it. What it does in a browser: tests/formats/.
// SPDX-License-Identifier: MIT
#include "entente/json.hpp"
#include "entente/render.hpp"
#include "render_cases.hpp"
#include "sample_graph.hpp"

using namespace entente;

namespace {

std::string page_of(const KnowledgeGraph& graph, const RenderOptions& options = {}) {
    return explorer_page(graph, built_in_schema(), options);
}

KnowledgeGraph sample_graph() {
    return assemble(sample::file().extractions, built_in_schema());
}

std::string data_of(const std::string& page) {
    const std::string begin = "<script type=\"application/json\" id=\"graph\">";
    const std::size_t from = page.find(begin) + begin.size();
    return page.substr(from, page.find("</script>", from) - from);
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t out = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++out;
    return out;
}

}  // namespace

TEST_CASE("a page runs its own four scripts by their hashes, and nothing else") {
    const std::string page = page_of(sample_graph(), {.title = "A </title><script>alert(1)</script> & \"week\""});
    CHECK(times(page, "<script") == 5);  // and the data
    CHECK(times(page, "</script>") == 5);
    CHECK(times(page, "'sha256-") == 5);  // and the style
    CHECK(page.find("unsafe") == std::string::npos);
    CHECK(page.find("default-src 'none'; base-uri 'none'; form-action 'none'; ") != std::string::npos);
    CHECK(page.find("<title>A &lt;/title&gt;&lt;script&gt;") != std::string::npos);
    CHECK(page.find("http://") == std::string::npos);
}

TEST_CASE("the data of a page is whole, and no text ends its block") {
    const std::string data = data_of(page_of(sample_graph()));
    CHECK(data.find('<') == std::string::npos);
    const JsonDocument document(data);
    const Json root = document.root();
    CHECK(root["nodes"].elements().size() == 6);
    CHECK(root["edges"].elements().size() == 7);
    CHECK(root["documents"].elements().size() == 2);
    bool found = false;
    for (const Json& node : root["nodes"].elements())
        found = found || node["names"].elements()[0].string() == sample::hostile;
    CHECK(found);
}

TEST_CASE("spans in a page count as JavaScript does") {
    sample::Article article("a.txt", "", "\U0001F30D Åland banned Telmar.");
    article.entity("place:aland", EntityType::place, "Åland")
        .entity("organisation:telmar", EntityType::organisation, "Telmar");
    article.statement("place:aland", "bans", "organisation:telmar", "\U0001F30D Åland banned Telmar.", "banned");
    const std::string data = data_of(page_of(assemble(std::vector{article.done()}, built_in_schema())));
    const JsonDocument document(data);
    const Json quote = document.root()["edges"].elements()[0]["quotes"].elements()[0];
    CHECK(quote["subject"].elements()[0].integer() == 3);
    CHECK(quote["subject"].elements()[1].integer() == 8);
    CHECK(quote["cue"].elements()[0].integer() == 9);
}

TEST_CASE("the same graph gives the same page, and no layout at all still gives one") {
    const KnowledgeGraph graph = sample_graph();
    CHECK(page_of(graph) == page_of(graph));
    const std::string hurried = explorer_page(graph, built_in_schema(), {}, {.time = std::chrono::milliseconds(0)});
    CHECK(JsonDocument(data_of(hurried)).root()["nodes"].elements().size() == 6);
    CHECK(JsonDocument(data_of(page_of(graph_of("")))).root()["nodes"].elements().empty());
}

TEST_CASE("a page of a cut graph says what was left out") {
    const std::string page = page_of(sample_graph(), {.most_entities = 3});
    CHECK(page.find("The most important part: 3 of 6 entities") != std::string::npos);
}
