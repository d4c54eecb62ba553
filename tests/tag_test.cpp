// SPDX-License-Identifier: MIT
#include <string>

#include "catch.hpp"
#include "entente/tag.hpp"
#include "tag/lemmatiser.hpp"

using namespace entente;

TEST_CASE("A lemma follows from the word and its tag", "[tag]") {
    const tag::Lemmatiser lemmatiser(Model::built_in());
    const auto [form, xpos, lemma] = GENERATE(table<std::string, Xpos, std::string>({
        {"carried", Xpos::vbd, "carry"},
        {"went", Xpos::vbd, "go"},
        {"was", Xpos::vbd, "be"},
        {"Was", Xpos::vbd, "be"},
        {"n't", Xpos::rb, "not"},
        {"n’t", Xpos::rb, "not"},
        {"acquires", Xpos::vbz, "acquire"},
        {"investing", Xpos::vbg, "invest"},
        {"companies", Xpos::nns, "company"},
        {"Companies", Xpos::nns, "company"},
        {"women", Xpos::nns, "woman"},
        {"Norway", Xpos::nnp, "Norway"},
        {"Telmar", Xpos::nnp, "Telmar"},
        {"larger", Xpos::jjr, "large"},
        {"the", Xpos::dt, "the"},
        {"The", Xpos::dt, "the"},
    }));
    INFO(form);
    CHECK(lemmatiser.lemma(form, xpos) == lemma);
}

TEST_CASE("Any bytes have a lemma", "[tag]") {
    const tag::Lemmatiser lemmatiser(Model::built_in());
    CHECK(lemmatiser.lemma(std::string(1000, 's'), Xpos::nns) == std::string(1000, 's'));
    CHECK(!lemmatiser.lemma("s", Xpos::nns).empty());
    CHECK(!lemmatiser.lemma("\xff\x80", Xpos::nns).empty());
}

TEST_CASE("A rule cuts and adds, and leaves alone what is too short", "[tag]") {
    CHECK(tag::LemmaRule{false, 3, "y"}.apply("Carried") == "carry");
    CHECK(tag::LemmaRule{true, 1, ""}.apply("Greens") == "Green");
    CHECK(tag::LemmaRule{false, 5, "y"}.apply("ies") == "ies");
}

TEST_CASE("Words without a vector keep a tag that says nothing", "[tag]") {
    Document document({{}, "Oslo acts"});
    document.tokens = {{{0, 4}}, {{5, 9}}};
    document.sentences = {{{0, 2}, {0, 9}}};
    Tagger(Model::built_in()).annotate(document);
    REQUIRE(document.tags.size() == 2);
    CHECK(document.tags[0].upos == Upos::x);
}
