// Descriptions to clusters.
//
// in        a description, and what has been said before it
// out       who is meant: of those that may be called so the one that is best known by that noun, nearest and most
//           spoken of, if no other comes near; nobody else
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "resolve/clauses.hpp"
#include "resolve/descriptions.hpp"
#include "resolve/profile.hpp"
#include "resolve/record.hpp"

namespace entente::resolve {

class Described {
  public:
    Described(const Document& document, const Knowledge& knowledge, const std::vector<Cluster>& clusters,
              const std::vector<Profile>& profiles, const Clauses& clauses, const Record& record);

    [[nodiscard]] std::vector<std::size_t> meant_by(const Description& description) const;

  private:
    [[nodiscard]] std::vector<std::size_t> two(const Description& description) const;
    [[nodiscard]] std::vector<std::size_t> in_apposition(const Description& description) const;
    // How well the noun fits; 0 = not at all.
    [[nodiscard]] int called_so(std::size_t cluster, const Description& description) const;
    [[nodiscard]] int organisation_called_so(const Profile& profile, const std::string& noun) const;
    [[nodiscard]] bool is_country_called(std::size_t cluster, const std::string& noun) const;
    [[nodiscard]] bool of_type(std::size_t cluster, const Description& description) const;
    [[nodiscard]] bool is_only_person(std::size_t cluster) const;
    [[nodiscard]] int nearness(const Seen& seen) const;
    [[nodiscard]] int score(std::size_t cluster, const Seen& seen, const Description& description) const;

    const Document& document_;
    const Knowledge& knowledge_;
    const std::vector<Cluster>& clusters_;
    const std::vector<Profile>& profiles_;
    const Clauses& clauses_;
    const Record& record_;
};

}  // namespace entente::resolve
