// Which edges and sentences are wanted.
//
// Dates are as exact as the article: "2026-03" is all of March, so it lies both since the 5th and until the 5th. A '~',
// which sorts behind every digit and dash, makes the end of such a stretch.
// SPDX-License-Identifier: MIT
#include "render/filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace entente::render {
namespace {

template <typename Values, typename Value>
bool among(const Values& values, const Value& value) {
    return values.empty() || std::ranges::find(values, value) != values.end();
}

}  // namespace

std::vector<const KnowledgeGraph::Support*> Filter::supports(const KnowledgeGraph::Edge& edge) const {
    std::vector<const KnowledgeGraph::Support*> out;
    const bool timed = !options_.since.empty() || !options_.until.empty();
    for (const auto& support : edge.supports) {
        const std::string& date = date_of(knowledge_, support);
        const bool within =
            !date.empty() && date + "~" >= options_.since && (options_.until.empty() || date <= options_.until + "~");
        if (!timed || within) out.push_back(&support);
    }
    return out;
}

bool Filter::wants(std::uint32_t number) const {
    const auto& edge = knowledge_.edges()[number];
    if (options_.part && std::ranges::find(options_.part->edges, number) == options_.part->edges.end()) return false;
    if (!among(options_.relations, edge.relation) || !among(options_.marks, mark_of(edge))) return false;
    for (const auto end : {edge.subject, edge.object}) {
        if (!among(options_.types, knowledge_.nodes()[end].type)) return false;
    }
    std::set<std::uint32_t> articles;
    for (const auto* support : supports(edge))
        articles.insert(support->document);
    return articles.size() >= std::max<std::size_t>(options_.min_sources, 1);
}

std::string Filter::told() const {
    std::vector<std::string> parts;
    if (options_.part) parts.emplace_back("the answer to a query");
    if (!options_.focus.empty()) {
        std::vector<std::string> names;
        for (const auto node : options_.focus)
            names.push_back(knowledge_.nodes()[node].name);
        parts.push_back(fmt::format("within {} {} of {}", options_.depth, options_.depth == 1 ? "step" : "steps",
                                    fmt::join(names, ", ")));
    }
    if (!options_.relations.empty()) parts.push_back(fmt::format("{}", fmt::join(options_.relations, ", ")));
    std::vector<std::string_view> words;
    for (const EntityType type : options_.types)
        words.push_back(entente::name_of(type));
    if (!words.empty()) parts.push_back(fmt::format("{}", fmt::join(words, ", ")));
    words.clear();
    for (const Mark mark : options_.marks)
        words.push_back(entente::name_of(mark));
    if (!words.empty()) parts.push_back(fmt::format("{}", fmt::join(words, ", ")));
    if (!options_.since.empty()) parts.push_back("since " + options_.since);
    if (!options_.until.empty()) parts.push_back("until " + options_.until);
    if (options_.min_sources > 1) parts.push_back(fmt::format("said by {} articles or more", options_.min_sources));
    return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace entente::render
