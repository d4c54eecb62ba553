// Whose office a title means where the text does not say so.
//
// Of those in the article that have such an office, the one of which it speaks twice as much as of any other; never one
// whose office somebody else is said to hold, nor a second country of a person who is said to belong to one.
// SPDX-License-Identifier: MIT
#include "relate/offices.hpp"

#include <algorithm>

#include "entente/text/utf8.hpp"

namespace entente::relate {
namespace {

constexpr int plainly = 2;                   // times as much as any other
constexpr std::size_t most_entities = 2000;  // a text with more is no article that speaks of one country
constexpr int dateline = 3;                  // mentions that the place of a dateline is worth
constexpr std::uint32_t near_enough = 15;    // sentences between the title and the name of whose it is

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) out.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

bool lists(std::string_view holders, std::string_view code) {
    const auto words = words_in(holders);
    return std::find(words.begin(), words.end(), code) != words.end();
}

// What a ministry or a minister is for: "transport" of "Department of Transport", "Minister of Transport".
std::set<std::string> subject_of(std::string_view text) {
    static const std::set<std::string, std::less<>> frame = {
        "ministry", "department", "office", "minister", "secretary", "of", "for", "the", "and", "affairs", "&"};
    std::set<std::string> out;
    for (const std::string& word : words_in(text)) {
        if (!frame.contains(word)) out.insert(word);
    }
    return out;
}

bool ends_in(std::string_view text, std::string_view end) {
    return text == end || (text.ends_with(end) && text[text.size() - end.size() - 1] == ' ');
}

// "OSLO, March 3 - ", "OSLO (Agency) - ": the place before a dash near the begin of a sentence.
bool opens_dateline(const Document& document, const Reference& reference) {
    const TokenRange sentence = document.sentences[document.sentence_of(reference.tokens.begin)].tokens;
    if (reference.tokens.begin != sentence.begin) return false;
    for (std::uint32_t i = reference.tokens.end; i < std::min(sentence.end, reference.tokens.end + 8); ++i) {
        const std::string_view form = document.form(i);
        if ((form == "-" || form == "–" || form == "—") && document.tokens[i].space_before) return true;
    }
    return false;
}

}  // namespace

Offices::Offices(const Document& document, const Knowledge& knowledge) : document_(document), knowledge_(knowledge) {
    for (std::uint32_t i = 0; i < document.entities.size(); ++i) {
        by_id_.emplace(document.entities[i].id, i);
        known_.push_back(known(document.entities[i]));
        if (known_[i] == nullptr) continue;
        by_known_.emplace(known_[i], i);
        if (document.entities[i].type == EntityType::country) countries_[known_[i]->fact("iso2")] = i;
    }
    votes_.resize(document.entities.size());
    named_at_.resize(document.entities.size());
    for (std::uint32_t r = 0; r < document.references.size(); ++r) {
        if (document.references[r].kind != Reference::Kind::pronoun)
            named_at_[number(document.references[r].entity)].push_back(r);
    }
    std::map<std::uint32_t, std::set<std::uint32_t>> named;  // countries in the name of a body
    for (const Reference& reference : document.references) {
        if (reference.kind != Reference::Kind::name) continue;
        const std::uint32_t entity = number(reference.entity);
        ++votes_[entity];
        if (document.entities[entity].type == EntityType::organisation) {
            const auto [at, fresh] = named.try_emplace(entity);
            if (fresh) at->second = in_name(reference);
            for (const std::uint32_t country_named : at->second)
                ++votes_[country_named];
        }
        if (known_[entity] == nullptr || document.entities[entity].type == EntityType::country) continue;
        const auto whose = countries_.find(known_[entity]->fact("country"));  // its towns and ministries speak for it
        if (whose == countries_.end()) continue;
        ++votes_[whose->second];
        if (opens_dateline(document, reference)) votes_[whose->second] += dateline;
    }
}

const Known* Offices::known(const Entity& entity) const {
    if (entity.type == EntityType::person) return nullptr;
    if (const Known* by_id = knowledge_.world.find(entity.id)) return by_id;
    for (const World::Meaning& meaning : knowledge_.world.meanings(entity.name)) {
        if (meaning.as == World::As::name && meaning.known->entity.type == entity.type) return meaning.known;
    }
    return nullptr;
}

void Offices::told(const std::string& title, const std::string& person, const std::string& of) {
    belongs_[person].insert(of);
    if (!title.empty()) holder_[{title, of}] = person;
}

// The line of a title: its own, or that of the longest beginning or end of it.
std::string_view Offices::holders(const std::string& title) const {
    const Lexicon& lexicon = knowledge_.lexicon;
    if (const auto own = lexicon.look_up("offices", title); !own.empty()) return own;
    for (std::size_t end = title.rfind(' '); end != std::string::npos && end > 0; end = title.rfind(' ', end - 1)) {
        if (const auto begun = lexicon.look_up("offices", title.substr(0, end)); !begun.empty()) return begun;
    }
    for (std::size_t begin = title.find(' '); begin != std::string::npos; begin = title.find(' ', begin + 1)) {
        if (const auto ended = lexicon.look_up("offices", title.substr(begin + 1)); !ended.empty()) return ended;
    }
    return "";
}

bool Offices::has_office(std::uint32_t entity, std::string_view holders) const {
    const EntityType type = document_.entities[entity].type;
    const Known* there = known_[entity];
    if (holders == "a city") {
        return type == EntityType::place && (there == nullptr || there->fact("kind") == "city");
    }
    if (holders == "a state") {
        static constexpr std::string_view territories = "PR GU VI AS MP";
        if (there == nullptr) {
            const std::string name = fold(document_.entities[entity].name);
            return type == EntityType::place &&
                   (ends_in(name, "state") || ends_in(name, "province") || ends_in(name, "county"));
        }
        if (type == EntityType::country) return lists(territories, there->fact("iso2"));
        return type == EntityType::place && (there->fact("kind") == "state" || there->fact("kind") == "province");
    }
    if (type != EntityType::country || there == nullptr) return false;
    if (holders.starts_with("not ")) return !lists(holders, there->fact("iso2"));
    return lists(holders, there->fact("iso2"));
}

// "department of transportation" of "united states department of transportation".
std::string Offices::without_country(const std::string& name) const {
    std::vector<Piece> pieces;
    for (const std::string& word : words_in(name))
        pieces.push_back({word, true});
    std::string out;
    for (std::size_t i = 0; i < pieces.size();) {
        const std::size_t most = std::min<std::size_t>(3, pieces.size() - 1);
        const auto match = knowledge_.world.longest(std::span(pieces).subspan(i, std::min(most, pieces.size() - i)));
        const bool country = match && std::any_of(match->meanings.begin(), match->meanings.end(), [](const auto& m) {
                                 return m.known->entity.type == EntityType::country;
                             });
        if (!country) out += (out.empty() ? "" : " ") + pieces[i].folded;
        i += country ? match->pieces : 1;
    }
    return out;
}

// "the Senate" for a senator, "Department of Transportation" for a "secretary of transportation".
bool Offices::fits_body(std::uint32_t entity, const std::string& title, std::string_view holders) const {
    if (document_.entities[entity].type != EntityType::organisation) return false;
    const std::string name = fold(document_.entities[entity].name);
    if (holders.starts_with("the ")) {
        const std::string body = lower(holders.substr(4));
        return ends_in(name, body) || name.starts_with(body + " of ");
    }
    const bool ministry = ends_in(name, "ministry") || ends_in(name, "department") ||
                          name.find("ministry of ") != std::string::npos ||
                          name.find("department of ") != std::string::npos;
    const auto wanted = subject_of(title);
    if (!ministry || wanted.empty()) return false;
    const auto own = subject_of(without_country(name));
    return own == wanted;
}

// "the capital, Oslo": the country of the town.
std::optional<std::uint32_t> Offices::country_of(const std::string& town, std::uint32_t sentence) const {
    const Known* there = knowledge_.world.find(town);
    const auto country = there == nullptr ? countries_.end() : countries_.find(there->fact("capital_of"));
    return country == countries_.end() ? std::nullopt : nearest(country->second, sentence);
}

// Who of them is spoken of by far the most.
std::optional<std::uint32_t> Offices::clearest(const Entities& candidates, int least) const {
    if (candidates.empty()) return std::nullopt;
    const auto best = *std::max_element(candidates.begin(), candidates.end(),
                                        [&](std::uint32_t a, std::uint32_t b) { return votes_[a] < votes_[b]; });
    if (votes_[best] < least) return std::nullopt;
    for (const std::uint32_t other : candidates) {
        if (other != best && plainly * votes_[other] > votes_[best]) return std::nullopt;
    }
    return best;
}

std::optional<std::uint32_t> Offices::nearest(std::uint32_t entity, std::uint32_t sentence) const {
    const Entities& all = named_at_[entity];
    const auto sentence_of = [&](std::uint32_t r) {
        return document_.sentence_of(document_.references[r].tokens.begin);
    };
    const auto behind =
        std::partition_point(all.begin(), all.end(), [&](auto r) { return sentence_of(r) <= sentence; });
    std::optional<std::uint32_t> best;
    std::uint32_t distance = near_enough + 1;
    const auto look = [&](std::uint32_t r) {
        const std::uint32_t there = sentence_of(r), apart = there > sentence ? there - sentence : sentence - there;
        if (apart < distance) best = r, distance = apart;
    };
    if (behind != all.begin()) look(*(behind - 1));
    if (behind != all.end()) look(*behind);
    return best;
}

std::optional<std::uint32_t> Offices::whose(const std::string& title, const std::string& bearer, std::uint32_t sentence,
                                            std::optional<std::uint32_t> shared) const {
    const std::string_view all = holders(title);
    if (all.empty() || document_.entities.size() > most_entities) return std::nullopt;
    if (all == "its country") return country_of(bearer, sentence);
    Entities bodies, candidates, held;
    for (std::uint32_t i = 0; i < document_.entities.size(); ++i) {
        if (fits_body(i, title, all)) bodies.push_back(i);
        const auto taken = holder_.find({title, document_.entities[i].id});
        if (!has_office(i, all) || foreign_.contains({bearer, document_.entities[i].id})) continue;
        (taken != holder_.end() && taken->second != bearer ? held : candidates).push_back(i);
    }
    if (candidates.empty()) candidates = held;  // one after the other
    if (!bodies.empty()) {
        const auto body = bodies.size() == 1 ? std::optional(bodies.front()) : clearest(bodies, 1);
        return body ? nearest(*body, sentence) : std::nullopt;
    }
    if (const auto own = belongs_.find(bearer); own != belongs_.end()) {
        if (own->second.size() > 1) return std::nullopt;
        std::erase_if(candidates, [&](std::uint32_t i) { return !own->second.contains(document_.entities[i].id); });
        return candidates.size() == 1 ? nearest(candidates.front(), sentence) : std::nullopt;
    }
    if (shared) {
        const std::uint32_t country = number(document_.references[*shared].entity);
        if (has_office(country, all)) return shared;
    }
    const bool few = !all.starts_with("not ") && !all.starts_with("a ");  // have it at all
    const auto best = clearest(candidates, few ? 1 : 2);
    return best ? nearest(*best, sentence) : std::nullopt;
}

bool Offices::may_lie_in(std::uint32_t place, std::uint32_t other) const {
    const Known *inner = known_[place], *outer = known_[other];
    if (inner == nullptr || outer == nullptr) return true;
    if (inner->entity.type == EntityType::country)
        return outer->fact("kind") == "continent" || outer->fact("kind") == "region";
    const auto size = [](const Known& known) {
        const std::string& kind = known.fact("kind");
        if (known.entity.type == EntityType::country || kind == "continent") return 3;
        return kind == "state" || kind == "province" ? 2 : kind == "city" ? 1 : 0;
    };
    if (size(*inner) != 0 && size(*outer) != 0 && size(*inner) >= size(*outer)) return false;
    const std::string &there = inner->fact("country"), &whole = outer->fact("iso2");
    return there.empty() || whole.empty() || there == whole;
}

std::optional<std::uint32_t> Offices::held_by(const std::string& person, std::uint32_t sentence) const {
    const auto held = leads_.find(person);
    if (held == leads_.end() || held->second.size() != 1) return std::nullopt;
    const auto what = by_id_.find(*held->second.begin());
    return what == by_id_.end() ? std::nullopt : nearest(what->second, sentence);
}

// The countries and places of the article that stand in a name.
std::set<std::uint32_t> Offices::in_name(const Reference& body) const {
    std::vector<Piece> pieces;
    for (std::uint32_t t = body.tokens.begin; t < body.tokens.end; ++t)
        pieces.push_back({fold(document_.form(t)), document_.tokens[t].space_before});
    std::set<std::uint32_t> found;
    for (std::size_t i = 0; i < pieces.size();) {
        const auto match = knowledge_.world.longest(std::span(pieces).subspan(i));
        const bool whole = match && match->pieces == pieces.size();
        if (!match || whole) {
            ++i;
            continue;
        }
        for (const World::Meaning& meaning : match->meanings) {
            const EntityType type = meaning.known->entity.type;
            if (type != EntityType::country && type != EntityType::place) continue;
            if (const auto there = by_known_.find(meaning.known); there != by_known_.end()) found.insert(there->second);
        }
        i += match->pieces;
    }
    return found;
}

std::optional<std::uint32_t> Offices::contained(std::uint32_t reference) const {
    const Reference& body = document_.references[reference];
    const auto found = in_name(body);
    if (found.size() != 1) return std::nullopt;
    return nearest(*found.begin(), document_.sentence_of(body.tokens.begin));
}

}  // namespace entente::relate
