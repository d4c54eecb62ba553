// Finds to statements.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "entente/document.hpp"
#include "relate/matcher.hpp"
#include "relate/offices.hpp"
#include "relate/source.hpp"

namespace entente::relate {

// Gathers the statements of one document.
class StatementWriter {
  public:
    StatementWriter(Document& document, const Knowledge& knowledge, const RuleSet& rules);

    void write(const Tree& tree);
    // What only the whole article tells: whose office a title means.
    void finish();

  private:
    void drop_implied();
    void write_find(const Tree& tree, const Find& find);
    void write_pair(const Tree& tree, const Find& find, End subject, End object);
    void put_off(const Tree& tree, const Find& find, End subject, End object);
    void remember_office(const Find& find, const Entity& from, const Entity& to);
    void name_source(const Tree& tree, const Find& find, Statement& statement) const;
    void add_details(const Tree& tree, const Find& find, Statement& statement) const;
    void remember_quotation(const Tree& tree);
    [[nodiscard]] Confidence confidence(const Tree& tree, const Find& find, End subject, End object) const;
    [[nodiscard]] const Entity& entity(int reference) const;
    [[nodiscard]] std::string id(int reference) const { return reference == none ? "" : entity(reference).id; }

    // A quotation may end before its speaker is named, so sources are filled in at the end.
    Document& document_;
    const Knowledge& knowledge_;
    const RuleSet& rules_;
    std::vector<std::uint32_t> quotations_;
    std::map<std::uint32_t, Speech> speakers_;  // by quotation
    std::map<std::tuple<std::string, std::string, std::string, Polarity, Modality>, std::size_t> written_;
    std::uint32_t pairs_ = 0;  // of the sentence

    // A statement whose object is told elsewhere.
    struct Open {
        Statement statement;
        Elsewhere elsewhere;
        std::uint32_t reference;  // of the subject
        std::uint32_t sentence;
        std::string title;
        std::optional<std::uint32_t> shared;  // the reference to a country that the title may share with the one before
        std::size_t rule;
    };
    [[nodiscard]] bool close(Open& open, const Reference& object);
    void close_all(bool titled);
    Offices offices_;
    std::vector<Open> open_;
};

}  // namespace entente::relate
