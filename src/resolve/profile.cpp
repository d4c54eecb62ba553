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
    Profiler(const Document& document, const Knowledge& knowledge, const Clauses& clauses)
        : document_(document), knowledge_(knowledge), clauses_(clauses) {
        for (std::uint32_t i = 0; i < document.names.size(); ++i)
            name_at_.emplace(document.names[i].tokens.begin, i);
        for (const Known& known : knowledge.world.entities()) {
            if (const auto& iso = known.fact("iso2"); !iso.empty()) by_iso_.emplace(iso, known.entity.id);
        }
    }

    Profile read(const Cluster& cluster) {
        profile_ = {};
        if (cluster.known != nullptr) read_world(*cluster.known);
        if (!cluster.body.empty()) read_body(cluster);
        for (const std::uint32_t i : cluster.names) {
            const Name& name = document_.names[i];
            if (name.adjective || name.acts) continue;
            read_own_words(name);
            read_before(name);
            read_after(name);
            read_clause(name);
        }
        return profile_;
    }

  private:
    void read_world(const Known& known);
    void read_body(const Cluster& cluster);
    void read_own_words(const Name& name);
    void read_before(const Name& name);
    void read_after(const Name& name);
    void read_clause(const Name& name);
    void read_title(const Name& name);
    bool read_noun(std::uint32_t token, EntityType type);
    bool read_nation(std::uint32_t token);
    // What the name may be called for a word, a kind or a title of its own.
    void add_called_so(const std::string& key);
    void add_noun(const std::string& noun) {
        profile_.nouns.insert(noun);
        if (const auto kind = knowledge_.lexicon.look_up("organisation_nouns", noun); !kind.empty()) {
            profile_.kinds.emplace(kind);
        }
    }

    const Document& document_;
    const Knowledge& knowledge_;
    const Clauses& clauses_;
    std::map<std::uint32_t, std::uint32_t> name_at_;  // by first token
    std::map<std::string, std::string> by_iso_;       // ids of countries
    Profile profile_;
};

void Profiler::add_called_so(const std::string& key) {
    const std::string_view nouns = knowledge_.lexicon.look_up("called_so", key);
    for (std::size_t begin = 0; begin < nouns.size();) {
        const std::size_t end = std::min(nouns.find(", ", begin), nouns.size());
        add_noun(std::string(nouns.substr(begin, end - begin)));
        begin = end + 2;
    }
}

void Profiler::read_world(const Known& known) {
    if (const auto found = by_iso_.find(known.fact("country")); found != by_iso_.end())
        profile_.nations.insert(found->second);
    const std::string& kind = known.fact("kind");
    if (known.entity.type != EntityType::organisation || kind.empty()) return;
    add_noun(kind);
    add_called_so("=" + kind);
    if (profile_.kinds.empty()) profile_.kinds.insert("state");
}

// "finance ministry": that, and ministry; "ministry of finance" too.
void Profiler::read_body(const Cluster& cluster) {
    std::string words = fold(cluster.body);
    words.resize(std::min(words.find(" of "), words.size()));
    for (std::size_t begin = 0; begin < words.size(); begin = words.find(' ', begin) + 1) {
        const std::string noun = words.substr(begin);
        if (knowledge_.lexicon.has("organisation_nouns", noun)) add_noun(noun);
        if (noun.find(' ') == std::string::npos) add_called_so(noun);
        if (noun.find(' ') == std::string::npos) break;
    }
    if (!cluster.owner.empty()) profile_.nations.insert(cluster.owner);
    if (profile_.kinds.empty()) profile_.kinds.insert("state");
}

void Profiler::read_own_words(const Name& name) {
    const auto words = words_of(document_.text(name.span));
    if (words.empty()) return;
    if (name.type == EntityType::organisation) {
        for (const auto& word : {words.front(), words.back()}) {
            if (knowledge_.lexicon.has("organisation_nouns", word)) add_noun(word);
            if (words.size() > 1) add_called_so(word);
        }
        const bool firm =
            words.size() > 1 &&
            (knowledge_.lexicon.has("legal_forms", words.back()) ||
             knowledge_.lexicon.look_up("organisation_heads", words.back()).find('c') != std::string_view::npos);
        if (firm && profile_.kinds.empty()) profile_.kinds.insert("company");
    } else if (name.type == EntityType::person && words.size() > 1 && profile_.gender == 0) {
        const bool listed = knowledge_.lexicon.has("given_names", words.front());
        const auto gender = knowledge_.lexicon.look_up("given_names", words.front());
        if (gender == "m" || gender == "f") profile_.gender = gender.front();
        // Most given names that end so are women's; a pronoun beside it is believed more.
        if (!listed && words.front().ends_with('a') && words.front().size() > 2) profile_.gender = 'f';
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
    add_called_so("+" + word);
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

// "Norwegian Prime Minister Ann Li": minister, prime minister, leader.
void Profiler::read_title(const Name& name) {
    std::string phrase;
    for (std::uint32_t n = 1; n <= reach && n <= name.tokens.begin; ++n) {
        const std::uint32_t i = name.tokens.begin - n;
        if (n > 1 && read_nation(i)) return;
        if (document_.form(i) == "-" || (n == 1 && document_.form(i) == ",")) continue;
        const std::string word = fold(document_.form(i));
        if (!read_noun(i, EntityType::person) && !knowledge_.lexicon.has("title_parts", word)) return;
        phrase = word + (phrase.empty() ? "" : " " + phrase);
        if (!knowledge_.lexicon.has("titles", phrase)) continue;
        profile_.nouns.insert(phrase);
        add_called_so("+" + phrase);
    }
}

void Profiler::read_before(const Name& name) {
    if (name.type == EntityType::person) return read_title(name);
    const std::uint32_t begin = name.tokens.begin;
    for (std::uint32_t n = 1; n <= reach && n <= begin; ++n) {
        const std::uint32_t i = begin - n;
        if (n == 1) {
            if (!read_noun(i, name.type)) return;
        } else if (read_nation(i) || document_.tokens[i].shape != Shape::lower) {
            return;  // the nation stands first in its phrase
        }
    }
}

// "Telmar is a Swedish maker", "Ann Li resigned as minister".
void Profiler::read_clause(const Name& name) {
    const std::uint32_t head = clauses_.head_of(name.tokens);
    if (!clauses_.is(head, {Deprel::nsubj})) return;
    const std::uint32_t clause = document_.arcs[head].head;
    if (name.type == EntityType::person && document_.tags[clause].lemma == "lead") profile_.nouns.insert("leader");
    const auto read = [&](std::uint32_t noun) {
        if (!read_noun(noun, name.type)) return;
        for (const std::uint32_t i : clauses_.children(noun))
            read_nation(i);
    };
    if (clauses_.child(clause, {Deprel::cop}) != no_token) read(clause);
    for (const std::uint32_t i : clauses_.children(clause)) {
        const std::uint32_t role = clauses_.is(i, {Deprel::obl}) ? clauses_.child(i, {Deprel::case_}) : no_token;
        if (role != no_token && document_.form(role) == "as") read(i);
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
                                 const Knowledge& knowledge, const Clauses& clauses) {
    Profiler profiler(document, knowledge, clauses);
    std::vector<Profile> out;
    out.reserve(clusters.size());
    for (const Cluster& cluster : clusters)
        out.push_back(profiler.read(cluster));
    return out;
}

}  // namespace entente::resolve
