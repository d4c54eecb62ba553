// Finds to statements.
//
// A find names places in a sentence; here ends are checked against the schema, spans become bytes, and what
// the article has said before gains an evidence instead of a second statement. SPDX-License-Identifier: MIT
#include "relate/statements.hpp"

#include <algorithm>

#include "relate/details.hpp"

namespace entente::relate {
namespace {

constexpr std::uint32_t most_pairs = 50;  // of a sentence

bool fits(const std::vector<EntityType>& types, EntityType type) {
    return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

std::uint32_t distance(TokenRange a, std::uint32_t begin, std::uint32_t end) {
    return a.end <= begin ? begin - a.end : a.begin >= end ? a.begin - end : 0;
}

}  // namespace

StatementWriter::StatementWriter(Document& document, const Knowledge& knowledge, const RuleSet& rules)
    : document_(document), knowledge_(knowledge), rules_(rules), quotations_(quotations(document)) {}

const Entity& StatementWriter::entity(int reference) const {
    return document_.entities[number(document_.references[static_cast<std::size_t>(reference)].entity)];
}

void StatementWriter::write(const Reading& reading) {
    speeches_ = speeches(reading, EndFinder(reading));
    remember_quotation(reading);
    pairs_ = 0;
    for (const Find& find : Matcher(reading, rules_, knowledge_.lexicon).finds())
        write_find(reading, find);
}

// Who speaks beside a quotation is its speaker, also of the sentences that it still has.
void StatementWriter::remember_quotation(const Reading& reading) {
    if (speeches_.empty()) return;
    const std::uint32_t offset = document_.sentences[reading.sentence()].tokens.begin;
    for (std::uint32_t i = 0; i < reading.size(); ++i) {
        if (const std::uint32_t quotation = quotations_[offset + i]; quotation != 0)
            speakers_.try_emplace(quotation, speeches_.front());
    }
}

void StatementWriter::write_find(const Reading& reading, const Find& find) {
    const auto& same = find.subjects;
    for (std::size_t s = 0; s < find.subjects.size(); ++s) {
        for (std::size_t o = find.pairs && same == find.objects ? s + 1 : 0; o < find.objects.size(); ++o) {
            if (pairs_ >= most_pairs) return;
            write_pair(reading, find, find.subjects[s], find.objects[o]);
        }
    }
}

void StatementWriter::write_pair(const Reading& reading, const Find& find, int subject, int object) {
    const Rule& rule = rules_.rules()[find.rule];
    const Entity &from = entity(subject), &to = entity(object);
    const Relation* relation = knowledge_.schema.find(rule.relation);
    if (from.id == to.id || relation == nullptr || !knowledge_.schema.allows(*relation, from.type, to.type)) return;
    if (!fits(rule.of, from.type) || !fits(rule.to, to.type)) return;
    ++pairs_;
    const Sentence& sentence = document_.sentences[reading.sentence()];
    Evidence evidence{sentence.span, document_.references[static_cast<std::size_t>(subject)].span,
                      document_.references[static_cast<std::size_t>(object)].span,
                      reading.span(find.cue_begin, find.cue_end), std::string(document_.text(sentence.span))};
    std::string first = from.id, second = to.id;
    if (relation->symmetric && second < first) std::swap(first, second);
    const auto [place, fresh] =
        written_.emplace(std::tuple(first, rule.relation, second, find.stance.polarity, find.stance.modality),
                         document_.statements.size());
    if (!fresh) {
        Statement& known = document_.statements[place->second];
        if (known.subject != from.id) std::swap(evidence.subject, evidence.object);  // "Sweden met Norway", told before
        std::vector<Evidence>& all = known.evidence;
        const bool again =
            std::any_of(all.begin(), all.end(), [&](const Evidence& e) { return e.sentence == evidence.sentence; });
        if (!again) all.push_back(std::move(evidence));
        return;
    }
    Statement statement;
    statement.subject = from.id;
    statement.relation = rule.relation;
    statement.object = to.id;
    statement.polarity = find.stance.polarity;
    statement.modality = find.stance.modality;
    statement.confidence = confidence(reading, find, subject, object);
    statement.rule = rule.source;
    statement.evidence.push_back(std::move(evidence));
    name_source(reading, find, statement);
    add_details(reading, find, statement);
    statement.id = statement_id(document_.article.info.text_hash, statement);
    document_.statements.push_back(std::move(statement));
}

void StatementWriter::name_source(const Reading& reading, const Find& find, Statement& statement) const {
    const std::uint32_t offset = document_.sentences[reading.sentence()].tokens.begin;
    const std::uint32_t quotation = quotations_[offset + find.cue_begin];
    if (quotation != 0) {
        const auto speaker = speakers_.find(quotation);
        if (speaker == speakers_.end()) return;
        statement.source = id(speaker->second.speaker);
        statement.source_text = speaker->second.text;
        return;
    }
    const int group = find.group;
    if (group == none) return;  // "the Swedish firm Telmar" is nobody's claim
    const std::uint32_t verb = reading.groups()[static_cast<std::size_t>(group)].begin;
    const bool relative =
        verb > 0 && (reading.kind(verb - 1) == Class::relative || reading.kind(verb - 1) == Class::that);
    for (auto speech = speeches_.rbegin(); speech != speeches_.rend(); ++speech) {
        if (find.cue_begin < speech->begin || find.cue_begin >= speech->end) continue;
        if (verb + 1 < speech->begin || (relative && speech->begin == 0)) continue;
        statement.source = id(speech->speaker);
        statement.source_text = speech->text;
        return;
    }
}

// Within the clause: from the verb to the next one, and what opens the sentence.
void StatementWriter::add_details(const Reading& reading, const Find& find, Statement& statement) const {
    if (find.group == none) return;
    std::uint32_t begin = find.cue_begin, end = find.cue_end;
    begin = std::min(begin, reading.groups()[static_cast<std::size_t>(find.group)].end);
    while (end < reading.size() && (reading.group_at(end) == none || end < find.cue_end) &&
           reading.kind(end) != Class::semicolon && reading.kind(end) != Class::relative &&
           reading.kind(end) != Class::quote) {
        ++end;
    }
    if (const std::string amount = amount_in(reading, knowledge_.lexicon, begin, end); !amount.empty()) {
        statement.details["amount"] = amount;
    }
    if (const std::string date = date_in(reading, begin, end); !date.empty()) statement.details["date"] = date;
}

Confidence StatementWriter::confidence(const Reading& reading, const Find& find, int subject, int object) const {
    Confidence found = rules_.rules()[find.rule].confidence;
    for (const int end : {subject, object}) {
        const Reference& reference = document_.references[static_cast<std::size_t>(end)];
        if (reference.kind == Reference::Kind::pronoun) found = std::min(found, Confidence::medium);
        if (distance(reading.range(end), find.cue_begin, find.cue_end) > 8) found = std::min(found, Confidence::medium);
    }
    return found;
}

}  // namespace entente::relate
