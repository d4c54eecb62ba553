// Finds to statements.
//
// A find names places in a sentence; here ends are checked against the schema, spans become bytes, and what the article
// has said before gains an evidence instead of a second statement.
// SPDX-License-Identifier: MIT
#include "relate/statements.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "relate/dates.hpp"
#include "relate/details.hpp"

namespace entente::relate {
namespace {

constexpr std::uint32_t most_pairs = 50;  // of a sentence
constexpr int far = 8;                    // words between an end and its cue

bool fits(const std::vector<EntityType>& types, EntityType type) {
    return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

int distance(TokenRange a, int begin, int end) {
    const int first = static_cast<int>(a.begin), last = static_cast<int>(a.end);
    return last <= begin ? begin - last : first >= end ? first - end : 0;
}

bool respectively(const Tree& tree) {
    for (int i = 0; i < tree.size(); ++i) {
        if (tree.is(i, "respectively")) return true;
    }
    return false;
}

// The words of the clause of `word` without the clauses below it: [first, last).
std::pair<int, int> clause_span(const Tree& tree, int word) {
    int begin = tree.left(word), end = tree.right(word);
    for (const int c : tree.children(word)) {
        const bool clause = tree.is(c, {Deprel::ccomp, Deprel::advcl, Deprel::conj, Deprel::parataxis}) && tree.verb(c);
        if (!clause) continue;
        if (c > word) end = std::min(end, tree.left(c));
        if (c < word) begin = std::max(begin, tree.right(c));
    }
    return {begin, end};
}

}  // namespace

StatementWriter::StatementWriter(Document& document, const Knowledge& knowledge, const RuleSet& rules)
    : document_(document),
      knowledge_(knowledge),
      rules_(rules),
      quotations_(quotations(document)),
      offices_(document, knowledge) {}

const Entity& StatementWriter::entity(int reference) const {
    return document_.entities[number(document_.references[static_cast<std::size_t>(reference)].entity)];
}

void StatementWriter::write(const Tree& tree) {
    remember_quotation(tree);
    pairs_ = 0;
    for (const Find& find : Matcher(tree, rules_).finds())
        write_find(tree, find);
}

// Who speaks beside a quotation is its speaker, also of the sentences that it still has.
void StatementWriter::remember_quotation(const Tree& tree) {
    std::optional<Speech> speech;
    bool looked = false;
    for (std::uint32_t i = tree.sentence().tokens.begin; i < tree.sentence().tokens.end; ++i) {
        if (quotations_[i] == 0) continue;
        if (!looked) speech = speech_of_sentence(tree);
        looked = true;
        if (speech) speakers_.try_emplace(quotations_[i], *speech);
    }
}

void StatementWriter::write_find(const Tree& tree, const Find& find) {
    const bool same = find.pairs && find.subjects == find.objects;
    const bool in_turn =
        !same && find.subjects.size() > 1 && find.subjects.size() == find.objects.size() && respectively(tree);
    for (std::size_t s = 0; s < find.subjects.size(); ++s) {
        for (std::size_t o = same ? s + 1 : 0; o < find.objects.size(); ++o) {
            if (pairs_ >= most_pairs) return;
            if (in_turn && s != o) continue;
            Find one = find;
            if (find.objects[o].elsewhere != Elsewhere::no) {
                put_off(tree, find, find.subjects[s], find.objects[o]);
                continue;
            }
            for (const End end : {find.subjects[s], find.objects[o]}) {
                const bool so = one.stance.polarity == Polarity::positive;
                if (end.denied || (end.contrasted && !so))
                    one.stance.polarity = so ? Polarity::negative : Polarity::positive;
            }
            write_pair(tree, one, find.subjects[s], find.objects[o]);
        }
    }
}

void StatementWriter::write_pair(const Tree& tree, const Find& find, End subject, End object) {
    const Rule& rule = rules_.rules()[find.rule];
    const Entity &from = entity(subject.reference), &to = entity(object.reference);
    const Relation* relation = knowledge_.schema.find(rule.relation);
    if (from.id == to.id || relation == nullptr || !knowledge_.schema.allows(*relation, from.type, to.type)) return;
    if (!fits(rule.of, from.type) || !fits(rule.to, to.type)) return;
    const bool beside =
        rule.kind == Rule::Kind::names && rule.relation == "located_in" && from.type != EntityType::organisation;
    if (beside &&
        !offices_.may_lie_in(number(tree.meant(subject.reference).entity), number(tree.meant(object.reference).entity)))
        return;
    ++pairs_;
    remember_office(find, from, to);
    const Sentence& sentence = tree.sentence();
    Evidence evidence{sentence.span, tree.meant(subject.reference).span, tree.meant(object.reference).span,
                      tree.span(find.cue_begin, find.cue_end), std::string(document_.text(sentence.span))};
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
    statement.confidence = confidence(tree, find, subject, object);
    statement.rule = rule.source;
    statement.evidence.push_back(std::move(evidence));
    name_source(tree, find, statement);
    add_details(tree, find, statement);
    statement.id = statement_id(document_.article.info.text_hash, statement);
    document_.statements.push_back(std::move(statement));
}

// Who is said to belong to which country or place, and in which office.
void StatementWriter::remember_office(const Find& find, const Entity& from, const Entity& to) {
    if (from.type != EntityType::person || find.stance.polarity == Polarity::negative) return;
    if (to.type != EntityType::country && to.type != EntityType::place) return;
    const std::string& relation = rules_.rules()[find.rule].relation;
    const bool office = relation == "leads" || relation == "works_for";
    if (office || relation == "citizen_of") offices_.told(office ? find.title : "", from.id, to.id);
}

// ---- ends that are told elsewhere

void StatementWriter::put_off(const Tree& tree, const Find& find, End subject, End object) {
    if (subject.elsewhere != Elsewhere::no) return;
    Open open;
    Statement& out = open.statement;
    out.subject = entity(subject.reference).id;
    out.relation = rules_.rules()[find.rule].relation;
    out.polarity = find.stance.polarity;
    out.modality = find.stance.modality;
    out.rule = rules_.rules()[find.rule].source;
    const bool contained = object.elsewhere == Elsewhere::contained;
    out.confidence =
        std::min(confidence(tree, find, subject, subject), contained ? Confidence::high : Confidence::medium);
    out.evidence.push_back(
        {tree.sentence().span, tree.meant(subject.reference).span, {}, tree.span(find.cue_begin, find.cue_end), ""});
    name_source(tree, find, out);
    add_details(tree, find, out);
    open.elsewhere = object.elsewhere;
    open.reference = static_cast<std::uint32_t>(subject.reference);
    open.sentence = document_.sentence_of(tree.offset());
    open.title = find.title;
    if (object.reference != none) open.shared = static_cast<std::uint32_t>(object.reference);
    open.rule = find.rule;
    open_.push_back(std::move(open));
}

// Quotes all that stands between the title and the name of whose it is.
bool StatementWriter::close(Open& open, const Reference& object) {
    const Rule& rule = rules_.rules()[open.rule];
    const Relation* relation = knowledge_.schema.find(rule.relation);
    const Entity& from = entity(static_cast<int>(open.reference));
    const Entity& to = document_.entities[number(object.entity)];
    if (from.id == to.id || relation == nullptr || !knowledge_.schema.allows(*relation, from.type, to.type))
        return false;
    if (!fits(rule.of, from.type) || !fits(rule.to, to.type)) return false;
    Statement& out = open.statement;
    out.object = to.id;
    const auto [place, fresh] = written_.emplace(
        std::tuple(out.subject, out.relation, out.object, out.polarity, out.modality), document_.statements.size());
    if (!fresh) return false;
    const Span there = document_.sentences[document_.sentence_of(object.tokens.begin)].span;
    Evidence& evidence = out.evidence.front();
    evidence.object = object.span;
    evidence.sentence = {std::min(evidence.sentence.begin, there.begin), std::max(evidence.sentence.end, there.end)};
    evidence.text = std::string(document_.text(evidence.sentence));
    out.id = statement_id(document_.article.info.text_hash, out);
    return true;
}

// Closes those with a title, or those without; of several that say the same the nearest.
void StatementWriter::close_all(bool titled) {
    std::vector<std::tuple<std::uint32_t, std::size_t, std::uint32_t>> found;
    for (std::size_t i = 0; i < open_.size(); ++i) {
        const Open& open = open_[i];
        const bool contained = open.elsewhere == Elsewhere::contained;
        if ((contained || !open.title.empty()) != titled) continue;
        const auto object = contained ? offices_.contained(open.reference)
                            : titled  ? offices_.whose(open.title, open.statement.subject, open.sentence, open.shared)
                                      : offices_.held_by(open.statement.subject, open.sentence);
        if (!object) continue;
        const std::uint32_t there = document_.sentence_of(document_.references[*object].tokens.begin);
        found.emplace_back(std::max(there, open.sentence) - std::min(there, open.sentence), i, *object);
    }
    std::sort(found.begin(), found.end());
    std::map<std::pair<std::string, std::uint32_t>, int> votes;  // of a person's titles for countries and places
    std::map<std::string, int> most;
    for (const auto& [distance, i, object] : found) {
        const std::uint32_t whose = number(document_.references[object].entity);
        if (document_.entities[whose].type == EntityType::organisation) continue;
        const std::string& person = open_[i].statement.subject;
        most[person] = std::max(most[person], ++votes[{person, whose}]);
    }
    for (const auto& [distance, i, object] : found) {
        const std::string& person = open_[i].statement.subject;
        const auto own = votes.find({person, number(document_.references[object].entity)});
        if (own != votes.end() && own->second < most[person]) continue;  // one country has him
        if (close(open_[i], document_.references[object])) document_.statements.push_back(open_[i].statement);
    }
}

void StatementWriter::finish() {
    for (const Statement& s : document_.statements) {
        if (const Relation* relation = knowledge_.schema.find(s.relation); relation == nullptr || !relation->apart)
            continue;
        offices_.meets_as_stranger(s.subject, s.object);
        offices_.meets_as_stranger(s.object, s.subject);
    }
    close_all(true);
    for (const Statement& s : document_.statements) {
        if (s.relation == "leads" && s.polarity == Polarity::positive && s.modality == Modality::asserted)
            offices_.holds(s.subject, s.object);
    }
    close_all(false);
    drop_implied();
    if (open_.empty()) return;
    const auto sentence = [&](const Statement& s) {  // one past the cue's
        return std::upper_bound(document_.sentences.begin(), document_.sentences.end(), s.evidence.front().cue.begin,
                                [](std::uint32_t at, const Sentence& each) { return at < each.span.begin; });
    };
    std::stable_sort(document_.statements.begin(), document_.statements.end(),
                     [&](const Statement& a, const Statement& b) { return sentence(a) < sentence(b); });
}

// "leads" says "works for" too.
void StatementWriter::drop_implied() {
    std::set<std::tuple<std::string, std::string, std::string, Polarity, Modality>> implied;
    for (const Statement& s : document_.statements) {
        const Relation* relation = knowledge_.schema.find(s.relation);
        if (s.polarity == Polarity::negative || relation == nullptr) continue;
        for (const std::string& weaker : relation->implies)
            implied.emplace(s.subject, weaker, s.object, s.polarity, s.modality);
    }
    std::erase_if(document_.statements, [&](const Statement& s) {
        return implied.contains({s.subject, s.relation, s.object, s.polarity, s.modality});
    });
}

// ---- what else a statement has

void StatementWriter::name_source(const Tree& tree, const Find& find, Statement& statement) const {
    std::optional<Speech> speech;
    const auto cue = tree.offset() + static_cast<std::uint32_t>(find.cue_begin);
    if (const std::uint32_t quotation = quotations_[cue]; quotation != 0) {
        const auto speaker = speakers_.find(quotation);
        if (speaker != speakers_.end()) speech = speaker->second;
    } else if (find.clause != none) {
        speech = speech_around(tree, find.clause);
    }
    if (!speech) return;
    statement.source = id(speech->speaker);
    statement.source_text = speech->text;
}

void StatementWriter::add_details(const Tree& tree, const Find& find, Statement& statement) const {
    if (find.clause == none) return;
    const auto [begin, end] = clause_span(tree, find.clause);
    std::string amount = amount_in(tree, knowledge_.lexicon, find.cue_begin, end);
    if (amount.empty()) amount = amount_in(tree, knowledge_.lexicon, begin, find.cue_begin);
    if (!amount.empty()) statement.details["amount"] = amount;
    const bool past = find.stance.modality == Modality::asserted;
    const std::string& published = document_.article.info.date;
    std::string date = date_in(tree, find.cue_begin, end, published, past);
    if (date.empty()) date = date_in(tree, begin, find.cue_begin, published, past);
    if (!date.empty()) statement.details["date"] = date;
}

Confidence StatementWriter::confidence(const Tree& tree, const Find& find, End subject, End object) const {
    Confidence found = rules_.rules()[find.rule].confidence;
    for (const End end : {subject, object}) {
        if (end.stands_in || tree.meant(end.reference).kind == Reference::Kind::pronoun ||
            distance(tree.range(end.reference), find.cue_begin, find.cue_end) > far)
            found = std::min(found, Confidence::medium);
    }
    return found;
}

}  // namespace entente::relate
