// What the article says of each cluster.
//
// Read from the words beside a name: before it ("the Swedish maker Telmar", "Mrs Li") and after a comma
// ("Telmar, the Swedish maker of phones"); from its own words ("Bank of Norvia"); and from the world.
// SPDX-License-Identifier: MIT
#include "resolve/profile.hpp"

#include <algorithm>
#include <map>

#include "entente/text/abbreviation.hpp"
#include "entente/text/utf8.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t reach = 6;  // tokens on each side

class Profiler {
  public:
    Profiler(const Document& document, const Knowledge& knowledge) : document_(document), knowledge_(knowledge) {
        for (std::uint32_t i = 0; i < document.names.size(); ++i)
            name_at_.emplace(document.names[i].tokens.begin, i);
        for (const Known& known : knowledge.world.entities()) {
            if (const auto& iso = known.fact("iso2"); !iso.empty()) by_iso_.emplace(iso, known.entity.id);
        }
    }

    Profile read(const Cluster& cluster) {
        profile_ = {};
        if (cluster.known != nullptr) read_world(*cluster.known);
        for (const std::uint32_t i : cluster.names) {
            const Name& name = document_.names[i];
            if (name.adjective || name.acts) continue;
            read_own_words(name);
            read_before(name);
            read_after(name);
        }
        return profile_;
    }

  private:
    void read_world(const Known& known);
    void read_own_words(const Name& name);
    void read_before(const Name& name);
    void read_after(const Name& name);
    bool read_noun(std::uint32_t token, EntityType type);
    bool read_nation(std::uint32_t token);
    void add_noun(const std::string& noun) {
        profile_.nouns.insert(noun);
        if (const auto kind = knowledge_.lexicon.look_up("organisation_nouns", noun); !kind.empty()) {
            profile_.kinds.emplace(kind);
        }
    }

    const Document& document_;
    const Knowledge& knowledge_;
    std::map<std::uint32_t, std::uint32_t> name_at_;  // by first token
    std::map<std::string, std::string> by_iso_;       // ids of countries
    Profile profile_;
};

void Profiler::read_world(const Known& known) {
    if (const auto found = by_iso_.find(known.fact("country")); found != by_iso_.end())
        profile_.nations.insert(found->second);
    const std::string& kind = known.fact("kind");
    if (known.entity.type != EntityType::organisation || kind.empty()) return;
    add_noun(kind);
    if (!knowledge_.lexicon.has("organisation_nouns", kind)) profile_.kinds.insert("state");
}

void Profiler::read_own_words(const Name& name) {
    const auto words = words_of(document_.text(name.span));
    if (words.empty()) return;
    if (name.type == EntityType::organisation) {
        for (const auto& word : {words.front(), words.back()}) {
            if (knowledge_.lexicon.has("organisation_nouns", word)) add_noun(word);
        }
    } else if (name.type == EntityType::person && words.size() > 1) {
        const auto gender = knowledge_.lexicon.look_up("given_names", words.front());
        if (profile_.gender == 0 && (gender == "m" || gender == "f")) profile_.gender = gender.front();
    }
}

// Whether the token is a noun for such a thing; if so it is noted.
bool Profiler::read_noun(std::uint32_t token, EntityType type) {
    const std::string word = fold(document_.form(token));
    const Lexicon& lexicon = knowledge_.lexicon;
    if (type == EntityType::organisation) {
        if (!lexicon.has("organisation_nouns", word)) return false;
        add_noun(word);
        return true;
    }
    if (type != EntityType::person || (!lexicon.has("person_nouns", word) && !lexicon.has("titles", word)))
        return false;
    profile_.nouns.insert(word);
    const auto gender = lexicon.look_up("person_nouns", word);
    if (!gender.empty()) profile_.gender = gender.front();
    if (word == "mr" || word == "mr." || word == "sir" || word == "king") profile_.gender = 'm';
    if (word == "mrs" || word == "mrs." || word == "ms" || word == "ms." || word == "queen") profile_.gender = 'f';
    return true;
}

bool Profiler::read_nation(std::uint32_t token) {
    const auto found = name_at_.find(token);
    if (found == name_at_.end()) return false;
    const Name& name = document_.names[found->second];
    const bool nation = name.adjective && name.type == EntityType::country;
    if (nation) profile_.nations.insert(name.known);
    return nation;
}

void Profiler::read_before(const Name& name) {
    bool noun = false;
    const std::uint32_t begin = name.tokens.begin;
    for (std::uint32_t n = 1; n <= reach && n <= begin; ++n) {
        const std::uint32_t i = begin - n;
        if (n == 1) {
            noun = read_noun(i, name.type);
            if (!noun) return;
        } else if (read_nation(i) || document_.tokens[i].shape != Shape::lower) {
            return;  // the nation stands first in its phrase
        }
    }
}

void Profiler::read_after(const Name& name) {
    const std::uint32_t end = static_cast<std::uint32_t>(document_.tokens.size());
    std::uint32_t i = name.tokens.end;
    if (i + 1 >= end || document_.form(i) != ",") return;
    const std::string article = fold(document_.form(++i));
    if (name.type == EntityType::person && read_noun(i, name.type)) return;  // "Ann Li, chairman of"
    if (article != "the" && article != "a" && article != "an") return;
    for (++i; i < std::min(end, name.tokens.end + 2 + reach); ++i) {
        if (read_nation(i)) continue;
        if (document_.tokens[i].shape == Shape::other && document_.form(i) != "-") return;
        const bool last = i + 1 >= end || !read_noun(i + 1, name.type);
        if (read_noun(i, name.type) && last) return;
    }
}

}  // namespace

std::vector<Profile> profiles_of(const Document& document, const std::vector<Cluster>& clusters,
                                 const Knowledge& knowledge) {
    Profiler profiler(document, knowledge);
    std::vector<Profile> out;
    out.reserve(clusters.size());
    for (const Cluster& cluster : clusters)
        out.push_back(profiler.read(cluster));
    return out;
}

}  // namespace entente::resolve
