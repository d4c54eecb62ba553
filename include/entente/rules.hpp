// Rule files to checked rules.
//
// A rule names words and where the two ends of its relation stand around them. What passives, coordination or
// "refused to" make of that is the matcher's business, so that a rule lists meaning and no syntax.
// docs/rules.md is the language.
//
// in        UTF-8, at most 1 MiB a line; graphs/relations/*.rules built in, or a user's own
// out       rules, examples and the cast of the examples, in the order of the files and their lines
// errors    Error (config) FILE:LINE:COLUMN with the line, a caret and the nearest word that would do
// lifetime  owns everything
// threads   a plain value
// cost      linear in the text; 100,000 rules take about a second
// example   RuleSet::parse("relation bans\nverb ban outlaw  subject > object\n", "my.rules", schema)
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/knowledge.hpp"

namespace entente {

// Where an end of a relation stands, seen from the words of the rule.
struct Slot {
    enum class Kind {
        subject,      // of the verb: who does it, also "by" in the passive
        object,       // of the verb: to whom, also the subject of the passive
        possessive,   // "Norway's ban", "its ban"
        modifier,     // "the Norwegian ban", "the Telmar chairman"
        self,         // what the words name: "Ann Li, chairman of Norvia"
        apposed,      // of names: the name behind the comma, "Bonn, Germany"
        contained,    // of names: the country or place in the name, "Bank of Norway"
        understood,   // of roles and nouns: whose office it must be in this article, "Prime Minister Ann Li"
        speaker,      // of verbs and nouns: who says it, where no doer is told, "Norway said Telmar will not be banned"
        infinitive,   // of verbs and nouns: to whom the infinitive does it, "threatened to ban Telmar"
        clause,       // of verbs: who is to do what the clause says, "demanded on Monday that Norway ban Telmar"
        preposition,  // "a ban on Telmar": the word is `preposition`
    };
    Kind kind = Kind::subject;
    std::string preposition;  // of Kind::preposition only
    friend bool operator==(const Slot&, const Slot&) = default;
};

struct Rule {
    enum class Kind {
        verb,       // "bans", "was banned", "to ban"
        noun,       // an event: "the ban on", "imposed a ban on"
        role,       // what someone or something is: "chairman of", "a subsidiary of"
        adjective,  // "is critical of", "is under investigation by"
        names,      // no words: one name beside another, "Bonn, Germany", "Spain's Talgo"
    };
    Kind kind = Kind::verb;
    std::string relation;
    std::vector<std::string> words;  // lemmas; of several words "crack down"
    std::vector<Slot> subjects;      // where the relation's subject may stand, best first
    std::vector<Slot> objects;       // where its object may stand
    std::vector<std::string> with;   // of a verb: only where its object is one of them; of names: words of the name
    bool through_goods = false;      // the object may be meant by what it makes: "banned Telmar's equipment"
    bool through_deeds = false;      // ... or by what it does: "criticised Norway's plan"
    std::vector<EntityType> of, to;  // types of the two ends, besides what the schema allows; empty = any
    Polarity polarity = Polarity::positive;
    Modality modality = Modality::asserted;
    Confidence confidence = Confidence::high;  // that a find has at most
    std::string source;                        // "bans.rules:7"
    friend bool operator==(const Rule&, const Rule&) = default;
};

// A sentence and the statements of the file's relation that it makes: none for `never`. A wish is an example that does
// not come true yet; tests count and print wishes, and their number may only shrink.
struct Example {
    struct Claim {
        std::string subject, relation, object;  // names of the cast
        Polarity polarity = Polarity::positive;
        Modality modality = Modality::asserted;
        friend auto operator<=>(const Claim&, const Claim&) = default;
    };
    std::string relation;  // of the file
    std::string sentence;
    std::vector<Claim> claims;
    bool wish = false;
    std::string source;  // "bans.rules:12"
};

// Someone who appears in examples.
struct Actor {
    std::string name;
    EntityType type = EntityType::organisation;
    std::vector<std::string> adjectives;  // "Danish" for Denmark
    friend bool operator==(const Actor&, const Actor&) = default;
};

namespace rules {
class Parser;
}

class RuleSet {
  public:
    // graphs/relations/*.rules; a file without a relation of `schema` is an Error.
    [[nodiscard]] static RuleSet built_in(const Schema& schema);
    [[nodiscard]] static RuleSet parse(std::string_view text, std::string_view file, const Schema& schema);
    // Puts the other's rules behind these.
    void add(const RuleSet& other);

    [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
    [[nodiscard]] const std::vector<Example>& examples() const { return examples_; }
    [[nodiscard]] const std::vector<Actor>& cast() const { return cast_; }
    // What is odd but no error, one line each: a word that stands twice for the same thing.
    [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }
    // Four hexadecimal digits that change with any rule: part of an Extraction's `by`.
    [[nodiscard]] std::string fingerprint() const;

  private:
    friend class rules::Parser;
    std::vector<Rule> rules_;
    std::vector<Example> examples_;
    std::vector<Actor> cast_;
    std::vector<std::string> warnings_;
};

std::ostream& operator<<(std::ostream& out, const Slot& slot);
std::ostream& operator<<(std::ostream& out,
                         const Rule& rule);  // as in a rule file, without its words' line breaks
std::ostream& operator<<(std::ostream& out, const Example::Claim& claim);

}  // namespace entente
