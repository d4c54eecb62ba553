// A person's own body.
// SPDX-License-Identifier: MIT
#include "resolve/own_bodies.hpp"

#include <algorithm>
#include <string>

#include "entente/text/utf8.hpp"
#include "resolve/offices.hpp"

namespace entente::resolve {
namespace {

class OwnBodies {
  public:
    OwnBodies(const Document& document, const Knowledge& knowledge, const std::vector<Cluster>& clusters,
              const Clauses& clauses, const std::vector<TokenRange>& quotes, const std::vector<Mentioned>& mentions)
        : document_(document),
          knowledge_(knowledge),
          clusters_(clusters),
          clauses_(clauses),
          mentions_(mentions),
          offices_(document, knowledge, clusters, clauses, quotes, mentions) {}

    std::vector<Mentioned> read() {
        std::vector<Mentioned> out;
        for (const Mentioned& owner : mentions_) {
            if (clusters_[owner.cluster].type != EntityType::person) continue;
            const std::uint32_t noun = owned(owner);
            if (noun == no_token || named(noun)) continue;
            if (const auto body = body_of(owner.cluster, noun))
                out.push_back({*body, {noun, noun + 1}, Reference::Kind::description});
        }
        return out;
    }

  private:
    // The noun that belongs to whom is mentioned: "her party", "Ann Li's party".
    std::uint32_t owned(const Mentioned& owner) const {
        std::uint32_t at = owner.tokens.end;
        const std::string last = fold(document_.form(at - 1));
        if (owner.kind == Reference::Kind::pronoun) {
            if (last != "his" && last != "her") return no_token;
        } else {
            const bool owns =
                at < document_.tokens.size() && (document_.form(at) == "'s" || document_.form(at) == "’s");
            if (!owns) return no_token;
            ++at;
        }
        const bool free = at < document_.tokens.size() && document_.tokens[at].shape == Shape::lower &&
                          offices_.at(at) == Offices::nobody;
        return free ? at : no_token;
    }
    // "her party leader", "her party, the Civic League"
    bool named(std::uint32_t noun) const {
        if (clauses_.is(noun, {Deprel::compound})) return true;
        for (std::uint32_t i = noun + 1; i < std::min<std::size_t>(document_.tokens.size(), noun + 4); ++i) {
            if (offices_.at(i) != Offices::nobody) return mentions_[offices_.at(i)].kind == Reference::Kind::name;
            const std::string word = fold(document_.form(i));
            if (word != "," && word != "the") return word == "-";
        }
        return false;
    }
    std::optional<std::size_t> body_of(std::size_t person, std::uint32_t noun) {
        const std::string word = fold(document_.form(noun));
        if (word == "government" || word == "country" || word == "nation") {
            return offices_.body_of(person, [&](std::size_t c) { return clusters_[c].type == EntityType::country; });
        }
        const std::string kind(knowledge_.lexicon.look_up("organisation_nouns", word));
        if (kind.empty()) return {};
        if (profiles_.empty()) profiles_ = profiles_of(document_, clusters_, knowledge_, clauses_);
        const bool general = word == "company" || word == "firm" || word == "group" || word == "organisation";
        return offices_.body_of(person, [&](std::size_t c) {
            const Profile& profile = profiles_[c];
            const bool joined = word == "party" && (profile.kinds.contains("group") || profile.kinds.contains("union"));
            return clusters_[c].type == EntityType::organisation &&
                   (general || joined || profile.kinds.empty() || profile.nouns.contains(word) ||
                    profile.kinds.contains(kind));
        });
    }

    const Document& document_;
    const Knowledge& knowledge_;
    const std::vector<Cluster>& clusters_;
    const Clauses& clauses_;
    const std::vector<Mentioned>& mentions_;
    Offices offices_;
    std::vector<Profile> profiles_;  // read when first asked for
};

}  // namespace

std::vector<Mentioned> own_bodies(const Document& document, const Knowledge& knowledge,
                                  const std::vector<Cluster>& clusters, const Clauses& clauses,
                                  const std::vector<TokenRange>& quotes, const std::vector<Mentioned>& mentions) {
    if (document.tags.size() < document.tokens.size()) return {};
    return OwnBodies(document, knowledge, clusters, clauses, quotes, mentions).read();
}

}  // namespace entente::resolve
