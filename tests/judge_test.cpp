// SPDX-License-Identifier: MIT
#include "entente/judge.hpp"
#include "catch.hpp"
#include "entente/text/error.hpp"
#include "entente/text/utf8.hpp"

#include <algorithm>

using namespace entente;

namespace {

using Kind = Judgement::Kind;

const Schema schema =
    Schema::from_json(R"({"relations":[{"name":"bans","label":"bans","inverse":"is banned by"}]})", "test");

Entity entity(const std::string& id, const std::string& name, EntityType type = EntityType::organisation) {
    return {id, type, name, {}, id[0] == 'Q' ? id : "", {{{0, 1}, name}}};
}

// "A bans B", in an article of this text.
Extraction article(const std::string& text, const std::vector<Entity>& entities,
                   Confidence confidence = Confidence::high) {
    Extraction out;
    out.document.id = text + ".txt";
    out.document.text_hash = hash_hex(text);
    out.entities = entities;
    Statement s;
    s.subject = entities[0].id;
    s.relation = "bans";
    s.object = entities[1].id;
    s.confidence = confidence;
    s.evidence = {{{0, 10}, {0, 1}, {2, 3}, {1, 2}, text}};
    s.id = statement_id(out.document.text_hash, s);
    out.statements = {s};
    return out;
}

Judgement judgement(Kind kind, std::vector<std::string> about, const std::vector<Judgement>& standing = {},
                    std::vector<std::string> articles = {}) {
    Judgement out;
    out.kind = kind;
    out.about = std::move(about);
    out.articles = std::move(articles);
    out = said(std::move(out), standing);
    return judgement_from_json(to_json(out));
}

Judgement back(const Judgement& judgement, const std::vector<Judgement>& standing) {
    return judgement_from_json(to_json(taken_back(judgement, standing)));
}

std::vector<std::string> ids_of(const Extraction& extraction) {
    std::vector<std::string> out;
    for (const auto& entity : extraction.entities)
        out.push_back(entity.id);
    return out;
}

const Entity oslo = entity("Q20", "Norway", EntityType::country);
const Entity telmar = entity("organisation:telmar", "Telmar"),
             group = entity("organisation:telmar group", "Telmar Group");

}  // namespace

TEST_CASE("Two names that are the same become one entity, known by what the world knows", "[judge]") {
    const auto said_so = {judgement(Kind::same, {telmar.id, group.id})};
    const auto out = corrected({article("one", {oslo, telmar}), article("two", {oslo, group})}, said_so);
    CHECK(ids_of(out[0]) == ids_of(out[1]));
    CHECK(assemble(out, schema).edges().size() == 1);
    const auto known = {judgement(Kind::same, {telmar.id, "Q5"})};
    CHECK(corrected({article("one", {oslo, telmar})}, known)[0].statements[0].object == "Q5");
}

TEST_CASE("Where one article names both, their mentions and names come together", "[judge]") {
    const auto said_so = {judgement(Kind::same, {telmar.id, group.id})};
    const auto out = corrected({article("one", {telmar, group})}, said_so);
    REQUIRE(out[0].entities.size() == 1);
    CHECK(out[0].entities[0].mentions.size() == 2);
    CHECK(out[0].entities[0].aliases == std::vector<std::string>{"Telmar Group"});
    CHECK(out[0].statements[0].subject == out[0].statements[0].object);
}

TEST_CASE("Distinct bars same, also by way of a third", "[judge]") {
    const std::vector<Judgement> all{judgement(Kind::same, {"organisation:a", "organisation:b"}),
                                     judgement(Kind::same, {"organisation:b", "organisation:c"}),
                                     judgement(Kind::distinct, {"organisation:a", "organisation:c"})};
    const auto out = corrected({article("one", {entity("organisation:a", "A"), entity("organisation:c", "C")})}, all);
    CHECK(out[0].entities.size() == 2);
    const std::vector<Judgement> both{judgement(Kind::same, {telmar.id, group.id}),
                                      judgement(Kind::distinct, {telmar.id, group.id})};
    const auto holds = in_force(both);
    REQUIRE(holds.size() == 1);
    CHECK(holds[0].kind == Kind::distinct);
}

TEST_CASE("One entity becomes two in the articles that are named", "[judge]") {
    const auto split = judgement(Kind::split, {telmar.id}, {}, {hash_hex("two")});
    const auto out = corrected({article("one", {oslo, telmar}), article("two", {oslo, telmar})}, std::vector{split});
    CHECK(out[0].statements[0].object == telmar.id);
    CHECK(out[1].statements[0].object == split_id(split));
    CHECK(assemble(out, schema).edges().size() == 2);
}

TEST_CASE("A wrong statement and a withdrawn article do not count", "[judge]") {
    const Extraction one = article("one", {oslo, telmar}), two = article("two", {oslo, group});
    const auto wrong = judgement(Kind::wrong, {one.statements[0].id});
    CHECK(corrected({one, two}, std::vector{wrong})[0].statements.empty());
    const auto withdrawn = judgement(Kind::withdrawn, {one.document.text_hash});
    const auto out = corrected({one, two}, std::vector{withdrawn});
    REQUIRE(out.size() == 1);
    CHECK(out[0] == two);
}

TEST_CASE("What is taken back does not hold, and can be said again", "[judge]") {
    const Judgement first = judgement(Kind::wrong, {"s"});
    const Judgement undone = back(first, {first});
    CHECK(undone.supersedes == std::vector<std::string>{first.id});
    CHECK(in_force(std::vector{undone}).empty());
    const Judgement again = judgement(Kind::wrong, {"s"}, {undone});
    CHECK(again.id != first.id);
    CHECK(in_force(std::vector{again}).size() == 1);
}

TEST_CASE("A later word about the same pair takes the place of the earlier one", "[judge]") {
    const Judgement distinct = judgement(Kind::distinct, {telmar.id, group.id});
    const Judgement same = judgement(Kind::same, {group.id, telmar.id}, {distinct});
    CHECK(same.supersedes == std::vector<std::string>{distinct.id});
}

TEST_CASE("Judgements that name nothing in the graph have no effect", "[judge]") {
    const std::vector<Extraction> graph{article("one", {oslo, telmar})};
    const std::vector<Judgement> all{
        judgement(Kind::same, {"organisation:x", "organisation:y"}), judgement(Kind::wrong, {"z"}),
        judgement(Kind::split, {"organisation:x"}, {}, {"t"}), judgement(Kind::withdrawn, {"u"})};
    CHECK(corrected(graph, all) == graph);
}

TEST_CASE("Review asks about like names first, and not again", "[judge]") {
    const std::vector<Extraction> graph{article("one", {oslo, telmar}), article("two", {oslo, group})};
    const auto questions = review(assemble(graph, schema), {}, 10);
    REQUIRE_FALSE(questions.empty());
    CHECK(questions[0].kind == Question::Kind::same_name);
    CHECK(questions[0].about == std::vector<std::string>{telmar.id, group.id});
    CHECK(questions[0].quotes.size() == 2);
    const auto distinct = std::vector{judgement(Kind::distinct, {telmar.id, group.id})};
    for (const auto& question : review(assemble(graph, schema), distinct, 10))
        CHECK(question.kind != Question::Kind::same_name);
}

TEST_CASE("Review asks about a name whose articles have nothing else in common", "[judge]") {
    const Entity li = entity("person:li", "Li", EntityType::person);
    const Entity port = entity("organisation:port", "Port"), mine = entity("organisation:mine", "Mine");
    const auto questions =
        review(assemble(std::vector{article("one", {li, port}), article("two", {li, mine})}, schema), {}, 10);
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [](const auto& q) { return q.kind == Question::Kind::suspicious_merge; });
    REQUIRE(found != questions.end());
    CHECK(found->about == std::vector<std::string>{"person:li"});
    CHECK(found->articles.size() == 1);
}

TEST_CASE("Review asks about weak edges, those of connected names first", "[judge]") {
    const auto graph = assemble(std::vector{article("one", {oslo, telmar}, Confidence::low)}, schema);
    const auto questions = review(graph, {}, 10);
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].kind == Question::Kind::weak_edge);
    const auto wrong = std::vector{judgement(Kind::wrong, questions[0].about)};
    CHECK(review(graph, wrong, 10).empty());
    CHECK(review(graph, {}, 0).empty());
}

TEST_CASE("A judgement is a line, and comes back from it", "[judge]") {
    Judgement split = judgement(Kind::split, {telmar.id}, {}, {"b", "a"});
    CHECK(split.articles == std::vector<std::string>{"a", "b"});
    split.note = "two firms of \"one\" name";
    split.undone = true;
    const std::string line = to_json(split);
    split.id = judgement_from_json(line).id;
    CHECK(judgement_from_json(line) == split);
    for (std::size_t i = 0; i < line.size(); ++i) {
        std::string damaged = line;
        damaged[i] ^= 1;
        CHECK_THROWS_AS(judgement_from_json(damaged), Error);
        CHECK_THROWS_AS(judgement_from_json(line.substr(0, i)), Error);
    }
}
