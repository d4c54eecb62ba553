// Words to descriptions: "the company", "the Swedish maker", "the two countries", "both".
//
// in        a token of a sentence where a description may begin
// out       where it ends and what its noun says; nothing where none begins: "the firm Telmar", "the maker of phones"
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"

namespace entente::resolve {

struct Description {
    enum class Of { organisation, person, country, anybody };
    TokenRange tokens;  // begins after the nation, which is a name and has its own reference
    Of of = Of::organisation;
    std::string noun;    // folded, in the singular
    std::string nation;  // id; "" = none given
    bool two = false;    // "the two firms", "both"
};

class Describer {
  public:
    Describer(const Document& document, const Knowledge& knowledge) : document_(document), knowledge_(knowledge) {}

    // The description that begins at a token; `end` is the sentence's.
    [[nodiscard]] std::optional<Description> at(std::uint32_t token, std::uint32_t end) const;
    // The name that begins at a token; nullptr where none does.
    [[nodiscard]] const Name* name_at(std::uint32_t token) const;
    // The longest noun of a list that begins at a token, and how many tokens it has.
    [[nodiscard]] std::pair<std::string, std::uint32_t> noun_at(std::uint32_t token, std::uint32_t end) const;

  private:
    [[nodiscard]] std::optional<Description> two_at(std::uint32_t token, std::uint32_t end) const;
    [[nodiscard]] std::optional<Description::Of> kind_of(const std::string& noun) const;
    [[nodiscard]] bool is_union(const Name& name) const;
    [[nodiscard]] bool is_adjective(std::uint32_t token) const;

    const Document& document_;
    const Knowledge& knowledge_;
};

}  // namespace entente::resolve
