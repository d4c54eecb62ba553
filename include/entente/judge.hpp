// A person's corrections.
//
// in        Extractions and the judgements of their graph file; a KnowledgeGraph to be reviewed
// out       the Extractions as corrected; judgements to be added; questions, the most useful first
// shape     judgements apply in this order: withdrawn, wrong, split, same; `distinct` bars `same`, also where two become one
//           by way of a third
// errors    none: what names nothing in the graph has no effect
// threads   pure functions
// cost      linear; review() looks at pairs of names that share a rare word
// example   const auto extractions = corrected(file.extractions, file.judgements);
// source    docs/judge.md
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "entente/assemble.hpp"
#include "entente/extraction.hpp"
#include "entente/extraction/judgement.hpp"

namespace entente {

// Of judgements that no line supersedes, those that hold, by id: neither taken back nor overruled. Of two that contradict
// each other `distinct` holds, and what one person took back and another said without knowing of that.
[[nodiscard]] std::vector<Judgement> in_force(std::span<const Judgement> standing);

[[nodiscard]] std::vector<Extraction> corrected(std::vector<Extraction> extractions,
                                                std::span<const Judgement> standing);

// The judgement with what it supersedes in a graph that holds `standing`: all that speak about the same thing.
[[nodiscard]] Judgement said(Judgement judgement, std::span<const Judgement> standing);
// The judgement that takes this one back.
[[nodiscard]] Judgement taken_back(const Judgement& judgement, std::span<const Judgement> standing);

// The id of the entity that a split makes beside the old one.
[[nodiscard]] std::string split_id(const Judgement& split);

// What a person could decide about a graph.
struct Question {
    enum class Kind : std::uint8_t {
        same_name,         // are two entities one?             about: their ids
        suspicious_merge,  // is one entity two?                about: its id
        weak_edge,         // is a statement what is said?      about: its id
    };
    struct Quote {
        std::string document, sentence;
        std::size_t offset = 0;  // bytes, of the sentence in the article
    };
    Kind kind = Kind::same_name;
    double use = 0;                     // how much would be learnt: the doubt, times what hangs on it
    std::vector<std::string> about;     // ids
    std::string text;                   // for a person
    std::vector<std::string> articles;  // of a suspicious merge: hashes of the texts in which it may be the other
    std::vector<Quote> quotes;
};

// The most useful first, at most `count`; nothing is asked that a judgement has answered.
[[nodiscard]] std::vector<Question> review(const KnowledgeGraph& graph, std::span<const Judgement> standing,
                                           std::size_t count);

}  // namespace entente
