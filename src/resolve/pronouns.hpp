// Pronouns to clusters.
//
// in        a pronoun, and what has been said before it
// out       who is meant: who acts in the clauses around it, from the inside out, else who acted in the sentence
//           before; nobody where something without a name stands in between, or two fit
// example   "Telmar said it would sell its docks": "it" and "its" are Telmar
// source    the walk up the tree: Hobbs 1978, "Resolving Pronoun References"
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/document.hpp"
#include "entente/knowledge.hpp"
#include "resolve/clauses.hpp"
#include "resolve/profile.hpp"
#include "resolve/record.hpp"

namespace entente::resolve {

class Pronouns {
  public:
    Pronouns(const Document& document, const Knowledge& knowledge, const std::vector<Cluster>& clusters,
             std::vector<Profile>& profiles, const Clauses& clauses, const Record& record,
             const std::vector<TokenRange>& quotes);

    // Whom the word means; empty where it is no pronoun of the third person, or nobody is clear.
    [[nodiscard]] std::vector<std::size_t> meant_by(std::uint32_t token);

  private:
    enum class Kind { he, she, it, they };
    enum class Verdict { meant, other, in_the_way };
    struct Look {
        Verdict verdict = Verdict::other;
        std::vector<std::size_t> clusters;
    };
    struct Pronoun {
        std::uint32_t token;
        Kind kind;
        bool possessive, reflexive;
    };

    [[nodiscard]] std::optional<Pronoun> pronoun_at(std::uint32_t token) const;
    [[nodiscard]] bool impersonal(std::uint32_t token) const;
    [[nodiscard]] bool fits(std::size_t cluster, Kind kind) const;
    [[nodiscard]] Look look_at(std::uint32_t actor, Kind kind) const;
    [[nodiscard]] Look look_at_unnamed(std::uint32_t actor, Kind kind) const;
    [[nodiscard]] Look in_sentence(const Pronoun& pronoun) const;
    [[nodiscard]] bool promised(const Pronoun& pronoun, std::uint32_t clause) const;
    [[nodiscard]] bool is_object(const Pronoun& pronoun) const;
    [[nodiscard]] Look beside_clause(const Pronoun& pronoun, std::uint32_t clause, std::uint32_t actor) const;
    [[nodiscard]] Look earlier_words(const Pronoun& pronoun) const;
    [[nodiscard]] Look earlier_sentences(const Pronoun& pronoun) const;
    [[nodiscard]] Look two_people(std::size_t back) const;
    [[nodiscard]] Look earlier_sentence(const Pronoun& pronoun, std::size_t back) const;
    [[nodiscard]] bool opens_sentence(const Pronoun& pronoun) const;
    [[nodiscard]] std::size_t quote_of(std::uint32_t token) const;

    const Document& document_;
    const Knowledge& knowledge_;
    const std::vector<Cluster>& clusters_;
    std::vector<Profile>& profiles_;
    const Clauses& clauses_;
    const Record& record_;
    const std::vector<TokenRange>& quotes_;
};

}  // namespace entente::resolve
