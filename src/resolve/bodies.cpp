// Bodies without a name of their own.
//
// A country, then the words that say with what the body has to do, then its noun. Such words are no description of somebody
// who is named beside them: "the regulator Norvia", "Norvia, Norway's data watchdog, ...".
// SPDX-License-Identifier: MIT
#include "resolve/bodies.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "entente/text/abbreviation.hpp"
#include "entente/text/utf8.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t longest_noun = 5;    // tokens, "attorney general's office"
constexpr std::uint32_t longest_matter = 3;  // tokens, "data - protection"
constexpr std::uint32_t longest_praise = 2;  // tokens between the country and the body: "powerful"

// A place in the text that tells of a body.
struct Found {
    TokenRange tokens;
    const Name* owner = nullptr;  // the country or place before it
    bool alone = false;           // the noun may stand without one, and "the" does
};

class Finder {
  public:
    Finder(const Document& document, const Knowledge& knowledge)
        : document_(document), lexicon_(knowledge.lexicon), clauses_(document) {
        for (const Name& name : document.names) {
            begins_.emplace(name.tokens.begin, &name);
            ends_.emplace(name.tokens.end, &name);
        }
    }

    std::vector<Found> find() const {
        std::vector<Found> out;
        for (const Sentence& sentence : document_.sentences) {
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                if (!is_small(i, sentence.tokens.begin)) continue;
                const std::uint32_t end = noun_end(i, sentence.tokens.end);
                if (end == i) continue;
                if (const auto found = body(i, end, sentence.tokens.begin)) out.push_back(*found);
                i = end - 1;
            }
        }
        return out;
    }

  private:
    std::string words(TokenRange tokens) const { return fold(document_.text(document_.span(tokens))); }
    bool is(std::uint32_t token, std::string_view word) const {
        return token < document_.tokens.size() && fold(document_.form(token)) == word;
    }
    const Name* at(const std::map<std::uint32_t, const Name*>& names, std::uint32_t token) const {
        const auto found = names.find(token);
        return found == names.end() ? nullptr : found->second;
    }

    // The end of the longest noun of the list that begins here; `begin` where none does.
    std::uint32_t noun_end(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t last = std::min(end, begin + longest_noun); last > begin; --last) {
            if (lexicon_.has("state_bodies", words({begin, last}))) return last;
        }
        return begin;
    }
    // A capital that is owed to the sentence's begin counts for nothing.
    bool is_small(std::uint32_t token, std::uint32_t first) const {
        const Shape shape = document_.tokens[token].shape;
        return shape == Shape::lower || (shape == Shape::title && token == first && at(begins_, token) == nullptr);
    }
    bool is_matter(std::uint32_t token, std::uint32_t first) const {
        if (!is_small(token, first)) return false;
        const std::string word = fold(document_.form(token));
        if (lexicon_.has("organisation_words", word)) return true;
        return document_.tags[token].upos == Upos::noun && !lexicon_.has("person_nouns", word) &&
               !lexicon_.has("function_words", word);
    }
    // Where the words begin that say with what the body has to do: "data-protection", "fisheries".
    std::uint32_t matter_begin(std::uint32_t noun, std::uint32_t first) const {
        std::uint32_t begin = noun;
        while (begin > first && noun - begin < longest_matter) {
            if (is_matter(begin - 1, first))
                --begin;
            else if (begin > first + 1 && is(begin - 1, "-") && document_.tokens[begin - 2].shape == Shape::lower)
                begin -= 2;
            else
                break;
        }
        return begin;
    }

    // Where they end behind the noun: "ministry of trade and industry".
    std::uint32_t matter_end(std::uint32_t end) const {
        if (!is(end, "of")) return end;
        std::uint32_t last = end;
        for (std::uint32_t i = end + 1; i < document_.tokens.size() && i < end + 2 * longest_matter; ++i) {
            if (document_.tokens[i].shape != Shape::lower) break;
            const bool matter = lexicon_.has("organisation_words", document_.form(i));
            if (matter) last = i + 1;
            if (!matter && !is(i, "and") && !is(i, "the")) break;
        }
        return last;
    }

    const Name* owner(std::uint32_t begin, std::uint32_t first) const;
    bool names_somebody(TokenRange tokens, std::uint32_t begin) const;
    std::optional<Found> body(std::uint32_t noun, std::uint32_t end, std::uint32_t first) const;

    const Document& document_;
    const Lexicon& lexicon_;
    Clauses clauses_;
    std::map<std::uint32_t, const Name*> begins_, ends_;  // by first token, by the token behind the last
};

// "Norway's", "Norwegian", "US"; of places only the possessive: "Kiruna's council", but "Paris police" is no name.
const Name* Finder::owner(std::uint32_t begin, std::uint32_t first) const {
    for (std::uint32_t n = 0; n <= longest_praise && begin - n > first; ++n) {
        const std::uint32_t here = begin - n;
        if (n > 0 && document_.tags[here].upos != Upos::adj) return nullptr;
        if (here > first + 1 && document_.form(here - 1).ends_with('s') && !at(ends_, here)) {  // "'s"
            const Name* name = at(ends_, here - 1);
            const bool owns = name != nullptr && document_.form(here - 1).size() <= 4 &&
                              document_.tokens[here - 1].space_before == false;
            if (owns && (name->type == EntityType::country || name->type == EntityType::place)) return name;
        }
        const Name* name = at(ends_, here);
        if (name != nullptr) return name->type == EntityType::country ? name : nullptr;
    }
    return nullptr;
}

// Whether the words describe a body that is named beside them; `begin` is where they begin with their country.
bool Finder::names_somebody(TokenRange tokens, std::uint32_t begin) const {
    const auto other = [](const Name* name) {
        return name != nullptr && !name->adjective && name->type == EntityType::organisation;
    };
    const std::uint32_t next = tokens.end, last = tokens.end - 1;
    if (const Name* name = at(begins_, next); name != nullptr && !name->adjective) return true;  // "regulator Norvia"
    if (is(next, "of") || is(next, "-")) return true;
    if (clauses_.is(last, {Deprel::compound})) return true;  // "police officers"
    if (clauses_.child(last, {Deprel::cop}) != no_token) return true;
    if (is(next, ",") && other(at(begins_, is(next + 1, "the") ? next + 2 : next + 1))) return true;
    if (begin > 0 && is(begin - 1, "the")) --begin;
    if (begin > 0 && (is(begin - 1, "a") || is(begin - 1, "an") || is(begin - 1, "no"))) return true;
    const bool closed = next >= document_.tokens.size() || document_.tokens[next].shape == Shape::other;
    return closed && begin > 1 && is(begin - 1, ",") && other(at(ends_, begin - 1));
}

std::optional<Found> Finder::body(std::uint32_t noun, std::uint32_t end, std::uint32_t first) const {
    const std::string_view needs = lexicon_.look_up("state_bodies", words({noun, end}));
    const std::uint32_t begin = matter_begin(noun, first), noun_end = end;
    if (begin == noun && needs.find('m') != std::string_view::npos) end = matter_end(end);
    if (begin == noun && end == noun_end && needs.find('m') != std::string_view::npos) return {};
    Found out{{begin, end}, owner(begin, first), false};
    if (out.owner != nullptr && out.owner->type == EntityType::place && needs.find('m') == std::string_view::npos)
        return {};
    out.alone = needs.find('b') != std::string_view::npos && begin > first && is(begin - 1, "the");
    if (names_somebody(out.tokens, out.owner != nullptr ? out.owner->tokens.begin : begin)) return {};
    return out;
}

// "finance ministry" and "Ministry of Finance": the same words but for the small ones.
std::multiset<std::string> content_words(std::string_view name) {
    std::multiset<std::string> out;
    for (auto& word : words_of(name)) {
        if (word != "of" && word != "the" && word != "for" && word != "and") out.insert(std::move(word));
    }
    return out;
}

// Which cluster a body is: one that there is, or a new one.
class Register {
  public:
    Register(const Document& document, std::vector<Cluster>& clusters) : document_(document), clusters_(clusters) {
        for (std::size_t c = 0; c < clusters.size(); ++c) {
            if (clusters[c].type == EntityType::organisation)
                by_words_[content_words(canonical_name(clusters[c], document))].push_back(c);
        }
    }

    std::optional<std::size_t> look_up(const Found& body) const {
        const auto same = by_words_.find(content_words(text(body.tokens)));
        if (same == by_words_.end()) return {};
        for (const std::size_t c : same->second) {
            if (body.owner == nullptr || clusters_[c].body.empty() || clusters_[c].owner == id_of(*body.owner))
                return c;
        }
        return {};
    }
    std::size_t add(const Found& body) {
        Cluster cluster;
        cluster.body = cluster.called = text(body.tokens);
        if (body.owner != nullptr) {
            cluster.owner = id_of(*body.owner);
            const std::uint32_t next = body.owner->tokens.end;
            const bool clitic = next < body.tokens.begin && !document_.tokens[next].space_before;  // "'s"
            if (next + (clitic ? 1 : 0) == body.tokens.begin)
                cluster.called = text({body.owner->tokens.begin, body.tokens.end});
        }
        by_words_[content_words(cluster.body)].push_back(clusters_.size());
        clusters_.push_back(std::move(cluster));
        return clusters_.size() - 1;
    }

  private:
    std::string text(TokenRange tokens) const { return std::string(document_.text(document_.span(tokens))); }
    std::string id_of(const Name& owner) const { return owner.known.empty() ? text(owner.tokens) : owner.known; }

    const Document& document_;
    std::vector<Cluster>& clusters_;
    std::map<std::multiset<std::string>, std::vector<std::size_t>> by_words_;
};

}  // namespace

std::vector<Mentioned> add_bodies(const Document& document, const Knowledge& knowledge,
                                  std::vector<Cluster>& clusters) {
    if (document.tags.size() < document.tokens.size()) return {};
    const std::vector<Found> found = Finder(document, knowledge).find();
    if (found.empty()) return {};
    Register bodies(document, clusters);
    std::vector<Mentioned> out;
    for (const bool owned : {true, false}) {  // "police" may stand before "Norway's police", in a headline
        for (const Found& body : found) {
            if ((body.owner != nullptr) != owned) continue;
            auto meant = bodies.look_up(body);
            if (!meant && (owned || body.alone)) meant = bodies.add(body);
            if (meant)
                out.push_back({*meant, body.tokens, owned ? Reference::Kind::name : Reference::Kind::description});
        }
    }
    std::sort(out.begin(), out.end(),
              [](const Mentioned& a, const Mentioned& b) { return a.tokens.begin < b.tokens.begin; });
    return out;
}

}  // namespace entente::resolve
