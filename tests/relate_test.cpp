// Names and words to statements: every example of the rule files, and what the rules cannot say of
// themselves. SPDX-License-Identifier: MIT
#include "entente/relate.hpp"

#include <algorithm>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "entente/data.hpp"
#include "entente/encode.hpp"
#include "entente/model.hpp"
#include "entente/parse.hpp"
#include "entente/parse/repairs.hpp"
#include "entente/tag.hpp"
#include "entente/text/utf8.hpp"
#include "entente/tokenise.hpp"

using namespace entente;

namespace {

const Knowledge& knowledge() {
    static const Knowledge built_in = Knowledge::built_in();
    return built_in;
}

// The stages up to the trees.
void grow(Document& document) {
    static const Model model = Model::built_in();
    static const Tokeniser tokenise(knowledge().lexicon);
    static const Encoder encode(model);
    static const Tagger tag(model);
    static const Parser parse(model);
    static const Repairs repair(knowledge());
    tokenise.annotate(document);
    encode.annotate(document);
    tag.annotate(document);
    parse.annotate(document);
    repair.annotate(document);
}

const Relater& relater() {
    static const Relater built_in(knowledge(), RuleSet::built_in(knowledge().schema));
    return built_in;
}

// Someone of the cast in a sentence: what the recogniser and the resolver would have found.
struct Appearance {
    TokenRange tokens;
    std::string name;
    EntityType type;
    bool adjective;
};

bool words_at(const Document& document, std::uint32_t at, const std::string& words, std::uint32_t& end) {
    const std::uint32_t begin = document.tokens[at].span.begin;
    if (document.text().substr(begin, words.size()) != words) return false;
    for (end = at; end < document.tokens.size() && document.tokens[end].span.begin < begin + words.size();)
        ++end;
    return document.tokens[end - 1].span.end == begin + words.size();
}

std::vector<Appearance> appearances(const Document& document, const std::vector<Actor>& cast) {
    std::vector<Appearance> out;
    for (std::uint32_t i = 0; i < document.tokens.size();) {
        std::uint32_t end = 0;
        Appearance found{};
        for (const Actor& actor : cast) {
            if (words_at(document, i, actor.name, end) && end - i > found.tokens.size())
                found = {{i, end}, actor.name, actor.type, false};
            for (const std::string& adjective : actor.adjectives) {
                if (words_at(document, i, adjective, end) && end - i > found.tokens.size())
                    found = {{i, end}, actor.name, actor.type, true};
            }
        }
        if (found.tokens.size() > 0) out.push_back(found);
        i = found.tokens.size() > 0 ? found.tokens.end : i + 1;
    }
    return out;
}

Document related(const std::string& text, const RuleSet& rules, const Relater& by) {
    Document document{Article{{}, text}};
    document.article.info.text_hash = hash_hex(text);
    grow(document);
    const std::vector<Appearance> found = appearances(document, rules.cast());
    for (const Appearance& a : found) {
        Entity entity;
        entity.id = entity_id(a.type, a.name);
        entity.type = a.type;
        entity.name = a.name;
        document.entities.push_back(entity);
        document.names.push_back({a.tokens, document.span(a.tokens), a.type, "", a.adjective, false, "cast"});
    }
    auto& all = document.entities;
    std::sort(all.begin(), all.end(), [](const Entity& x, const Entity& y) { return x.id < y.id; });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (const Appearance& a : found) {
        const std::string id = entity_id(a.type, a.name);
        const auto at = std::find_if(all.begin(), all.end(), [&](const Entity& e) { return e.id == id; });
        document.references.push_back(
            {static_cast<EntityIndex>(at - all.begin()), a.tokens, document.span(a.tokens), Reference::Kind::name});
    }
    by.annotate(document);
    return document;
}

std::vector<Example::Claim> claims(const Document& document) {
    std::vector<Example::Claim> out;
    const auto name = [&](const std::string& id) {
        for (const Entity& entity : document.entities) {
            if (entity.id == id) return entity.name;
        }
        return id;
    };
    for (const Statement& s : document.statements)
        out.push_back({name(s.subject), s.relation, name(s.object), s.polarity, s.modality});
    std::sort(out.begin(), out.end());
    return out;
}

template <typename Items>
std::string listed(const Items& items) {
    std::ostringstream out;
    for (const auto& item : items)
        out << item << "; ";
    return out.str();
}

// The file's own relation must come out exactly; of others what the example lists.
bool as_told(const Example& example, const std::vector<Example::Claim>& found) {
    for (const Example::Claim& claim : example.claims) {
        if (std::find(found.begin(), found.end(), claim) == found.end()) return false;
    }
    return std::all_of(found.begin(), found.end(), [&](const Example::Claim& claim) {
        return claim.relation != example.relation ||
               std::find(example.claims.begin(), example.claims.end(), claim) != example.claims.end();
    });
}

Document related(const std::string& text) {
    return related(text, relater().rules(), relater());
}

}  // namespace

TEST_CASE("every example of the rule files comes true") {
    for (const Example& example : relater().rules().examples()) {
        if (example.wish) continue;
        const std::vector<Example::Claim> found = claims(related(example.sentence));
        INFO(example.source << ": " << example.sentence << "\n  wanted: " << listed(example.claims)
                            << "\n  found:  " << listed(found));
        CHECK(as_told(example, found));
    }
}

TEST_CASE("what the rule files wish for and does not come true yet only shrinks") {
    constexpr int most = 52;
    int open = 0;
    for (const Example& example : relater().rules().examples()) {
        if (!example.wish) continue;
        const std::vector<Example::Claim> found = claims(related(example.sentence));
        const bool come_true = as_told(example, found);
        open += !come_true;
        std::cout << example.source << (come_true ? ": comes true, make it an example: " : ": wish: ")
                  << example.sentence << "  found: " << listed(found) << '\n';
    }
    CHECK(open <= most);
}

TEST_CASE("every statement lies in its sentence, names its rule, and has an id of its own") {
    const Document document =
        related("Norway banned Telmar. Ann Li, chairman of Norvia, said that Kenya may fine Telmar.");
    REQUIRE(document.statements.size() == 3);
    for (const Statement& statement : document.statements) {
        REQUIRE(statement.evidence.size() == 1);
        const Evidence& evidence = statement.evidence.front();
        CHECK(evidence.sentence.contains(evidence.subject));
        CHECK(evidence.sentence.contains(evidence.object));
        CHECK(evidence.sentence.contains(evidence.cue));
        CHECK(document.text(evidence.sentence) == evidence.text);
        CHECK(statement.id == statement_id(document.article.info.text_hash, statement));
        CHECK(statement.rule.starts_with(statement.relation + ".rules:"));
    }
    const Evidence& ban = document.statements.front().evidence.front();
    CHECK(document.text(ban.subject) == "Norway");
    CHECK(document.text(ban.cue) == "banned");
    CHECK(document.text(ban.object) == "Telmar");
}

TEST_CASE("what an article says twice is one statement with two evidences") {
    const Document document = related("Norway banned Telmar. On Friday Telmar was outlawed by Norway.");
    REQUIRE(document.statements.size() == 1);
    CHECK(document.statements.front().evidence.size() == 2);
}

TEST_CASE("whose office a title means is quoted with the title, and nobody's where the article leaves a doubt") {
    const Document document = related("Norway is cold. Norway is rich. Prime Minister Ann Li spoke.");
    REQUIRE_FALSE(document.statements.empty());
    const Statement& office = document.statements.front();
    const Evidence& evidence = office.evidence.front();
    CHECK(office.confidence == Confidence::medium);
    CHECK(evidence.text == "Norway is rich. Prime Minister Ann Li spoke.");
    CHECK(document.text(evidence.object) == "Norway");
    CHECK(document.text(evidence.cue) == "Prime Minister");
    CHECK(related("Norway is cold, Denmark is cold. Norway, Denmark. Prime Minister Ann Li spoke.").statements.empty());
    CHECK(related("Kenya has no prime minister. Kenya is rich. Prime Minister Ann Li spoke.").statements.empty());
    const std::string taken = "Norway's prime minister, Jon Dahl, spoke. Norway is cold. Norway is rich. ";
    const auto second = claims(related(taken + "Denmark is rich. Denmark is cold. Prime Minister Ann Li spoke."));
    CHECK(second.front() == Example::Claim{"Ann Li", "leads", "Denmark"});
}

TEST_CASE("a statement knows who makes it") {
    const auto source = [](const std::string& text) {
        const Document document = related(text);
        INFO(text);
        REQUIRE(document.statements.size() == 1);
        const Statement& statement = document.statements.front();
        return statement.source.empty() ? "text: " + statement.source_text : statement.source;
    };
    CHECK(source("Norway banned Telmar.") == "text: ");
    CHECK(source("Ann Li said that Norway had banned Telmar.") == "person:ann li");
    CHECK(source("Norway banned Telmar, Ann Li said.") == "person:ann li");
    CHECK(source("\"Norway banned Telmar,\" said Ann Li.") == "person:ann li");
    CHECK(source("According to Ann Li, Norway banned Telmar.") == "person:ann li");
    CHECK(source("Norway banned Telmar, according to Ann Li.") == "person:ann li");
    CHECK(source("Norway may ban Telmar, a senior official in the ministry said.") ==
          "text: a senior official in the ministry");
    CHECK(source("\"We waited,\" Ann Li said. \"Norway banned Telmar.\"") == "text: ");
}

TEST_CASE("sums and dates stand beside the verb that they belong to") {
    const auto details = [](const std::string& text) {
        const Document document = related(text);
        INFO(text);
        REQUIRE(document.statements.size() == 1);
        return document.statements.front().details;
    };
    using Details = std::map<std::string, std::string>;
    CHECK(details("Norvia invested $1.5 billion in Kenya.") == Details{{"amount", "USD 1500000000"}});
    CHECK(details("Norvia acquired Ilvarro for 3.4 billion euros in September 2019.") ==
          Details{{"amount", "EUR 3400000000"}, {"date", "2019-09"}});
    CHECK(details("Telmar sued Norvia on 4 March 2024.") == Details{{"date", "2024-03-04"}});
    CHECK(details("Norvia invested heavily in Kenya.").empty());
    CHECK(details("Norway banned Telmar in Oslo.").empty());
}

TEST_CASE("polarity and modality follow the words above the verb") {
    struct Case {
        const char* text;
        const char* claim;
    };
    const Case cases[] = {
        {"Norway has not banned Telmar.", "not bans(Norway, Telmar); "},
        {"Norway never banned Telmar.", "not bans(Norway, Telmar); "},
        {"Norway denied banning Telmar.", "not bans(Norway, Telmar); "},
        {"Norway failed to ban Telmar.", "not bans(Norway, Telmar); "},
        {"Norway stopped short of banning Telmar.", "not bans(Norway, Telmar); "},
        {"Norway ruled out banning Telmar.", "not planned bans(Norway, Telmar); "},
        {"Norway is to ban Telmar.", "planned bans(Norway, Telmar); "},
        {"Norway to ban Telmar", "planned bans(Norway, Telmar); "},
        {"Norway plans to ban Telmar.", "planned bans(Norway, Telmar); "},
        {"Norway seeks to ban Telmar.", "planned bans(Norway, Telmar); "},
        {"Norway is considering banning Telmar.", "possible bans(Norway, Telmar); "},
        {"Norway may have to ban Telmar.", "possible bans(Norway, Telmar); "},
        {"Prices rise if Norway bans Telmar.", "possible bans(Norway, Telmar); "},
        {"Norway should ban Telmar.", "requested bans(Norway, Telmar); "},
        {"Norway was asked to ban Telmar.", "requested bans(Norway, Telmar); "},
        {"Norway said that it was sad.", ""},
        {"Norway has not ruled out a ban on Telmar.", "possible bans(Norway, Telmar); "},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        CHECK(listed(claims(related(each.text))) == each.claim);
    }
}

TEST_CASE("nothing is said of an entity and itself, nor where the ends are of the wrong type") {
    CHECK(related("Norway banned Norwegian Norway.").statements.empty());
    CHECK(related("Oslo banned Telmar.").statements.empty());
}

TEST_CASE("a sentence makes at most fifty statements") {
    std::string firms = "Telmar";
    for (int i = 0; i < 30; ++i)
        firms += ", Norvia, Ilvarro, Baltarun";
    std::string text =
        "Norway, Denmark, Sweden, Finland, Kenya, Uganda and Portugal banned " + firms + " and Pesmarel.";
    CHECK(related(text).statements.size() <= 50);
}

TEST_CASE("any words give an answer, and twice the same") {
    std::string text;
    std::uint32_t seed = 7;
    const char* words[] = {"Norway", "Telmar", "banned", "to",    "of",  ",",   "by",  "that",     "was", "not",
                           "(",      ")",      "\"",     "said",  "who", "and", "ban", "on",       "its", "'s",
                           ".",      "Ann Li", "will",   "urged", "the", "\n",  ";",   "no longer"};
    for (int i = 0; i < 20000; ++i) {
        seed = seed * 1664525u + 1013904223u;
        text += std::string(words[(seed >> 16) % std::size(words)]) + " ";
    }
    const Document first = related(text), second = related(text);
    CHECK(first.statements == second.statements);
    for (const Statement& statement : first.statements) {
        for (const Evidence& e : statement.evidence) {
            CHECK(e.sentence.contains(e.subject));
            CHECK(e.sentence.contains(e.object));
            CHECK(e.sentence.contains(e.cue));
            CHECK(statement.subject != statement.object);
        }
    }
}
