// What a person says of the graph.
//
// A Judgement is a line of a graph file beside the articles, so it survives when they are read again, and merges with
// them. It is never changed: a further line takes it back, and names the lines that it supersedes.
//
// in        judgement_from_json(): one line of a graph file
// shape     `about` and `articles` are sorted
// errors    judgement_from_json(): Error (data) with file, line and the path of the field
// threads   plain values
// source    docs/judge.md
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct Judgement {
    enum class Kind : std::uint8_t {
        same,       // two entities are one                  about: their ids
        distinct,   // two entities are not one              about: their ids
        split,      // one entity is two                     about: its id; articles: those in which it is the other
        wrong,      // a statement is not what is said       about: its id
        withdrawn,  // an article does not count             about: the hash of its text
    };
    Kind kind = Kind::same;
    std::vector<std::string> about;
    std::vector<std::string> articles;    // of a split: hashes of their texts
    std::string note;                     // why; "" = not told
    bool undone = false;                  // the line takes such a judgement back
    std::vector<std::string> supersedes;  // ids of judgements
    std::string id;                       // the check of its line; "" until to_json() or reading has made one
    friend bool operator==(const Judgement&, const Judgement&) = default;

    // What must be the same for one judgement to speak about the same thing as another: the two entities, the statement.
    [[nodiscard]] std::string topic() const;
};

[[nodiscard]] std::string_view name_of(Judgement::Kind kind);
[[nodiscard]] std::optional<Judgement::Kind> judgement_kind(std::string_view name);

[[nodiscard]] std::string to_json(const Judgement& judgement);  // `id` is not looked at
[[nodiscard]] Judgement judgement_from_json(std::string_view line, std::string_view file = {}, std::size_t number = 1);

}  // namespace entente
