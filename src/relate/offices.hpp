// Whose office a title means where the text does not say so.
//
// "Prime Minister Ann Li" in an article about Norway; "Ann Li, the transport secretary" where the Department of
// Transportation is named. A wrong guess is worse than none: the rule of evidence stands in docs/relate.md.
//
// in        entities and references of the document, offices.txt, the world
// out       a reference to whoever is meant, near enough to be quoted together with the title
// cost      constructing: linear in the references; a question: in the entities, of which it takes 2,000 at most
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente::relate {

class Offices {
  public:
    Offices(const Document& document, const Knowledge& knowledge);

    // The article says outright that the person belongs to the country or place; `title` may be "".
    void told(const std::string& title, const std::string& person, const std::string& of);
    // The country, place or body whose office it is, as named in or near the sentence.
    [[nodiscard]] std::optional<std::uint32_t> whose(const std::string& title, const std::string& bearer,
                                                     std::uint32_t sentence,
                                                     std::optional<std::uint32_t> shared = {}) const;
    // The article tells what the person does to it as one does to strangers: "President Ann Li threatened Norway".
    void meets_as_stranger(const std::string& person, const std::string& other) { foreign_.insert({person, other}); }
    // The article says that the person leads it.
    void holds(const std::string& person, const std::string& what) { leads_[person].insert(what); }
    // What the person leads, if it is one thing: "Ann Li resigned".
    [[nodiscard]] std::optional<std::uint32_t> held_by(const std::string& person, std::uint32_t sentence) const;
    // The country or place in the name of a body: "Bank of Norway", "Kenyan Coast Guard".
    [[nodiscard]] std::optional<std::uint32_t> contained(std::uint32_t reference) const;
    // Whether a place may lie in another, for all that is known: not Maine in New York, nor Geneva in Russia.
    [[nodiscard]] bool may_lie_in(std::uint32_t place, std::uint32_t other) const;

  private:
    using Entities = std::vector<std::uint32_t>;  // by their place in the document
    [[nodiscard]] const Known* known(const Entity& entity) const;
    [[nodiscard]] bool has_office(std::uint32_t entity, std::string_view holders) const;
    [[nodiscard]] bool fits_body(std::uint32_t entity, const std::string& title, std::string_view holders) const;
    [[nodiscard]] std::set<std::uint32_t> in_name(const Reference& body) const;
    [[nodiscard]] std::string without_country(const std::string& name) const;
    [[nodiscard]] std::string_view holders(const std::string& title) const;
    [[nodiscard]] std::optional<std::uint32_t> country_of(const std::string& town, std::uint32_t sentence) const;
    [[nodiscard]] std::optional<std::uint32_t> clearest(const Entities& candidates, int least) const;
    [[nodiscard]] std::optional<std::uint32_t> nearest(std::uint32_t entity, std::uint32_t sentence) const;

    const Document& document_;
    const Knowledge& knowledge_;
    std::vector<const Known*> known_;                         // of each entity, null = not known
    std::map<std::string, std::uint32_t> by_id_, countries_;  // these by their code
    std::map<const Known*, std::uint32_t> by_known_;
    std::vector<Entities> named_at_;                        // the references to each entity but pronouns
    std::vector<int> votes_;                                // how much the article speaks of each entity
    std::map<std::string, std::set<std::string>> belongs_;  // person: countries and places
    std::map<std::string, std::set<std::string>> leads_;
    std::set<std::pair<std::string, std::string>> foreign_;              // person and country
    std::map<std::pair<std::string, std::string>, std::string> holder_;  // title and country: the last who has it
};

}  // namespace entente::relate
