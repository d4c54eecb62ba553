// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "catch.hpp"
#include "encode/features.hpp"
#include "entente/encode.hpp"

using namespace entente;
using encode::Affix;
using encode::features_of;

namespace {

Document words(const std::vector<std::string>& sentences) {
    std::string text;
    for (const auto& sentence : sentences)
        text += sentence + ' ';
    Document document({{}, text});
    std::uint32_t at = 0;
    for (const auto& sentence : sentences) {
        const auto first = static_cast<std::uint32_t>(document.tokens.size());
        for (std::size_t from = 0; from < sentence.size();) {
            const std::size_t end = std::min(sentence.find(' ', from), sentence.size());
            document.tokens.push_back({make_span(at + from, at + end)});
            from = end + 1;
        }
        at += static_cast<std::uint32_t>(sentence.size()) + 1;
        document.sentences.push_back({{first, static_cast<std::uint32_t>(document.tokens.size())}, {}});
    }
    return document;
}

std::vector<std::int8_t> vector_of(const Document& document, std::size_t row) {
    const auto begin =
        document.encodings.values.begin() + static_cast<std::ptrdiff_t>(row * document.encodings.columns);
    return {begin, begin + static_cast<std::ptrdiff_t>(document.encodings.columns)};
}

}  // namespace

TEST_CASE("Typographic signs make no other word", "[encode]") {
    CHECK(encode::normal_form("Telmar’s") == "telmar's");
    CHECK(encode::normal_form("“") == "\"");
    CHECK(encode::normal_form("–") == "-");
    CHECK(encode::normal_form("—") == "--");
    CHECK(features_of("n’t").word == features_of("n't").word);
    CHECK(features_of("Öl").vector == encode::key_of("öl"));
}

TEST_CASE("Digits differ in the vector of a word only", "[encode]") {
    CHECK(features_of("2019").word == features_of("1987").word);
    CHECK(features_of("2019").vector != features_of("1987").vector);
}

TEST_CASE("Ends and shapes of a word are what they are called", "[encode]") {
    const auto affix = [](const char* form, Affix which) {
        return features_of(form).affixes[static_cast<std::size_t>(which)];
    };
    CHECK(affix("banned", Affix::suffix2) == affix("Ended", Affix::suffix2));
    CHECK(affix("banned", Affix::suffix3) == affix("planned", Affix::suffix3));
    CHECK(affix("banned", Affix::suffix3) != affix("banked", Affix::suffix3));
    CHECK(affix("café", Affix::suffix2) == affix("OFÉ", Affix::suffix2));
    CHECK(affix("Banner", Affix::prefix3) == affix("ban", Affix::prefix3));
    CHECK(affix("Norway", Affix::shape) == affix("Oslo", Affix::shape));
    CHECK(affix("Norway", Affix::full_shape) != affix("Oslo", Affix::full_shape));
    CHECK(affix("NATO", Affix::shape) != affix("Oslo", Affix::shape));
}

TEST_CASE("A word has another vector in another sentence, and the same one in the same", "[encode]") {
    const Encoder encoder(Model::built_in());
    Document document = words({"They may go .", "In May it rained .", "They may go ."});
    encoder.annotate(document);
    REQUIRE(document.encodings.rows() == document.tokens.size());
    CHECK(vector_of(document, 1) != vector_of(document, 5));
    CHECK(vector_of(document, 1) == vector_of(document, 10));
}

TEST_CASE("Sentences do not see each other, however many there are", "[encode]") {
    const Encoder encoder(Model::built_in());
    Document alone = words({"Oslo banned the firm ."});
    encoder.annotate(alone);
    std::vector<std::string> many(100, "Oslo banned the firm .");
    Document document = words(many);
    encoder.annotate(document);
    for (std::size_t i = 0; i < document.tokens.size(); ++i)
        REQUIRE(vector_of(document, i) == vector_of(alone, i % 5));
}

TEST_CASE("Every processor reads a text in the same way", "[encode]") {
    Document plain =
        words({"Norway ’s largest port , Bergen , grew by 4.5 % in 2018 .", "“ We will not sell , ” said Ann Li ."});
    Encoder(Model::built_in(Processor::plain)).annotate(plain);
    for (const Processor processor : {Processor::avx2, Processor::avx512}) {
        if (!can(processor)) continue;
        Document other = plain;
        Encoder(Model::built_in(processor)).annotate(other);
        CHECK(other.encodings.values == plain.encodings.values);
        CHECK(other.encodings.scales == plain.encodings.scales);
    }
}

TEST_CASE("Strange words are encoded like any others", "[encode]") {
    const Encoder encoder(Model::built_in());
    Document document = words({std::string(1000, 'a'), "\xff\xfe\x80", "🙂🙂 e\u0301 \xc3"});
    encoder.annotate(document);
    CHECK(document.encodings.rows() == document.tokens.size());
    Document empty({{}, ""});
    encoder.annotate(empty);
    CHECK(empty.encodings.rows() == 0);
}
