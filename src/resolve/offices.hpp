// Whose office a person holds.
//
// in        the document and all mentions of its entities so far
// out       the body for which a person speaks: "a spokesman for Norvia", "Norvia's chairman", "who leads Norvia"
// lifetime  views all that it is given
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "resolve/anaphora.hpp"
#include "resolve/clauses.hpp"
#include "resolve/clusters.hpp"

namespace entente::resolve {

class Offices {
  public:
    static constexpr std::size_t nobody = SIZE_MAX;

    Offices(const Document& document, const Knowledge& knowledge, const std::vector<Cluster>& clusters,
            const Clauses& clauses, const std::vector<TokenRange>& quotes, const std::vector<Mentioned>& mentions);

    using Fits = std::function<bool(std::size_t cluster)>;

    // The first body of which the article says so and that fits; clusters go in and out.
    [[nodiscard]] std::optional<std::size_t> body_of(std::size_t person, const Fits& fits) const;
    // The mention that covers a token, or nobody.
    [[nodiscard]] std::size_t at(std::uint32_t token) const { return at_[token]; }
    [[nodiscard]] bool is_body(std::size_t mention) const;
    // "spokesman", "chairman"
    [[nodiscard]] bool is_office(std::uint32_t token) const;

  private:
    [[nodiscard]] std::size_t office_before(const Mentioned& name) const;
    [[nodiscard]] std::size_t office_after(const Mentioned& name) const;
    [[nodiscard]] std::size_t office_held(const Mentioned& name) const;

    const Document& document_;
    const Knowledge& knowledge_;
    const std::vector<Cluster>& clusters_;
    const Clauses& clauses_;
    const std::vector<Mentioned>& mentions_;
    std::vector<std::size_t> at_;  // the mention that covers a token
    std::vector<bool> in_quote_;
};

}  // namespace entente::resolve
