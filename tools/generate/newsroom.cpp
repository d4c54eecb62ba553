// A made-up world and its newspapers.
// SPDX-License-Identifier: MIT
#include "newsroom.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <string_view>

#include "entente/text/minhash.hpp"
#include "entente/text/utf8.hpp"

namespace generate {
namespace {

using namespace entente;

constexpr std::size_t remembered = 50;  // stories that another paper may take up
constexpr int days = 3652;              // ten years from 2015-01-01

// A pronounceable name for a number, each another.
std::string invented(std::size_t number) {
    constexpr std::array<std::string_view, 16> begin{"Bor", "Kes", "Dra", "Vel", "Tor", "Mir", "Sal", "Quo",
                                                     "Hal", "Ner", "Fen", "Ost", "Lur", "Pel", "Gav", "Zem"};
    constexpr std::array<std::string_view, 16> end{"van", "tra", "nok", "mel", "dis", "ra",  "lund", "sik",
                                                   "ota", "gar", "vex", "pol", "rin", "tas", "bel",  "mur"};
    std::string out(begin.at(number % 16));
    for (number /= 16;; number /= 16) {
        out += end.at(number % 16);
        if (number < 16) return out;
    }
}

Entity made_up(std::size_t number) {
    Entity out;
    const std::string name = invented(number);
    switch (number % 8) {
        case 0:
        case 1:
        case 2:
            out.type = EntityType::person;
            out.name = invented(number / 8 % 256) + " " + name;
            break;
        case 3:
            out.type = EntityType::place;
            out.name = "Port " + name;
            break;
        default:
            constexpr std::array<std::string_view, 4> forms{"Group", "Holdings", "Bank", "Energy"};
            out.type = EntityType::organisation;
            out.name = fmt::format("{} {}", name, forms.at(number / 8 % 4));
    }
    out.id = entity_id(out.type, out.name);
    return out;
}

// One in fifty is a country, also among the famous.
std::vector<Entity> population(const Knowledge& knowledge, std::size_t size) {
    std::vector<Entity> countries, out;
    for (const Known& known : knowledge.world.entities()) {
        if (known.entity.type != EntityType::country || known.entity.wikidata.empty()) continue;
        countries.push_back({known.entity.id, known.entity.type, known.entity.name, {}, known.entity.wikidata, {}});
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (i % 50 == 0 && i / 50 < countries.size())
            out.push_back(countries[i / 50]);
        else
            out.push_back(made_up(i));
    }
    return out;
}

std::string day(std::size_t number) {
    const std::chrono::year_month_day date =
        std::chrono::sys_days(std::chrono::year(2015) / 1 / 1) + std::chrono::days(static_cast<int>(number));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

}  // namespace

Newsroom::Newsroom(const Knowledge& knowledge, const Size& size)
    : schema_(knowledge.schema),
      random_(size.seed),
      entities_(population(knowledge, size.entities)),
      fame_(size.entities),
      habit_(knowledge.schema.relations().size()),
      reach_(size.papers),
      papers_(size.papers) {}

Newsroom::Claim Newsroom::claim() {
    Claim out{};
    // Ends that the relation allows, within reason.
    for (int attempt = 0; attempt < 8; ++attempt) {
        out.relation = habit_.draw(random_);
        out.subject = fame_.draw(random_);
        out.object = fame_.draw(random_);
        const Relation& relation = schema_.relations()[out.relation];
        if (out.subject != out.object &&
            schema_.allows(relation, entities_[out.subject].type, entities_[out.object].type))
            break;
    }
    if (out.subject == out.object) out.object = (out.subject + 1) % entities_.size();
    out.polarity = random_.chance(8) ? Polarity::negative : Polarity::positive;
    out.modality = random_.chance(80) ? Modality::asserted : static_cast<Modality>(1 + random_.below(3));
    out.confidence = static_cast<Confidence>(random_.below(3));
    return out;
}

void Newsroom::mention(Extraction& article, std::size_t entity, Span span, const std::string& text) {
    const Entity& known = entities_[entity];
    auto at =
        std::find_if(article.entities.begin(), article.entities.end(), [&](const auto& e) { return e.id == known.id; });
    if (at == article.entities.end()) at = article.entities.insert(at, known);
    at->mentions.push_back({span, text});
}

// "Telmar Group bans Norway."
void Newsroom::add_sentence(Extraction& article, std::string& text, const Claim& claim) {
    const Relation& relation = schema_.relations()[claim.relation];
    const std::string &subject = entities_[claim.subject].name, &object = entities_[claim.object].name;
    const std::size_t begin = text.size();
    text += fmt::format("{} {} {}.", subject, relation.label, object);
    const std::size_t cue = begin + subject.size() + 1, last = cue + relation.label.size() + 1;
    Evidence evidence{make_span(begin, text.size()), make_span(begin, begin + subject.size()),
                      make_span(last, last + object.size()), make_span(cue, cue + relation.label.size()),
                      text.substr(begin)};
    mention(article, claim.subject, evidence.subject, subject);
    mention(article, claim.object, evidence.object, object);
    Statement statement;
    statement.subject = entities_[claim.subject].id;
    statement.relation = relation.name;
    statement.object = entities_[claim.object].id;
    statement.polarity = claim.polarity;
    statement.modality = claim.modality;
    statement.confidence = claim.confidence;
    statement.rule = relation.name + ".rules:1";
    statement.evidence.push_back(std::move(evidence));
    article.statements.push_back(std::move(statement));
    text += ' ';
}

Extraction Newsroom::write(std::size_t statements) {
    std::vector<Claim> claims;
    if (!stories_.empty() && random_.chance(10)) {
        claims = stories_[random_.below(stories_.size())];
    } else {
        while (claims.size() < statements)
            claims.push_back(claim());
        stories_.push_back(claims);
        if (stories_.size() > remembered) stories_.pop_front();
    }
    claims.resize(std::min(claims.size(), statements));
    Extraction out;
    out.by = "entente generate";
    const std::size_t paper = reach_.draw(random_);
    out.document.id = fmt::format("{}/{:07}.txt", paper, number_);
    out.document.site = fmt::format("paper{}.example", paper % papers_);
    out.document.date = day(random_.below(days));
    std::string text;
    for (const Claim& claim : claims)
        add_sentence(out, text, claim);
    text += fmt::format("Report {} ends here.\n", number_++);
    out.document.file_hash = out.document.text_hash = hash_hex(text);
    out.document.minhash = minhash(text);
    for (Statement& statement : out.statements)
        statement.id = statement_id(out.document.text_hash, statement);
    std::sort(out.entities.begin(), out.entities.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (Entity& entity : out.entities)
        std::sort(entity.mentions.begin(), entity.mentions.end(),
                  [](const auto& a, const auto& b) { return a.span < b.span; });
    out.text = std::move(text);
    return out;
}

}  // namespace generate
