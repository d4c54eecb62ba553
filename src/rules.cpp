// Rule files to checked rules.
//
// A RuleSet is a plain list. What words look like in a sentence, and how English turns a rule's slots about,
// is known to the matcher in `relate` only. SPDX-License-Identifier: MIT
#include "entente/rules.hpp"

#include <ostream>
#include <sstream>

#include "entente/data.hpp"
#include "entente/text/utf8.hpp"
#include "rules/parser.hpp"

namespace entente {

RuleSet RuleSet::built_in(const Schema& schema) {
    RuleSet out;
    for (const DataFile& file : built_in_folder("graphs/relations/"))
        out.add(parse(file.bytes, file.name, schema));
    return out;
}

RuleSet RuleSet::parse(std::string_view text, std::string_view file, const Schema& schema) {
    return rules::Parser(text, file, schema).parsed();
}

void RuleSet::add(const RuleSet& other) {
    rules_.insert(rules_.end(), other.rules_.begin(), other.rules_.end());
    examples_.insert(examples_.end(), other.examples_.begin(), other.examples_.end());
    cast_.insert(cast_.end(), other.cast_.begin(), other.cast_.end());
    warnings_.insert(warnings_.end(), other.warnings_.begin(), other.warnings_.end());
}

std::string RuleSet::fingerprint() const {
    std::ostringstream text;
    for (const Rule& rule : rules_)
        text << rule.through_goods << rule.through_deeds << rule.relation << ' ' << rule.source << ' ' << rule << '\n';
    return hash_hex(text.str()).substr(0, 4);
}

std::ostream& operator<<(std::ostream& out, const Slot& slot) {
    switch (slot.kind) {
        case Slot::Kind::subject:
            return out << "subject";
        case Slot::Kind::object:
            return out << "object";
        case Slot::Kind::possessive:
            return out << "possessive";
        case Slot::Kind::modifier:
            return out << "modifier";
        case Slot::Kind::self:
            return out << "self";
        case Slot::Kind::apposed:
            return out << "apposed";
        case Slot::Kind::contained:
            return out << "contained";
        case Slot::Kind::understood:
            return out << "understood";
        case Slot::Kind::infinitive:
            return out << "infinitive";
        case Slot::Kind::clause:
            return out << "clause";
        case Slot::Kind::speaker:
            return out << "speaker";
        case Slot::Kind::preposition:
            break;
    }
    for (const char c : slot.preposition)
        out << (c == ' ' ? '_' : c);
    return out;
}

namespace {

void put_slots(std::ostream& out, const std::vector<Slot>& slots) {
    for (std::size_t i = 0; i < slots.size(); ++i)
        out << (i == 0 ? "" : "|") << slots[i];
}

void put_types(std::ostream& out, const std::vector<EntityType>& types) {
    if (types.empty()) out << "any";
    for (std::size_t i = 0; i < types.size(); ++i)
        out << (i == 0 ? "" : "|") << name_of(types[i]);
}

// The options that differ from what a rule has without any.
std::vector<std::string> options(const Rule& rule) {
    std::vector<std::string> out;
    if (!rule.of.empty() || !rule.to.empty()) {
        std::ostringstream types;
        put_types(types, rule.of);
        types << " > ";
        put_types(types, rule.to);
        out.push_back(types.str());
    }
    if (!rule.with.empty()) {
        std::string with = "with";
        for (const std::string& word : rule.with)
            with += " " + word;
        out.push_back(with);
    }
    if (rule.polarity == Polarity::negative) out.emplace_back("not");
    if (rule.modality != Modality::asserted) out.emplace_back(name_of(rule.modality));
    if (rule.confidence != Confidence::high) out.emplace_back(name_of(rule.confidence));
    return out;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Rule& rule) {
    constexpr const char* names[] = {"verb", "noun", "role", "adjective", "names"};
    out << names[static_cast<int>(rule.kind)];
    for (const std::string& word : rule.words) {
        out << ' ';
        for (const char c : word)
            out << (c == ' ' ? '_' : c);
    }
    out << "  ";
    put_slots(out, rule.subjects);
    out << " > ";
    put_slots(out, rule.objects);
    const std::vector<std::string> all = options(rule);
    for (std::size_t i = 0; i < all.size(); ++i)
        out << (i == 0 ? "  [" : ", ") << all[i];
    return all.empty() ? out : out << ']';
}

std::ostream& operator<<(std::ostream& out, const Example::Claim& claim) {
    if (claim.polarity == Polarity::negative) out << "not ";
    if (claim.modality != Modality::asserted) out << name_of(claim.modality) << ' ';
    return out << claim.relation << '(' << claim.subject << ", " << claim.object << ')';
}

}  // namespace entente
