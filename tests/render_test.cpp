// A graph to a picture: what is drawn, and how it looks.
// SPDX-License-Identifier: MIT
#include "entente/render.hpp"

#include <cmath>
#include <cstdlib>
#include <set>

#include "entente/text/error.hpp"
#include "render_cases.hpp"
#include "sample_graph.hpp"
#include "xml_check.hpp"

using namespace entente;

namespace {

std::string case_file(const std::string& name) {
    return file_bytes(source_dir() / "tests/cases/render" / name);
}

std::string dot_of(const std::string& text, const RenderOptions& options = {}) {
    return to_dot(graph_of(text), built_in_schema(), Style::built_in(), options);
}

std::string message_of(const std::string& style) {
    try {
        (void)Style::from_json(style, "mine.json");
    } catch (const Error& error) {
        CHECK(error.kind() == Error::Kind::config);
        return error.what();
    }
    return "no error";
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// Contrast as WCAG 2.1 reckons it, from 1 to 21.
double luminance(const std::string& colour) {
    double out = 0;
    for (const auto& [at, weight] : {std::pair{1, 0.2126}, {3, 0.7152}, {5, 0.0722}}) {
        const double c =
            static_cast<double>(std::stoi(colour.substr(static_cast<std::size_t>(at), 2), nullptr, 16)) / 255;
        out += weight * (c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
    }
    return out;
}
double contrast(const std::string& a, const std::string& b) {
    const double high = std::max(luminance(a), luminance(b)), low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

}  // namespace

TEST_CASE("a graph becomes the DOT that stands beside its case, byte by byte") {
    for (const std::string name : {"modality", "news"}) {
        const std::string dot =
            dot_of(case_file(name + ".graph.txt"), {.title = name == "news" ? "A week of news" : ""});
        const auto golden = source_dir() / "tests/cases/render" / (name + ".dot");
        if (std::getenv("ENTENTE_UPDATE") != nullptr) std::ofstream(golden, std::ios::binary) << dot;
        CHECK(dot == file_bytes(golden));
    }
}

TEST_CASE("a ban that is planned, possible, asked for or denied looks like no ban, with colours and without") {
    const Style style = Style::built_in();
    std::set<std::string> looks{style.lines[0].line + style.lines[0].head}, colours{style.lines[0].colour}, words{""};
    for (std::size_t i = 1; i < style.lines.size(); ++i) {
        CHECK(looks.insert(style.lines[i].line + style.lines[i].head).second);
        CHECK(colours.insert(style.lines[i].colour).second);
        CHECK(words.insert(style.lines[i].word).second);
    }
    CHECK(colours.insert(style.denial.colour).second);
    const std::string dot = dot_of(case_file("modality.graph.txt"));
    for (const auto* label : {"\"bans ×2\"", "\"bans (planned)\"", "\"bans (possible)\"", "\"bans (asked for)\"",
                              "\"not bans\"", "\"not bans (asked for)\""}) {
        CHECK(has(dot, std::string("label=") + label));
    }
}

TEST_CASE("text keeps a contrast of 4.5 to 1") {
    const Style style = Style::built_in();
    for (const auto& entity : style.entities)
        CHECK(contrast(entity.text, entity.fill) >= 4.5);
    for (const auto& line : style.lines)
        CHECK(contrast(line.colour, style.background) >= 4.5);
    CHECK(contrast(style.denial.colour, style.background) >= 4.5);
    CHECK(contrast(style.ink, style.background) >= 4.5);
}

TEST_CASE("the legend explains what occurs, and nothing else") {
    const std::string dot =
        dot_of("country Norway\norganisation Telmar\nNorway | bans | Telmar | planned | x | a.txt\n");
    CHECK(has(dot, "label=\"country\""));
    CHECK_FALSE(has(dot, "label=\"person\""));
    CHECK(has(dot, "label=\"planned\""));
    CHECK_FALSE(has(dot, "label=\"stated as fact\""));
    CHECK_FALSE(has(dot, "label=\"not so\""));
}

TEST_CASE("an arrow tells its sentences and their files, three at most") {
    std::string text = "country Norway\norganisation Telmar\n";
    for (const std::string number : {"1", "2", "3", "4", "5"}) {
        text += "Norway | bans | Telmar | | Sentence " + number + ". | " + number + ".txt\n";
    }
    const std::string dot = dot_of(text);
    CHECK(has(dot, "label=\"bans ×5\""));
    CHECK(has(dot, "tooltip=\"Norway – bans – Telmar\\nSentence "));
    CHECK(has(dot, ".txt)\\nand 2 more\""));
}

TEST_CASE("what is said alike of the same two is one arrow, four relations at most") {
    const std::string ends = "country Norway\norganisation Telmar\n";
    const auto say = [](const std::string& relation, const std::string& how) {
        return "Norway | " + relation + " | Telmar | " + how + " | x | " + relation + ".txt\n";
    };
    const std::string three = ends + say("accuses", "") + say("bans", "") + say("fines", "") + say("bans", "planned");
    CHECK(has(dot_of(three), "label=\"accuses\\nbans\\nfines\""));
    CHECK(has(dot_of(three), "label=\"bans (planned)\""));
    const std::string five = three + say("sues", "") + say("warns", "") + "Norway | warns | Telmar | | y | y.txt\n";
    CHECK(has(dot_of(five), "label=\"warns ×2\\naccuses\\nbans\\nand 2 more\""));
}

TEST_CASE("entities without a relation are drawn on request") {
    const std::string text = case_file("modality.graph.txt");
    CHECK_FALSE(has(dot_of(text), "Lisbon"));
    CHECK(has(dot_of(text), "1 entity without a relation is not shown"));
    CHECK(has(dot_of(text, {.lonely = true}), "label=\"Lisbon\""));
    CHECK_FALSE(has(dot_of(text, {.lonely = true}), "not shown"));
}

TEST_CASE("a graph too large to read is cut to its most important part, and the picture says so") {
    std::string text =
        "country Norway\norganisation Core\nNorway | bans | Core | | x | a.txt\nNorway | fines | Core | | x "
        "| a.txt\n";
    for (int i = 0; i < 98; ++i) {
        const std::string name = "Leaf " + std::to_string(i);
        text = "organisation " + name + "\n" + text + "Norway | urges | " + name + " | | x | a.txt\n";
    }
    const std::string dot = dot_of(text, {.most_entities = 10});
    CHECK(has(dot, "label=\"Core\""));
    CHECK(has(dot, "label=\"The most important part: 10 of 100 entities, 10 of 100 relations shown\""));
    CHECK(has(dot_of(text, {.most_relations = 4}),
              "label=\"The most important part: 4 of 100 entities, 4 of 100 relations shown\""));
    CHECK_FALSE(has(dot_of(text, {.most_entities = 100, .most_relations = 100}), "most important part"));
}

TEST_CASE("a picture around a name shows what it does and suffers, and further steps on request") {
    const KnowledgeGraph graph = graph_of(
        "country Norway\norganisation Telmar\nperson Ann Li\ncountry Sweden\n"
        "Norway | bans | Telmar | | x | a.txt\nAnn Li | leads | Telmar | | x | a.txt\nSweden | urges | Ann Li | | x | "
        "a.txt\n");
    const auto dot = [&](const std::string& name, std::size_t depth) {
        return to_dot(graph, built_in_schema(), Style::built_in(),
                      {.focus = {graph.find(name).front()}, .depth = depth});
    };
    CHECK(has(dot("Norway", 1), "label=\"Telmar\""));
    CHECK_FALSE(has(dot("Norway", 1), "label=\"Ann Li\""));
    CHECK(has(dot("Norway", 2), "label=\"Ann Li\""));
    CHECK_FALSE(has(dot("Norway", 2), "label=\"Sweden\""));
    CHECK(has(dot("Norway", 9), "label=\"Sweden\""));
    CHECK(has(dot("Norway", 2), "label=\"Only within 2 steps of Norway: 2 of 3 relations\""));
}

TEST_CASE("only what is asked for is drawn, and the picture says what that was") {
    const KnowledgeGraph graph = assemble(sample::file().extractions, built_in_schema());
    const auto edges = [&](const RenderOptions& options) {
        const std::string dot = to_dot(graph, built_in_schema(), Style::built_in(), options);
        std::size_t out = 0;
        for (std::size_t at = dot.find("key=\"e"); at != std::string::npos; at = dot.find("key=\"e", at + 1))
            ++out;
        return out;
    };
    CHECK(edges({}) == 7);
    CHECK(edges({.relations = {"bans"}}) == 3);
    CHECK(edges({.relations = {"bans"}, .marks = {Mark::asserted}}) == 1);
    CHECK(edges({.marks = {Mark::denied}}) == 1);
    CHECK(edges({.types = {EntityType::country}}) == 1);
    CHECK(edges({.min_sources = 2}) == 1);
    CHECK(edges({.since = "2026-04"}) == 4);     // the ban is told again then
    CHECK(edges({.since = "2026-04-15"}) == 4);  // "2026-04" may be the 20th
    CHECK(edges({.until = "2026-03-05"}) == 1);  // the day of the ban, which the article of the 12th tells
    CHECK(edges({.since = "2026-05"}) == 0);
    CHECK(edges({.part = RenderOptions::Part{{0, 1}, {}}}) == 2);
    CHECK(edges({.part = RenderOptions::Part{{}, {0}}}) == 0);
    CHECK(has(to_dot(graph, built_in_schema(), Style::built_in(), {.part = RenderOptions::Part{{}, {0}}}),
              "label=\"Norway\""));
    const std::string dot =
        to_dot(graph, built_in_schema(), Style::built_in(), {.relations = {"bans"}, .until = "2026-03"});
    CHECK(has(dot, "label=\"Only bans; until 2026-03: 2 of 7 relations\""));
    CHECK(has(dot, "label=\"bans\""));  // and not ×2: one of the two sentences is of April
}

TEST_CASE("each relation has an arrow of its own on request") {
    const std::string text =
        "country Norway\norganisation Telmar\nNorway | bans | Telmar | | x | a.txt\nNorway | fines | Telmar | | x | "
        "a.txt\n";
    CHECK(has(dot_of(text), "label=\"bans\\nfines\""));
    CHECK(has(dot_of(text, {.parallel = true}), "label=\"fines\""));
}

TEST_CASE("many are laid out by springs, and any layout may be asked for") {
    std::string text = "country Norway\n";
    for (int i = 0; i < 90; ++i)
        text = "organisation Leaf " + std::to_string(i) + "\n" + text + "Norway | urges | Leaf " + std::to_string(i) +
               " | | x | a.txt\n";
    CHECK(has(dot_of(text), "layout=\"neato\""));
    CHECK(has(dot_of(text, {.arrangement = Arrangement::down}), "rankdir=\"TB\""));
    for (const auto* word : {"right", "down", "springs", "circle", "rings"}) {
        INFO(word);
        const Drawing drawing =
            draw(dot_of(case_file("news.graph.txt"), {.arrangement = *arrangement(word)}), Picture::svg);
        CHECK(drawing.layout.empty());
        CHECK(check_xml(drawing.bytes).fault == "");
    }
    CHECK_FALSE(arrangement("nop2"));
    CHECK_FALSE(draw("digraph { graph [layout=nop2]; a -> b }", Picture::svg).bytes.empty());
}

TEST_CASE("the dark theme leaves nothing unreadable") {
    const Style style = Style::built_in(Style::Theme::dark);
    CHECK(style.background != Style::built_in().background);
    for (const auto& entity : style.entities)
        CHECK(contrast(entity.text, entity.fill) >= 4.5);
    for (const auto& line : style.lines)
        CHECK(contrast(line.colour, style.background) >= 4.5);
    CHECK(contrast(style.denial.colour, style.background) >= 4.5);
    CHECK(contrast(style.ink, style.background) >= 4.5);
}

TEST_CASE("a graph without statements still makes a picture") {
    const std::string dot = dot_of("");
    CHECK(has(dot, "There is nothing to draw"));
    CHECK(check_xml(draw(dot, Picture::svg).bytes).fault.empty());
}

TEST_CASE("the SVG is well-formed, has a name, tooltips and only shapes and text") {
    const Drawing drawing = draw(dot_of(case_file("news.graph.txt"), {.title = "A week & a \"day\""}), Picture::svg);
    CHECK(drawing.layout.empty());
    const Xml xml = check_xml(drawing.bytes);
    CHECK(xml.fault == "");
    CHECK(xml.elements == std::set<std::string>{"ellipse", "g", "path", "polygon", "polyline", "svg", "text", "title"});
    CHECK(std::ranges::count(xml.groups, "node") ==
          27 + 1 + 4 + 5 + 1);  // entities, title, types, lines' words, caption
    CHECK(std::ranges::count(xml.groups, "edge") == 34 + 5);
    CHECK(has(drawing.bytes, "role=\"img\""));
    CHECK(has(drawing.bytes, "aria-label=\"A week &amp; a &quot;day&quot;\""));
    CHECK(has(drawing.bytes, "font-family=\"DejaVu Sans,Verdana"));
    CHECK(std::ranges::count(xml.titles, "Norvia – is based in – Norway\nThe Norwegian operator Norvia.\n(deal.txt)") ==
          1);
    CHECK_FALSE(has(drawing.bytes, "Graphviz"));
    CHECK_FALSE(has(drawing.bytes, "graphviz"));
}

TEST_CASE("the same graph gives the same bytes in every format") {
    const std::string dot = dot_of(case_file("news.graph.txt"));
    for (const Picture picture : {Picture::dot, Picture::svg, Picture::png, Picture::pdf}) {
        CHECK(draw(dot, picture).bytes == draw(dot, picture).bytes);
    }
    CHECK(draw(dot, Picture::png).bytes.starts_with("\x89PNG\r\n"));
    CHECK(draw(dot, Picture::pdf).bytes.starts_with("%PDF-1."));
    CHECK_FALSE(has(draw(dot, Picture::pdf).bytes, "CreationDate (D:202"));
}

TEST_CASE("a file's name tells the kind of picture") {
    CHECK(picture_for("a/news.svg") == Picture::svg);
    CHECK(picture_for("news.PNG") == Picture::png);
    CHECK(picture_for("news.pdf") == Picture::pdf);
    CHECK(picture_for("news.dot") == Picture::dot);
    CHECK(picture_for("news.gv") == Picture::dot);
    CHECK_FALSE(picture_for("news.graph"));
    CHECK_FALSE(picture_for("svg"));
}

TEST_CASE("the built-in style leaves nothing open") {
    const Style style = Style::built_in();
    for (const auto& entity : style.entities)
        CHECK(!(entity.shape.empty() || entity.border.empty() || entity.label.empty()));
    for (const auto& line : style.lines)
        CHECK(!(line.line.empty() || line.head.empty() || line.label.empty() || line.width <= 0));
    CHECK(style.lines[0].word.empty());
    CHECK(style.direction == "right");
    CHECK(style.font == "DejaVu Sans");
    CHECK(style.entity_size * style.relation_size * style.title_size > 0);
}

TEST_CASE("a style of one's own changes what it names") {
    const Style style =
        Style::from_json(R"({"entities": {"person": {"fill": "#ffffff", "shape": "note"}}})", "mine.json");
    CHECK(style.entities[0].fill == "#ffffff");
    CHECK(style.entities[0].shape == "note");
    CHECK(style.entities[0].text == Style::built_in().entities[0].text);
    CHECK(style.lines[2].line == "dotted");
}

TEST_CASE("a style that is wrong says where, and what was meant") {
    const std::string wrong_key = message_of("{\n  \"entities\": {\n    \"person\": {\"shap\": \"box\"}\n  }\n}");
    CHECK(has(wrong_key, "mine.json:3:16: error: /entities/person/shap: unknown word 'shap'"));
    CHECK(has(wrong_key, "did you mean 'shape'?"));
    CHECK(has(message_of(R"({"entities": {"person": {"shape": "elipse"}}})"), "did you mean 'ellipse'?"));
    CHECK(has(message_of(R"({"entities": {"person": {"shape": "record"}}})"),
              "/entities/person/shape: 'record' is none of"));
    CHECK(has(message_of(R"({"background": "red\" URL=\"x"})"), "/background: this is no colour"));
    CHECK(has(message_of(R"({"font": {"name": "x\"]; evil"}})"), "/font/name: "));
    CHECK(has(message_of(R"({"font": {"entity_size": 1000}})"), "a number from 6 to 72"));
    CHECK(has(message_of(R"({"font": {"entity_size": "12"}})"), "/font/entity_size: a number is wanted here"));
    CHECK(has(message_of(R"({"modality": []})"), "/modality: an object is wanted here"));
    CHECK(has(message_of("{"), "this is not JSON"));
    CHECK(message_of("{}") == "no error");
}
