// Names, descriptions and pronouns mean entities.
//
// tests/cases/resolve/*.txt hold articles in which all that means an entity is marked with its number, [1
// Telmar], and below each article its entities by number, type and name. What is resolved must give the same.
// SPDX-License-Identifier: MIT
#include "entente/resolve.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entente/encode.hpp"
#include "entente/parse.hpp"
#include "entente/parse/repairs.hpp"
#include "entente/recognise.hpp"
#include "entente/tag.hpp"
#include "entente/tokenise.hpp"
#include "marks.hpp"

using namespace entente;

namespace {

const Knowledge& knowledge() {
    static const Knowledge built_in = Knowledge::built_in();
    return built_in;
}

Document resolved(std::string text, std::string text_hash = "") {
    static const Model model = Model::built_in();
    static const Tokeniser tokeniser(knowledge().lexicon);
    static const Encoder encoder(model);
    static const Tagger tagger(model);
    static const Parser parser(model);
    static const Repairs repairs(knowledge());
    static const Recogniser recogniser(knowledge());
    static const Resolver resolver(knowledge());
    Article article;
    article.text = std::move(text);
    article.info.text_hash = std::move(text_hash);
    Document document(std::move(article));
    tokeniser.annotate(document);
    encoder.annotate(document);
    tagger.annotate(document);
    parser.annotate(document);
    repairs.annotate(document);
    recogniser.annotate(document);
    resolver.annotate(document);
    return document;
}

// The article with its marks, then its entities, numbered as they come up.
std::string drawn(const Document& document) {
    std::string out, entities;
    std::map<std::uint32_t, std::size_t> numbers;
    std::size_t done = 0;
    for (const Reference& reference : document.references) {
        const std::uint32_t entity = number(reference.entity);
        const auto [at, is_new] = numbers.try_emplace(entity, numbers.size() + 1);
        const std::string label = std::to_string(at->second);
        out += document.text().substr(done, reference.span.begin - done);
        out += "[" + label + " " + std::string(document.text(reference.span)) + "]";
        done = reference.span.end;
        const Entity& e = document.entities[entity];
        if (is_new) entities += "= " + label + " " + std::string(name_of(e.type)) + " " + e.name + "\n";
    }
    return out + std::string(document.text().substr(done)) + entities;
}

// Without marks, and without the entities at the end.
std::string without_marks(const std::string& drawing) {
    return read_marks(drawing.substr(0, drawing.find("\n= ") + 1)).text;
}

}  // namespace

TEST_CASE("each sample's entities and what means them are as drawn") {
    const auto samples = articles_in("resolve");
    REQUIRE(samples.size() >= 12);
    for (const std::string& sample : samples)
        CHECK(drawn(resolved(without_marks(sample))) == sample);
}

TEST_CASE("entities are sorted by id and own exactly the references that mean them") {
    const Document document = resolved(file_bytes(source_dir() / "graphs/gallery/operator-takeover/article.txt"));
    REQUIRE(document.entities.size() > 10);
    CHECK(std::is_sorted(document.entities.begin(), document.entities.end(),
                         [](const Entity& a, const Entity& b) { return a.id < b.id; }));
    std::vector<std::vector<Mention>> mentions(document.entities.size());
    std::uint32_t last = 0;
    Span before;
    for (const Reference& reference : document.references) {
        CHECK((reference.span.begin >= last || reference.span == before));  // "both" means two
        before = reference.span;
        CHECK(reference.span == document.span(reference.tokens));
        last = reference.span.end;
        mentions[number(reference.entity)].push_back({reference.span, std::string(document.text(reference.span))});
    }
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        CHECK(!mentions[i].empty());
        CHECK(mentions[i] == document.entities[i].mentions);
        CHECK(std::is_sorted(document.entities[i].aliases.begin(), document.entities[i].aliases.end()));
    }
}

TEST_CASE("ids are Wikidata's where the world has one, else made of type and name") {
    const Document document = resolved("Norway banned the firm Telmar, said Ann Li, a lawyer.\n");
    const auto has = [&](const char* id) {
        return std::any_of(document.entities.begin(), document.entities.end(),
                           [&](const Entity& e) { return e.id == id; });
    };
    CHECK(has("Q20"));
    CHECK(has("organisation:telmar"));
    CHECK(has("person:ann li"));
}

TEST_CASE("bodies of two countries that share a name stay two, and a family name alone is nobody's elsewhere") {
    const auto ids = [](const char* text) {
        std::set<std::string> out;
        for (const Entity& e : resolved(text, "740aadf44d16ef4f").entities)
            out.insert(e.id);
        return out;
    };
    CHECK(ids("Kenya's Ministry of Finance lent money to Ann Li.\n")
              .contains("organisation:ministry of finance (kenya)"));
    CHECK(ids("The Danish Ministry of Finance said no.\n").contains("organisation:ministry of finance (denmark)"));
    CHECK(ids("The Ministry of Finance said no.\n").contains("organisation:ministry of finance (740aadf4)"));
    CHECK(ids("Mr Harrow met Ann Li.\n") == std::set<std::string>{"person:ann li", "person:harrow (740aadf4)"});
}

TEST_CASE("no text is too odd to be resolved") {
    std::string people, firms;
    for (int i = 0; i < 2000; ++i) {
        people += "Ann Li" + std::string(1, static_cast<char>('a' + i % 26)) + " and Bo Li met. She said so. ";
        firms += "Telmar Group sued the company. ";
    }
    for (const std::string& text : {std::string(), std::string("She"), std::string("the company"), people, firms,
                                    std::string("\"We\" said Ann Li, who leads Norway"), std::string("\"I"),
                                    std::string("both"), std::string("the two Kim Min-jun")}) {
        CHECK_NOTHROW(resolved(text));
    }
}
