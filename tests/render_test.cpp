#include "entente/render.hpp"
#include "render_cases.hpp"
#include <fstream>
using namespace entente;
TEST_CASE("picture") {
    const auto graph = graph_of(file_bytes(source_dir() / "tests/cases/render/news.graph.txt"));
    RenderOptions o; o.title = "A week of news";
    if (const char* n = getenv("MOST")) o.most_entities = atoi(n);
    const std::string dot = to_dot(graph, built_in_schema(), Style::built_in(), o);
    std::ofstream("/tmp/r/news.dot") << dot;
    for (auto [p, e] : {std::pair{Picture::svg, "svg"}, {Picture::png, "png"}, {Picture::pdf, "pdf"}}) {
        const auto d = draw(dot, p);
        std::ofstream(std::string("/tmp/r/news.") + e) << d.bytes;
        printf("%s %s %zu\n", e, d.layout.c_str(), d.bytes.size());
    }
}
