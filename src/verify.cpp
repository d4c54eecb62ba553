// Every edge found again.
//
// Nothing is believed: not that a span lies in the text, not that the sentence holds its ends, not that an end is a
// mention of the entity that the statement names. A reader who opens the article at these bytes finds these words.
// SPDX-License-Identifier: MIT
#include "entente/verify.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "entente/text/utf8.hpp"

namespace entente {
namespace {

std::string shown(Span span) {
    return fmt::format("[{}, {})", span.begin, span.end);
}

class Check {
  public:
    Check(const Extraction& extraction, std::string_view text) : extraction_(extraction), text_(text) {}

    std::vector<Fault> run() {
        if (hash_hex(text_) != extraction_.document.text_hash) {
            fault("article", "its text is not the text that was read");
            return std::move(faults_);
        }
        for (const Entity& entity : extraction_.entities)
            check(entity);
        for (const Statement& statement : extraction_.statements)
            check(statement);
        return std::move(faults_);
    }

  private:
    void fault(std::string where, std::string what) {
        faults_.push_back({extraction_.document.id, std::move(where), std::move(what)});
    }

    bool holds(const std::string& where, Span span, const std::string& words) {
        if (span.end > text_.size() || span.begin >= span.end)
            fault(where, shown(span) + " does not lie in the text");
        else if (span.of(text_) != words)
            fault(where, fmt::format("'{}' stands at {}", printable(span.of(text_)), shown(span)));
        else
            return true;
        return false;
    }

    void check(const Entity& entity) {
        if (entity.mentions.empty()) fault(entity.id, "no mention");
        for (const Mention& mention : entity.mentions) {
            holds(fmt::format("mention of {} at {}", entity.name, shown(mention.span)), mention.span, mention.text);
            spans_[entity.id].push_back(mention.span);
        }
    }

    void check_end(const std::string& where, const Evidence& evidence, Span span, const std::string& entity) {
        if (!evidence.sentence.contains(span) || span.empty())
            return fault(where, shown(span) + " lies outside its sentence");
        const auto& mentions = spans_[entity];
        if (std::find(mentions.begin(), mentions.end(), span) == mentions.end()) {
            fault(where, fmt::format("{} is no mention of {}", shown(span), entity));
        }
    }

    void check(const Statement& statement) {
        for (const Evidence& evidence : statement.evidence) {
            const std::string where = "statement " + statement.id;
            if (!holds(where + ", sentence", evidence.sentence, evidence.text)) continue;
            check_end(where + ", subject", evidence, evidence.subject, statement.subject);
            check_end(where + ", object", evidence, evidence.object, statement.object);
            if (!evidence.sentence.contains(evidence.cue) || evidence.cue.empty()) {
                fault(where + ", cue", shown(evidence.cue) + " lies outside its sentence");
            }
        }
    }

    const Extraction& extraction_;
    std::string_view text_;
    std::map<std::string, std::vector<Span>> spans_;
    std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> verify(const Extraction& extraction, std::string_view text) {
    return Check(extraction, text).run();
}

std::size_t checks_of(const Extraction& extraction) {
    std::size_t count = 0;
    for (const Entity& entity : extraction.entities)
        count += entity.mentions.size();
    for (const Statement& statement : extraction.statements)
        count += 4 * statement.evidence.size();
    return count;
}

}  // namespace entente
