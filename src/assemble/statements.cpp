// Statements to edges.
//
// Statements are put beside those of the same subject by counting, so only short runs of them are left to sort; then the
// number of edges is known, and each is filled in where it will stay. Both are done by all cores, each in its own part.
// SPDX-License-Identifier: MIT
#include "assemble/statements.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "assemble/belief.hpp"
#include "assemble/parts.hpp"

namespace entente::assembling {
namespace {

// One statement, as it sorts.
struct Said {
    std::uint32_t subject, relation, object;  // the relation by its place in alphabetical order
    Polarity polarity;
    Modality modality;
    std::uint32_t document;
    Statement* statement;

    [[nodiscard]] auto edge() const { return std::tie(subject, relation, object, polarity, modality); }
    friend bool operator<(const Said& a, const Said& b) {
        if (a.edge() != b.edge()) return a.edge() < b.edge();
        if (a.document != b.document) return a.document < b.document;
        return std::tie(a.statement->evidence.front().sentence, a.statement->id) <
               std::tie(b.statement->evidence.front().sentence, b.statement->id);
    }
};

// The relations that stand in the articles.
struct Relations {
    std::vector<std::string> names;  // in alphabetical order
    std::vector<bool> symmetric;
    std::unordered_map<std::string_view, std::uint32_t> places;  // in `names`
};

Relations relations_of(const std::vector<Extraction*>& articles, const Schema& schema) {
    std::unordered_set<std::string_view> names;
    for (const Extraction* article : articles) {
        for (const Statement& statement : article->statements)
            names.insert(statement.relation);
    }
    Relations out{{names.begin(), names.end()}, {}, {}};
    std::sort(out.names.begin(), out.names.end());
    for (const std::string& name : out.names) {
        const Relation* relation = schema.find(name);
        out.symmetric.push_back(relation != nullptr && relation->symmetric);
        out.places.emplace(name, static_cast<std::uint32_t>(out.places.size()));
    }
    return out;
}

// Every statement, in the order of the documents.
std::vector<Said> statements_of(const std::vector<Extraction*>& articles, const Relations& relations,
                                const Numbers& numbers) {
    std::vector<std::size_t> begin{0};  // of each article's statements
    for (const Extraction* article : articles)
        begin.push_back(begin.back() + article->statements.size());
    std::vector<Said> out(begin.back());
    in_parts(articles.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t d = from; d < to; ++d) {
            auto at = out.begin() + static_cast<std::ptrdiff_t>(begin[d]);
            for (Statement& s : articles[d]->statements) {
                std::uint32_t subject = numbers.at(s.subject), object = numbers.at(s.object);
                const std::uint32_t relation = relations.places.at(s.relation);
                if (relations.symmetric[relation] && object < subject) std::swap(subject, object);
                *at++ = {subject, relation, object, s.polarity, s.modality, static_cast<std::uint32_t>(d), &s};
            }
        }
    });
    return out;
}

void sort(std::vector<Said>& all, std::size_t nodes) {
    std::vector<std::size_t> end(nodes + 1);  // of each subject's statements, once they are placed; the first is 0
    for (const Said& said : all)
        ++end[said.subject + 1];
    for (std::size_t node = 1; node < end.size(); ++node)
        end[node] += end[node - 1];
    std::vector<Said> placed(all.size());
    for (const Said& said : all)
        placed[end[said.subject]++] = said;
    all = std::move(placed);
    // A part's share are the subjects whose statements end in it.
    in_parts(all.size(), [&](std::size_t from, std::size_t to) {
        const auto begin_of = [&](std::size_t node) { return node == 0 ? 0 : end[node - 1]; };
        auto node = static_cast<std::size_t>(std::upper_bound(end.begin(), end.begin() + nodes, from) - end.begin());
        for (; node < nodes && end[node] <= to; ++node)
            std::sort(all.begin() + begin_of(node), all.begin() + end[node]);
    });
}

// The ranges of statements that are an edge: where each begins, and the end of all.
std::vector<std::size_t> edges_in(const std::vector<Said>& said) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (i == 0 || said[i].edge() != said[i - 1].edge()) out.push_back(i);
    }
    out.push_back(said.size());
    return out;
}

}  // namespace

std::vector<KnowledgeGraph::Edge> edges_of(const std::vector<Extraction*>& articles, const KnowledgeGraph& graph,
                                           const Numbers& numbers, const Schema& schema) {
    const Relations relations = relations_of(articles, schema);
    std::vector<Said> said = statements_of(articles, relations, numbers);
    sort(said, graph.nodes().size());
    const std::vector<std::size_t> begin = edges_in(said);
    std::vector<std::string> publishers(graph.documents().size());
    in_parts(publishers.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t d = from; d < to; ++d)
            publishers[d] = publisher_of(graph.documents()[d]);
    });
    std::vector<KnowledgeGraph::Edge> out(begin.size() - 1);
    in_parts(out.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            const Said& first = said[begin[i]];
            KnowledgeGraph::Edge& edge = out[i];
            edge.subject = first.subject;
            edge.object = first.object;
            edge.relation = relations.names[first.relation];
            edge.polarity = first.polarity;
            edge.modality = first.modality;
            edge.supports.reserve(begin[i + 1] - begin[i]);
            for (std::size_t j = begin[i]; j < begin[i + 1]; ++j) {
                Statement& statement = *said[j].statement;
                std::string source =
                    statement.source.empty() ? statement.source_text : graph.nodes()[numbers.at(statement.source)].name;
                edge.supports.push_back({said[j].document, std::move(statement), std::move(source)});
            }
            weigh(edge, graph.documents(), graph.stories(), publishers);
        }
    });
    return out;
}

}  // namespace entente::assembling
