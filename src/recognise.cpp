// Sentences to names.
//
// First the running text: where may a name be, what speaks for which type; then a vote over the whole
// article; then headlines in which every word has a capital and only names that are known from elsewhere count.
// SPDX-License-Identifier: MIT
#include "entente/recognise.hpp"

#include <algorithm>
#include <optional>

#include "entente/data.hpp"
#include "entente/text/utf8.hpp"
#include "recognise/candidates.hpp"
#include "recognise/choice.hpp"
#include "recognise/election.hpp"
#include "recognise/headlines.hpp"
#include "recognise/labeller.hpp"
#include "recognise/network_votes.hpp"
#include "recognise/patterns.hpp"
#include "recognise/reading.hpp"

namespace entente {

using namespace recognise;

struct Recogniser::Parts {
    explicit Parts(const Knowledge& from, std::optional<Labeller> network)
        : knowledge(from),
          labeller(std::move(network)),
          lists(from.lexicon),
          patterns(built_in("src/knowledge/english/names.patterns"), "src/knowledge/english/names.patterns",
                   from.lexicon) {}

    const Knowledge& knowledge;
    std::optional<Labeller> labeller;
    WordLists lists;
    Patterns patterns;
};

Recogniser::Recogniser(const Knowledge& knowledge) : parts_(std::make_unique<const Parts>(knowledge, std::nullopt)) {}
Recogniser::Recogniser(const Knowledge& knowledge, const Model& model)
    : parts_(std::make_unique<const Parts>(knowledge, Labeller::of(model))) {}
Recogniser::Recogniser(Recogniser&&) noexcept = default;
Recogniser& Recogniser::operator=(Recogniser&&) noexcept = default;
Recogniser::~Recogniser() = default;

void Recogniser::annotate(Document& document) const {
    const Reading reading(document, parts_->lists);
    std::vector<Candidate> candidates;
    Election election;
    for (const Sentence& sentence : document.sentences) {
        if (in_title_case(reading, parts_->knowledge.lexicon, sentence)) continue;
        std::vector<Candidate> found = find_candidates(reading, parts_->knowledge.world, sentence);
        if (parts_->labeller)
            found = with_network(reading, parts_->knowledge.world, std::move(found),
                                 parts_->labeller->look(document, sentence));
        for (Candidate& candidate : found) {
            const Span span = document.span(candidate.tokens);
            candidate.votes.add(parts_->patterns.context_votes(document.text(), sentence.span, span));
            election.add(document.text(span), candidate);
            candidate.votes.add(votes_of(candidate.seen));
            candidates.push_back(std::move(candidate));
        }
    }
    election.count([&](std::string_view name) { return parts_->patterns.name_votes(name); });

    std::vector<Name> names;
    const Chooser chooser(reading, election, parts_->patterns);
    for (const Candidate& candidate : candidates) {
        for (Name& name : chooser.names(candidate))
            names.push_back(std::move(name));
    }
    const std::vector<Name> headlines = names_in_headlines(reading, parts_->knowledge, names);
    names.insert(names.end(), headlines.begin(), headlines.end());
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.span < b.span; });
    document.names = std::move(names);
}

}  // namespace entente
