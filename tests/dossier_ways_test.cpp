// Ways between two entities.
// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "entente/dossier.hpp"
#include "entente/json.hpp"
#include "render_cases.hpp"

using namespace entente;

namespace {

// "A bans B, B bans C": one letter each, told by as many articles as stand behind the arrow.
KnowledgeGraph graph_of_letters(const std::vector<std::string>& arrows) {
    std::string text;
    for (const char letter : {'A', 'B', 'C', 'D', 'E', 'F'})
        text += std::string("organisation ") + letter + "\n";
    int number = 0;
    for (const auto& arrow : arrows) {
        const int times = arrow.size() > 3 ? arrow[3] - '0' : 1;
        for (int i = 0; i < times; ++i)
            text += std::string(1, arrow[0]) + " | funds | " + arrow[2] + " | " + (arrow[1] == '!' ? "negative" : "") +
                    " | x | " + std::to_string(number++) + ".txt\n";
    }
    return graph_of(text);
}

std::string told(const KnowledgeGraph& graph, const Way& way, char from) {
    std::string out(1, from);
    for (const auto& step : way.steps)
        out += graph.nodes()[step.along ? graph.edges()[step.edge].object : graph.edges()[step.edge].subject].name;
    return out;
}

struct Found {
    std::vector<std::string> shortest, strongest;
};

Found found(const std::vector<std::string>& arrows, char from, char to, std::size_t most = 3) {
    const KnowledgeGraph graph = graph_of_letters(arrows);
    const Ways ways =
        find_ways(graph, graph.find(std::string(1, from)).front(), graph.find(std::string(1, to)).front(), most);
    Found out;
    for (const Way& way : ways.shortest)
        out.shortest.push_back(told(graph, way, from));
    for (const Way& way : ways.strongest)
        out.strongest.push_back(told(graph, way, from));
    return out;
}

using Letters = std::vector<std::string>;

}  // namespace

TEST_CASE("the shortest way may go against the arrows", "[dossier]") {
    CHECK(found({"A>B", "C>B", "A>D", "D>E", "E>C"}, 'A', 'C').shortest == Letters{"ABC"});
}

TEST_CASE("of the shortest ways the better told comes first, and no more than wanted are given", "[dossier]") {
    const std::vector<std::string> arrows{"A>B", "B>C", "A>D3", "D>C3", "A>E", "E>C2"};
    CHECK(found(arrows, 'A', 'C').shortest == Letters{"ADC", "AEC", "ABC"});
    CHECK(found(arrows, 'A', 'C', 1).shortest == Letters{"ADC"});
}

TEST_CASE("the strongest way may be longer", "[dossier]") {
    const Found ways = found({"A>C", "A>B9", "B>C9"}, 'A', 'C');
    CHECK(ways.shortest == Letters{"AC"});
    CHECK(ways.strongest == Letters{"ABC"});
}

TEST_CASE("what is denied joins nobody", "[dossier]") {
    CHECK(found({"A!B", "B>C"}, 'A', 'C').shortest.empty());
    CHECK(found({"A!B", "B>C"}, 'A', 'C').strongest.empty());
}

TEST_CASE("no way leads to an island, nor from one to itself", "[dossier]") {
    CHECK(found({"A>B", "C>D"}, 'A', 'D').shortest.empty());
    CHECK(found({"A>B"}, 'A', 'A').shortest.empty());
}

TEST_CASE("a way is told with its sentences", "[dossier]") {
    const KnowledgeGraph graph = graph_of_letters({"A>B", "C>B"});
    const Ways ways = find_ways(graph, graph.find("A").front(), graph.find("C").front());
    const Schema schema = built_in_schema();
    CHECK(to_text(ways, graph, schema, graph.find("A").front()) ==
          "shortest and strongest, 2 steps, belief 0.49\n  A\n    funds B\n        \"x\"\n        0.txt:0\n"
          "    is funded by C\n        \"x\"\n        1.txt:0\n");
    const JsonDocument json(to_json(ways, graph, schema, graph.find("A").front()));
    CHECK(json.root()["shortest"].elements()[0]["steps"].elements()[1]["to"].string() == "C");
    CHECK(to_text({}, graph, schema, 0) == "no way leads from one to the other\n");
}
