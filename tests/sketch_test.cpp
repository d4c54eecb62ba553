// SPDX-License-Identifier: MIT
#include "entente/sketch.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "entente/text/utf8.hpp"

using namespace entente;
using Catch::Matchers::Contains;

namespace {

// A document of words as they stand in a case file: "1  Norway  Norway  PROPN  NNP  4  nsubj".
class Written {
  public:
    void add(const std::string& line) {
        std::istringstream in(line);
        std::uint32_t id = 0, head = 0;
        std::string form, lemma, upos, xpos, deprel;
        in >> id >> form >> lemma >> upos >> xpos >> head >> deprel;
        REQUIRE(in);
        std::string& text = document.article.text;
        if (!text.empty()) text += ' ';
        document.tokens.push_back({make_span(text.size(), text.size() + form.size()), Shape::other, true});
        text += form;
        document.tags.push_back({find_upos(upos).value(), find_xpos(xpos).value(), lemma});
        document.arcs.push_back({head - 1, find_deprel(deprel).value()});
        const auto size = static_cast<std::uint32_t>(document.tokens.size());
        document.sentences = {{{0, size}, document.span(TokenRange{0, size}), Sentence::Kind::prose}};
    }
    Document document{Article{}};
};

Document written(const std::string& words) {
    Written out;
    std::istringstream in(words);
    for (std::string line; std::getline(in, line);)
        out.add(line);
    return out.document;
}

Document ban() {
    Document out = written(
        "1 Norway Norway PROPN NNP 2 nsubj\n"
        "2 banned ban VERB VBD 2 root\n"
        "3 R&D<Tel> Telmar PROPN NNP 2 obj");
    out.names = {{{0, 1}, {0, 6}, EntityType::country, "Q20", false, true, "world"},
                 {{2, 3}, {14, 22}, EntityType::organisation, "", false, false, "names.patterns:12"}};
    out.entities = {{"Q20", EntityType::country, "Norway", {}, "Q20", {}},
                    {"organisation:r&d<tel>", EntityType::organisation, "R&D<Tel>", {}, "", {}}};
    out.references = {{EntityIndex{0}, {0, 1}, {0, 6}, Reference::Kind::name},
                      {EntityIndex{1}, {2, 3}, {14, 22}, Reference::Kind::description}};
    return out;
}

Statement ban_statement() {
    Statement out;
    out.subject = "Q20";
    out.relation = "bans";
    out.object = "organisation:r&d<tel>";
    out.polarity = Polarity::negative;
    out.modality = Modality::planned;
    out.confidence = Confidence::low;
    out.source_text = "a senior official";
    out.details = {{"date", "2026-03"}};
    out.rule = "bans.rules:7";
    out.evidence = {{{0, 22}, {0, 6}, {14, 22}, {7, 13}, "Norway banned R&D<Tel>"}};
    return out;
}

}  // namespace

TEST_CASE("Trees are drawn as the cases show", "[sketch]") {
    std::set<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/tests/cases/sketch"))
        files.insert(file.path());
    REQUIRE_FALSE(files.empty());
    for (const auto& path : files) {
        INFO(path.string());
        std::ifstream in(path);
        Written words;
        std::string expected;
        bool drawn = false;
        for (std::string line; std::getline(in, line);) {
            if (drawn) {
                expected += line + '\n';
            } else if (line == "=") {
                drawn = true;
            } else if (!line.starts_with('#')) {
                words.add(line);
            }
        }
        CHECK(to_text(words.document) == expected);
    }
}

TEST_CASE("Names, entities and statements say who found them", "[sketch]") {
    Document document = ban();
    document.statements = {ban_statement()};
    CHECK_THAT(to_text(document), Contains("\n"
                                           "Names\n"
                                           "  Norway    country       Q20  world, its government\n"
                                           "  R&D<Tel>  organisation       names.patterns:12\n"
                                           "\n"
                                           "Entities\n"
                                           "  Norway, country, Q20: Norway\n"
                                           "  R&D<Tel>, organisation, organisation:r&d<tel>: R&D<Tel> (description)\n"
                                           "\n"
                                           "Statements (s subject, c cue, o object)\n"
                                           "  Norway  bans  R&D<Tel>\n"
                                           "      negative, planned, confidence low; says \"a senior official\"\n"
                                           "      date: 2026-03\n"
                                           "      found by bans.rules:7\n"
                                           "      Norway banned R&D<Tel>\n"
                                           "      ssssss cccccc oooooooo\n"));
}

TEST_CASE("Of a long sentence only the lines that carry the statement are shown", "[sketch]") {
    Document document = ban();
    std::string tail;
    for (int i = 0; i < 100; ++i)
        tail += " and so on";
    document.article.text += tail;
    Statement statement = ban_statement();
    statement.evidence[0].sentence.end = static_cast<std::uint32_t>(document.text().size());
    document.statements = {statement};
    const std::string text = to_text(document);
    CHECK_THAT(text, Contains("ssssss cccccc oooooooo\n      ...\n"));
    CHECK(text.size() < 1200);
}

TEST_CASE("Layers that nobody wrote are left out", "[sketch]") {
    Document document = ban();
    document.tags.clear();
    document.arcs.clear();
    document.names.clear();
    document.entities.clear();
    document.references.clear();
    CHECK(to_text(document) == "Sentence 1\n  1  Norway\n  2  banned\n  3  R&D<Tel>\n");
    CHECK_THAT(to_svg(document, Style::built_in()), !Contains("<path"));
    CHECK(to_text(Document(Article{})).empty());
}

TEST_CASE("A deep tree still fits the page", "[sketch]") {
    std::string words = "1 w w NOUN NN 1 root\n";
    for (int i = 2; i <= 40; ++i)
        words += std::to_string(i) + " w w NOUN NN " + std::to_string(i - 1) + " nmod:poss\n";
    std::istringstream lines(to_text(written(words)));
    for (std::string line; std::getline(lines, line);)
        CHECK(columns(line) <= 100);
}

TEST_CASE("Arcs that cross are drawn all the same", "[sketch]") {
    const Document document =
        written("1 a a NOUN NN 3 dep\n2 b b NOUN NN 4 dep\n3 c c NOUN NN 3 root\n4 d d NOUN NN 3 dep");
    CHECK_THAT(to_text(document), Contains("b") && Contains("d"));
    CHECK_THAT(to_svg(document, Style::built_in()), Contains("</svg>"));
}

TEST_CASE("In SVG an arc lies above those that it spans, and words are text", "[sketch]") {
    const std::string svg = to_svg(ban(), Style::built_in());
    CHECK_THAT(svg, Contains(">R&amp;D&lt;Tel&gt;</text>") && Contains(">nsubj</text>") && Contains(">root</text>"));
    CHECK_THAT(svg, Contains("fill=\"" + Style::built_in().entities[1].fill + "\""));
    CHECK_THAT(svg, !Contains("<Tel>") && !Contains("<script") && !Contains("href"));
}

TEST_CASE("DOT holds every arc once, and words stay words", "[sketch]") {
    const std::string dot = to_dot(ban(), Style::built_in());
    CHECK_THAT(dot, Contains("n1 -> n0 [label=\" nsubj \"]") && Contains("n1 -> n2 [label=\" obj \"]"));
    CHECK_THAT(dot, Contains("label=\"R&amp;D<Tel>\\nPROPN\""));
    CHECK(draw(dot, Picture::png).bytes.starts_with("\x89PNG"));
}
