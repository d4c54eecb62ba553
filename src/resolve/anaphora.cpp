// Descriptions and pronouns to entities.
//
// The text is read once, from left to right, and every mention so far is at hand. A description or a pronoun
// is resolved where one entity alone fits: among all of the article for a noun that is said of one only ("the
// bank"), else among those of this sentence and the one before. Where two fit, nothing is said.
// SPDX-License-Identifier: MIT
#include "resolve/anaphora.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "entente/text/utf8.hpp"
#include "resolve/profile.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t longest_description = 6;  // tokens, "the Swedish maker" and the like
constexpr int plainly = 3;                        // times as many mentions as any other

// "the largest operator", "the first bank": a noun with such a word need not mean one of whom the article has
// spoken.
bool singles_out(const std::string& word) {
    return word.ends_with("est") || word == "most" || word == "first" || word == "second" || word == "third" ||
           word == "next" || word == "last" || word == "only" || word == "other" || word == "new";
}

class Reader {
  public:
    Reader(const Document& document, const std::vector<Cluster>& clusters, const Knowledge& knowledge)
        : document_(document),
          clusters_(clusters),
          knowledge_(knowledge),
          profiles_(profiles_of(document, clusters, knowledge)),
          cluster_of_(document.names.size()) {
        for (std::size_t c = 0; c < clusters.size(); ++c) {
            for (const std::uint32_t i : clusters[c].names)
                cluster_of_[i] = c;
        }
    }

    std::vector<Mentioned> read() {
        std::uint32_t next = 0;
        for (const Sentence& sentence : document_.sentences) {
            if (sentence.kind != Sentence::Kind::headline) {  // what follows a headline does not refer to it
                before_ = std::move(here_);
                here_.clear();
            }
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
                if (next < document_.names.size() && document_.names[next].tokens.begin == i) {
                    i = add(cluster_of_[next], document_.names[next].tokens, Reference::Kind::name);
                    ++next;
                } else {
                    i = read_word(i, sentence.tokens.end);
                }
            }
        }
        return std::move(out_);
    }

  private:
    struct Description {
        std::uint32_t begin = 0;  // after the nation, which is a name and has its own reference
        std::uint32_t end = 0;
        std::string noun;
        std::string nation;  // id; "" = none given
    };
    std::uint32_t add(std::size_t cluster, TokenRange tokens, Reference::Kind kind) {
        out_.push_back({cluster, tokens, kind});
        if (document_.sentences[document_.sentence_of(tokens.begin)].kind != Sentence::Kind::headline) {
            here_.push_back(cluster);
            ++seen_[cluster];
        }
        return tokens.end;
    }
    const Name* name_at(std::uint32_t token) const {
        const auto& names = document_.names;
        const auto at = std::lower_bound(names.begin(), names.end(), token,
                                         [](const Name& n, std::uint32_t t) { return n.tokens.begin < t; });
        return at != names.end() && at->tokens.begin == token ? &*at : nullptr;
    }
    std::uint32_t read_word(std::uint32_t i, std::uint32_t end);
    std::optional<Description> description(std::uint32_t i, std::uint32_t end) const;
    std::optional<std::size_t> described(const Description& description) const;
    std::optional<std::size_t> pronoun(const std::string& word) const;
    std::optional<std::size_t> pronoun_it(std::uint32_t i) const;
    std::optional<std::size_t> in_apposition(std::uint32_t i, const Description& description) const;
    template <typename Fits>
    static std::optional<std::size_t> only(const std::set<std::size_t>& among, Fits fits);
    template <typename Fits>
    std::optional<std::size_t> of_all(Fits fits) const;
    template <typename Fits>
    std::optional<std::size_t> nearby(Fits fits) const;

    const Document& document_;
    const std::vector<Cluster>& clusters_;
    const Knowledge& knowledge_;
    std::vector<Profile> profiles_;
    std::vector<std::size_t> cluster_of_;  // by name
    std::vector<std::size_t> before_,
        here_;                         // clusters mentioned in the last sentence and in this one, in order
    std::map<std::size_t, int> seen_;  // how often each was mentioned in the running text so far
    std::optional<Mentioned> due_;     // a description whose nation stands before it
    std::vector<Mentioned> out_;
};

// The one cluster that fits; nothing where none does, or several do.
template <typename Fits>
std::optional<std::size_t> Reader::only(const std::set<std::size_t>& among, Fits fits) {
    std::optional<std::size_t> found;
    for (const std::size_t c : among) {
        if (!fits(c)) continue;
        if (found) return {};
        found = c;
    }
    return found;
}

// Of all that were mentioned so far the only one that fits, or the one that the article is plainly about.
template <typename Fits>
std::optional<std::size_t> Reader::of_all(Fits fits) const {
    std::optional<std::size_t> found;
    int most = 0, second = 0;
    for (const auto& [c, mentions] : seen_) {
        if (!fits(c)) continue;
        if (mentions > most) {
            found = c;
            second = std::exchange(most, mentions);
        } else {
            second = std::max(second, mentions);
        }
    }
    if (most <= plainly * second) return {};
    return found;
}

template <typename Fits>
std::optional<std::size_t> Reader::nearby(Fits fits) const {
    std::set<std::size_t> near(here_.begin(), here_.end());
    near.insert(before_.begin(), before_.end());
    return only(near, fits);
}

// "the Swedish maker": where it ends, its noun, its nation. Not "the Swedish maker Telmar", nor "the maker of
// phones".
std::optional<Reader::Description> Reader::description(std::uint32_t i, std::uint32_t end) const {
    const std::string article = fold(document_.form(i));
    if (article != "the" && article != "this") return {};
    Description out;
    out.begin = i;
    const Lexicon& lexicon = knowledge_.lexicon;
    for (std::uint32_t at = i + 1; at < std::min(end, i + longest_description); ++at) {
        const Name* name = name_at(at);
        if (name != nullptr && name->adjective && out.nation.empty()) {
            out.nation = name->known;
            out.begin = at + 1;
            continue;
        }
        if (document_.tokens[at].shape != Shape::lower) break;
        const std::string word = fold(document_.form(at));
        if (lexicon.has("organisation_nouns", word) || lexicon.has("person_nouns", word) ||
            lexicon.has("titles", word) || word == "country") {
            out.end = at + 1;
            out.noun = word;
        } else if (out.end > 0 || lexicon.has("function_words", word) || singles_out(word)) {
            break;
        }
    }
    if (out.end == 0) return {};
    if (out.end < end && (document_.form(out.end) == "of" || document_.form(out.end) == "-" || name_at(out.end)))
        return {};
    return out;
}

std::optional<std::size_t> Reader::described(const Description& description) const {
    const auto of_nation = [&](std::size_t c) {
        return description.nation.empty() || profiles_[c].nations.contains(description.nation);
    };
    const auto called_so = [&](std::size_t c) { return of_nation(c) && profiles_[c].nouns.contains(description.noun); };
    if (description.noun == "country") {
        return nearby([&](std::size_t c) { return clusters_[c].type == EntityType::country; });
    }
    const auto kind = knowledge_.lexicon.look_up("organisation_nouns", description.noun);
    const auto of_kind = [&](std::size_t c) {
        const Profile& profile = profiles_[c];
        if (clusters_[c].type != EntityType::organisation || !of_nation(c)) return false;
        return profile.kinds.contains(std::string(kind)) || (kind == "company" && profile.kinds.empty());
    };
    if (kind != "company") return of_all(called_so);
    if (const auto alone = of_all(of_kind)) return alone;
    return nearby(of_kind);
}

std::optional<std::size_t> Reader::pronoun(const std::string& word) const {
    const bool he = word == "he" || word == "him" || word == "his", she = word == "she" || word == "her";
    if (he || she) {
        const char gender = he ? 'm' : 'f';
        const auto fits = [&](std::size_t c) {
            return clusters_[c].type == EntityType::person &&
                   (profiles_[c].gender == 0 || profiles_[c].gender == gender);
        };
        if (const auto one = only({here_.begin(), here_.end()}, fits)) return one;
        return nearby(fits);
    }
    if (word != "its") return {};
    return only({here_.begin(), here_.end()}, [&](std::size_t c) {
        return clusters_[c].type == EntityType::organisation || clusters_[c].type == EntityType::country;
    });
}

// "It supplies ..." takes up the organisation with which the last sentence began; "It is clear that" takes up
// nothing.
std::optional<std::size_t> Reader::pronoun_it(std::uint32_t i) const {
    if (document_.form(i) != "It" || !here_.empty() || before_.empty() || i + 1 >= document_.tokens.size()) return {};
    if (clusters_[before_.front()].type != EntityType::organisation) return {};
    const std::string next = fold(document_.form(i + 1));
    if (knowledge_.lexicon.has("function_words", next) && next != "has" && next != "also") return {};
    return before_.front();
}

// "Norvia, the Finnish operator": a noun after a name and a comma is said of that name.
std::optional<std::size_t> Reader::in_apposition(std::uint32_t i, const Description& description) const {
    if (i < 2 || document_.form(i - 1) != "," || out_.empty()) return {};
    const Mentioned& last = out_.back();
    if (last.tokens.end != i - 1 || last.kind != Reference::Kind::name) return {};
    const bool person = clusters_[last.cluster].type == EntityType::person;
    const bool of_person = !knowledge_.lexicon.has("organisation_nouns", description.noun);
    if (person != of_person || clusters_[last.cluster].type == EntityType::place) return {};
    return last.cluster;
}

std::uint32_t Reader::read_word(std::uint32_t i, std::uint32_t end) {
    if (due_ && due_->tokens.begin == i) return add(due_->cluster, due_->tokens, Reference::Kind::description);
    if (const auto found = description(i, end)) {
        const auto apposition = in_apposition(i, *found);
        if (const auto cluster = apposition ? apposition : described(*found)) {
            if (found->begin == i) return add(*cluster, {i, found->end}, Reference::Kind::description);
            due_ = Mentioned{*cluster, {found->begin, found->end}, Reference::Kind::description};
        }
        return i + 1;
    }
    if (document_.tokens[i].shape == Shape::lower || document_.tokens[i].shape == Shape::title) {
        const auto it = pronoun_it(i);
        if (const auto cluster = it ? it : pronoun(fold(document_.form(i)))) {
            return add(*cluster, {i, i + 1}, Reference::Kind::pronoun);
        }
    }
    return i + 1;
}

}  // namespace

std::vector<Mentioned> mentions_of(const Document& document, const std::vector<Cluster>& clusters,
                                   const Knowledge& knowledge) {
    return Reader(document, clusters, knowledge).read();
}

}  // namespace entente::resolve
