// Headlines to names.
//
// Where every word has a capital, a capital says nothing. So a headline names only what is known: to the
// article, under a full name or a family name, or to the world. One with small verbs and nouns is read as any sentence. SPDX-License-Identifier: MIT
#include "recognise/headlines.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "entente/text/abbreviation.hpp"
#include "recognise/known_names.hpp"

namespace entente::recognise {
namespace {

constexpr std::uint32_t longest_name = 8;  // tokens
constexpr std::size_t shortest_word = 3;   // letters; "up" and "to" are small in every headline
constexpr int enough_small = 2;            // words without a capital that show that a capital means something

// The article's names by their folded tokens.
class Glossary {
  public:
    Glossary(const Reading& reading, const std::vector<Name>& names) : reading_(reading) {
        for (const Name& name : names) {
            by_tokens_.try_emplace(key(name.tokens), &name);
            const std::uint32_t last = name.tokens.end - 1;
            if (name.type == EntityType::person) by_tokens_.try_emplace(key({last, last + 1}), &name);
        }
    }
    // The longest name that begins at `token`.
    std::optional<Name> at(std::uint32_t token, std::uint32_t end) const {
        for (std::uint32_t stop = std::min(end, token + longest_name); stop > token; --stop) {
            const auto found = by_tokens_.find(key({token, stop}));
            if (found == by_tokens_.end()) continue;
            Name out = *found->second;
            out.tokens = {token, stop};
            out.span = reading_.document.span(out.tokens);
            return out;
        }
        return {};
    }

  private:
    std::string key(TokenRange tokens) const {
        std::string out;
        for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
            out += reading_.pieces[i].folded + ' ';
        return out;
    }
    const Reading& reading_;
    std::map<std::string, const Name*> by_tokens_;
};

// What a known name means in a headline: the first of its meanings that needs no context.
std::optional<Name> plain_meaning(const Reading& reading, const KnownName& known) {
    for (const World::Meaning& m : known.meanings) {
        if (m.as == World::As::government || m.known->ambiguous()) continue;
        Name out;
        out.tokens = known.tokens;
        out.span = reading.document.span(known.tokens);
        out.type = m.known->entity.type;
        out.known = m.known->entity.id;
        out.adjective = m.as == World::As::adjective || m.as == World::As::people;
        out.found_by = "world";
        return out;
    }
    return {};
}

}  // namespace

bool in_title_case(const Reading& reading, const Lexicon& lexicon, const Sentence& sentence) {
    if (sentence.kind != Sentence::Kind::headline) return false;
    int small = 0;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const std::string& word = reading.pieces[i].folded;
        if (reading.document.tokens[i].shape != Shape::lower || word.size() < shortest_word) continue;
        if (reading.is(i, particle) || lexicon.has("function_words", word)) continue;
        small += lexicon.has("acting_verbs", word) ? enough_small : 1;
    }
    return small < enough_small;
}

std::vector<Name> names_in_headlines(const Reading& reading, const Knowledge& knowledge,
                                     const std::vector<Name>& names) {
    const Glossary glossary(reading, names);
    std::vector<Name> out;
    for (const Sentence& sentence : reading.document.sentences) {
        if (!in_title_case(reading, knowledge.lexicon, sentence)) continue;
        const auto known = known_names(reading, knowledge.world, sentence.tokens);
        auto next = known.begin();
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
            while (next != known.end() && next->tokens.begin < i)
                ++next;
            std::optional<Name> name = reading.capital(i) ? glossary.at(i, sentence.tokens.end) : std::nullopt;
            if (next != known.end() && next->tokens.begin == i && (!name || name->tokens.end < next->tokens.end)) {
                if (auto meaning = plain_meaning(reading, *next)) name = meaning;
            }
            i = name ? name->tokens.end : i + 1;
            if (name) out.push_back(std::move(*name));
        }
    }
    return out;
}

}  // namespace entente::recognise
