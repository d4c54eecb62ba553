// Rule files to checked rules.
// SPDX-License-Identifier: MIT
#include "entente/rules.hpp"

#include <map>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "entente/data.hpp"
#include "entente/text/error.hpp"

using namespace entente;

namespace {

const Schema& schema() {
    static const Schema built_in_schema = Schema::from_json(built_in("graphs/schema.json"), "graphs/schema.json");
    return built_in_schema;
}

RuleSet parsed(const std::string& text) {
    return RuleSet::parse(text, "rules/my.rules", schema());
}

// The message of the Error that a rule file meets.
std::string complaint(const std::string& text) {
    try {
        (void)parsed(text);
    } catch (const Error& error) {
        CHECK(error.kind() == Error::Kind::config);
        return error.what();
    }
    return "no error";
}

std::string shown(const Rule& rule) {
    std::ostringstream out;
    out << rule;
    return out.str();
}

}  // namespace

TEST_CASE("a rule is a kind, words, and where the two ends stand") {
    const RuleSet set = parsed(
        "# bans\n"
        "relation bans\n"
        "\n"
        "verb  ban crack_down_on  subject > object\r\n"
        "noun  ban   of|by|possessive > on|against  [organisation > any, low]\n");
    REQUIRE(set.rules().size() == 2);
    const Rule& verb = set.rules()[0];
    CHECK(verb.kind == Rule::Kind::verb);
    CHECK(verb.relation == "bans");
    CHECK(verb.words == std::vector<std::string>{"ban", "crack down on"});
    CHECK(verb.subjects == std::vector<Slot>{{Slot::Kind::subject, ""}});
    CHECK(verb.objects == std::vector<Slot>{{Slot::Kind::object, ""}});
    CHECK(verb.source == "my.rules:4");
    const Rule& noun = set.rules()[1];
    CHECK(noun.subjects.size() == 3);
    CHECK(noun.objects == std::vector<Slot>{{Slot::Kind::preposition, "on"}, {Slot::Kind::preposition, "against"}});
    CHECK(noun.of == std::vector<EntityType>{EntityType::organisation});
    CHECK(noun.to.empty());
    CHECK(noun.confidence == Confidence::low);
}

TEST_CASE("a rule prints itself as it is written") {
    for (const std::string line :
         {"verb ban outlaw  subject > object",
          "noun ban  of|by|possessive > on|against  [person|country > any, planned]",
          "role chairman  self > of|possessive", "verb pull_out  subject > out_of  [not, low]",
          "verb open  subject > in  [with office plant]", "adjective critical  self > of",
          "names  self > apposed|possessive  [place > country]", "names  self > contained  [with army police]",
          "role premier  self > of|understood"}) {
        const RuleSet set = parsed("relation bans\n" + line + "\n");
        CHECK(shown(set.rules().front()) == line);
    }
}

TEST_CASE("an example says which statements its sentence makes") {
    const RuleSet set = parsed(
        "relation bans\n"
        "example Norway will not ban Telmar. => not planned bans(Norway, Telmar); urges(Ann Li, Norway)\n"
        "never The banned substance was found.\n");
    REQUIRE(set.examples().size() == 2);
    const Example& example = set.examples()[0];
    CHECK(example.sentence == "Norway will not ban Telmar.");
    CHECK(example.source == "my.rules:2");
    CHECK(example.claims ==
          std::vector<Example::Claim>{{"Norway", "bans", "Telmar", Polarity::negative, Modality::planned},
                                      {"Ann Li", "urges", "Norway"}});
    CHECK(set.examples()[1].claims.empty());
}

TEST_CASE("a wish is an example that is not expected yet; reach belongs to the rules below it") {
    const RuleSet set = parsed(
        "relation bans\n"
        "verb bar  subject > object\n"
        "reach goods\n"
        "verb ban  subject > object\n"
        "wish Norway did so too. => bans(Norway, Telmar)\n");
    CHECK(set.examples().front().wish);
    CHECK_FALSE(set.rules()[0].through_goods);
    CHECK(set.rules()[1].through_goods);
    CHECK_FALSE(set.rules()[1].through_deeds);
}

TEST_CASE("the cast says who is who in the examples") {
    const RuleSet set = parsed("cast country: Norway = Norwegian = Norse, Kenya\ncast person: Ann Li\n");
    CHECK(set.cast() == std::vector<Actor>{{"Norway", EntityType::country, {"Norwegian", "Norse"}},
                                           {"Kenya", EntityType::country, {}},
                                           {"Ann Li", EntityType::person, {}}});
}

TEST_CASE("an error names the file, the line, the column and what to write instead") {
    CHECK(complaint("relation bans\nvrb ban  subject > object\n") ==
          "rules/my.rules:2:1: error: unknown word 'vrb'\n"
          "    vrb ban  subject > object\n"
          "    ^\n"
          "  did you mean 'verb'?");
    CHECK(complaint("relation bams\n") ==
          "rules/my.rules:1:10: error: no relation 'bams' in the schema\n"
          "    relation bams\n"
          "             ^\n"
          "  did you mean 'bans'?");
    CHECK(complaint("relation bans\nnoun ban  posessive > on\n") ==
          "rules/my.rules:2:11: error: unknown slot 'posessive'\n"
          "    noun ban  posessive > on\n"
          "              ^\n"
          "  did you mean 'possessive'?");
}

TEST_CASE("each kind of mistake is told apart") {
    struct Mistake {
        const char* text;
        const char* place;
        const char* message;
    };
    const Mistake mistakes[] = {
        {"verb ban  subject > object\n", "my.rules:1:1:", "a rule before the relation it is for"},
        {"relation\n", "my.rules:1:9:", "which relation?"},
        {"relation bans fines\n", "my.rules:1:15:", "one relation a line"},
        {"relation bans\nverb ban subject object\n", "my.rules:2:24:", "no '>' between the two ends"},
        {"relation bans\nverb > object\n", "my.rules:2:6:", "where does the relation's subject stand?"},
        {"relation bans\nverb ban subject >\n", "my.rules:2:19:", "where does the relation's object stand?"},
        {"relation bans\nverb ban subject > object from\n", "my.rules:2:27:", "too many words after '>'"},
        {"relation bans\nverb subject > object\n", "my.rules:2:6:", "a rule without words"},
        {"relation bans\nverb ban subject > self\n", "my.rules:2:20:", "'self' is no slot of such a rule"},
        {"relation bans\nnoun ban object > on\n", "my.rules:2:10:", "'object' is no slot of such a rule"},
        {"relation bans\nrole head of > by\n", "my.rules:2:14:", "one of the two ends must be 'self'"},
        {"relation bans\nnames Oslo self > apposed\n", "my.rules:2:7:", "names stand without words"},
        {"relation bans\nrole head self > apposed\n", "my.rules:2:18:", "'apposed' is no slot of such a rule"},
        {"relation bans\nrole head self > contained\n", "my.rules:2:18:", "'contained' is no slot of such a rule"},
        {"relation bans\nnames self > understood\n", "my.rules:2:14:", "'understood' is no slot of such a rule"},
        {"relation bans\nnames self > speaker\n", "my.rules:2:14:", "'speaker' is no slot of such a rule"},
        {"relation bans\nrole head self > infinitive\n", "my.rules:2:18:", "'infinitive' is no slot of such a rule"},
        {"relation bans\nnoun ban of > clause\n", "my.rules:2:15:", "'clause' is no slot of such a rule"},
        {"relation bans\nverb ban speaker|subject > object\n", "my.rules:2:26:", "'speaker' is the last slot"},
        {"relation bans\nverb ban subject > object|speaker\n", "my.rules:2:18:", "'speaker' is the last slot"},
        {"relation bans\nreach\n", "my.rules:2:6:", "what may stand for the object?"},
        {"relation bans\nreach hands\n", "my.rules:2:7:", "unknown word 'hands'"},
        {"relation bans\nnoun ban self > on\n", "my.rules:2:15:", "'self' is for roles and adjectives"},
        {"relation bans\nverb ban subject > object [low\n", "my.rules:2:27:", "'[' is never closed"},
        {"relation bans\nverb ban subject > object [lo]\n", "my.rules:2:28:", "unknown option 'lo'"},
        {"relation bans\nverb ban subject > object [persons > any]\n", "my.rules:2:28:", "unknown type 'persons'"},
        {"relation bans\nexample Norway banned Telmar.\n", "my.rules:2:30:", "no '=>' after the sentence"},
        {"relation bans\nexample => bans(A, B)\n", "my.rules:2:9:", "a sentence is missing"},
        {"relation bans\nexample A bans B. => bans A B\n", "my.rules:2:22:", "a statement looks otherwise"},
        {"relation bans\nexample A bans B. => bans(A, )\n", "my.rules:2:30:", "a name is missing"},
        {"relation bans\nexample A bans B. => nott bans(A, B)\n", "my.rules:2:22:", "unknown word 'nott'"},
        {"relation bans\nexample A bans B. => band(A, B)\n", "my.rules:2:22:", "no relation 'band' in the schema"},
        {"relation bans\nnever A. => bans(A, B)\n", "my.rules:2:10:", "must say nothing has no '=>'"},
        {"cast land: Norway\n", "my.rules:1:6:", "unknown type 'land'"},
        {"cast country Norway\n", "my.rules:1:5:", "no ':' after the type"},
        {"cast country: Norway, , Kenya\n", "my.rules:1:23:", "a name is missing"},
        {"\xEF\xBB\xBFrelation bans\n", "my.rules:1:1:", "byte order mark"},
        {"relation bans\n# caf\xE9\n", "my.rules:2:6:", "not UTF-8"},
        {"relation bans\n# \x01\n", "my.rules:2:3:", "a control character"},
    };
    for (const Mistake& mistake : mistakes) {
        const std::string said = complaint(mistake.text);
        INFO(mistake.text << said);
        CHECK(said.find(mistake.place) != std::string::npos);
        CHECK(said.find(mistake.message) != std::string::npos);
    }
}

TEST_CASE("a word that stands twice for the same thing is told, and counts once more") {
    const RuleSet set = parsed("relation bans\nverb ban  subject > object\nverb bar ban  subject > object\n");
    CHECK(set.rules().size() == 2);
    CHECK(set.warnings() == std::vector<std::string>{"my.rules:3: 'ban' stands already in my.rules:2"});
}

TEST_CASE("a user's relation needs two lines of data") {
    Schema own = schema();
    own.add({"lobbies", "lobbies", "is lobbied by", false, {}, {}, "lobbies"});
    const RuleSet set = RuleSet::parse("relation lobbies\nverb lobby  subject > object\n", "own.rules", own);
    CHECK(set.rules().front().relation == "lobbies");
    CHECK_THROWS_AS(parsed("relation lobbies\n"), Error);
}

TEST_CASE("the fingerprint changes with any rule and with nothing else") {
    const RuleSet one = parsed("relation bans\nverb ban  subject > object\n");
    CHECK(one.fingerprint() == parsed("relation bans\nverb   ban   subject > object\n").fingerprint());
    CHECK(one.fingerprint() != parsed("relation bans\nverb bar  subject > object\n").fingerprint());
    CHECK(one.fingerprint().size() == 4);
    RuleSet two = one;
    two.add(one);
    CHECK(two.rules().size() == 2);
    CHECK(two.fingerprint() != one.fingerprint());
}

TEST_CASE("a hundred thousand rules load") {
    std::string text = "relation bans\n";
    for (int i = 0; i < 100000; ++i)
        text += "verb word" + std::to_string(i) + "  subject > object\n";
    CHECK(parsed(text).rules().size() == 100000);
}

TEST_CASE("the built-in rules have four examples and a counter-example for each relation that they know") {
    const RuleSet set = RuleSet::built_in(schema());
    CHECK(set.warnings() == std::vector<std::string>{});
    std::map<std::string, int> examples, counter_examples;
    for (const Example& example : set.examples()) {
        if (example.wish) continue;
        ++(example.claims.empty() ? counter_examples : examples)[example.relation];
    }
    CHECK(examples.size() == schema().relations().size());
    for (const auto& [relation, count] : examples) {
        INFO(relation);
        CHECK(count >= 4);
        CHECK(counter_examples[relation] >= 1);
    }
}
