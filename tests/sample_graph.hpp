// A small graph file for tests of what is made of graphs.
//
// Two articles of different days, with what is told, planned, denied and asked for, a symmetric relation whose ends stand
// the other way round in the sentence, an event's own date, an amount, and a name that was made to break files.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "entente/assemble.hpp"
#include "entente/store.hpp"
#include "entente/text/utf8.hpp"

namespace sample {

inline const std::string hostile = "=cmd|'/c calc'!A1 \"]; <b>&amp;</b>\x01 \\ </script> `x`";

class Article {
  public:
    Article(const std::string& id, const std::string& date, const std::string& text) : text_(text) {
        extraction_.by = "test";
        extraction_.document.id = id;
        extraction_.document.date = date;
        extraction_.document.title = "About " + id;
        extraction_.document.language = "en";
        extraction_.document.url = "https://news.example/" + id;
        extraction_.document.file_hash = extraction_.document.text_hash = entente::hash_hex(text);
        extraction_.text = text;
    }

    Article& entity(const std::string& id, entente::EntityType type, const std::string& name,
                    const std::vector<std::string>& aliases = {}) {
        entente::Entity out{id, type, name, aliases, id[0] == 'Q' ? id : "", {}};
        for (std::size_t at = text_.find(name); at != std::string::npos; at = text_.find(name, at + 1))
            out.mentions.push_back({entente::make_span(at, at + name.size()), name});
        extraction_.entities.push_back(out);
        return *this;
    }

    // Both ends by id, the sentence by its text.
    Article& statement(const std::string& subject, const std::string& relation, const std::string& object,
                       const std::string& sentence, const std::string& cue,
                       entente::Modality modality = entente::Modality::asserted,
                       entente::Polarity polarity = entente::Polarity::positive) {
        entente::Statement out;
        out.subject = subject;
        out.relation = relation;
        out.object = object;
        out.modality = modality;
        out.polarity = polarity;
        out.rule = relation + ".rules:1";
        const std::size_t from = text_.find(sentence);
        const entente::Span whole = entente::make_span(from, from + sentence.size());
        out.evidence.push_back(
            {whole, place(name_of(subject), from), place(name_of(object), from), place(cue, from), sentence});
        out.id = entente::statement_id(extraction_.document.text_hash, out);
        extraction_.statements.push_back(out);
        return *this;
    }
    entente::Statement& last() { return extraction_.statements.back(); }

    [[nodiscard]] const entente::Extraction& done() const { return extraction_; }

  private:
    [[nodiscard]] std::string name_of(const std::string& id) const {
        for (const auto& entity : extraction_.entities) {
            if (entity.id == id) return entity.name;
        }
        return id;
    }
    [[nodiscard]] entente::Span place(const std::string& words, std::size_t from) const {
        const std::size_t at = text_.find(words, from);
        return entente::make_span(at, at + words.size());
    }

    std::string text_;
    entente::Extraction extraction_;
};

inline entente::GraphFile file() {
    using namespace entente;
    const std::string first =
        "Norway banned Telmar on 3 March. Norway will not ban Norvia. Telmar and Norvia work together.\nAnn Li leads "
        "Telmar.";
    Article a("a.txt", "2026-03-12", first);
    a.entity("Q20", EntityType::country, "Norway", {"Norge"})
        .entity("organisation:norvia", EntityType::organisation, "Norvia")
        .entity("organisation:telmar", EntityType::organisation, "Telmar", {"Telmar Group", "the \"T\" group"})
        .entity("person:ann li", EntityType::person, "Ann Li");
    a.statement("Q20", "bans", "organisation:telmar", "Norway banned Telmar on 3 March.", "banned")
        .last()
        .details["date"] = "2026-03-03";
    a.last().confidence = Confidence::high;
    a.statement("Q20", "bans", "organisation:norvia", "Norway will not ban Norvia.", "ban", Modality::planned,
                Polarity::negative);
    a.statement("organisation:telmar", "partners_with", "organisation:norvia", "Telmar and Norvia work together.",
                "work together");
    a.statement("person:ann li", "leads", "organisation:telmar", "Ann Li leads Telmar.", "leads");

    const std::string second =
        "Sweden urged Norway to ban Telmar. Norway banned Telmar. " + hostile + " owns 10% of Telmar.";
    Article b("b.txt", "2026-04", second);
    b.entity("Q20", EntityType::country, "Norway")
        .entity("Q34", EntityType::country, "Sweden")
        .entity("organisation:" + fold(hostile), EntityType::organisation, hostile)
        .entity("organisation:telmar", EntityType::organisation, "Telmar");
    b.statement("Q34", "urges", "Q20", "Sweden urged Norway to ban Telmar.", "urged");
    b.statement("Q20", "bans", "organisation:telmar", "Sweden urged Norway to ban Telmar.", "ban", Modality::requested)
        .last()
        .source = "Q34";
    b.statement("Q20", "bans", "organisation:telmar", "Norway banned Telmar.", "banned");
    b.statement("organisation:" + fold(hostile), "owns", "organisation:telmar", hostile + " owns 10% of Telmar.",
                "owns")
        .last()
        .details["amount"] = "EUR 70000000";
    b.last().source_text = "a senior official";
    GraphFile out;
    out.extractions = {a.done(), b.done()};
    return out;
}

}  // namespace sample
