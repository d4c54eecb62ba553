// Any bytes to relation rules.
// SPDX-License-Identifier: MIT
#include "entente/rules.hpp"
#include "fuzz.hpp"

FUZZ(bytes) {
    static const entente::Schema schema = entente::Knowledge::built_in().schema;
    const entente::RuleSet rules = entente::RuleSet::parse(bytes, "fuzz.rules", schema);
    for (const entente::Rule& rule : rules.rules()) {
        require(schema.find(rule.relation) != nullptr, "a rule's relation is one of the schema");
        require(!rule.words.empty(), "a rule has words");
    }
}
